import { Form } from '@remix-run/react';
import type { OfferFilters } from '~/domain/offer/list/offer-filters';
import { activeOfferFilters, writeOfferFilters } from '~/domain/offer/list/write-offer-filters';
import { paths } from '~/paths';
import { Button } from '~/ui/button';
import { NarrowFoldButton } from '~/ui/narrow-fold';
import { SearchField } from '~/ui/search-field';
import { offerFiltersFold } from './offer-filter-form';

/** The box where a wish is typed as one says it: « serveuse Tarbes 30 min en bus ». Keeps the other filters. */
export function OfferSearchBar({ filters }: { filters: OfferFilters }) {
  const kept = writeOfferFilters({ ...filters, q: '' });
  return (
    <Form method="get" action={paths.offers()} role="search" aria-label="Chercher une offre" className="mb-3 flex max-w-3xl max-[35em]:mb-1.5 items-end gap-2">
      <div className="grow">
        <SearchField name="q" id="recherche-offre" label="Chercher une offre" placeholder="serveuse Tarbes 30 min en bus" defaultValue={filters.q} />
      </div>
      {[...kept].map(([name, value], index) => <input key={index} type="hidden" name={name} value={value} />)}
      <Button type="submit" icon="search"><span className="max-[35em]:sr-only">Chercher</span></Button>
      <NarrowFoldButton opens={offerFiltersFold} label="Filtres" icon="filter" count={activeOfferFilters(filters)} />
    </Form>
  );
}
