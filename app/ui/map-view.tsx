import { useEffect, useRef, useState } from 'react';
import { frenchNumber } from './french-number';
import type { DrawnMap } from '~/ui/map/draw-map';
import type { LoadGround } from '~/ui/map/ground-style';
import type { MapPlace, MapPoint, Precision } from '~/ui/map/map-data';

export type MapViewProps = {
  /** Longitude and latitude in degrees. */
  center: readonly [lon: number, lat: number];
  /** 5 shows France, 9 a département, 12 a town, 15 a street. */
  zoom: number;
  points: readonly MapPoint[];
  places?: readonly MapPlace[];
  /** How well the place is known: a circle says it, and a line under the map. */
  precision?: Precision;
  height?: 'small' | 'medium' | 'large';
  /** What the map shows, for those who do not see it. */
  label: string;
  onPoint?: (id: string) => void;
  /** Tiles under it, where some are configured. */
  ground?: LoadGround;
};

/** Names written in the place of the map; the list beside it has them all. */
const NAMED = 4;

const precisionWords: Record<Precision, string | null> = {
  exact: null,
  street: 'Position trouvée d’après l’adresse, au numéro ou dans la rue.',
  commune: 'Position approximative\u00a0: le centre de la commune.',
  departement: 'Position approximative\u00a0: le centre du département.',
};

/**
 * A map drawn in the browser from a file of ours, fetched only where a map is shown. Without script or without WebGL, the
 * places are written instead.
 */
export function MapView(props: MapViewProps) {
  const { points, precision = 'exact', height = 'medium', label } = props;
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnMap | null>(null);
  const latest = useRef(props);
  const [shown, setShown] = useState(false);

  useEffect(() => {
    latest.current = props;
    drawn.current?.show(props);
  });

  useEffect(() => {
    let left = false;
    import('~/ui/map/draw-map').then(
      ({ drawMap }) => {
        if (left || !box.current) return;
        const map = drawMap(box.current, latest.current, (id) => latest.current.onPoint?.(id));
        drawn.current = map;
        if (map) map.ready.then(() => !left && setShown(true));
      },
      // The words are already there: a map that cannot be fetched is not an error of the page.
      () => {},
    );
    return () => {
      left = true;
      drawn.current?.remove();
      drawn.current = null;
    };
  }, []);

  const words = precisionWords[precision];
  return (
    <figure>
      <div className="map" data-height={height}>
        <div className={shown ? 'visually-hidden' : 'map-fallback'}>
          <p>{label}</p>
          <ul>
            {points.slice(0, NAMED).map((point) => (
              <li key={point.id}>{point.label}</li>
            ))}
            {points.length > NAMED && <li>et {frenchNumber(points.length - NAMED)} autres</li>}
          </ul>
        </div>
        <div ref={box} className="map-canvas" />
      </div>
      {words && <figcaption className="field-hint">{words}</figcaption>}
    </figure>
  );
}
