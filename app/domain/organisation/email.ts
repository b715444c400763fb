import { meansNothing, quoted } from '~/domain/text/clean';

export type Unread = { value: string; reason: string };

/** The shape that mail servers accept in practice; the length limits are those of RFC 5321. */
const address = /^[\p{L}\p{N}!#$%&'*+/=?^_{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_{|}~-]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]*[\p{L}\p{N}]$/u;

/**
 * Reads the e-mail addresses of a cell: several may be separated by `;`, `,`, `/`, spaces or line breaks.
 * They come back in lower case and once each; what is not an address comes back in `unread` with a French reason.
 */
export function parseEmails(text: string): { emails: string[]; unread: Unread[] } {
  if (meansNothing(text)) return { emails: [], unread: [] };
  const pieces = text
    .replace(/mailto:/gi, ' ')
    .split(/[\s;,<>()|"]+|\/(?=[^@]*@)|\b(?:ou|et)\b(?=\s)/iu)
    .map((piece) => piece.replace(/^[.:'’-]+|[.:'’-]+$/g, ''))
    .filter(Boolean);
  const emails = new Set<string>();
  const unread: Unread[] = [];
  for (const piece of pieces) {
    if (isEmail(piece)) emails.add(piece.toLowerCase());
    else if (piece.includes('@')) unread.push({ value: piece, reason: `L’adresse ${quoted(piece)} n’est pas une adresse de courriel valable.` });
  }
  if (!emails.size && !unread.length) unread.push({ value: text.trim(), reason: `${quoted(text)} n’est pas une adresse de courriel : il manque le signe @.` });
  return { emails: [...emails], unread };
}

/** Is this text, as it stands, one e-mail address? */
export function isEmail(text: string): boolean {
  return text.length <= 254 && text.indexOf('@') <= 64 && address.test(text);
}
