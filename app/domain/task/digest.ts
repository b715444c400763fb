import { mailIdOf } from '~/domain/mail/mail-id';
import { parisDay, parisHour } from '~/domain/text/paris-day';
import { isWorkingDay } from './working-day';

/** Hours of Paris between which the morning mail leaves: at seven, later when the machine was asleep, never in the afternoon. */
const [first, last] = [7, 11];

/** Is it the moment of the morning mail: a working day, in the morning? */
export const isDigestTime = (now: Date): boolean => isWorkingDay(parisDay(now)) && parisHour(now) >= first && parisHour(now) < last;

/** The id of somebody's mail of a day, always the same: asked twice, it is written once. */
export const digestId = (membershipId: string, day: string): string => mailIdOf(`digest ${membershipId} ${day}`);
