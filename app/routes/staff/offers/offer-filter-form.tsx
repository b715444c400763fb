import { useFetcher } from '@remix-run/react';
import { useEffect } from 'react';
import type { OfferFacetCounts } from '~/domain/offer/list/count-offer-facets.server';
import type { OfferPlace } from '~/domain/offer/list/offer-conditions.server';
import type { OfferFilters } from '~/domain/offer/list/offer-filters';
import { offerSourceFilters, offerSourceLabels } from '~/domain/offer/list/offer-sources';
import { withoutIdleOffer, writeOfferFilters } from '~/domain/offer/list/write-offer-filters';
import { offerKindNames, offerKinds } from '~/domain/offer/offer-kinds';
import { publics, receptionModes } from '~/domain/offer/vocabulary/data-inclusion';
import { contracts, levels, schemes } from '~/domain/offer/vocabulary/work';
import { themes } from '~/domain/organisation/themes';
import { paths } from '~/paths';
import { CheckboxField } from '~/ui/checkbox-field';
import { ComboField } from '~/ui/combo-field';
import { DateField } from '~/ui/date-field';
import { FilterBar } from '~/ui/filter-bar';
import { FilterMenu } from '~/ui/filter-menu';
import { NarrowFold } from '~/ui/narrow-fold';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';
import { searchTrades } from './trade-search';
import { WayFilter } from './way-filter';

type OfferFiltersProps = { filters: OfferFilters; place: OfferPlace | null; trades: readonly { value: string; label: string }[] };
const optionsOf = (vocabulary: Readonly<Record<string, string>>) => Object.entries(vocabulary).map(([value, label]) => ({ value, label }));

/** What the button beside the search opens on a telephone. */
export const offerFiltersFold = 'filtres-des-offres';

/** The filters of offers. The form works by itself; with script each value also says how many it would show. */
export function OfferFilterForm({ filters, place, trades }: OfferFiltersProps) {
  const counts = useOfferFacets(filters);
  const counted = (facet: keyof OfferFacetCounts, options: { value: string; label: string; counts?: string }[]) =>
    options.map(({ value, label, counts: name = value }) => ({ value, label, count: counts && (counts[facet][name] ?? 0) })).filter(({ value, count }) => count === undefined || count > 0 || isChosen(filters, facet, value));
  return (
    <NarrowFold id={offerFiltersFold} label="Filtres">
      <FilterBar action={paths.offers()} keep={{ ...(filters.q && { q: filters.q }), ...(filters.tri && { tri: filters.tri }), ...(filters.vue && { vue: filters.vue }) }} label="Filtrer les offres" tidy={withoutIdleOffer}>
        <WayFilter filters={filters} place={place} />
        <FilterMenu name="sorte" label="Sorte" options={counted('sorte', offerKindNames.map((kind) => ({ value: offerKinds[kind].code, label: offerKinds[kind].plural, counts: kind })))} selected={filters.sorte.map((kind) => offerKinds[kind].code)} />
        <FilterMenu name="thematique" label="Thématique" options={counted('thematique', themes.map(({ code, label }) => ({ value: code, label })))} selected={filters.thematique} />
        <FilterMenu name="contrat" label="Contrat" options={counted('contrat', optionsOf(contracts))} selected={filters.contrat} isActive={filters.metier.length > 0}>
          {trades.map(({ value }) => <input key={value} type="hidden" name="metier" value={value} />)}
          <ComboField name="metier" textName="metierText" label="Métier" search={searchTrades} placeholder="serveuse, D1102…" />
        </FilterMenu>
        <FilterMenu name="dispositif" label="Pour qui" options={counted('dispositif', optionsOf(schemes))} selected={filters.dispositif} side="end" isActive={filters.age !== null || filters.niveau !== '' || filters.public.length > 0 || filters.handicap}>
          <TextField name="age" label="Âge" width="short" inputMode="numeric" autoComplete="off" defaultValue={filters.age === null ? '' : String(filters.age)} />
          <SelectField name="niveau" label="Niveau de la personne" placeholder="Peu importe" options={optionsOf(levels)} defaultValue={filters.niveau} />
          <SelectField name="public" label="Public" placeholder="Peu importe" options={optionsOf(publics)} defaultValue={filters.public[0] ?? ''} />
          <CheckboxField name="handicap" value="oui" label="Accessible aux personnes en situation de handicap" defaultChecked={filters.handicap} />
        </FilterMenu>
        <FilterMenu name="accueil" label="Quand, comment" options={counted('accueil', optionsOf(receptionModes))} selected={filters.accueil} side="end" isActive={filters.debut !== '' || filters.session !== '' || filters.gratuit || filters.source !== undefined}>
          <DateField name="debut" label="Commence avant le" defaultValue={filters.debut} />
          <DateField name="session" label="Une session d’ici le" defaultValue={filters.session} />
          <SelectField name="source" label="D’où elles viennent" placeholder="De partout" options={offerSourceFilters.map((value) => ({ value, label: offerSourceLabels[value] }))} defaultValue={filters.source ?? ''} />
          <CheckboxField name="gratuit" value="oui" label="Gratuit" defaultChecked={filters.gratuit} />
        </FilterMenu>
      </FilterBar>
    </NarrowFold>
  );
}

const isChosen = (filters: OfferFilters, facet: keyof OfferFacetCounts, value: string) => (facet === 'sorte' ? filters.sorte.some((kind) => offerKinds[kind].code === value) : (filters[facet] as readonly string[]).includes(value));

/** The counts of the filters' values, asked once the list is on screen: it never waits for them. */
function useOfferFacets(filters: OfferFilters): OfferFacetCounts | undefined {
  const { load, data } = useFetcher<{ counts: OfferFacetCounts }>();
  const search = writeOfferFilters({ ...filters, tri: null, vue: '' }).toString();
  useEffect(() => {
    load(`${paths.offersFacets()}?${search}`);
  }, [load, search]);
  return data?.counts;
}
