import { noFilters } from '~/domain/partner/list/filters';
import { paths } from '~/paths';
import { listAddress } from '~/routes/staff/partners/list/list-address';
import { EmptyState } from '~/ui/empty-state';
import { Card } from '~/ui/card';
import { LinkButton } from '~/ui/link-button';

/** Nothing of any kind: what else may be tried. */
export function NothingFound({ typed }: { typed: string }) {
  return (
    <Card>
      <EmptyState
        icon="search"
        title="Rien ne correspond"
        text="Aucun partenaire ne correspond, ni rien d’autre. Essayez avec moins de mots, le début d’un nom, ou la commune seule."
        action={
          <>
            <LinkButton to={listAddress({ ...noFilters, q: typed, archives: true })} icon="archive">Chercher dans les archives</LinkButton>{' '}
            <LinkButton to={paths.partners()}>Tous les partenaires</LinkButton>
          </>
        }
      />
    </Card>
  );
}
