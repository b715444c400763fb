import { useShortcut } from '~/ui/use-shortcut';

/** `j` `k` go from pair to pair, on the first thing that one can do with it. */
export function usePairKeys() {
  const move = (step: 1 | -1) => {
    const all = [...document.querySelectorAll<HTMLElement>('[data-pair]')];
    const at = all.findIndex((pair) => pair.contains(document.activeElement));
    const target = at === -1 ? all[0] : all[at + step];
    target?.querySelector<HTMLElement>('[data-pair-focus]')?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'start' });
    return Boolean(target);
  };
  useShortcut('j', () => move(1));
  useShortcut('k', () => move(-1));
}
