import { type GeoJSONSource, LngLatBounds, Map as MapLibre, type MapGeoJSONFeature, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
// Vite does not emit MapLibre's worker by itself: without this address the map stays blank.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { addImages } from './add-images';
import { drawCircle } from './draw-circle';
import { keyOf, shownSpot } from './drawn-spot';
import type { ExploredMap, ExploreOptions, MapPosition } from './explore-options';
import { aside, exploreStyle } from './explore-style';
import { fanOnMap } from './fan-on-map';
import { followPointer } from './follow-pointer';
import { watchBase } from './lay-ground';
import { readColours, watchTheme } from './map-colours';
import { areaFeatures, litFeatures, spotFeatures, type Area, type Bounds, type Lit, type Spot } from './map-data';
import { french } from './map-french';
import { openSpot } from './open-spot';
import { townFeatures } from './towns';

/** The map of a list, in a box; null where the browser cannot draw it (no WebGL). */
export function exploreMap(box: HTMLElement, options: ExploreOptions): ExploredMap | null {
  setWorkerUrl(workerUrl);
  const names = options.layers.map(({ name }) => name);
  let map: MapLibre;
  try {
    map = new MapLibre({
      container: box,
      style: exploreStyle(readColours(box), options.layers, options.ground),
      ...(options.view ? cameraOf(options.view) : { bounds: toBounds(options.bounds), fitBoundsOptions: { padding: 44, maxZoom: 14 } }),
      minZoom: 2.5,
      maxZoom: 18,
      dragRotate: false,
      pitchWithRotate: false,
      // On a telephone the page must still slide under a finger.
      cooperativeGestures: window.matchMedia('(max-width: 68.74em)').matches,
      locale: french,
      attributionControl: { compact: true },
    });
  } catch {
    return null;
  }
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-right');

  const held = new Map<string, Spot[]>();
  const spots = new Map<string, MapGeoJSONFeature>();
  let ground = options.ground;
  let visible = [...options.visible];
  let area = options.area;
  let lit: Lit | null = null;
  let round = 0;
  let stopDrawing: (() => void) | undefined;
  let justDrawn = 0;
  let toTell: ReturnType<typeof setTimeout> | undefined;

  const fill = () => {
    map.getCanvas().setAttribute('aria-label', `${options.label}. Flèches pour déplacer, plus et moins pour zoomer.`);
    const source = (name: string) => map.getSource<GeoJSONSource>(name);
    for (const name of names) source(name)?.setData(spotFeatures(visible.includes(name) ? (held.get(name) ?? []) : []));
    source('circle')?.setData(areaFeatures(area));
    source('lit')?.setData(litFeatures(lit));
    townFeatures().then((towns) => source('places')?.setData(towns), () => {});
  };
  const read = async () => {
    const mine = (round += 1);
    const bounds = map.getBounds();
    const shown = { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() };
    await Promise.all(
      visible.map(async (name) => {
        const found = await options.load(name, Math.round(map.getZoom()), shown);
        if (found === null || mine !== round) return;
        held.set(name, found);
        map.getSource<GeoJSONSource>(name)?.setData(spotFeatures(found));
        tellSoon();
      }),
    );
  };

  const drawStyle = () => {
    addImages(map, options.layers, box);
    fill();
  };
  map.on('style.load', drawStyle);
  const spread = fanOnMap(map);
  map.on('moveend', () => {
    options.onMoved(positionOf(map));
    tellSoon();
    void read();
  });
  const tell = () => {
    clearTimeout(toTell);
    spots.clear();
    const layers = [...visible.flatMap((name) => [`${name}-ones`, `${name}-groups`]), 'fan'].filter((id) => map.getLayer(id));
    for (const feature of map.queryRenderedFeatures({ layers })) spots.set(keyOf(feature), feature);
    const seen = [...spots].map(([key, feature]) => shownSpot(key, feature, map, options.layers));
    options.onShown(seen.sort((a, b) => a.y - b.y || a.x - b.x));
  };
  // Not only once all is idle: tiles that never come would keep the marks from whoever has no mouse.
  const tellSoon = () => {
    clearTimeout(toTell);
    toTell = setTimeout(tell, 400);
  };
  map.on('idle', tell);
  // The click that ends a circle opens nothing.
  const open = (feature: MapGeoJSONFeature) => !stopDrawing && Date.now() - justDrawn > 400 && void openSpot(map, feature, options.onOpen);
  followPointer(map, options, open);
  const paint = () => void map.setStyle(exploreStyle(readColours(box), options.layers, ground), { diff: false });
  const stopWatching = watchTheme(paint);
  let stopBase = () => {};
  const watchGround = () => {
    stopBase();
    if (ground.base) stopBase = watchBase(map, ground.base, () => {
      ground = { ...ground, base: null };
      paint();
    });
  };
  watchGround();

  return {
    // Drawn, or as good as: another's tiles may never come.
    ready: new Promise<void>((resolve) => {
      map.once('load', () => resolve());
      map.once('style.load', () => setTimeout(resolve, 2000));
    }).then(read),
    reload(change) {
      visible = [...change.layers];
      area = change.area;
      for (const name of names) if (!visible.includes(name)) held.delete(name);
      // Not asked whether the style is loaded: it is not while a layer's last answer is drawn.
      fill();
      if (change.view) map.jumpTo(cameraOf(change.view));
      else if (change.bounds) map.fitBounds(toBounds(change.bounds), { padding: 44, maxZoom: 14, animate: false });
      void read();
    },
    changeGround(other) {
      ground = other;
      paint();
      watchGround();
    },
    // Over a sea one does not fly for seconds.
    goTo: (bounds) => void map.fitBounds(toBounds(bounds), { padding: 44, maxZoom: 14, animate: map.getBounds().intersects(toBounds(bounds)) }),
    position: () => positionOf(map),
    light(place, layer) {
      lit = place && { place, layer: Math.max(0, layer === undefined ? 0 : names.indexOf(layer)) };
      map.getSource<GeoJSONSource>('lit')?.setData(litFeatures(lit));
    },
    spread: (fan) => spread(fan && { ...fan, offset: fan.layer === names[0] ? [0, 0] : aside }),
    clear(place, { width, height }) {
      const { x, y } = map.project([...place]);
      const hidden = y - (map.getContainer().clientHeight - height - 60);
      if (hidden > 0 && x < width + 40) map.panBy([0, hidden]);
    },
    draw(onDrawn, atOnce) {
      stopDrawing?.();
      if (atOnce) {
        const { lng, lat } = map.getCenter();
        return onDrawn({ center: [lng, lat], metres: 10_000 });
      }
      const show = (draft: Area | null) => map.getSource<GeoJSONSource>('circle')?.setData(areaFeatures(draft ?? area));
      stopDrawing = drawCircle(map, {
        onDraft: show,
        onDrawn: (drawn) => {
          stopDrawing = undefined;
          justDrawn = Date.now();
          show(drawn);
          onDrawn(drawn);
        },
      });
    },
    open(key) {
      const feature = spots.get(key);
      if (feature) open(feature);
    },
    remove() {
      clearTimeout(toTell);
      stopWatching();
      stopBase();
      map.remove();
    },
  };
}

const cameraOf = ({ lon, lat, zoom }: MapPosition) => ({ center: [lon, lat] as [number, number], zoom });
const positionOf = (map: MapLibre): MapPosition => ({ lon: map.getCenter().lng, lat: map.getCenter().lat, zoom: map.getZoom() });
const toBounds = ({ west, south, east, north }: Bounds) => new LngLatBounds([west, south, east, north]);
