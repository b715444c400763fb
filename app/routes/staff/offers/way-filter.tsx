import { useRef } from 'react';
import type { OfferPlace } from '~/domain/offer/list/offer-conditions.server';
import type { OfferFilters } from '~/domain/offer/list/offer-filters';
import { travelModeNames, travelModes, tripTimes } from '~/domain/offer/list/travel';
import { searchCommunes } from '~/routes/staff/partners/new/commune-search';
import { Button } from '~/ui/button';
import { ComboField } from '~/ui/combo-field';
import { Icon } from '~/ui/icon';
import { SelectField } from '~/ui/select-field';
import { useClosingDetails } from '~/ui/use-closing-details';

/** From where, and how far: so many minutes by a means of transport, or kilometres. Looks and closes as the other filters do. */
export function WayFilter({ filters, place }: { filters: OfferFilters; place: OfferPlace | null }) {
  const details = useRef<HTMLDetailsElement>(null);
  useClosingDetails(details);
  const usesKm = filters.rayon > 0 && !filters.minutes;
  const usual = usesKm || (filters.autour && !filters.minutes) ? '0' : String(filters.minutes || 30);
  return (
    <details ref={details} className="filter-menu" name="filtres" data-active={place ? true : undefined}>
      <summary>
        {wayInWords(filters, place) ?? 'Trajet'}
        <Icon name="expand" size={16} />
      </summary>
      <div className="filter-panel w-72 max-[35em]:w-auto">
        <ComboField name="commune" textName="communeText" label="Au départ de" search={searchCommunes} defaultValue={filters.commune} defaultText={filters.commune ? place?.name : undefined} placeholder="Nom ou code postal" />
        <SelectField name="minutes" label="Jusqu’à" defaultValue={usual} options={[{ value: '0', label: usesKm ? `${filters.rayon} km` : filters.autour ? '10 km' : 'La commune seule' }, ...tripTimes(filters.minutes).map((minutes) => ({ value: String(minutes), label: `${minutes} minutes` }))]} />
        {filters.autour && <input type="hidden" name="autour" value={filters.autour} />}
        {usesKm && <input type="hidden" name="rayon" value={filters.rayon} />}
        <SelectField name="moyen" label="Comment" defaultValue={filters.moyen ?? 'bus'} options={travelModeNames.map((mode) => ({ value: mode, label: travelModes[mode].label }))} />
        <p className="muted">Le temps est une estimation, à vol d’oiseau avec un détour.</p>
        <div className="filter-actions">
          <span />
          <Button type="submit" variant="main" size="small">Appliquer</Button>
        </div>
      </div>
    </details>
  );
}

/** « Tarbes, 30 min en bus ou en car »; null without a place. */
export function wayInWords(filters: OfferFilters, place: OfferPlace | null): string | null {
  if (!place) return null;
  if (!place.circle) return place.name;
  return filters.minutes && filters.moyen ? `${place.name}, ${filters.minutes} min ${travelModes[filters.moyen].label}` : `${place.name}, ${place.circle.km} km`;
}
