import type { Ctx } from '~/access/context';
import type { Stage } from '~/domain/partnership/partnership.lifecycle';
import { Prisma } from '#prisma';
import { exchangeKindNames, type Direction, type ExchangeKind } from './exchange-kinds';
import type { AgreementState } from '~/domain/agreement/agreement.lifecycle';
import type { PatronageKind } from '~/domain/patronage/patronage';
import { person } from './person-of.server';
import { offerMoves, saidOfOfferMove, type OfferMove } from './offer-moves.server';
import { isTimelineFiltered, type TimelineFilters } from './timeline-filters';

const pageSize = 30;
export type PersonOf = { id: string; firstName: string | null; lastName: string };
type Event<T extends string> = { type: T; id: string; at: Date };

/** A file of an exchange; `isOwn` when who looks sent it. */
export type ExchangeFile = { id: string; name: string; size: number; isOwn: boolean };
export type TimelineExchange = Event<'exchange'> & {
  kind: ExchangeKind; direction: Direction | null; body: string; isPinned: boolean; isOwn: boolean; version: number; isEdited: boolean;
  outcomeId: string | null; outcome: string | null; author: PersonOf | null; contacts: PersonOf[]; colleagues: PersonOf[]; files: ExchangeFile[]; nextSteps: { title: string; dueOn: string; isDone: boolean }[];
};
export type TimelineMove = Event<'move'> & { fromStage: Stage | null; toStage: Stage; comment: string | null; by: PersonOf | null };
export type TimelineTask = Event<'task'> & { title: string; by: PersonOf | null };
export type TimelineAgreement = Event<'agreement'> & { title: string; state: AgreementState; isSigned: boolean; endsOn: string | null };
export type TimelineGift = Event<'gift'> & { kind: PatronageKind; year: number; amount: string | null; purpose: string | null; isReceived: boolean };
export type TimelineOffer = Event<'offer'> & { offerId: string; title: string; became: OfferMove; closesOn: string | null; by: PersonOf | null };
export type TimelineItem = TimelineExchange | TimelineMove | TimelineTask | TimelineAgreement | TimelineGift | TimelineOffer;

/**
 * What happened with a partner, the latest first, thirty a page: exchanges, moves of the lifecycle, tasks done,
 * agreements on the day they were signed (else prepared), gifts on the day they came (else were promised),
 * offers when they were published, renewed, filled or closed. Pinned exchanges
 * come apart, on the first page when nothing is filtered. `after` is the cursor given as `next`. Two queries, whatever the length.
 */
export async function partnerTimeline(ctx: Ctx, partnershipId: string, filters: TimelineFilters, after: string | null): Promise<{ pinned: TimelineExchange[]; items: TimelineItem[]; next: string | null }> {
  const cursor = readCursor(after);
  const isFirst = !cursor && !isTimelineFiltered(filters);
  const pinned = isFirst ? await readTimeline(ctx, pinnedKeys(partnershipId)) : [];
  const rows = await readTimeline(ctx, keysOf(partnershipId, filters, cursor, isTimelineFiltered(filters)));
  const shown = rows.slice(0, pageSize).map(({ cursor: _, ...item }) => item as TimelineItem);
  return { pinned: pinned.map(({ cursor: _, ...item }) => item as TimelineExchange), items: shown, next: rows.length > pageSize ? (rows[pageSize - 1]?.cursor ?? null) : null };
}

/** One exchange as the timeline shows it, or null: for the form that corrects it. */
export async function timelineExchange(ctx: Ctx, partnershipId: string, exchangeId: string): Promise<TimelineExchange | null> {
  const [row] = await readTimeline(ctx, Prisma.sql`SELECT 'exchange' AS type, id, happened_at AS at FROM interaction WHERE ${ofPartner(partnershipId)} AND deleted_at IS NULL AND id = ${exchangeId}::uuid`);
  return row ? (row as TimelineExchange) : null;
}

// The cursor keeps the database's microseconds, which a JavaScript date would lose: two acts of one millisecond stay apart.
export function readCursor(text: string | null): { at: string; id: string } | null {
  const read = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '');
  return read?.[1] && read[2] && !Number.isNaN(Date.parse(`${read[1].slice(0, 23)}Z`)) ? { at: `${read[1]}Z`, id: read[2] } : null;
}

