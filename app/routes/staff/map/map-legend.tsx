import { useRef } from 'react';
import type { MapLayerName } from '~/domain/map/map-layers';
import { Icon } from '~/ui/icon';
import { MarkSample } from '~/ui/map/mark-sample';
import { useClosingDetails } from '~/ui/use-closing-details';
import { offerMarks, partnerMarks } from './map-marks';

/** What the marks say: a layer, then the other one, then the places that are not exact. */
export function MapLegend({ layer, isAll }: { layer: MapLayerName; isAll: boolean }) {
  const details = useRef<HTMLDetailsElement>(null);
  useClosingDetails(details);
  const shown: MapLayerName[] = isAll ? ['partners', 'offers'] : [layer];
  return (
    <details ref={details} className="filter-menu map-legend" data-side="end">
      <summary>
        Légende
        <Icon name="expand" size={16} />
      </summary>
      <div className="filter-panel">
        {shown.map((name) => (
          <div key={name}>
            <p className="muted">{name === 'partners' ? 'Partenaires, par thématique' : 'Offres, par sorte'}</p>
            <ul>
              {Object.entries(name === 'partners' ? partnerMarks : offerMarks).map(([code, mark]) => (
                <li key={code}>
                  <MarkSample mark={mark} />
                  {mark.label}
                </li>
              ))}
            </ul>
          </div>
        ))}
        <p className="map-legend-about">
          <span className="map-legend-number" aria-hidden="true">12</span>
          Un nombre : plusieurs au même endroit. Cliquez pour vous approcher.
        </p>
        <p className="map-legend-about">
          <MarkSample mark={{ shape: 'circle', hue: 'slate', label: '' }} isAbout />
          En creux : la commune est connue, pas l’adresse.
        </p>
      </div>
    </details>
  );
}
