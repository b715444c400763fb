import { Form, useLocation, useSearchParams } from '@remix-run/react';
import { paths } from '~/paths';
import { SuggestField } from '~/ui/suggest-field';
import { findEverything } from './destinations';

/** The search of the top bar: everything, as one types; Enter opens the page of all that answers. On the list of partners it looks in the list, with the filters already chosen. */
export function SearchBox() {
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const onList = pathname === paths.partners();
  const sought = ((onList || pathname === paths.search()) && params.get('q')) || '';
  return (
    <Form method="get" action={onList ? paths.partners() : paths.search()} role="search" className="grow">
      <SuggestField key={`${pathname} ${sought}`} name="q" id="recherche" label={onList ? 'Chercher un partenaire' : 'Chercher partout'} placeholder={onList ? 'Nom, commune, SIRET, téléphone…' : 'Partenaire, offre, personne, SIRET…'} defaultValue={sought} search={onList ? undefined : findEverything} />
      {onList && [...params].filter(([name]) => name !== 'q' && name !== 'apres' && name !== 'avant').map(([name, value], index) => <input key={index} type="hidden" name={name} value={value} />)}
    </Form>
  );
}
