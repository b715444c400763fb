import { manyValued, noFilters, type PartnerFilters } from '~/domain/partner/list/filters';
import type { ListValues } from '~/domain/partner/list/list-values';
import type { Place } from '~/domain/partner/list/criteria';
import { placeInWords } from '~/domain/partner/list/place-words';
import { romeInWords } from '~/domain/engagement/rome';
import { monthName } from '~/domain/text/french-date';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { FilterChip, FilterChips } from '~/ui/filter-chip';
import { levelInWords } from './engagement-fields';
import { listAddress as addressOf } from './list-address';
import { meritOptions } from './partner-filters';

type ActiveFiltersProps = { filters: PartnerFilters; values: ListValues; place: Place | null; /** Another view than the list. */ path?: string };

/** What the list is limited to, each with the way to take it off. */
export function ActiveFilters({ filters, values, place, path }: ActiveFiltersProps) {
  const listAddress = (wanted: Partial<PartnerFilters>) => addressOf(wanted, {}, path);
  const chips = [
    ...(filters.q ? [{ label: inGuillemets(filters.q), to: listAddress({ ...filters, q: '' }) }] : []),
    ...(place ? [{ label: placeInWords(place, filters), to: listAddress({ ...filters, commune: '', autour: '', rayon: 0, minutes: 0, moyen: null }) }] : []),
    ...manyValued.flatMap((name) =>
      values[name]
        .filter(({ value }) => filters[name].includes(value))
        .map(({ value, label }) => ({ label: name === 'referent' && value === 'aucun' ? 'Sans référent·e' : label, to: listAddress({ ...filters, [name]: filters[name].filter((one) => one !== value) }) })),
    ),
    ...meritOptions.filter(({ value }) => filters.atout.includes(value)).map(({ value, label }) => ({ label, to: listAddress({ ...filters, atout: filters.atout.filter((one) => one !== value) }) })),
    ...(filters.liste ? [{ label: 'Liste choisie à la main', to: listAddress({ ...filters, liste: '' }) }] : []),
    ...(filters.niveau ? [{ label: levelInWords(filters.niveau), to: listAddress({ ...filters, niveau: null }) }] : []),
    ...(filters.mois ? [{ label: `en ${monthName(filters.mois)}`, to: listAddress({ ...filters, mois: 0 }) }] : []),
    ...(filters.metier ? [{ label: romeInWords(filters.metier), to: listAddress({ ...filters, metier: '' }) }] : []),
    ...(filters.position ? [{ label: 'Position à vérifier', to: listAddress({ ...filters, position: false }) }] : []),
    ...(filters.archives ? [{ label: 'Archives', to: listAddress({ ...filters, archives: false }) }] : []),
  ];
  if (chips.length === 0) return null;
  return (
    <FilterChips clearTo={chips.length > 1 ? listAddress({ ...noFilters, miens: filters.miens, tri: filters.tri, vue: filters.vue }) : undefined}>
      {chips.map(({ label, to }) => (
        <FilterChip key={label} label={label} removeTo={to} />
      ))}
    </FilterChips>
  );
}
