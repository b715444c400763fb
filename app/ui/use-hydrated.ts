import { useSyncExternalStore } from 'react';

const nothingToWatch = () => () => {};

/** False on the server and during hydration, true once scripts run: what needs script appears then, without a mismatch. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    nothingToWatch,
    () => true,
    () => false,
  );
}
