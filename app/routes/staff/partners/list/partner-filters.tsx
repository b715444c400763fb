import { youthLabel } from '~/domain/organisation/youth-label';
import type { Place } from '~/domain/partner/list/criteria';
import { asksPrecisely, withoutIdle, type ManyValued, type Merit, type PartnerFilters } from '~/domain/partner/list/filters';
import type { ListValues } from '~/domain/partner/list/list-values';
import { paths } from '~/paths';
import { FilterBar } from '~/ui/filter-bar';
import { FilterMenu, type FilterOption } from '~/ui/filter-menu';
import { EngagementFields } from './engagement-fields';
import { keptByForm } from './list-address';
import { PlaceFilter } from './place-filter';
import { useFacets } from './use-facets';

const menus: { name: ManyValued; label: string; side?: 'end' }[] = [
  { name: 'typologie', label: 'Typologie' },
  { name: 'thematique', label: 'Thématique' },
  { name: 'etape', label: 'Étape' },
  { name: 'forme', label: 'Accepte' },
  { name: 'departement', label: 'Département' },
  { name: 'taille', label: 'Taille', side: 'end' },
  { name: 'referent', label: 'Référent·e', side: 'end' },
  { name: 'etiquette', label: 'Étiquette', side: 'end' },
];

/** One of them is enough, as among the values of every filter. */
export const meritOptions: { value: Merit; label: string }[] = [
  { value: 'label', label: youthLabel },
  { value: 'accord', label: 'Couvert par un accord national' },
];

type PartnerFiltersProps = { filters: PartnerFilters; values: ListValues; place: Place | null; /** Another view than the list. */ action?: string };

/** The filters of the list. The form works by itself; with script each value also says how many it would show. */
export function PartnerFilterForm({ filters, values, place, action = paths.partners() }: PartnerFiltersProps) {
  const counts = useFacets(filters);
  const optionsOf = (name: ManyValued): FilterOption[] =>
    values[name]
      .filter(({ isRetired, value }) => !isRetired || filters[name].includes(value) || (counts?.[name][value] ?? 0) > 0)
      .map(({ value, label }) => ({ value, label, count: counts && (counts[name][value] ?? 0) }));
  // Archived partners have one stage: that filter would say nothing.
  const shown = menus.filter(({ name }) => !(name === 'etape' && filters.archives) && optionsOf(name).length > 0);
  return (
    // On a telephone the menus stand in one row that slides: the list must not begin under eight of them.
    <div className="max-[35em]:[&_.filter-bar]:-mx-4 max-[35em]:[&_.filter-bar]:flex-nowrap max-[35em]:[&_.filter-bar]:overflow-x-auto max-[35em]:[&_.filter-bar]:px-4 max-[35em]:[&_.filter-bar]:py-1 max-[35em]:[&_.filter-bar]:mb-1 max-[35em]:[&_summary]:whitespace-nowrap">
      <FilterBar key={JSON.stringify(filters)} action={action} keep={keptByForm(filters)} label="Filtrer les partenaires" tidy={withoutIdle}>
        {shown.map(({ name, label, side }) => (
          <FilterMenu key={name} name={name} label={label} options={optionsOf(name)} selected={filters[name]} side={side} isActive={name === 'forme' && asksPrecisely(filters)}>
            {name === 'forme' && <EngagementFields filters={filters} />}
          </FilterMenu>
        ))}
        <FilterMenu name="atout" label="Label, accord" options={meritOptions.map((option) => ({ ...option, count: counts && (counts.atout[option.value] ?? 0) }))} selected={filters.atout} side="end" />
        <PlaceFilter filters={filters} place={place} />
      </FilterBar>
    </div>
  );
}
