import { invalid } from '~/domain/errors';
import { dayOf } from '~/domain/text/french-date';

/** Clocks of telephones differ from ours by a few minutes: what has just ended is not to come. */
const tolerance = 10 * 60 * 1000;

/** When it happened, now if nobody says. Throws `invalid('happenedAt')` for a moment to come: that is a task, not a memory. */
export function pastMoment(happenedAt: Date | null, now: Date): Date {
  if (!happenedAt) return now;
  if (happenedAt.getTime() > now.getTime() + tolerance) throw invalid('happenedAt', `Le ${dayOf(happenedAt)} à cette heure-là n’est pas encore passé. Notez l’échange après coup ; pour le prévoir, remplissez « Et ensuite ? ».`);
  return happenedAt;
}
