import { fold } from '~/domain/text/fold';

/**
 * The folded words under which a title is found, both genders: « Serveur / Serveuse de restaurant » → `serveur serveuse de restaurant`,
 * « Chef pâtissier / pâtissière » → `chef patissier patissiere`.
 */
export const titleWords = (label: string): string => [...new Set(fold(label).match(/[a-z0-9]+/g) ?? [])].join(' ');

/** What a person types of a trade, as a tsquery: every word begins a word of the title, « s » of the plural forgiven. Null without a word. */
export function titleQuery(typed: string): string | null {
  const words = (fold(typed.slice(0, 80)).match(/[a-z0-9]+/g) ?? []).filter((word) => word.length > 1 && !small.has(word)).slice(0, 6);
  return words.length === 0 ? null : words.map((word) => `${word.length > 4 ? word.replace(/s$/, '') : word}:*`).join(' & ');
}

const small = new Set('de du des la le les en et un une au aux pour dans sur'.split(' '));
