import { lazy, Suspense, useState } from 'react';
import { Button } from './button';
import type { IconName } from './icon';
import { Kbd } from './kbd';
import type { Search } from './use-search';
import { useShortcut } from './use-shortcut';

export type Command = {
  id: string;
  label: string;
  /** Where it goes, or what it does. */
  to?: string;
  run?: () => void;
  section: string;
  icon?: IconName;
  /** Other words for it, which people type. */
  keywords?: readonly string[];
  hint?: string;
};

export type CommandPaletteProps = {
  commands: readonly Command[];
  /** Finds records as one types; give the same function at each render. */
  search?: Search<Command>;
  /** Shows a button too, for those who do not know the keys. */
  button?: boolean;
};

// Fetched at the first Ctrl-K: most pages never open it.
const PaletteWindow = lazy(() => import('./palette-window'));

/** Ctrl-K: jump anywhere by typing. */
export function CommandPalette({ commands, search, button }: CommandPaletteProps) {
  const [open, setOpen] = useState(false);
  useShortcut('k', () => setOpen(true), { withControl: true });
  return (
    <>
      {button && (
        <Button type="button" icon="keyboard" aria-keyshortcuts="Control+K" onClick={() => setOpen(true)}>
          Aller à… <Kbd>Ctrl K</Kbd>
        </Button>
      )}
      {open && (
        <Suspense fallback={null}>
          <PaletteWindow commands={commands} search={search} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
