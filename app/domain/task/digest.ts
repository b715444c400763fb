import { createHash } from 'node:crypto';
import { parisDay, parisHour } from '~/domain/text/paris-day';
import { isWorkingDay } from './working-day';

/** Hours of Paris between which the morning mail leaves: at seven, later when the machine was asleep, never in the afternoon. */
const [first, last] = [7, 11];

/** Is it the moment of the morning mail: a working day, in the morning? */
export const isDigestTime = (now: Date): boolean => isWorkingDay(parisDay(now)) && parisHour(now) >= first && parisHour(now) < last;

/** The id of somebody's mail of a day, always the same: asked twice, it is written once. A UUID of version 8, from a hash. */
export function digestId(membershipId: string, day: string): string {
  const hex = createHash('sha256').update(`digest ${membershipId} ${day}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
