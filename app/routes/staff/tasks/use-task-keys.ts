import { useShortcut } from '~/ui/use-shortcut';

const lines = () => [...document.querySelectorAll<HTMLElement>('[data-task]')];
const tickOf = (line: HTMLElement | undefined) => line?.querySelector<HTMLElement>('[data-task-tick]');
const current = () => document.activeElement?.closest<HTMLElement>('[data-task]') ?? undefined;

/** `j` `k` go from task to task, `x` ticks the one in focus, `e` corrects it. */
export function useTaskKeys() {
  const move = (step: 1 | -1) => {
    const all = lines();
    const at = all.findIndex((line) => line === current());
    const target = tickOf(at === -1 ? all[0] : all[at + step]);
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
    return Boolean(target);
  };
  const press = (target: HTMLElement | null | undefined) => {
    target?.click();
    return Boolean(target);
  };
  useShortcut('j', () => move(1));
  useShortcut('k', () => move(-1));
  useShortcut('x', () => press(tickOf(current())));
  useShortcut('e', () => press(current()?.querySelector<HTMLElement>('[data-task-edit]')));
}
