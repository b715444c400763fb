import { cleanLines, cleanText } from '~/domain/text/clean';
import { z } from '~/domain/zod';

const count = (length: number) => length.toLocaleString('fr-FR');

const tooLong = (longest: number) => ({
  error: ({ input }: { input?: unknown }) => `Ce texte a ${count(typeof input === 'string' ? input.length : 0)} caractères : ${count(longest)} au plus.`,
});

/** One line that a person typed: invisible characters out, spaces made one; empty is null. */
export const line = (longest = 300) =>
  z.string().nullish().transform((text) => cleanText(text ?? '')).pipe(z.string().max(longest, tooLong(longest))).transform((text) => text || null);

/** As `line`, with its line breaks (descriptions, notes). */
export const paragraphs = (longest = 10_000) =>
  z.string().nullish().transform((text) => cleanLines(text ?? '')).pipe(z.string().max(longest, tooLong(longest))).transform((text) => text || null);

/** One line that may not be empty; `missing` is the sentence that says so. */
export const requiredLine = (missing: string, longest = 300) =>
  z.string().nullish().transform((text) => cleanText(text ?? '')).pipe(z.string().min(1, missing).max(longest, tooLong(longest)));

/** An id chosen in a list; the empty choice is null. */
export const choice = () =>
  z.string().nullish().transform((id) => id || null).pipe(z.uuid('Ce choix n’existe pas ou plus.').nullable());

/** Several choices of one list, each once. A form that holds a single one sends it bare. */
export const choices = <T extends z.ZodType<string, string>>(one: T) =>
  z.union([z.array(one), one.transform((value) => [value])], { error: 'Ce choix n’existe pas ou plus.' }).nullish().transform((many) => [...new Set(many ?? [])]);

/** A box that is ticked or not. */
export const ticked = () => z.union([z.boolean(), z.string()]).nullish().transform((value) => value === true || value === 'oui' || value === 'on' || value === 'true');

const mostWhole = 2_147_483_647;
/** A whole number that a form carries by itself and that a column holds: none, or one beyond what PostgreSQL counts, is nothing that a page of ours has sent. */
export const carriedNumber = () => z.coerce.number().int().min(0).max(mostWhole);

/** The version that the person saw. What is no version is one that nobody has seen: somebody changed the thing since, and what was typed is kept. */
export const seenVersion = () => carriedNumber().catch(0);
