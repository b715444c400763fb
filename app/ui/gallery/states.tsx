import { Avatar } from '~/ui/avatar';
import { Chip, Chips } from '~/ui/chip';
import { Diff } from '~/ui/diff';
import { type EngagementLevel, Level } from '~/ui/level';
import { LevelChoice } from '~/ui/level-choice';
import { MonthToggles } from '~/ui/month-toggles';
import { Stat } from '~/ui/stat';
import { Section, Specimen, SpecimenRow } from './section';

const levels: readonly EngagementLevel[] = ['refused', 'to_explore', 'willing', 'tried', 'regular'];

export function StateSpecimens() {
  return (
    <Section title="États" text="Un mot et une forme, jamais la couleur seule.">
      <Specimen name="Pastilles">
        <Chips>
          <Chip tone="ok">Actif depuis mars 2021</Chip>
          <Chip tone="wait">Mécène 2026</Chip>
          <Chip tone="stop">Terminé</Chip>
          <Chip tone="sleep">En veille</Chip>
          <Chip tone="neutral">Prospect</Chip>
          <Chip tone="theme">Emploi</Chip>
          <Chip tone="theme">Mobilité</Chip>
        </Chips>
      </Specimen>
      <Specimen name="Engagement">
        <SpecimenRow>
          {levels.map((level) => (
            <Level key={level} level={level} />
          ))}
        </SpecimenRow>
      </Specimen>
      <Specimen name="Choisir un engagement, des mois">
        <div className="grid gap-3">
          <LevelChoice name="immersion" label="Immersion" defaultValue="tried" />
          <MonthToggles name="mois" label="Quels mois ?" hint="Aucun coché : toute l’année." defaultValue={[5, 6]} />
        </div>
      </Specimen>
      <Specimen name="Avant, après">
        <div className="grid gap-2 justify-items-start">
          <Diff from="05 36 49 12 00" to="05 36 49 12 08" />
          <Diff from={null} to="Mobilité" />
          <Diff from="garage@lafitte.example" to="" />
        </div>
      </Specimen>
      <Specimen name="Chiffres et personnes">
        <div className="flex flex-wrap gap-x-10 gap-y-4">
          <Stat label="Partenaires actifs" value={1284} hint="+ 41 depuis septembre" to="?" />
          <Stat label="Répondent" value="9 sur 10" hint="en 2 jours" />
          <span className="flex items-center gap-2">
            <Avatar name="Nadia Bellec" /> Nadia Bellec
          </span>
          <span className="flex items-center gap-2">
            <Avatar name="Élodie" size="small" /> Élodie
          </span>
        </div>
      </Specimen>
    </Section>
  );
}
