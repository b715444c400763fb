import { paths } from '~/paths';
import { Card } from '~/ui/card';
import { LinkButton } from '~/ui/link-button';

/** The platform keeps things running; it does not read the agencies' partners. */
export function PlatformHome() {
  return (
    <Card title="Faire tourner la plateforme">
      <p>Ce compte suit les tâches de fond et les courriels de toutes les Missions Locales, tient les accords nationaux des grands groupes, et fusionne les organismes que le réseau connaît deux fois. De ces organismes il lit les faits communs, jamais ce qu’une Mission Locale vit avec eux.</p>
      <p className="mt-4 flex flex-wrap gap-2">
        <LinkButton to={paths.settingsJobs()} icon="refresh" variant="main">
          Tâches de fond
        </LinkButton>
        <LinkButton to={paths.nationalAgreements()} icon="document">
          Accords nationaux
        </LinkButton>
        <LinkButton to={paths.networkDoubles()} icon="copy">
          Organismes en double
        </LinkButton>
        <LinkButton to={paths.settingsMails()} icon="mail">
          Courriels
        </LinkButton>
      </p>
    </Card>
  );
}
