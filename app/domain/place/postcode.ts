import { cleanText, quoted } from '~/domain/text/clean';

export type Postcode = {
  /** Five digits. */
  postcode: string;
  /** `CEDEX`, `CEDEX 02`… when the address is a post-office one; null otherwise. */
  cedex: string | null;
  /** A leading zero lost by a spreadsheet was put back: worth telling. */
  restored: boolean;
};

/**
 * Reads a French postcode: `65000`, `65 000`, `F-65000`, `1000` (for `01000`), `65013 CEDEX 9`, `65000 TARBES`.
 * Checks the shape and that the département exists; whether a commune has it is the commune lookup's question.
 */
export function parsePostcode(text: string): ({ ok: true } & Postcode) | { ok: false; reason: string } {
  const typed = cleanText(text);
  const refused = (why: string) => ({ ok: false, reason: `Le code postal ${quoted(typed)} ${why}` }) as const;
  const bare = typed.replace(/^(?:F(?:R)?|CP)\s*[-:]?\s*(?=\d)/i, '').replace(/[.,]0+$/, '');
  const start = /^\d(?:\s?\d){3,4}(?!\s?\d)/.exec(bare)?.[0];
  if (!start) return refused('n’a pas 5 chiffres.');
  const digits = start.replace(/\s/g, '');
  const postcode = digits.padStart(5, '0');
  if (!departementOfPostcode(postcode)) return refused('n’existe pas en France.');
  return { ok: true, postcode, cedex: cedexOf(bare.slice(start.length)), restored: digits.length === 4 };
}

/** The post-office mention of a line (`CEDEX`, `CEDEX 02`, `CS`-less), in capitals; null when there is none. */
export function cedexOf(text: string): string | null {
  const found = /\bC[EÉ]DEX(?:\s*(\d{1,2}))?\b/iu.exec(text);
  return found ? `CEDEX${found[1] ? ` ${found[1].padStart(2, '0')}` : ''}` : null;
}

/**
 * The code of the département (or overseas collectivity) that a postcode belongs to; null when there is none such.
 * Corsica: 200xx and 201xx are 2A, 202xx to 206xx are 2B. Saint-Barthélemy (97133) and Saint-Martin (97150) kept
 * Guadeloupe's numbers. A few communes have a postcode of the next département: the commune's own code tells the truth.
 */
export function departementOfPostcode(postcode: string): string | null {
  if (!/^\d{5}$/.test(postcode)) return null;
  if (postcode === '97133') return '977';
  if (postcode === '97150') return '978';
  if (postcode.startsWith('20')) return postcode < '20200' ? '2A' : '2B';
  if (postcode.startsWith('97')) return /^97[1-68]/.test(postcode) || postcode.startsWith('977') ? postcode.slice(0, 3) : null;
  if (postcode.startsWith('98')) return /^98[4678]/.test(postcode) ? postcode.slice(0, 3) : null;
  const departement = postcode.slice(0, 2);
  return departement >= '01' && departement <= '95' ? departement : null;
}

/** The département of an INSEE commune code: `2A004` → `2A`, `97105` → `971`, `65440` → `65`. */
export function departementOfCommuneCode(code: string): string {
  return /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2);
}
