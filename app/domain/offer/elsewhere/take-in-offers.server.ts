import type { Db } from '~/access/context';
import { emptyOfferRow, offerContent, type placeColumns, type OfferRow } from '~/domain/offer/bulk/offer-row';
import { insertOffers, updateOffers } from '~/domain/offer/bulk/write-offers.server';
import type { FeedSource, ReadForeign } from './foreign-offer';

export type Taken = { added: number; changed: number; unchanged: number };
/** By a refresh of the source, or by a file of it, sent by hand. */
export type ForeignWay = 'api' | 'file';
type Foreign = Extract<ReadForeign, { ok: true }>;
type Known = Record<string, unknown> & { id: string; source_id: string; state: string };

/**
 * Takes in a packet of offers of a source for the agency of this transaction: new ones are published, changed ones follow, the same
 * again writes nothing. One that had left with its source comes back with it; what the agency archived or set aside stays so. An offer
 * whose SIRET is a partner's is held by that partner. One that came by a file and that a refresh finds is the refresh's from then on.
 * Two runs at once take their turn.
 */
export async function takeInOffers(db: Db, source: FeedSource, given: readonly Foreign[], now: Date, way: ForeignWay = 'api'): Promise<Taken> {
  await feedTurn(db, source);
  const offers = [...new Map(given.map((offer) => [offer.sourceId, offer])).values()];
  if (offers.length === 0) return { added: 0, changed: 0, unchanged: 0 };
  const partners = await partnersBySiret(db, offers.flatMap(({ siret }) => siret ?? []));
  const rows = await db.$queryRaw<{ row: Known }[]>`SELECT to_jsonb(f) AS row FROM offer f WHERE f.mission_locale_id = app.mission_locale() AND f.origin = ${source}::offer_origin AND f.source_id = ANY (${offers.map(({ sourceId }) => sourceId)}::text[])`;
  const known = new Map(rows.map(({ row }) => [row.source_id, row]));
  const at = now.toISOString();
  const fresh: OfferRow[] = [];
  const changed: { id: string; set: OfferRow }[] = [];
  for (const { sourceId, siret, row } of offers) {
    const { published_at: publishedAt, ...said } = row;
    const whole: OfferRow = { ...emptyOfferRow, ...said, source_id: sourceId, partnership_id: (siret && partners.get(siret)) ?? null };
    const before = known.get(sourceId);
    if (!before) fresh.push({ ...whole, origin: source, state: 'published', state_since: at, published_at: publishedAt ?? at, confirmed_at: at, came_by: way });
    else {
      const set = { ...differing(before, whole), ...(isGone(before.state) ? { state: 'published', state_since: at, confirmed_at: at, came_by: way } : {}), ...(way === 'api' && before.came_by !== 'api' ? { came_by: way } : {}) };
      if (Object.keys(set).length > 0) changed.push({ id: before.id, set });
    }
  }
  const ids = fresh.length === 0 ? [] : await db.$queryRaw<{ id: string }[]>`SELECT app.uuid_v7() AS id FROM generate_series(1, ${fresh.length}::int)`;
  await insertOffers(db, fresh.map((row, i) => ({ ...row, id: ids[i]!.id })));
  await updateOffers(db, changed);
  return { added: fresh.length, changed: changed.length, unchanged: offers.length - fresh.length - changed.length };
}

/**
 * Withdraws what the source no longer has, of what came by this way: a refresh knows nothing of a file. Only after a run that read
 * everything: half a source proves nothing. Answers how many.
 */
export async function withdrawMissing(db: Db, source: FeedSource, seen: readonly string[], now: Date, way: ForeignWay = 'api'): Promise<number> {
  await feedTurn(db, source);
  return db.$executeRaw`UPDATE offer SET state = 'withdrawn', state_since = ${now} WHERE mission_locale_id = app.mission_locale() AND origin = ${source}::offer_origin AND came_by = ${way}
    AND state IN ('published', 'paused') AND deleted_at IS NULL AND NOT EXISTS (SELECT FROM unnest(${seen}::text[]) AS s(id) WHERE s.id = offer.source_id)`;
}

/** After so many days without a run that read everything, nobody knows whether the offers of a source still stand. */
export const silentDays = 21;

/** What a file brought stands for so many days, unless another comes: services are said anew once a year. */
export const fileDays = 365;

/**
 * Over all agencies: withdraws what came from a source that is no longer taken, or has been silent for so long, and what an old file brought.
 * It comes back with its source. Answers how many.
 */
export function withdrawOfSilent(db: Db, now: Date): Promise<number> {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  return db.$executeRaw`UPDATE offer f SET state = 'withdrawn', state_since = ${now} FROM offer_feed e WHERE e.mission_locale_id = f.mission_locale_id AND e.source = f.origin
    AND f.state IN ('published', 'paused') AND f.deleted_at IS NULL
    AND CASE f.came_by WHEN 'api' THEN NOT e.is_on OR coalesce(e.succeeded_at, f.created_at) < ${ago(silentDays)} WHEN 'file' THEN coalesce(e.file_at, f.created_at) < ${ago(fileDays)} END`;
}

const isGone = (state: string) => state === 'withdrawn' || state === 'expired';

async function feedTurn(db: Db, source: FeedSource): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`feed ${source} `} || app.mission_locale(), 0))) AS wait`;
}

async function partnersBySiret(db: Db, sirets: string[]): Promise<Map<string, string>> {
  if (sirets.length === 0) return new Map();
  const rows = await db.$queryRaw<{ siret: string; id: string }[]>`SELECT o.siret, coalesce(p.merged_into_id, p.id)::text AS id FROM app.register_by_siret(${sirets}::text[]) o
    JOIN partnership p ON p.organisation_id = o.id AND p.mission_locale_id = app.mission_locale() WHERE p.stage <> 'archived' FOR KEY SHARE OF p`;
  return new Map(rows.map(({ siret, id }) => [siret, id]));
}

/** What the source says otherwise than the row. A place without coordinates of its own was put at its commune's centre: that is no change. */
function differing(before: Known, after: OfferRow): OfferRow {
  const skipped: readonly string[] = after.latitude === null ? (['latitude', 'longitude', 'place_precision'] satisfies (typeof placeColumns)[number][]) : [];
  const isOtherPlace = (['commune_code', 'address_line'] as const).some((column) => after[column] !== undefined && !same(before[column], after[column]) && !(column === 'commune_code' && before[column] === null));
  const columns = offerContent.filter((column) => column in after && (isOtherPlace || !skipped.includes(column)) && !same(before[column], after[column]) && !(column === 'commune_code' && before[column] === null && !isOtherPlace));
  return Object.fromEntries(columns.map((column) => [column, after[column]])) as OfferRow;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