const ofPartner = (partnershipId: string) => Prisma.sql`mission_locale_id = app.mission_locale() AND partnership_id = ${partnershipId}::uuid`;
const pinnedKeys = (partnershipId: string) => Prisma.sql`SELECT 'exchange' AS type, id, happened_at AS at FROM interaction WHERE ${ofPartner(partnershipId)} AND deleted_at IS NULL AND is_pinned ORDER BY happened_at DESC, id DESC LIMIT 50`;

/** The keys of one page and one more: each source gives its own latest by its index, then the latest of all are kept. */
function keysOf(partnershipId: string, { kind, personId, words }: TimelineFilters, cursor: ReturnType<typeof readCursor>, withPinned: boolean): Prisma.Sql {
  // Each text is made plain once, whatever the number of words: that is what takes time.
  const holds = (text: Prisma.Sql) => (words.length > 0 ? [Prisma.sql`AND app.norm(${text}) LIKE ALL (ARRAY(SELECT '%' || app.norm(w) || '%' FROM unnest(${words}::text[]) w))`] : []);
  const source = (type: string, table: string, dated: string, conditions: Prisma.Sql[]) => {
    const at = Prisma.raw(dated);
    const before = cursor ? [Prisma.sql`AND (${at}, id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`] : [];
    return Prisma.sql`(SELECT ${type} AS type, id, ${at} AS at FROM ${Prisma.raw(table)} t WHERE ${ofPartner(partnershipId)} ${Prisma.join([Prisma.empty, ...conditions, ...before], ' ')} ORDER BY ${at} DESC, id DESC LIMIT ${pageSize + 1})`;
  };
  const took = (table: string, column: string) => Prisma.sql`EXISTS (SELECT FROM ${Prisma.raw(table)} w WHERE w.mission_locale_id = t.mission_locale_id AND w.interaction_id = t.id AND w.${Prisma.raw(column)} = ${personId}::uuid)`;
  const by = (column: string) => (personId ? [Prisma.sql`AND ${Prisma.raw(column)} = ${personId}::uuid`] : []);
  const isOf = (other: TimelineFilters['kind']) => kind === null || kind === other;
  const isExchange = kind === null || exchangeKindNames.some((name) => name === kind);
  const sources = [
    ...(isExchange
      ? [source('exchange', 'interaction', 'happened_at', [
          Prisma.sql`AND deleted_at IS NULL`,
          ...(withPinned ? [] : [Prisma.sql`AND NOT is_pinned`]),
          ...(kind ? [Prisma.sql`AND kind = ${kind}::interaction_kind`] : []),
          ...(personId ? [Prisma.sql`AND (author_id = ${personId}::uuid OR ${took('interaction_contact', 'contact_id')} OR ${took('interaction_colleague', 'user_id')})`] : []),
          ...holds(Prisma.sql`body`),
        ])]
      : []),
    ...(isOf('move') ? [source('move', 'stage_move', 'at', [...by('by_id'), ...holds(Prisma.sql`coalesce(comment, '')`)])] : []),
    ...(isOf('task') ? [source('task', 'task', 'done_at', [Prisma.sql`AND done_at IS NOT NULL AND deleted_at IS NULL`, ...by('done_by_id'), ...holds(Prisma.sql`title`)])] : []),
    // A handful a partner: their date needs no index.
    ...(isOf('agreement') && !personId ? [source('agreement', 'agreement', dayOr('signed_on'), [Prisma.sql`AND deleted_at IS NULL`, ...holds(Prisma.sql`title`)])] : []),
    ...(isOf('offer') ? [offerMoves(partnershipId, { cursor, limit: pageSize + 1, more: [...by('e.actor_id'), ...holds(Prisma.sql`f.title`)] })] : []),
    ...(isOf('gift') ? [source('gift', 'patronage', dayOr('received_on, promised_on'), [Prisma.sql`AND deleted_at IS NULL`, ...by('contact_id'), ...holds(Prisma.sql`coalesce(purpose, '')`)])] : []),
  ];
  return Prisma.sql`SELECT * FROM (${Prisma.join(sources, ' UNION ALL ')}) s ORDER BY at DESC, id DESC LIMIT ${pageSize + 1}`;
}

