import type { Ctx } from '~/access/context';
import type { Role } from '~/access/permissions';
import { ownMembership } from '~/domain/account/own-agency.server';

export type MemberState = 'active' | 'invited' | 'closed';
type MemberRow = { membershipId: string; version: number; userId: string; firstName: string; lastName: string; email: string; phone: string | null; role: Role; siteId: string | null; site: string | null; endedAt: Date | null; lastSeenAt: Date | null; holds: number };
export type Member = Omit<MemberRow, 'endedAt'> & { state: MemberState; endedAt: Date | null };

/** Everybody who has or had an access to the agency: open ones first, by name. `holds`: how many partnerships they are in charge of. */
export async function listMembers(ctx: Ctx, { membershipId = null }: { membershipId?: string | null } = {}): Promise<Member[]> {
  const rows = await ctx.db.$queryRaw<MemberRow[]>`
    SELECT m.id AS "membershipId", m.version, u.id AS "userId", u.first_name AS "firstName", u.last_name AS "lastName", u.email, u.phone, m.role::text AS role,
      m.site_id AS "siteId", s.name AS site, m.ended_at AS "endedAt", u.last_seen_at AS "lastSeenAt",
      (SELECT count(*)::int FROM partnership p WHERE p.mission_locale_id = m.mission_locale_id AND p.officer_id = u.id AND p.merged_into_id IS NULL) AS holds
    FROM membership m JOIN user_account u ON u.id = m.user_id LEFT JOIN site s ON s.mission_locale_id = m.mission_locale_id AND s.id = m.site_id
    WHERE m.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND (${membershipId}::uuid IS NULL OR m.id = ${membershipId}::uuid)
    ORDER BY m.ended_at IS NOT NULL, u.last_name COLLATE "fr-x-icu", u.first_name COLLATE "fr-x-icu"`;
  const waiting = await withoutPassword(ctx, rows.map(({ userId }) => userId));
  return rows.map((row) => ({ ...row, state: row.endedAt ? 'closed' : waiting.has(row.userId) ? 'invited' : 'active' }));
}

/** One member. Throws `notFound` for somebody of another agency. */
export async function getMember(ctx: Ctx, membershipId: string): Promise<Member> {
  await ownMembership(ctx, membershipId);
  const [member] = await listMembers(ctx, { membershipId });
  return member!;
}

/** Those who have not chosen a password yet: their invitation waits. */
async function withoutPassword(ctx: Ctx, userIds: string[]): Promise<Set<string>> {
  const rows = await ctx.beyondWalls('who accepted their invitation is known by the secrets, which the system alone reads', (db) =>
    db.$queryRaw<{ id: string }[]>`SELECT u.id FROM unnest(${userIds}::uuid[]) AS u(id) WHERE NOT EXISTS (SELECT FROM credential c WHERE c.user_id = u.id AND c.password_hash IS NOT NULL)`);
  return new Set(rows.map(({ id }) => id));
}
