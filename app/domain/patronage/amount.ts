import { quoted } from '~/domain/text/clean';

/** Euros beyond which a zero too many is likelier than a gift. */
const most = 100_000_000;

export type ReadAmount = { ok: true; /** Euros with two decimals: `1500.50`. Text, because money is never a float. */ amount: string } | { ok: false; reason: string };

/**
 * Reads an amount in euros as people type it: `1 500,50 €`, `1500.5`, `1.500,00`, with any kind of space. What could mean two
 * things (`1.500`) is refused in a sentence rather than guessed.
 */
export function parseAmount(text: string): ReadAmount {
  const typed = text.replace(/[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g, ' ').trim().replace(/ ?(?:€|eur|euros?)$/i, '').replace(/^€ ?/, '');
  const no = (reason: string): ReadAmount => ({ ok: false, reason });
  if (/^[-−–]/.test(typed)) return no('Un montant s’écrit sans signe moins.');
  const known = partsOf(typed);
  if (known === 'ambiguous') return no(`${quoted(text)} peut se lire de deux façons. Écrivez-le comme 1500 ou 1,50.`);
  if (!known) return no(`${quoted(text)} n’est pas un montant. Écrivez-le comme 1500 ou 1500,50.`);
  const euros = known.euros.replace(/^0+(?=\d)/, '');
  const amount = `${euros}.${known.cents.padEnd(2, '0')}`;
  if (/^0\.00$/.test(amount)) return no('Indiquez un montant plus grand que zéro, ou rien.');
  if (euros.length > 9 || Number(euros) >= most) return no('Ce montant dépasse 100 millions d’euros : vérifiez les zéros.');
  return { ok: true, amount };
}

function partsOf(typed: string): { euros: string; cents: string } | 'ambiguous' | null {
  const grouped = /^(\d{1,3}(?: \d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(typed);
  if (grouped) return { euros: grouped[1]!.replaceAll(' ', ''), cents: grouped[2] ?? '' };
  // Dots or commas between thousands: sure only when they come twice, or with the other sign for the cents.
  const signs = /^(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(typed) ?? /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(typed);
  if (!signs) return null;
  const euros = signs[1]!.replace(/[.,]/g, '');
  return signs[2] === undefined && signs[1]!.length <= 7 ? 'ambiguous' : { euros, cents: signs[2] ?? '' };
}

/** `1500.50` → `1 500,50 €`; whole euros without cents. Written by hand: engines do not put the same spaces. */
export function sayAmount(amount: string): string {
  const [euros = '0', cents = ''] = amount.split('.');
  const grouped = euros.replace(/\B(?=(\d{3})+$)/g, '\u202F');
  return `${grouped}${/^0*$/.test(cents) ? '' : `,${cents.padEnd(2, '0')}`}\u00A0€`;
}

/** As the form shows it again: `1500,50`. */
export const typeableAmount = (amount: string | null): string => (amount === null ? '' : amount.replace(/\.00$/, '').replace('.', ','));
