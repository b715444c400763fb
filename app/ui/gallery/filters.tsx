import { Button } from '~/ui/button';
import { FilterBar } from '~/ui/filter-bar';
import { FilterChip, FilterChips } from '~/ui/filter-chip';
import { FilterMenu } from '~/ui/filter-menu';
import { SearchField } from '~/ui/search-field';
import { Section, Specimen } from './section';

const kinds = [
  'Entreprise',
  'Organisme de formation',
  'CFA',
  'Collectivité',
  'Administration',
  'Association',
  'Fédération',
  'Chantier d’insertion',
  'Entreprise d’insertion',
  'Groupement d’employeurs',
  'Acteur de santé',
  'Bailleur',
  'Club sportif',
  'Autre',
].map((label, index) => ({ value: `kind-${index}`, label, count: 1400 - index * 97 }));

const stages = ['Prospect', 'Contacté', 'En construction', 'Actif', 'En veille'].map((label, index) => ({
  value: `stage-${index}`,
  label,
  count: 12 + index * 31,
}));

export function FilterSpecimens() {
  return (
    <Section
      title="Filtres"
      text="Un formulaire dont l’envoi est l’adresse de la page : un filtre se garde, se partage, se retire."
    >
      <Specimen name="Barre">
        <FilterBar keep={{ tri: 'nom' }}>
          <div className="filter-search">
            <SearchField name="recherche" label="Nom, SIRET, téléphone" />
          </div>
          <FilterMenu name="typologie" label="Typologie" options={kinds} selected={['kind-0', 'kind-3']} />
          <FilterMenu name="etape" label="Étape" options={stages} selected={[]} />
          <FilterMenu
            name="suivi"
            label="Suivi"
            options={[{ value: 'moi', label: 'Par moi', count: 48 }]}
            selected={[]}
            single
          />
          <Button type="submit">Chercher</Button>
        </FilterBar>
        <FilterChips clearTo="?">
          <FilterChip label="Typologie : Entreprise, Collectivité" removeTo="?" />
          <FilterChip label="30 min en bus de Tarbes" removeTo="?" />
        </FilterChips>
        <p>
          <b>48 partenaires</b> <span className="text-muted">· 11 ont une place ce mois-ci</span>
        </p>
      </Specimen>
    </Section>
  );
}
