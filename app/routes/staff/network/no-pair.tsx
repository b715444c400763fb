import { paths } from '~/paths';
import { Card } from '~/ui/card';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';

/** Nothing to settle: says why, and that the search goes on by itself. */
export function NoPair({ isDismissed, isFiltered }: { isDismissed: boolean; isFiltered: boolean }) {
  return (
    <Card>
      {isDismissed ? (
        <EmptyState icon="copy" title="Aucune paire écartée" text="Quand vous dites que deux organismes ne sont pas des doublons, vous les retrouvez ici, et pouvez changer d’avis." action={<LinkButton to={paths.networkDoubles()}>Voir les doublons possibles</LinkButton>} />
      ) : isFiltered ? (
        <EmptyState icon="check" title="Rien à ce niveau" text="Regardez les autres : le plus sûr est toujours en premier." action={<LinkButton to={paths.networkDoubles()}>Tout voir</LinkButton>} />
      ) : (
        <EmptyState icon="check" title="Pas de doublon en vue" text="Chaque nuit, Maillage compare les faits communs des organismes que plusieurs Missions Locales connaissent. Dès que deux se ressemblent, ils sont ici." />
      )}
    </Card>
  );
}
