import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { Feature } from 'geojson';
import { fanOut } from './fan-out';
import { collection, point } from './map-data';

/** Things of one layer that stand at one place, to be spread around it. `offset` is where the marks of their layer stand aside, in pixels. */
export type Fan = { layer: string; place: readonly [lon: number, lat: number]; offset: readonly [number, number]; things: readonly { id: string; name: string; mark: string; isAbout: boolean }[] };

/** Spreads things around their place, at the same distance on screen whatever the zoom. */
export function fanOnMap(map: MapLibre): (fan: Fan | null) => void {
  let shown: Fan | null = null;
  const draw = () => map.getSource<GeoJSONSource>('fan')?.setData(collection(shown ? featuresOf(map, shown) : []));
  map.on('zoom', () => shown && draw());
  map.on('style.load', draw);
  return (fan) => {
    if (!fan && !shown) return;
    shown = fan;
    draw();
  };
}

function featuresOf(map: MapLibre, { layer, place, offset, things }: Fan): Feature[] {
  const middle = map.project([...place]);
  const [x, y] = [middle.x + offset[0], middle.y + offset[1]];
  const placed = (dx: number, dy: number): [number, number] => map.unproject([x + dx, y + dy]).toArray();
  const around = fanOut(things.length);
  const spots = around.map(([dx, dy]) => placed(dx, dy));
  // From the side of the bubble: its number is read.
  const legs = around.map(([dx, dy], i): Feature => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [placed(dx * 0.4, dy * 0.4), spots[i]!] } }));
  return [...legs, ...things.map(({ id, name, mark, isAbout }, i) => point(spots[i]![0], spots[i]![1], { id, name, n: 1, layer, image: `${layer}-${mark}${isAbout ? '-about' : ''}`, mark, about: isAbout ? 1 : 0 }))];
}
