import { cleanText } from '~/domain/text/clean';

/** As many values as one filter takes: more is a paste of a whole list. */
export const mostValues = 40;

/**
 * What must be said of the choices of an address (`typologie=…`) that none of those kept stands for: nobody thinks that the list
 * answers what it left out. `kept` holds, by filter, the values understood as an address writes them; an empty value says nothing.
 */
export function droppedChoices(params: URLSearchParams, kept: Readonly<Record<string, readonly string[]>>): string[] {
  const given = Object.keys(kept).map((name) => [name, [...new Set(params.getAll(name).map(cleanText).filter(Boolean))]] as const);
  const lost = given.reduce((sum, [name, values]) => sum + values.filter((value) => !kept[name]!.includes(value)).length, 0);
  if (lost === 0) return [];
  if (given.some(([, values]) => values.length > mostValues)) return [`Un filtre prend ${mostValues} valeurs au plus : les autres ne comptent pas.`];
  return [lost === 1 ? 'Un des filtres de l’adresse n’a pas été compris : il ne compte pas.' : `${lost} des filtres de l’adresse n’ont pas été compris : ils ne comptent pas.`];
}
