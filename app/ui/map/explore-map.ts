import { type GeoJSONSource, LngLatBounds, Map as MapLibre, type MapGeoJSONFeature, NavigationControl, Popup, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
// Vite does not emit MapLibre's worker by itself: without this address the map stays blank.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { aside, bubbles, exploreStyle } from './explore-style';
import { fanOnMap, type Fan } from './fan-on-map';
import type { Ground } from './ground-style';
import { watchBase } from './lay-ground';
import { drawCircle } from './draw-circle';
import { readColours, watchTheme } from './map-colours';
import { areaFeatures, litFeatures, spotFeatures, type Area, type Bounds, type Lit, type Spot } from './map-data';
import { french } from './map-french';
import { groupImage, markImage, markPixelRatio } from './mark-image';
import type { Mark, MarkHue } from './marks';
import { townFeatures } from './towns';

export type ExploreLayer = { name: string; group: 'disc' | 'square'; hue: MarkHue; marks: Readonly<Record<string, Mark>>; /** Names several of them. */ inWords: (count: number) => string };

/** Something drawn, for whoever goes from one to the next by keyboard. In pixels of the map. */
export type ShownSpot = { key: string; x: number; y: number; label: string; isGroup: boolean };

export type ExploreOptions = {
  layers: readonly ExploreLayer[];
  /** Those shown at first, by name. */
  visible: readonly string[];
  label: string;
  ground: Ground;
  bounds: Bounds;
  /** Where it was left, in the place of the bounds. */
  view: MapPosition | null;
  area: Area | null;
  load: (layer: string, zoom: number, bounds: Bounds) => Promise<Spot[] | null>;
  /** Several things at one address, or one: what stands in this rectangle is asked for. `id`: one of those that are spread out. */
  onOpen: (layer: string, box: Bounds, id?: string) => void;
  onMoved: (view: MapPosition) => void;
  /** The pointer is over this thing, or over none. */
  onPoint: (layer: string, id: string | null) => void;
  onShown: (spots: ShownSpot[]) => void;
};

/** What the map shows: its middle, and how near. */
export type MapPosition = { lon: number; lat: number; zoom: number };

export type ExploredMap = {
  /** Settled once something is drawn. */
  ready: Promise<void>;
  /** Reads the layers again: the filters changed. */
  reload: (change: { layers: readonly string[]; area: Area | null; bounds?: Bounds; view?: MapPosition | null }) => void;
  position: () => MapPosition;
  /** Another ground, under what is drawn. */
  changeGround: (ground: Ground) => void;
  goTo: (bounds: Bounds) => void;
  /** Surrounds a place of a layer. */
  light: (place: readonly [lon: number, lat: number] | null, layer?: string) => void;
  /** Spreads things that share one place, by their layer. */
  spread: (fan: Omit<Fan, 'offset'> | null) => void;
  /** Moves so that this place is not under what covers the lower left of the map. In pixels. */
  clear: (place: readonly [lon: number, lat: number], covered: { width: number; height: number }) => void;
  open: (key: string) => void;
  /** A circle is drawn by hand, or around the middle of the map at once. */
  draw: (onDrawn: (area: Area) => void, atOnce: boolean) => void;
  remove: () => void;
};

const small = 2e-6;

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
/** As it was given; of a bubble, where it is drawn. */
const placeOf = ({ geometry, properties: { lon, lat } }: MapGeoJSONFeature): [number, number] => (lon === undefined ? ((geometry as GeoJSON.Point).coordinates as [number, number]) : [Number(lon), Number(lat)]);
const isSpread = (feature: MapGeoJSONFeature) => feature.source === 'fan';
const layerOf = (feature: MapGeoJSONFeature) => (isSpread(feature) ? String(feature.properties.layer) : feature.source);
const countOf = ({ properties }: MapGeoJSONFeature) => Number(properties.sum ?? properties.n);
const keyOf = (feature: MapGeoJSONFeature) => `${feature.source}:${feature.properties.id ?? placeOf(feature).map((degrees) => degrees.toFixed(5))}`;

function shownSpot(key: string, feature: MapGeoJSONFeature, map: MapLibre, layers: readonly ExploreLayer[]): ShownSpot {
  const { x, y } = map.project(placeOf(feature));
  const layer = layers.find(({ name }) => name === layerOf(feature));
  const isAside = layer !== layers[0] && !isSpread(feature);
  const isGroup = countOf(feature) > 1;
  const mark = layer?.marks[String(feature.properties.mark)]?.label;
  const about = feature.properties.about === 1 ? ', à la commune près' : '';
  const label = isGroup ? `${layer?.inWords(countOf(feature)) ?? ''}${feature.properties.together ? ' à la même adresse' : ''}` : [feature.properties.name, mark].filter(Boolean).join(', ');
  return { key, x: isAside ? x + aside[0] : x, y: isAside ? y + aside[1] : y, label: label + about, isGroup };
}

/** A bubble comes closer until its things part; what stands at one point is told in a card. */
async function openSpot(map: MapLibre, feature: MapGeoJSONFeature, onOpen: ExploreOptions['onOpen']): Promise<void> {
  const layer = layerOf(feature);
  const [lon, lat] = placeOf(feature);
  const here = { west: lon - small, south: lat - small, east: lon + small, north: lat + small };
  if (isSpread(feature)) return onOpen('fan', here, String(feature.properties.id));
  if (!feature.properties.cluster) {
    if (countOf(feature) === 1 || feature.properties.together) return onOpen(layer, here);
    return void map.easeTo({ center: [lon, lat], zoom: Math.min(18, map.getZoom() + 2) });
  }
  const leaves = (await map.getSource<GeoJSONSource>(layer)?.getClusterLeaves(Number(feature.properties.cluster_id), 500, 0)) ?? [];
  const bounds = new LngLatBounds();
  for (const leaf of leaves) bounds.extend((leaf.geometry as GeoJSON.Point).coordinates as [number, number]);
  const wide = Math.max(bounds.getEast() - bounds.getWest(), bounds.getNorth() - bounds.getSouth());
  if (map.getZoom() >= 16.5 || wide < 1e-5) return onOpen(layer, { west: bounds.getWest() - small, south: bounds.getSouth() - small, east: bounds.getEast() + small, north: bounds.getNorth() + small });
  const before = map.getZoom();
  const camera = map.cameraForBounds(bounds, { padding: 90, maxZoom: 16.5 });
  map.easeTo({ center: camera?.center ?? [lon, lat], zoom: Math.max(before + 1, camera?.zoom ?? before + 2) });
}

/** The name of what is under the pointer; a click opens it. */
function followPointer(map: MapLibre, { layers, onPoint }: ExploreOptions, open: (feature: MapGeoJSONFeature) => void): void {
  const name = new Popup({ closeButton: false, closeOnClick: false, offset: 18, className: 'map-name' });
  const pointed = [...layers.flatMap((layer) => [`${layer.name}-ones`, `${layer.name}-groups`]), 'fan'];
  for (const id of pointed) {
    map.on('mousemove', id, ({ features }) => {
      const feature = features?.[0];
      if (!feature) return;
      map.getCanvas().style.cursor = 'pointer';
      const isAside = layerOf(feature) !== layers[0]?.name && !isSpread(feature);
      name.setOffset(isAside ? [aside[0], aside[1] - 18] : 18).setLngLat(placeOf(feature)).setText(shownSpot('', feature, map, layers).label).addTo(map);
      onPoint(layerOf(feature), feature.properties.id === undefined ? null : String(feature.properties.id));
    });
    map.on('mouseleave', id, () => {
      map.getCanvas().style.cursor = '';
      name.remove();
      for (const layer of layers) onPoint(layer.name, null);
    });
  }
  // A finger leaves no mark: the name of what it pressed goes as the map moves.
  map.on('movestart', () => void name.remove());
  const clickable = ['fan', ...layers.flatMap(({ name: layer }) => [`${layer}-groups`, `${layer}-ones`])];
  // Asked once for all layers: what lies on top is what was meant.
  map.on('click', ({ point }) => {
    const [feature] = map.queryRenderedFeatures(point, { layers: clickable });
    if (feature) open(feature);
  });
}

function addImages(map: MapLibre, layers: readonly ExploreLayer[], box: HTMLElement): void {
  const colours = readColours(box);
  const put = (id: string, image: ImageData | null) => image && !map.hasImage(id) && map.addImage(id, image, { pixelRatio: markPixelRatio });
  for (const layer of layers) {
    for (const isAbout of [false, true]) {
      const end = isAbout ? '-about' : '';
      for (const [code, mark] of Object.entries(layer.marks)) put(`${layer.name}-${code}${end}`, markImage(mark, { fill: colours[mark.hue], edge: colours.card }, isAbout));
      for (const { name, radius } of bubbles) put(`${layer.name}-group-${name}${end}`, groupImage(layer.group, radius, { fill: colours[layer.hue], edge: colours.card }, isAbout));
    }
  }
}
