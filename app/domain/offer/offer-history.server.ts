import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { sayOfferHistory, type OfferChange, type OfferEntry } from './offer-history';
import { ownOffer } from './offer-of.server';
import { knownId } from '~/domain/partnership/partnership-of.server';

/** What was done with an offer of the agency and by whom, the latest first, two hundred entries at most. Throws `notFound`. Two queries. */
export async function offerHistory(ctx: Ctx, offerId: string | undefined): Promise<{ id: string; title: string; changes: OfferChange[] }> {
  const id = knownId(offerId, 'Cette offre n’existe pas, ou plus.');
  if (!ctx.actor.missionLocaleId) throw notFound('Cette offre n’existe pas, ou plus.');
  const { title } = await ownOffer(ctx, id);
  const entries = await ctx.db.$queryRaw<OfferEntry[]>`
    SELECT e.id::text, e.at, (SELECT concat_ws(' ', u.first_name, left(u.last_name, 1) || '.') FROM user_account u WHERE u.id = e.actor_id) AS who, e.table_name AS "table", e.operation, e.before, e.after
    FROM audit.entry e WHERE e.record_id = ${id}::uuid AND e.table_name IN ('offer', 'offer_session') ORDER BY e.id DESC LIMIT 200`;
  return { id, title, changes: sayOfferHistory(entries) };
}
