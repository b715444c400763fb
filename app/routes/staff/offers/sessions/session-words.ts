import type { SessionRow } from '~/domain/offer/session/sessions.queries.server';
import { dayOf } from '~/domain/text/french-date';

const day = (clock: string) => dayOf(new Date(`${clock.slice(0, 10)}T12:00:00Z`));
const hour = (clock: string) => `${Number(clock.slice(11, 13))} h${clock.slice(14) === '00' ? '' : ` ${clock.slice(14)}`}`;

/** « 25 novembre 2026, de 9 h 30 à 12 h », on the clock of the place. */
export function whenOf({ from, to, timeZone }: Pick<SessionRow, 'from' | 'to' | 'timeZone'>): string {
  const there = timeZone === 'Europe/Paris' ? '' : ' (heure du lieu)';
  return from.slice(0, 10) === to.slice(0, 10) ? `${day(from)}, de ${hour(from)} à ${hour(to)}${there}` : `du ${day(from)} à ${hour(from)} au ${day(to)} à ${hour(to)}${there}`;
}

/** « 3 places sur 10 », « complet, 2 en attente » */
export function seatsOf({ left, seats, waiting }: Pick<SessionRow, 'left' | 'seats' | 'waiting'>): string {
  if (left > 0) return `${left} place${left > 1 ? 's' : ''} sur ${seats}`;
  return waiting > 0 ? `complet, ${waiting} en attente` : 'complet';
}

/** « session, 3 places », « session complète » */
export const seatsLeft = ({ left }: { left: number }): string => (left > 0 ? `session, ${left} place${left > 1 ? 's' : ''}` : 'session complète');
