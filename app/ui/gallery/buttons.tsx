import { ActionMenu, MenuButton, MenuLink } from '~/ui/action-menu';
import { Button } from '~/ui/button';
import { Icon, iconNames } from '~/ui/icon';
import { Kbd } from '~/ui/kbd';
import { LinkButton } from '~/ui/link-button';
import { ThemeSwitch } from '~/ui/theme-switch';
import { Section, Specimen, SpecimenRow } from './section';

export function ButtonSpecimens() {
  return (
    <Section
      title="Boutons"
      text="Un seul bouton principal par écran. Un lien va quelque part, un bouton change quelque chose."
    >
      <Specimen name="Rangs">
        <SpecimenRow>
          <Button variant="main" icon="add">
            Ajouter un partenaire
          </Button>
          <Button>
            Noter un échange <Kbd>E</Kbd>
          </Button>
          <Button variant="quiet" icon="edit">
            Modifier
          </Button>
          <Button variant="danger" icon="archive">
            Archiver
          </Button>
          <LinkButton to="?" icon="upload">
            Importer un fichier
          </LinkButton>
        </SpecimenRow>
      </Specimen>
      <Specimen name="États et tailles">
        <SpecimenRow>
          <Button variant="main" pending>
            Enregistrement…
          </Button>
          <Button disabled>Indisponible</Button>
          <Button aria-pressed="true" icon="list">
            Liste
          </Button>
          <Button aria-pressed="false" icon="map">
            Carte
          </Button>
          <Button size="small">Petit</Button>
          <Button size="large" variant="main">
            Oui, appelez-moi
          </Button>
        </SpecimenRow>
      </Specimen>
      <Specimen name="Menu, bulle, apparence">
        <SpecimenRow>
          <ActionMenu label="Autres actions" side="start">
            <MenuLink to="?" icon="history">
              Historique
            </MenuLink>
            <MenuButton type="button" icon="merge">
              Fusionner avec un doublon
            </MenuButton>
            <MenuButton type="button" icon="archive" tone="danger">
              Archiver
            </MenuButton>
          </ActionMenu>
          <ActionMenu label="Plus" iconOnly side="start">
            <MenuLink to="?">Exporter</MenuLink>
          </ActionMenu>
          <button type="button" className="icon-button">
            <Icon name="star" label="Mettre en favori" />
          </button>
          <ThemeSwitch />
        </SpecimenRow>
      </Specimen>
      <Specimen name="Icônes">
        <ul className="flex flex-wrap gap-x-5 gap-y-3 text-sm text-muted">
          {iconNames.map((name) => (
            <li key={name} className="flex items-center gap-2">
              <Icon name={name} /> {name}
            </li>
          ))}
        </ul>
      </Specimen>
    </Section>
  );
}
