import { Link } from '@remix-run/react';
import { partnersInWords } from '~/domain/partner/list/bulk-change';
import type { WayOut } from '~/domain/partner/list/ways-out.server';
import { noFilters } from '~/domain/partner/list/filters';
import { paths } from '~/paths';
import { EmptyState } from '~/ui/empty-state';
import { LinkButton } from '~/ui/link-button';
import { listAddress } from './list-address';

/** Nothing fits the filters: which one to drop, and what it would show. */
export function NothingFound({ ways }: { ways: WayOut[] }) {
  return (
    <EmptyState
      icon="search"
      title="Aucun partenaire ne correspond"
      text={
        ways.length === 0 ? (
          'Aucun filtre seul n’explique ce vide. Reprenez avec moins de mots ou de filtres.'
        ) : (
          <>
            {ways.map(({ label, filters, count }) => (
              <span key={label} className="block">
                <Link to={listAddress(filters)}>
                  {partnersInWords(count)} {label}
                </Link>
              </span>
            ))}
          </>
        )
      }
      action={<LinkButton to={listAddress(noFilters)}>Voir tous les partenaires</LinkButton>}
    />
  );
}

/** The first day: nothing yet. */
export function NoPartnerYet({ mayImport, mayAdd }: { mayImport: boolean; mayAdd: boolean }) {
  return (
    <EmptyState
      icon="partner"
      title="Pas encore de partenaire"
      text={mayAdd ? 'Importez le fichier que vous tenez déjà : Maillage le lit, vous montre ce qu’il a compris, et n’enregistre rien sans votre accord. Ou ajoutez un premier partenaire à la main.' : 'Les agences de votre région n’ont pas encore ajouté de partenaires.'}
      action={
        <>
          {mayImport && <LinkButton to={paths.imports()} variant="main" icon="upload">Importer un fichier</LinkButton>}
          {mayAdd && <LinkButton to={paths.partnerNew()} icon="add">Ajouter un partenaire</LinkButton>}
        </>
      }
    />
  );
}
