import { type FocusEvent, lazy, type PointerEvent, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { ListMapProps } from './list-map';

// Fetched where a map is shown: a list without one does not carry it.
const ListMap = lazy(() => import('./list-map').then((file) => ({ default: file.ListMap })));

/** Where the rows of the list are, by their id. */
export type RowPlaces = Readonly<Record<string, readonly [lon: number, lat: number]>>;

/** The list, and beside it its map when it is asked for. What is pointed at in one is shown in the other. */
export function BesideMap({ map, places, children }: { map: Omit<ListMapProps, 'lit' | 'onPoint' | 'onDrawn'> | null; places: RowPlaces; children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  const [lit, setLit] = useState<string | null>(null);
  const [isDrawn, setDrawn] = useState(false);
  const point = (event: FocusEvent | PointerEvent) => setLit(event.target instanceof Element ? (event.target.closest('[data-row]')?.getAttribute('data-row') ?? null) : null);
  const showRow = useCallback((id: string | null) => {
    list.current?.querySelector('tr[data-lit]')?.removeAttribute('data-lit');
    if (id) list.current?.querySelector(`tr[data-row="${CSS.escape(id)}"]`)?.setAttribute('data-lit', '');
  }, []);
  useEffect(() => {
    if (!map) setDrawn(false);
  }, [map]);
  if (!map) return <>{children}</>;
  return (
    <div className="beside-map" data-drawn={isDrawn ? '' : undefined}>
      {/* Nothing is done here: the list says which of its rows is pointed at. */}
      <div ref={list} className="beside-list" onPointerOver={point} onPointerLeave={() => setLit(null)} onFocus={point} onBlur={() => setLit(null)}>
        {children}
      </div>
      <Suspense><ListMap {...map} lit={lit ? (places[lit] ?? null) : null} onPoint={showRow} onDrawn={setDrawn} /></Suspense>
    </div>
  );
}

/** The places of rows that have one. */
export const placesOf = (rows: readonly { id: string; latitude?: number | null; longitude?: number | null }[]): RowPlaces =>
  Object.fromEntries(rows.flatMap(({ id, latitude, longitude }) => (latitude == null || longitude == null ? [] : [[id, [longitude, latitude] as const]])));
