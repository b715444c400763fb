import { Card } from '~/ui/card';
import { Chip } from '~/ui/chip';
import { Columns } from '~/ui/columns';
import { DescriptionList } from '~/ui/description-list';
import { EmptyState } from '~/ui/empty-state';
import { Glance } from '~/ui/glance';
import { LinkButton } from '~/ui/link-button';
import { Tabs } from '~/ui/tabs';
import { Timeline } from '~/ui/timeline';
import { Section, Specimen } from './section';

export function LayoutSpecimens() {
  return (
    <Section title="Pages">
      <Specimen name="En un regard">
        <Glance
          items={[
            {
              label: 'Dernier échange',
              value: (
                <>
                  <b>Mardi 17 novembre</b>, visite
                  <br />
                  par Nadia B.
                </>
              ),
            },
            {
              label: 'Prochaine étape',
              value: (
                <>
                  <b>Rappeler pour l’apprenti</b>
                  <br />
                  <span className="text-wait">demain, à faire par vous</span>
                </>
              ),
            },
            {
              label: 'Jeunes en ce moment',
              value: (
                <>
                  <b>1 en immersion</b>, 1 attend une réponse
                </>
              ),
            },
            {
              label: 'Répond',
              value: (
                <>
                  <b>9 fois sur 10</b>, en 2 jours
                </>
              ),
            },
          ]}
        />
      </Specimen>
      <Specimen name="Rubriques">
        <Tabs
          label="Rubriques du partenaire"
          items={[
            { to: '.', label: 'Vue d’ensemble', end: true },
            { to: 'interlocuteurs', label: 'Interlocuteurs', count: 3 },
            { to: 'notes', label: 'Notes', count: 1240 },
            { to: 'historique', label: 'Historique' },
          ]}
        />
      </Specimen>
      <Specimen name="Colonnes, cartes, fil">
        <Columns
          aside={
            <>
              <Card title="Convention">
                <p>Accueil en immersion, signée le 4 février 2026</p>
                <Chip tone="wait">Se termine dans 58 jours</Chip>
              </Card>
              <Card title="Identité" action={<a href="#contenu">Modifier</a>}>
                <DescriptionList
                  items={[
                    { term: 'SIRET', detail: '812 345 678 00011' },
                    { term: 'Activité', detail: '45.20A, entretien et réparation de véhicules' },
                    { term: 'Site', detail: '' },
                  ]}
                />
              </Card>
            </>
          }
        >
          <Card title="Fil de la relation" action={<a href="#contenu">Tout voir</a>}>
            <Timeline
              items={[
                {
                  id: '1',
                  at: '2026-11-17',
                  when: '17 nov.',
                  icon: 'pin',
                  title: (
                    <>
                      <b>Visite</b> · M. Lafitte, Nadia B.
                    </>
                  ),
                  text: (
                    <>
                      Content de Yanis. Prêt à prendre un apprenti en septembre. <b>À suivre : rappeler le 23.</b>
                    </>
                  ),
                },
                {
                  id: '2',
                  at: '2026-11-12',
                  when: '12 nov.',
                  icon: 'send',
                  title: (
                    <>
                      <b>Inès M. proposée</b> en immersion, atelier carrosserie
                    </>
                  ),
                },
                {
                  id: '3',
                  at: '2026-11-03',
                  when: '3 nov.',
                  icon: 'money',
                  title: (
                    <>
                      <b>Don de 500 €</b> pour le permis de deux jeunes
                    </>
                  ),
                },
              ]}
            />
          </Card>
          <Card title="Documents">
            <EmptyState
              icon="document"
              title="Pas encore de document"
              text="Une convention, un compte rendu : ce que vous déposez ici reste avec le partenaire."
              action={
                <LinkButton to="?" icon="add">
                  Ajouter un document
                </LinkButton>
              }
            />
          </Card>
        </Columns>
      </Specimen>
    </Section>
  );
}
