/**
 * Moves the focus between the rows of a table, or ticks the row in focus. A row takes the focus on its link, or on its
 * checkbox when it has none, so that screen readers say something useful. Returns whether something was done.
 */
export function moveInTable(body: HTMLElement | null, move: 'next' | 'previous' | 'toggle'): boolean {
  const focused = document.activeElement;
  // Another table of the page has the focus: the key is for it.
  if (!body || (!body.contains(focused) && focused?.closest('tbody'))) return false;
  const rows = [...body.querySelectorAll<HTMLTableRowElement>('tr')];
  const current = rows.findIndex((row) => row.contains(focused));

  if (move === 'toggle') {
    const tick = rows[current]?.querySelector<HTMLInputElement>('.row-tick');
    tick?.click();
    return Boolean(tick);
  }

  // From outside, both ways enter by the first row.
  const target = current === -1 ? rows[0] : rows[current + (move === 'next' ? 1 : -1)];
  const focusable =
    target?.querySelector<HTMLElement>('[data-row-focus]') ?? target?.querySelector<HTMLElement>('.row-tick');
  focusable?.focus();
  target?.scrollIntoView?.({ block: 'nearest' });
  return Boolean(focusable);
}
