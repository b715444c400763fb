import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Chip, type Tone } from '~/ui/chip';
import { type Column, DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { type EngagementLevel, Level } from '~/ui/level';
import { LinkButton } from '~/ui/link-button';
import { Pager } from '~/ui/pager';
import { Section, Specimen } from './section';

type Partner = {
  id: string;
  name: string;
  about: string;
  level: EngagementLevel;
  seats: string;
  minutes: number;
  stage: string;
  tone: Tone;
};

const partners: readonly Partner[] = [
  {
    id: 'p1',
    name: 'Garage Lafitte',
    about: 'Tarbes · mécanique',
    level: 'regular',
    seats: '2 places',
    minutes: 12,
    stage: 'Actif',
    tone: 'ok',
  },
  {
    id: 'p2',
    name: 'Atelier Cycles du Pic',
    about: 'Tarbes · vélo, réparation',
    level: 'tried',
    seats: '1 place',
    minutes: 14,
    stage: 'Actif',
    tone: 'ok',
  },
  {
    id: 'p3',
    name: 'Carrosserie Duclos',
    about: 'Aureilhan · carrosserie',
    level: 'willing',
    seats: '1 place',
    minutes: 19,
    stage: 'En veille, 14 mois',
    tone: 'sleep',
  },
  {
    id: 'p4',
    name: 'Chantier d’insertion Rebond',
    about: 'Séméac · SIAE (ACI)',
    level: 'to_explore',
    seats: '',
    minutes: 21,
    stage: 'Prospect',
    tone: 'neutral',
  },
  {
    id: 'p5',
    name: 'Trains du Sud',
    about: 'Séméac · grand compte, accord national',
    level: 'refused',
    seats: '',
    minutes: 27,
    stage: 'Approché hier par une voisine',
    tone: 'wait',
  },
];

const columns: readonly Column<Partner>[] = [
  {
    key: 'name',
    header: 'Partenaire',
    cell: (row) => row.name,
    detail: (row) => row.about,
    sort: { to: '?tri=-nom', direction: 'asc' },
  },
  {
    key: 'level',
    header: 'Immersion',
    cell: (row) => (row.seats ? <Level level={row.level}>{row.seats}</Level> : <Level level={row.level} />),
    nowrap: true,
  },
  { key: 'minutes', header: 'Trajet (min)', cell: (row) => row.minutes, align: 'end', sort: { to: '?tri=trajet' } },
  { key: 'stage', header: 'Étape', cell: (row) => <Chip tone={row.tone}>{row.stage}</Chip> },
  { key: 'note', header: 'Note', cell: () => null },
];

export function TableSpecimens() {
  return (
    <Section
      title="Tables"
      text="J et K, ou les flèches, vont de ligne en ligne ; Entrée ouvre, X choisit. Sur un téléphone, chaque ligne devient une fiche."
    >
      <Specimen name="Liste avec choix, tri et pages">
        <Card flush>
          <DataTable
            caption="Partenaires"
            columns={columns}
            rows={partners}
            rowKey={(row) => row.id}
            rowName={(row) => row.name}
            rowTo={(row) => `?partenaire=${row.id}`}
            selection={{
              name: 'id',
              total: 3637,
              allName: 'tous',
              actions: (
                <>
                  <Button size="small" icon="person">
                    Confier à…
                  </Button>
                  <Button size="small" icon="tag">
                    Étiqueter
                  </Button>
                  <Button size="small" icon="archive">
                    Archiver
                  </Button>
                </>
              ),
            }}
          />
          <Pager from={51} to={100} total={3637} previousTo="?avant" nextTo="?apres" />
        </Card>
      </Specimen>
      <Specimen name="Simple">
        <Card title="Ce que ce partenaire accepte" action={<a href="#contenu">Modifier</a>}>
          <DataTable
            caption="Formes d’engagement"
            rows={partners.slice(0, 3)}
            rowKey={(row) => row.id}
            keepRows
            columns={[
              { key: 'form', header: 'Forme', cell: (row) => row.about },
              { key: 'level', header: 'Où en est-on', cell: (row) => <Level level={row.level} />, nowrap: true },
            ]}
          />
        </Card>
      </Specimen>
      <Specimen name="Vide">
        <Card>
          <DataTable
            caption="Partenaires"
            columns={columns}
            rows={[]}
            rowKey={(row) => row.id}
            empty={
              <EmptyState
                icon="partner"
                title="Aucun partenaire pour ces filtres"
                text="Enlevez un filtre, ou ajoutez le partenaire que vous cherchez."
                action={<LinkButton to="?">Enlever les filtres</LinkButton>}
              />
            }
          />
        </Card>
      </Specimen>
    </Section>
  );
}
