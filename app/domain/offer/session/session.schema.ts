import { whole } from '~/domain/offer/offer.schema';
import { line, requiredLine, seenVersion } from '~/domain/partner/typed-text';
import { typedDay } from '~/domain/text/typed-day';
import { cleanText } from '~/domain/text/clean';
import { z } from '~/domain/zod';

const hour = (missing: string) =>
  z.string().nullish().transform((typed) => cleanText(typed ?? '').toLowerCase()).pipe(z.string().min(1, missing)).transform((typed, issues) => {
    const [, hours, minutes = '00'] = /^(\d{1,2})\s*[h:]\s*(\d{2})?$/.exec(typed) ?? [];
    if (hours !== undefined && Number(hours) < 24 && Number(minutes) < 60) return `${hours.padStart(2, '0')}:${minutes}`;
    issues.addIssue({ code: 'custom', message: 'Une heure, comme 9 h 30 ou 14:00.' });
    return z.NEVER;
  });
const requiredDay = typedDay().pipe(z.string({ error: 'Indiquez le jour.' }));

/** A session as typed, on the clock of its place. Without a last day it ends on the first. */
export const sessionSchema = z.object({ startsOn: requiredDay, startsAt: hour('Indiquez l’heure de début.'), endsOn: typedDay(), endsAt: hour('Indiquez l’heure de fin.'), place: line(300), seats: whole(1, 10_000, 'Indiquez un nombre de places, de 1 à 10 000.').pipe(z.number({ error: 'Indiquez le nombre de places.' })) });
export type TypedSession = z.input<typeof sessionSchema>;

export const sessionIdSchema = z.object({ sessionId: z.guid() });
export const editSessionSchema = z.intersection(sessionSchema, z.object({ sessionId: z.guid(), version: seenVersion() }));
/** A first name and an initial are enough; the record of a youth will take their place. */
export const registerSchema = z.object({ sessionId: z.guid(), label: requiredLine('Indiquez le prénom et l’initiale, comme « Léa M. ».', 60) });
export const releaseSchema = z.object({ sessionId: z.guid(), registrationId: z.guid() });
