import type { Ctx } from '~/access/context';
import type { Role } from '~/access/permissions';
import { ownMembership } from '~/domain/account/own-agency.server';

export type MemberState = 'active' | 'invited' | 'closed';
type MemberRow = { membershipId: string; version: number; userId: string; firstName: string; lastName: string; email: string; phone: string | null; role: Role; siteId: string | null; site: string | null; endedAt: Date | null; holds: number };
export type Member = MemberRow & { state: MemberState; lastSeenAt: Date | null };

/** Everybody who has or had an access to the agency: open ones first, by name. `holds`: how many partnerships they are in charge of. */
export async function listMembers(ctx: Ctx, { membershipId = null }: { membershipId?: string | null } = {}): Promise<Member[]> {
  const rows = await ctx.db.$queryRaw<MemberRow[]>`
    SELECT m.id AS "membershipId", m.version, u.id AS "userId", u.first_name AS "firstName", u.last_name AS "lastName", u.email, u.phone, m.role::text AS role,
      m.site_id AS "siteId", s.name AS site, m.ended_at AS "endedAt",
      (SELECT count(*)::int FROM partnership p WHERE p.mission_locale_id = m.mission_locale_id AND p.officer_id = u.id AND p.merged_into_id IS NULL) AS holds
    FROM membership m JOIN user_account u ON u.id = m.user_id LEFT JOIN site s ON s.mission_locale_id = m.mission_locale_id AND s.id = m.site_id
    WHERE m.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND (${membershipId}::uuid IS NULL OR m.id = ${membershipId}::uuid)
    ORDER BY m.ended_at IS NOT NULL, u.last_name COLLATE "fr-x-icu", u.first_name COLLATE "fr-x-icu"`;
  const known = await knownBySystem(ctx, rows.map(({ userId }) => userId));
  return rows.map((row) => {
    const { hasPassword = false, lastSeenAt = null } = known.get(row.userId) ?? {};
    return { ...row, lastSeenAt, state: row.endedAt ? 'closed' : hasPassword ? 'active' : 'invited' };
  });
}

/** One member. Throws `notFound` for somebody of another agency. */
export async function getMember(ctx: Ctx, membershipId: string): Promise<Member> {
  await ownMembership(ctx, membershipId);
  const [member] = await listMembers(ctx, { membershipId });
  return member!;
}

type KnownBySystem = { id: string; hasPassword: boolean; lastSeenAt: Date | null };

/**
 * Who has chosen a password (the invitation of the others waits), and the latest visit: of somebody who has a place elsewhere too, the latest
 * from this agency. When they work for another one is nobody's business here.
 */
async function knownBySystem(ctx: Ctx, userIds: string[]): Promise<Map<string, KnownBySystem>> {
  const { missionLocaleId } = ctx.actor;
  const rows = await ctx.beyondWalls('who accepted their invitation and when they last came is known by secrets and sessions, which the system alone reads', (db) =>
    db.$queryRaw<KnownBySystem[]>`SELECT u.id::text, EXISTS (SELECT FROM credential c WHERE c.user_id = u.id AND c.password_hash IS NOT NULL) AS "hasPassword",
      CASE WHEN EXISTS (SELECT FROM membership e WHERE e.user_id = u.id AND e.mission_locale_id IS DISTINCT FROM ${missionLocaleId}::uuid)
        THEN (SELECT max(s.last_seen_at) FROM session s JOIN membership m ON m.id = s.membership_id AND m.mission_locale_id = ${missionLocaleId}::uuid WHERE s.user_id = u.id)
        ELSE u.last_seen_at END AS "lastSeenAt"
      FROM user_account u WHERE u.id = ANY (${userIds}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}
