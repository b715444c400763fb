import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import type { LoadGround } from './ground-style';

/** As long as tiles are waited for before our own ground comes back, in ms. */
const patience = 10_000;

/**
 * Lays the tiles that are configured under a map already drawn, when they come; `lay(null)` when none of them does: our own ground is
 * better than none. Returns what gives up waiting.
 */
export function layGround(map: MapLibre, load: LoadGround | undefined, lay: (base: StyleSpecification | null) => void): () => void {
  let isLeft = false;
  let stopWatching = () => {};
  const put = (found: { base: StyleSpecification | null } | null) => {
    if (isLeft || !found?.base) return;
    lay(found.base);
    stopWatching = watchBase(map, found.base, () => lay(null));
  };
  void load?.().then(({ ground, later }) => {
    put(ground);
    return later.then(put);
  });
  return () => {
    isLeft = true;
    stopWatching();
  };
}

/** Once everything came, or after a while, is anything of the base drawn? Calls back when nothing is. Returns what ends it. */
export function watchBase(map: MapLibre, base: StyleSpecification, onNothing: () => void): () => void {
  const layers = base.layers.filter(({ type }) => type !== 'background').map(({ id }) => id);
  const look = () => {
    end();
    const known = layers.filter((id) => map.getLayer(id));
    if (known.length > 0 && map.queryRenderedFeatures({ layers: known }).length === 0) onNothing();
  };
  const timer = setTimeout(look, patience);
  map.once('idle', look);
  function end() {
    clearTimeout(timer);
    map.off('idle', look);
  }
  return end;
}
