import type { OfferOrigin } from '#prisma';
import type { OfferRow } from '~/domain/offer/bulk/offer-row';
import { cleanText } from '~/domain/text/clean';
import { plainFromHtml } from '~/domain/text/plain-from-html';

export const feedSources = ['dataInclusion', 'franceTravail'] as const satisfies readonly OfferOrigin[];
export type FeedSource = (typeof feedSources)[number];

/** An offer as its source says it, in our columns; or why it cannot be taken, in a sentence. */
export type ReadForeign = { ok: true; sourceId: string; siret: string | null; row: OfferRow } | { ok: false; reason: string };

export type Json = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text of a source, on one line, cut to what its column holds; null when it says nothing. */
export const lineOf = (value: unknown, longest: number): string | null => (typeof value === 'string' || typeof value === 'number' ? [...cleanText(String(value))].slice(0, longest).join('') || null : null);
/** The same with its paragraphs; HTML becomes text. */
export const textOf = (value: unknown, longest: number): string | null => (typeof value === 'string' ? [...plainFromHtml(value)].slice(0, longest).join('') || null : null);
/** Codes of a vocabulary: those that we do not know yet are kept too, and shown as they are. */
export const codesIn = (value: unknown, most = 60): string[] => (Array.isArray(value) ? [...new Set(value.flatMap((code) => lineOf(code, 100) ?? []))].slice(0, most) : []);
/** Only what a browser may follow. */
export const linkOf = (value: unknown): string | null => {
  const text = lineOf(value, 2000);
  return text && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null;
};
export const numberOf = (value: unknown): number | null => {
  const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() ? Number(value) : NaN;
  return Number.isFinite(number) ? number : null;
};
export const siretIn = (value: unknown): string | null => (typeof value === 'string' && /^\d{14}$/.test(value.replace(/\s/g, '')) ? value.replace(/\s/g, '') : null);
/** An instant of a source; null for what is none, or is to come. */
export const instantOf = (value: unknown, now: Date): string | null => {
  const at = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(at) || at > now.getTime() || at < 0 ? null : new Date(at).toISOString();
};
