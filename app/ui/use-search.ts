import { useEffect, useState } from 'react';

export type Search<Item> = (query: string, signal: AbortSignal) => Promise<readonly Item[]>;

type Found<Item> = { query: string; items: readonly Item[]; failed: boolean };

/**
 * Asks the server as one types: waits for a pause of 150 ms, drops the answers that come too late, and keeps the last ones
 * on screen meanwhile. An empty or too short query asks nothing.
 */
export function useSearch<Item>(search: Search<Item> | undefined, query: string, shortest = 2) {
  const [found, setFound] = useState<Found<Item>>({ query: '', items: [], failed: false });
  const sought = query.trim();
  const asks = Boolean(search) && sought.length >= shortest;

  useEffect(() => {
    if (!search || !asks) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      search(sought, controller.signal).then(
        (items) => !controller.signal.aborted && setFound({ query: sought, items, failed: false }),
        () => !controller.signal.aborted && setFound({ query: sought, items: [], failed: true }),
      );
    }, 150);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [search, sought, asks]);

  return {
    items: asks ? found.items : [],
    waiting: asks && found.query !== sought,
    failed: asks && found.query === sought && found.failed,
  };
}
