import { useEffect, useRef } from 'react';

export type ShortcutOptions = {
  enabled?: boolean;
  /** Ctrl, or ⌘ on a Mac. Such a shortcut also works while typing. */
  withControl?: boolean;
};

/**
 * Runs `act` on a key, except while the person types, chooses in a list, or a dialog is open. An `act` that answers false
 * had nothing to do: the key goes on to the next one.
 */
export function useShortcut(
  key: string,
  act: () => void | boolean,
  { enabled = true, withControl = false }: ShortcutOptions = {},
) {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });

  useEffect(() => {
    if (!enabled) return;
    function listen(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      if (event.key.toLowerCase() !== key.toLowerCase()) return;
      if (withControl !== (event.ctrlKey || event.metaKey)) return;
      if (!withControl && (isTyping(event.target) || document.querySelector('[aria-modal="true"]'))) return;
      if (latest.current() !== false) event.preventDefault();
    }
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [key, enabled, withControl]);
}

/** Whether keys belong to what has the focus. Boxes to tick are not typing: letters do nothing there. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('textarea, select, [role="textbox"], [role="combobox"]')) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type);
}
