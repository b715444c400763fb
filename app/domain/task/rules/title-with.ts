import { longestTitle } from '~/domain/task/longest-title';

/** A title that holds a name, shortened where both together would be too long. */
export function titleWith(name: string, title: (name: string) => string): string {
  const whole = title(name);
  if (whole.length <= longestTitle) return whole;
  const room = longestTitle - title('').length - 1;
  return title(`${[...name].slice(0, Math.max(1, Math.floor(room / 2))).join('')}…`);
}
