import { type ReactNode, useState } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';
import { Kbd } from './kbd';
import { useShortcut } from './use-shortcut';

export type Shortcut = { keys: readonly string[]; label: string };

/** What works on every page. */
export const commonShortcuts: readonly Shortcut[] = [
  { keys: ['/'], label: 'Chercher' },
  { keys: ['Ctrl', 'K'], label: 'Aller à une page, un partenaire' },
  { keys: ['J', '↓'], label: 'Ligne suivante d’une liste' },
  { keys: ['K', '↑'], label: 'Ligne précédente d’une liste' },
  { keys: ['Entrée'], label: 'Ouvrir la ligne' },
  { keys: ['X'], label: 'Choisir la ligne' },
  { keys: ['N'], label: 'Noter un échange, sur la fiche d’un partenaire' },
  { keys: ['E'], label: 'Changer l’étape, sur la fiche d’un partenaire' },
  { keys: ['?'], label: 'Cette aide' },
];

/** `?` shows the keys that do something here. */
export function ShortcutHelp({
  shortcuts = commonShortcuts,
  button,
  children,
}: {
  shortcuts?: readonly Shortcut[];
  button?: boolean;
  /** Other help, under the keys; told how to close the window. */
  children?: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  useShortcut('?', () => setOpen(true));
  return (
    <>
      {button && (
        <Button type="button" variant="quiet" size="small" icon="keyboard" onClick={() => setOpen(true)}>
          Raccourcis clavier
        </Button>
      )}
      {open && (
        <Dialog open onClose={() => setOpen(false)} title="Raccourcis clavier">
          <dl className="shortcut-list">
            {shortcuts.map(({ keys, label }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  {keys.map((key, index) => (
                    <span key={key}>
                      {index > 0 && ' '}
                      <Kbd>{key}</Kbd>
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
          {children?.(() => setOpen(false))}
        </Dialog>
      )}
    </>
  );
}
