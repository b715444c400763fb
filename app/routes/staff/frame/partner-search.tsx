import { Form, useLocation, useSearchParams } from '@remix-run/react';
import { paths } from '~/paths';
import { SearchField } from '~/ui/search-field';

/** The search of the top bar. On the list it keeps the filters already chosen; elsewhere it opens the list. */
export function PartnerSearch() {
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const onList = pathname === paths.partners();
  const sought = (onList && params.get('q')) || '';
  return (
    <Form method="get" action={paths.partners()} role="search" className="grow">
      <SearchField key={sought} name="q" id="recherche" label="Chercher un partenaire" placeholder="Nom, commune, SIRET, téléphone…" defaultValue={sought} shortcut pill />
      {onList && [...params].filter(([name]) => name !== 'q' && name !== 'apres' && name !== 'avant').map(([name, value], index) => <input key={index} type="hidden" name={name} value={value} />)}
    </Form>
  );
}
