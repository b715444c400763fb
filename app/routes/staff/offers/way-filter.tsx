import { useRef } from 'react';
import type { OfferPlace } from '~/domain/offer/list/offer-conditions.server';
import type { OfferFilters } from '~/domain/offer/list/offer-filters';
import { travelModeNames, travelModes } from '~/domain/offer/list/travel';
import { searchCommunes } from '~/routes/staff/partners/new/commune-search';
import { Button } from '~/ui/button';
import { ComboField } from '~/ui/combo-field';
import { Icon } from '~/ui/icon';
import { SelectField } from '~/ui/select-field';
import { useClosingDetails } from '~/ui/use-closing-details';

const times = [10, 15, 20, 30, 45, 60, 90, 120];

/** From where, and how far: so many minutes by a means of transport, or kilometres. Looks and closes as the other filters do. */
export function WayFilter({ filters, place }: { filters: OfferFilters; place: OfferPlace | null }) {
  const details = useRef<HTMLDetailsElement>(null);
  useClosingDetails(details);
  const choices = [...new Set([...times, ...(filters.minutes ? [filters.minutes] : [])])].sort((a, b) => a - b);
  const usesKm = filters.rayon > 0 && !filters.minutes;
  return (
    <details ref={details} className="filter-menu" name="filtres" data-active={place ? true : undefined}>
      <summary>
        {wayInWords(filters, place) ?? 'Trajet'}
        <Icon name="expand" size={16} />
      </summary>
      <div className="filter-panel w-72">
        <ComboField name="commune" textName="communeText" label="Au départ de" search={searchCommunes} defaultValue={filters.commune} defaultText={place?.name} placeholder="Nom ou code postal" />
        <SelectField name="minutes" label="Jusqu’à" defaultValue={usesKm ? '0' : String(filters.minutes || 30)} options={[{ value: '0', label: usesKm ? `${filters.rayon} km` : 'La commune seule' }, ...choices.map((minutes) => ({ value: String(minutes), label: `${minutes} minutes` }))]} />
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