/** A day as the moment that begins it in Paris, else when the row was written. */
const dayOr = (days: string) => `coalesce((coalesce(${days})::timestamp AT TIME ZONE 'Europe/Paris'), created_at)`;

type Row = TimelineItem & { cursor: string };

/** The keys with all that the screen says of them. */
export async function readTimeline(ctx: Ctx, keys: Prisma.Sql): Promise<Row[]> {
  const rows = await ctx.db.$queryRaw<{ type: TimelineItem['type']; id: string; at: Date; cursor: string; said: Record<string, unknown> }[]>`
    SELECT k.type, k.id, k.at, to_char(k.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || '_' || k.id AS cursor, coalesce(
      (SELECT jsonb_build_object('kind', i.kind, 'direction', i.direction, 'body', i.body, 'isPinned', i.is_pinned, 'isOwn', coalesce(i.author_id = app.actor(), false), 'version', i.version,
          'isEdited', i.updated_at > i.created_at + interval '5 minutes', 'outcomeId', i.outcome_id, 'outcome', (SELECT label FROM interaction_outcome o WHERE o.id = i.outcome_id),
          'author', ${person('i.author_id')},
          'contacts', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'firstName', c.first_name, 'lastName', c.last_name) ORDER BY c.last_name), '[]') FROM interaction_contact w
            JOIN contact c ON c.mission_locale_id = w.mission_locale_id AND c.id = w.contact_id WHERE w.mission_locale_id = i.mission_locale_id AND w.interaction_id = i.id),
          'colleagues', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'firstName', u.first_name, 'lastName', u.last_name) ORDER BY u.last_name), '[]') FROM interaction_colleague w
            JOIN user_account u ON u.id = w.user_id WHERE w.mission_locale_id = i.mission_locale_id AND w.interaction_id = i.id),
          'files', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size, 'isOwn', coalesce(f.sent_by_id = app.actor(), false)) ORDER BY f.id), '[]') FROM interaction_file w
            JOIN stored_file f ON f.mission_locale_id = w.mission_locale_id AND f.id = w.file_id WHERE w.mission_locale_id = i.mission_locale_id AND w.interaction_id = i.id AND w.removed_at IS NULL),
          'nextSteps', (SELECT coalesce(jsonb_agg(jsonb_build_object('title', n.title, 'dueOn', n.due_on, 'isDone', n.done_at IS NOT NULL) ORDER BY n.due_on), '[]') FROM task n
            WHERE n.mission_locale_id = i.mission_locale_id AND n.interaction_id = i.id AND n.deleted_at IS NULL))
        FROM interaction i WHERE k.type = 'exchange' AND i.mission_locale_id = app.mission_locale() AND i.id = k.id),
      (SELECT jsonb_build_object('fromStage', m.from_stage, 'toStage', m.to_stage, 'comment', m.comment, 'by', ${person('m.by_id')}) FROM stage_move m WHERE k.type = 'move' AND m.mission_locale_id = app.mission_locale() AND m.id = k.id),
      (SELECT jsonb_build_object('title', d.title, 'by', ${person('d.done_by_id')}) FROM task d WHERE k.type = 'task' AND d.mission_locale_id = app.mission_locale() AND d.id = k.id),
      (SELECT jsonb_build_object('title', a.title, 'state', a.state, 'isSigned', a.signed_on IS NOT NULL, 'endsOn', a.ends_on) FROM agreement a WHERE k.type = 'agreement' AND a.mission_locale_id = app.mission_locale() AND a.id = k.id),
      (SELECT jsonb_build_object('kind', g.kind, 'year', g.year, 'amount', g.amount::text, 'purpose', g.purpose, 'isReceived', g.received_on IS NOT NULL) FROM patronage g WHERE k.type = 'gift' AND g.mission_locale_id = app.mission_locale() AND g.id = k.id),
      ${saidOfOfferMove}) AS said
    FROM (${keys}) k ORDER BY k.at DESC, k.id DESC`;
  return rows.map(({ said, ...row }) => ({ ...row, ...said }) as Row);
}
