import { useRef } from 'react';
import { travelModeNames, travelModes, tripTimes } from '~/domain/offer/list/travel';
import type { Place } from '~/domain/partner/list/criteria';
import type { PartnerFilters } from '~/domain/partner/list/filters';
import { searchCommunes } from '~/routes/staff/partners/new/commune-search';
import { Button } from '~/ui/button';
import { ComboField } from '~/ui/combo-field';
import { Icon } from '~/ui/icon';
import { SelectField } from '~/ui/select-field';
import { useClosingDetails } from '~/ui/use-closing-details';

const usualKm = [5, 10, 20, 30, 50, 100];

/** A commune, alone or with what is around. Looks and closes as the other filters do. */
export function PlaceFilter({ filters, place }: { filters: PartnerFilters; place: Place | null }) {
  const { commune, autour, minutes, moyen } = filters;
  const details = useRef<HTMLDetailsElement>(null);
  useClosingDetails(details);
  const km = minutes ? 0 : (place?.circle?.km ?? 0);
  const choices = [...new Set([...usualKm, ...(km > 0 ? [km] : [])])].sort((a, b) => a - b);
  return (
    <details ref={details} className="filter-menu" name="filtres" data-active={place ? true : undefined} data-side="end">
      <summary>
        Autour de…
        <Icon name="expand" size={16} />
      </summary>
      <div className="filter-panel w-72 max-[35em]:w-auto">
        <ComboField name="commune" textName="communeText" label="Commune" search={searchCommunes} defaultValue={commune} defaultText={commune ? place?.name : undefined} placeholder="Nom ou code postal" />
        <SelectField
          name="rayon"
          label="Jusqu’à"
          defaultValue={String(km || (place ? 0 : 20))}
          options={[{ value: '0', label: 'La commune seule' }, ...choices.map((one) => ({ value: String(one), label: `${one} km autour` }))]}
        />
        <SelectField name="minutes" label="Ou un trajet de" defaultValue={String(minutes)} options={[{ value: '0', label: 'Peu importe' }, ...tripTimes(minutes).map((time) => ({ value: String(time), label: `${time} minutes` }))]} />
        <SelectField name="moyen" label="Comment" defaultValue={moyen ?? 'bus'} options={travelModeNames.map((mode) => ({ value: mode, label: travelModes[mode].label }))} />
        {autour && <input type="hidden" name="autour" value={autour} />}
        <div className="filter-actions">
          <span />
          <Button type="submit" variant="main" size="small">
            Appliquer
          </Button>
        </div>
      </div>
    </details>
  );
}
