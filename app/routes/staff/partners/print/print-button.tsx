import { Button } from '~/ui/button';
import { useHydrated } from '~/ui/use-hydrated';

/** Opens the browser's own window; without script, its menu does the same. */
export function PrintButton({ isMain = false }: { isMain?: boolean }) {
  return useHydrated() ? <Button type="button" variant={isMain ? 'main' : undefined} icon="print" onClick={() => window.print()}>Imprimer</Button> : null;
}
