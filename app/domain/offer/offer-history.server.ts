import { actorMay } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { columnOf } from '~/domain/offer/bulk/offer-row';
import { isEditedHere } from './offer-origin';
import { writtenZone } from '~/domain/place/zone';
import { namesOfZones } from '~/domain/place/zones.server';
import { holdersIn, sayOfferHistory, zonesIn, type OfferChange, type OfferEntry } from './offer-history';
import { ownOffer } from './offer-of.server';
import { knownId } from '~/domain/partnership/partnership-of.server';

/** What was done with an offer of the agency and by whom, the latest first, two hundred entries at most. Throws `notFound`. Two queries, one more when zones changed, one when its partner did. */
export async function offerHistory(ctx: Ctx, offerId: string | undefined): Promise<{ id: string; title: string; version: number; changes: OfferChange[] }> {
  const id = knownId(offerId, 'Cette offre n’existe pas, ou plus.');
  if (!ctx.actor.missionLocaleId) throw notFound('Cette offre n’existe pas, ou plus.');
  const offer = await ownOffer(ctx, id);
  const entries = await ctx.db.$queryRaw<OfferEntry[]>`
    SELECT e.id::text, e.at, (SELECT concat_ws(' ', u.first_name, left(u.last_name, 1) || '.') FROM user_account u WHERE u.id = e.actor_id) AS who, e.table_name AS "table", e.operation, e.before, e.after
    FROM audit.entry e WHERE e.record_id = ${id}::uuid AND e.table_name IN ('offer', 'offer_session') ORDER BY e.id DESC LIMIT 200`;
  const zones = (await namesOfZones(ctx, zonesIn(entries))).map((zone) => [zone.zone, writtenZone(zone)] as const);
  const names = new Map([...zones, ...(await namesOfHolders(ctx, holdersIn(entries.filter(({ operation }) => operation === 'U'))))]);
  const isOpen = isEditedHere(offer) && !offer.deletedAt && actorMay(ctx.actor, 'offer.write');
  return { id, title: offer.title, version: offer.version, changes: sayOfferHistory(entries, isOpen ? rowOf(offer) : null, names) };
}

async function namesOfHolders(ctx: Ctx, ids: string[]): Promise<(readonly [string, string])[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db.partnership.findMany({ where: { id: { in: ids } }, select: { id: true, organisation: { select: { name: true } } } });
  return rows.map(({ id, organisation }) => [id, organisation.name] as const);
}

/** The offer as its entries write it: columns by their names in the table, days without hours. */
function rowOf(offer: Record<string, unknown>): Record<string, unknown> {
  const plain = (field: string, value: unknown) => (value instanceof Date ? value.toISOString().slice(0, /On$/.test(field) ? 10 : undefined) : field === 'weeklyHours' && value !== null ? Number(value) : value);
  return Object.fromEntries(Object.entries(offer).map(([field, value]) => [columnOf(field), plain(field, value)]));
}
