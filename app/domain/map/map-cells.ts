/**
 * What the map is given instead of thousands of rows: the squares of a fine grid, each with how many it holds and where they are
 * on the mean. The browser gathers neighbouring squares as it draws them. A square that holds one thing says which.
 */
export type MapCell = {
  lon: number;
  lat: number;
  /** How many. */
  n: number;
  /** They all stand at one point: coming closer would not part them. */
  together?: true;
  /** The place is the middle of a commune or of a département, not an address. */
  about?: true;
  /** When it holds one. */
  id?: string;
  name?: string;
  /** The theme of a partner, the kind of an offer. */
  mark?: string;
};

export type MapCells = { cells: MapCell[]; /** How many in this part of the map. */ total: number };

/** Where the things of a list are, nearly all of them, and how many have no place. Null when none has. */
export type MapExtent = { bounds: { west: number; south: number; east: number; north: number } | null; placed: number; unplaced: number };

/** Sides of a square in degrees, for a zoom: 32 pixels of a map whose tiles have 512, seen from the middle of France. */
export function gridOf(zoom: number): { lon: number; lat: number } {
  const lon = 360 / 2 ** (zoom + 4);
  return { lon, lat: lon * Math.cos((46.5 * Math.PI) / 180) };
}

type FoundCell = { lon: number; lat: number; n: number; together: boolean; id: string | null; name: string | null; mark: string | null; precision: string | null };

/** The rows of the database as the browser reads them: nothing that says nothing, 0.1 m. */
export function cellsOf(rows: readonly FoundCell[]): MapCells {
  const cells = rows.map(({ lon, lat, n, together, id, name, mark, precision }): MapCell => ({
    lon: rounded(lon),
    lat: rounded(lat),
    n,
    ...(n > 1 && together && { together: true as const }),
    ...((precision === 'commune' || precision === 'departement') && { about: true as const }),
    ...(n === 1 && { id: id ?? '', name: name ?? '', mark: mark ?? '' }),
  }));
  return { cells, total: cells.reduce((sum, { n }) => sum + n, 0) };
}

const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
