import type { Ctx } from '~/access/context';
import type { ExchangeKind } from './exchange-kinds';

export type ContactGuard = {
  /** The latest approach by a colleague: who, when, how. */
  ours: { firstName: string; lastName: string; at: Date; kind: ExchangeKind } | null;
  /** Other agencies that approached the same organisation: their name and the day (`2026-11-20`), nothing of what was said. */
  others: { agency: string; on: string }[];
};

/**
 * Who approached this organisation in the last days (« contactGuardDays » of the agency, 0 for never), beside oneself: an outgoing
 * or two-way exchange, not a note. One query. What of other agencies is told is decided by `app.approached_by_others`, in the database.
 */
export async function contactGuard(ctx: Ctx, partnershipId: string): Promise<ContactGuard> {
  const [guard] = await ctx.db.$queryRaw<{ ours: (Omit<NonNullable<ContactGuard['ours']>, 'at'> & { at: string }) | null; others: ContactGuard['others'] }[]>`
    SELECT (SELECT jsonb_build_object('firstName', u.first_name, 'lastName', u.last_name, 'at', i.happened_at, 'kind', i.kind)
        FROM interaction i JOIN user_account u ON u.id = i.author_id
        WHERE i.mission_locale_id = p.mission_locale_id AND i.partnership_id = p.id AND i.deleted_at IS NULL AND i.kind <> 'note' AND i.direction IS DISTINCT FROM 'in'
          AND i.happened_at > now() - make_interval(days => app.contact_guard_days()) AND i.author_id <> app.actor()
          AND NOT EXISTS (SELECT FROM interaction_colleague w WHERE w.mission_locale_id = i.mission_locale_id AND w.interaction_id = i.id AND w.user_id = app.actor())
        ORDER BY i.happened_at DESC LIMIT 1) AS ours,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('agency', o.agency, 'on', o.last_on) ORDER BY o.last_on DESC, o.agency), '[]') FROM app.approached_by_others(p.organisation_id) o) AS others
    FROM partnership p WHERE p.mission_locale_id = app.mission_locale() AND p.id = ${partnershipId}::uuid`;
  if (!guard) return { ours: null, others: [] };
  return { ours: guard.ours && { ...guard.ours, at: new Date(guard.ours.at) }, others: guard.others };
}
