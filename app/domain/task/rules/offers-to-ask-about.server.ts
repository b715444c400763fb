import type { Db } from '~/access/context';
import { offerRuleKey } from '~/domain/offer/offer-rule';
import { dayOf } from '~/domain/text/french-date';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { addDays, dateOfDay, parisDay } from '~/domain/text/paris-day';
import { Prisma } from '#prisma';
import type { Proposal, RuleInput } from './proposal';
import { titleWith } from './title-with';

/** Who is asked about an offer `f`: its author while they work here, else who is in charge of its partner. */
const asked = Prisma.sql`(SELECT m.user_id FROM membership m WHERE m.mission_locale_id = f.mission_locale_id AND m.ended_at IS NULL AND m.role IN ('officer', 'counsellor', 'manager', 'admin')
  AND m.user_id IN (f.created_by_id, (SELECT p.officer_id FROM partnership p WHERE p.mission_locale_id = f.mission_locale_id AND p.id = f.partnership_id)) ORDER BY m.user_id = f.created_by_id DESC LIMIT 1)`;
const own = (missionLocaleId: string) => Prisma.sql`f.mission_locale_id = ${missionLocaleId}::uuid AND f.state = 'published' AND f.deleted_at IS NULL AND f.origin IN ('agency', 'partner')`;

type Row = { id: string; partnershipId: string | null; assigneeId: string | null; title: string; day: string };
const proposals = (rows: readonly Row[], question: 'current' | 'closing', words: (row: Row, title: string) => string): Proposal[] =>
  rows.flatMap((row) => (row.assigneeId ? [{ key: offerRuleKey(question, row.id, row.day), partnershipId: row.partnershipId, assigneeId: row.assigneeId, title: titleWith(row.title, (short) => words(row, short)) }] : []));

/** The offers that nobody has said to be current for `weeks` weeks: are they still? Those that never close most of all. One query; none for 0. */
export async function offersToConfirm(db: Db, { missionLocaleId, now, weeks }: RuleInput & { weeks: number }): Promise<Proposal[]> {
  if (weeks === 0) return [];
  const rows = await db.$queryRaw<Row[]>`SELECT f.id::text, f.partnership_id::text AS "partnershipId", ${asked}::text AS "assigneeId", f.title, f.confirmed_at::date::text AS day FROM public.offer f
    WHERE ${own(missionLocaleId)} AND f.confirmed_at < ${new Date(now.getTime() - weeks * 7 * 86_400_000)} ORDER BY f.confirmed_at LIMIT 500`;
  return proposals(rows, 'current', (_row, title) => `${inGuillemets(title)} est-elle toujours d’actualité ?`);
}

/** The offers that close within `days` days: renewed, or let go? One query; none for 0. */
export async function closingOffers(db: Db, { missionLocaleId, now, days }: RuleInput & { days: number }): Promise<Proposal[]> {
  if (days === 0) return [];
  const today = parisDay(now);
  const rows = await db.$queryRaw<Row[]>`SELECT f.id::text, f.partnership_id::text AS "partnershipId", ${asked}::text AS "assigneeId", f.title, least(f.closes_on, f.ends_on)::text AS day FROM public.offer f
    WHERE ${own(missionLocaleId)} AND least(f.closes_on, f.ends_on) BETWEEN ${today}::date AND ${addDays(today, days)}::date
      AND coalesce(f.published_at, f.state_since) < ${new Date(now.getTime() - days * 86_400_000)} ORDER BY least(f.closes_on, f.ends_on) LIMIT 500`;
  return proposals(rows, 'closing', ({ day }, title) => `${inGuillemets(title)} se ferme le ${dayOf(dateOfDay(day))} : la prolonger ?`);
}
