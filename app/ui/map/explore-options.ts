import type { Fan } from './fan-on-map';
import type { Ground } from './ground-style';
import type { Area, Bounds, Spot } from './map-data';
import type { Mark, MarkHue } from './marks';

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
