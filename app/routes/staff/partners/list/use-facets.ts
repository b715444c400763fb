import { useFetcher } from '@remix-run/react';
import { useEffect } from 'react';
import { writeFilters, type PartnerFilters } from '~/domain/partner/list/filters';
import type { FacetCounts } from '~/domain/partner/list/count-facets.server';
import { paths } from '~/paths';

/** The counts of the filters' values, asked once the list is on screen: it never waits for them. */
export function useFacets(filters: PartnerFilters): FacetCounts | undefined {
  const { load, data } = useFetcher<{ counts: FacetCounts }>();
  const search = writeFilters({ ...filters, tri: null, vue: '' }).toString();
  useEffect(() => {
    load(`${paths.partnersFacets()}?${search}`);
  }, [load, search]);
  return data?.counts;
}
