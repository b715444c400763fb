import type { MapPosition } from '~/ui/map/explore-options';

/** As many pages of the history as anybody goes back through. */
const most = 40;
const store = 'maillage:cartes';

type Remembered = Record<string, [lon: number, lat: number, zoom: number]>;

/** Where the map of this page of the history was left: going back or reloading finds it so. `page` is the key of its entry, and its address. */
export function rememberedView(page: string): MapPosition | null {
  const found = read()[page];
  return Array.isArray(found) && found.every(Number.isFinite) ? { lon: found[0], lat: found[1], zoom: found[2] } : null;
}

/** Kept in this tab alone: where one looks is not of the address, which is passed on. */
export function rememberView(page: string, { lon, lat, zoom }: MapPosition): void {
  const { [page]: _old, ...others } = read();
  const kept = [...Object.entries(others), [page, [rounded(lon), rounded(lat), rounded(zoom)]] as const].slice(-most);
  try {
    sessionStorage.setItem(store, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // A browser that keeps nothing shows the whole list again.
  }
}

function read(): Remembered {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(store) ?? '{}');
    return found && typeof found === 'object' ? (found as Remembered) : {};
  } catch {
    return {};
  }
}

const rounded = (value: number) => Math.round(value * 1e5) / 1e5;
