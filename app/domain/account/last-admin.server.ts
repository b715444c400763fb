import type { Db } from '~/access/context';
import { conflict } from '~/domain/errors';

/** An agency always keeps somebody who can open it to others. As the system; two departures at once come one after the other. */
export async function requireAnotherAdmin(db: Db, missionLocaleId: string, leavingMembershipId: string): Promise<void> {
  const admins = await db.$queryRaw<{ id: string }[]>`
    SELECT m.id FROM membership m JOIN user_account u ON u.id = m.user_id AND u.deactivated_at IS NULL
    WHERE m.mission_locale_id = ${missionLocaleId}::uuid AND m.role = 'admin' AND m.ended_at IS NULL ORDER BY m.id FOR UPDATE OF m`;
  if (admins.every(({ id }) => id === leavingMembershipId)) throw conflict('C’est la seule personne qui administre l’agence : confiez d’abord ce rôle à quelqu’un d’autre.');
}
