import { Busy } from '~/ui/busy';
import { Card } from '~/ui/card';
import { ErrorScreen } from '~/ui/error-screen';
import { Flash } from '~/ui/flash';
import { LinkButton } from '~/ui/link-button';
import { ProgressBar } from '~/ui/progress-bar';
import { Skeleton } from '~/ui/skeleton';
import { Section, Specimen } from './section';

export function FeedbackSpecimens() {
  return (
    <Section title="Réponses de la page">
      <Specimen name="Messages">
        <Flash kind="ok" dismissible>
          Garage Lafitte est enregistré.
        </Flash>
        <Flash kind="info" title="3 637 partenaires ajoutés.">
          L’import peut être annulé jusqu’à la première modification.
        </Flash>
        <Flash kind="warning" title="Un partenaire porte déjà ce nom à Tarbes.">
          <a href="#contenu">Voir Garage Lafitte</a>
        </Flash>
        <Flash kind="error" title="Le fichier n’a pas pu être lu.">
          Il est vide, ou protégé par un mot de passe.
        </Flash>
      </Specimen>
      <Specimen name="Attente">
        <div className="grid max-w-xl gap-5">
          <ProgressBar label="Import de partenaires.csv" value={1240} max={3932} />
          <ProgressBar label="Lecture du fichier" />
          <Busy />
          <Card>
            <Skeleton lines={5} />
          </Card>
        </div>
      </Specimen>
      <Specimen name="Page d’erreur">
        <ErrorScreen
          code={404}
          title="Ce partenaire n’existe pas ou plus"
          text="Il a peut-être été fusionné avec un autre. Cherchez-le par son nom."
          id="019ab3f2"
          actions={
            <LinkButton to="?" variant="main">
              Chercher un partenaire
            </LinkButton>
          }
        />
      </Specimen>
    </Section>
  );
}
