import { Prisma } from '#prisma';
import { person } from './person-of.server';

/** What became of an offer, as the timeline of its partner tells it. */
export type OfferMove = 'published' | 'renewed' | 'filled' | 'expired' | 'withdrawn';

/**
 * The trail is read, since every way of moving an offer leaves its entry there, the night's and an import's too. A renewal gives a new
 * opening day and says that it is current, in one entry; a correction never says that.
 */
const became = Prisma.sql`CASE WHEN e.operation = 'U' AND e.after ? 'opens_on' AND e.after ? 'confirmed_at' THEN 'renewed' WHEN e.after ->> 'state' IN ('published', 'filled', 'expired', 'withdrawn') THEN e.after ->> 'state' END`;

/** An entry has a number, the timeline's cursor a uuid: the number, as one. */
const idOfEntry = Prisma.sql`lpad(to_hex(e.id), 32, '0')::uuid`;

type Asked = { cursor: { at: string; id: string } | null; limit: number; more: readonly Prisma.Sql[] };

/** The keys of the latest moves of the offers of a partner; those that a source keeps up come and go without being told. */
export function offerMoves(partnershipId: string, { cursor, limit, more }: Asked): Prisma.Sql {
  const before = cursor ? Prisma.sql`AND (e.at, ${idOfEntry}) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : Prisma.empty;
  return Prisma.sql`(SELECT 'offer' AS type, ${idOfEntry} AS id, e.at FROM offer f JOIN audit.entry e ON e.record_id = f.id AND e.table_name = 'offer' AND e.operation IN ('I', 'U')
    WHERE f.mission_locale_id = app.mission_locale() AND f.partnership_id = ${partnershipId}::uuid AND f.origin IN ('agency', 'partner') AND f.deleted_at IS NULL AND ${became} IS NOT NULL
    ${Prisma.join([Prisma.empty, ...more, before], ' ')} ORDER BY e.at DESC, 2 DESC LIMIT ${limit})`;
}

/** What the screen says of one of those keys (`k`). */
export const saidOfOfferMove = Prisma.sql`(SELECT jsonb_build_object('offerId', f.id, 'title', f.title, 'became', ${became}, 'closesOn', coalesce(e.after ->> 'closes_on', f.closes_on::text), 'by', ${person('e.actor_id')})
  FROM audit.entry e JOIN offer f ON f.mission_locale_id = app.mission_locale() AND f.id = e.record_id WHERE k.type = 'offer' AND e.id = ('x' || right(replace(k.id::text, '-', ''), 16))::bit(64)::bigint)`;
