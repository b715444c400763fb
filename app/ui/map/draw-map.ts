import { type GeoJSONSource, Map as MapLibre, NavigationControl, Popup, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
// Vite does not emit MapLibre's worker by itself: without this address the map stays blank.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { MapViewProps } from '~/ui/map-view';
import { readColours, watchTheme } from './map-colours';
import { circleFeatures, placeFeatures, pointFeatures, precisionRadius } from './map-data';
import { french } from './map-french';
import { layGround } from './lay-ground';
import { mapStyle } from './map-style';
import { toneImage, tones } from './tone-image';

export type DrawnMap = {
  /** Settled once something is drawn. */
  ready: Promise<void>;
  show: (props: MapViewProps) => void;
  remove: () => void;
};

/** Draws the map in a box; null where the browser cannot (no WebGL). */
export function drawMap(box: HTMLElement, first: MapViewProps, onPoint: (id: string) => void): DrawnMap | null {
  setWorkerUrl(workerUrl);
  let map: MapLibre;
  try {
    map = new MapLibre({
      container: box,
      style: mapStyle(readColours(box)),
      center: [...first.center],
      zoom: first.zoom,
      minZoom: 3,
      maxZoom: 17,
      dragRotate: false,
      pitchWithRotate: false,
      // The page must still scroll when the pointer is over the map.
      cooperativeGestures: true,
      locale: french,
      attributionControl: { compact: true },
    });
  } catch {
    return null;
  }
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');

  let shown = first;
  const fill = () => {
    const colours = readColours(box);
    for (const tone of tones) {
      const image = toneImage(tone, colours);
      if (image && !map.hasImage(`tone-${tone}`)) map.addImage(`tone-${tone}`, image);
    }
    put(map, shown);
  };
  map.on('style.load', fill);
  let base: StyleSpecification | null = null;
  const paint = () => void map.setStyle(mapStyle(readColours(box), base), { diff: false });
  const stopWatching = watchTheme(paint);
  const stopLaying = layGround(map, first.ground, (ground) => {
    base = ground;
    paint();
  });
  followPointer(map, onPoint);

  return {
    ready: new Promise((resolve) => map.once('load', () => resolve())),
    show(props) {
      const moved = props.center[0] !== shown.center[0] || props.center[1] !== shown.center[1];
      const changed =
        moved || props.points !== shown.points || props.places !== shown.places || props.precision !== shown.precision;
      shown = props;
      if (moved) map.jumpTo({ center: [...props.center], zoom: props.zoom });
      // Not asked whether it is loaded: it is not while its last data or a tile comes, and these would be lost.
      if (changed) put(map, props);
    },
    remove() {
      stopWatching();
      stopLaying();
      map.remove();
    },
  };
}

function put(map: MapLibre, { points, places = [], precision = 'exact', center, label }: MapViewProps) {
  const source = (name: string) => map.getSource<GeoJSONSource>(name);
  source('points')?.setData(pointFeatures(points));
  source('places')?.setData(placeFeatures(places));
  source('circle')?.setData(circleFeatures(center, precisionRadius[precision]));
  map.getCanvas().setAttribute('aria-label', `${label}. Flèches pour déplacer, plus et moins pour zoomer.`);
}

/** The name of a point under the pointer; a click on it tells the page, on a gathering it comes closer. */
function followPointer(map: MapLibre, onPoint: (id: string) => void) {
  const name = new Popup({ closeButton: false, closeOnClick: false, offset: 14, className: 'map-name' });
  for (const layer of ['points', 'gathered']) {
    map.on('mouseenter', layer, () => {
      map.getCanvas().style.cursor = 'pointer';
    });
    map.on('mouseleave', layer, () => {
      map.getCanvas().style.cursor = '';
      name.remove();
    });
  }
  map.on('mousemove', 'points', ({ lngLat, features }) => {
    name
      .setLngLat(lngLat)
      .setText(String(features?.[0]?.properties.label ?? ''))
      .addTo(map);
  });
  map.on('click', 'points', ({ features }) => onPoint(String(features?.[0]?.properties.id ?? '')));
  map.on('click', 'gathered', async ({ lngLat, features }) => {
    const zoom = await map
      .getSource<GeoJSONSource>('points')
      ?.getClusterExpansionZoom(Number(features?.[0]?.properties.cluster_id));
    map.easeTo({ center: lngLat, zoom: zoom ?? map.getZoom() + 2 });
  });
}
