import { parsePastDate } from '~/domain/import/parse-date';
import { cleanText } from '~/domain/text/clean';
import { z } from '~/domain/zod';

/** Nothing here is planned further; a longer year is a slip of the finger. */
const lastDay = '2100-12-31';

/** A day of a form, as a calendar (`2026-11-22`) or a person (`22/11/2026`) writes it: `YYYY-MM-DD`, or null when empty. */
export const typedDay = () =>
  z.string().nullish().transform((text, issues) => {
    const typed = cleanText(text ?? '');
    if (!typed) return null;
    // A calendar sends what nobody reads: a refusal says the day as the field shows it.
    const read = parsePastDate(typed.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1'), lastDay);
    if (read.ok) return read.day;
    issues.addIssue({ code: 'custom', message: /^\d{5,}/.test(typed) ? 'Cette année est trop lointaine.' : read.reason.replace('est dans le futur', 'est trop lointaine') });
    return z.NEVER;
  });

/** A day as the database keeps it: midnight in UTC. */
export const dateOfDay = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));

/** The day of a date kept without time: `YYYY-MM-DD`. */
export const dayOfDate = (date: Date | null): string | null => (date === null ? null : date.toISOString().slice(0, 10));
