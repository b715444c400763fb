import { Map as MapLibre, Marker, NavigationControl, setWorkerUrl, type GeoJSONSource, type StyleSpecification } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
// Vite does not emit MapLibre's worker by itself: without this address the map stays blank.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { readColours, watchTheme } from './map-colours';
import { placeFeatures, type MapPlace } from './map-data';
import { french } from './map-french';
import type { LoadGround } from './ground-style';
import { layGround } from './lay-ground';
import { mapStyle } from './map-style';

type Place = readonly [lon: number, lat: number];
type PickOptions = { place: Place; zoom: number; places: readonly MapPlace[]; label: string; /** Tiles under it, where some are configured. */ ground?: LoadGround; onPick: (place: Place) => void };
export type PlacePicker = { put: (place: Place) => void; remove: () => void };

/** Pixels that an arrow moves the mark by; with Shift, one. */
const step = 10;

/** A mark on a map that a person moves: dragged, by a click, or with the arrows once it has the focus. Null without WebGL. */
export function pickPlace(box: HTMLElement, { place, zoom, places, label, ground, onPick }: PickOptions): PlacePicker | null {
  setWorkerUrl(workerUrl);
  let map: MapLibre;
  try {
    map = new MapLibre({ container: box, style: mapStyle(readColours(box)), center: [...place], zoom, minZoom: 3, maxZoom: 18, dragRotate: false, pitchWithRotate: false, cooperativeGestures: true, locale: french, attributionControl: { compact: true } });
  } catch {
    return null;
  }
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.on('style.load', () => map.getSource<GeoJSONSource>('places')?.setData(placeFeatures(places)));
  let base: StyleSpecification | null = null;
  const paint = () => void map.setStyle(mapStyle(readColours(box), base), { diff: false });
  const stopWatching = watchTheme(paint);
  const stopLaying = layGround(map, ground, (found) => {
    base = found;
    paint();
  });

  const handle = document.createElement('button');
  handle.type = 'button';
  handle.className = 'map-handle';
  handle.setAttribute('aria-label', label);
  const marker = new Marker({ element: handle, draggable: true, anchor: 'bottom' }).setLngLat([...place]).addTo(map);
  // The marker makes of its element an image: here it is a button.
  handle.removeAttribute('role');
  handle.setAttribute('aria-label', label);
  const told = () => {
    const { lng, lat } = marker.getLngLat();
    onPick([lng, lat]);
  };
  marker.on('dragend', told);
  map.on('click', ({ lngLat }) => {
    marker.setLngLat(lngLat);
    told();
  });
  handle.addEventListener('keydown', (event) => {
    const [x, y] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
    if (!x && !y) return;
    event.preventDefault();
    event.stopPropagation();
    const by = event.shiftKey ? 1 : step;
    const point = map.project(marker.getLngLat());
    const to = map.unproject([point.x + x! * by, point.y + y! * by]);
    marker.setLngLat(to);
    if (!map.getBounds().contains(to)) map.panTo(to);
    told();
  });
  return {
    put([lon, lat]) {
      marker.setLngLat([lon, lat]);
      if (!map.getBounds().contains([lon, lat])) map.jumpTo({ center: [lon, lat] });
    },
    remove() {
      stopWatching();
      stopLaying();
      map.remove();
    },
  };
}
