import type { Ctx } from '~/access/context';
import { actorMay } from '~/access/actor';
import { agreementsEnding } from '~/domain/agreement/agreements.queries.server';
import { countDuplicates } from '~/domain/duplicate/list-duplicates.server';
import { countNewFeedback } from '~/domain/feedback/feedback.queries.server';
import type { ImportCounts } from '~/domain/import/items-of-import.server';
import { countParkedJobs } from '~/domain/job/list-jobs.server';
import { countMails } from '~/domain/mail/list-mails.server';
import { offerNews } from '~/domain/offer/alert/find-news.server';
import { patronageToRenew } from '~/domain/patronage/patrons.queries.server';
import { countOpenTasks, tasksOfToday } from '~/domain/task/list-tasks.server';
import { Prisma, type ImportState, type PartnershipStage } from '#prisma';
import { blocksOf } from './arrange-home.server';
import type { HomeBlock } from './blocks';
import { portfolioNews } from './portfolio-news.server';
import { quietPartners } from './quiet-partners.server';
import { teamTasks } from './team-tasks.server';

export type RecentPartner = { id: string; name: string; stage: PartnershipStage; communeName: string | null; updatedAt: Date; isMine: boolean };

/**
 * The home page of somebody of an agency: what each of its blocks shows, and nothing for those that are not there (null). As many
 * queries whatever the size of the agency: two, and one or two a block.
 */
export async function agencyHome(ctx: Ctx, blocks: readonly HomeBlock[] = blocksOf(ctx.actor)) {
  const shows = (block: HomeBlock) => blocks.includes(block);
  const [counts] = await ctx.db.$queryRaw<[{ all: number; mine: number; unassigned: number; sites: number; people: number }]>`
    SELECT count(*)::int AS all, count(*) FILTER (WHERE officer_id = ${ctx.actor.userId}::uuid)::int AS mine, count(*) FILTER (WHERE officer_id IS NULL)::int AS unassigned,
      (SELECT count(*)::int FROM site WHERE mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND closed_at IS NULL) AS sites,
      (SELECT count(*)::int FROM membership WHERE mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND ended_at IS NULL) AS people
    FROM search.partner_of_agency WHERE mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND NOT is_archived`;
  // Who follows partners reads of theirs; the others of the agency's.
  const officerId = counts.mine > 0 ? ctx.actor.userId : null;
  const watches = actorMay(ctx.actor, 'job.read');
  return {
    blocks,
    counts,
    tasks: shows('tasks') ? { rows: await tasksOfToday(ctx), counts: await countOpenTasks(ctx, { whose: 'mine' }) } : null,
    team: shows('team') ? await teamTasks(ctx) : null,
    quiet: shows('quiet') ? await quietPartners(ctx) : null,
    news: shows('news') ? await portfolioNews(ctx) : null,
    offers: shows('offers') ? await offerNews(ctx, { days: 7, limit: 6 }) : null,
    recent: shows('changes') ? await recentPartners(ctx, counts.mine > 0) : null,
    agreements: shows('agreements') ? await agreementsEnding(ctx, { withinDays: 90, officerId, limit: 6 }) : null,
    patronage: shows('patronage') ? await patronageToRenew(ctx, { withinDays: 90, officerId, limit: 6 }) : null,
    stages: shows('stages') ? await partnersByStage(ctx, counts.mine > 0) : null,
    imports: shows('imports') || counts.all === 0 ? await importsUnderWay(ctx) : null,
    sureDuplicates: actorMay(ctx.actor, 'duplicate.settle') ? (await countDuplicates(ctx)).sure : 0,
    refusedMails: watches ? (await countMails(ctx)).refused : 0,
    parkedJobs: watches ? await countParkedJobs(ctx) : 0,
    newFeedback: actorMay(ctx.actor, 'feedback.manage') ? await countNewFeedback(ctx) : 0,
  };
}

function partnersByStage(ctx: Ctx, ownOnly: boolean): Promise<{ stage: PartnershipStage; count: number }[]> {
  return ctx.db.$queryRaw`
    SELECT s.stage::text AS stage, count(*)::int AS count FROM search.partner_of_agency s
    WHERE s.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND NOT s.is_archived AND ${ownOrAll(ctx, ownOnly)} GROUP BY s.stage ORDER BY s.stage`;
}

/** The partners changed last: one's own, or the agency's for somebody in charge of none. */
function recentPartners(ctx: Ctx, ownOnly: boolean): Promise<RecentPartner[]> {
  return ctx.db.$queryRaw<RecentPartner[]>`
    SELECT s.partnership_id AS id, s.name, s.stage::text AS stage, s.commune_name AS "communeName", s.updated_at AS "updatedAt", s.officer_id IS NOT DISTINCT FROM ${ctx.actor.userId}::uuid AS "isMine"
    FROM search.partner_of_agency s WHERE s.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND NOT s.is_archived AND ${ownOrAll(ctx, ownOnly)}
    ORDER BY s.updated_at DESC, s.partnership_id DESC LIMIT 8`;
}

/** Two statements rather than one with an OR, which no index answers. */
const ownOrAll = ({ actor }: Ctx, ownOnly: boolean) => (ownOnly ? Prisma.sql`s.officer_id = ${actor.userId}::uuid` : Prisma.sql`true`);

const underWay: ImportState[] = ['received', 'reading', 'mapping', 'planning', 'planned', 'applying', 'undoing'];

/** The last imports that wait for a person or for the machine. A plan that changes nothing waits for nobody. */
async function importsUnderWay(ctx: Ctx) {
  const batches = await ctx.db.importBatch.findMany({ where: { state: { in: underWay } }, select: { id: true, fileName: true, state: true, createdAt: true, counts: true }, orderBy: { createdAt: 'desc' }, take: 20 });
  const changesNothing = ({ state, counts }: (typeof batches)[number]) => {
    const planned = counts as unknown as ImportCounts | null;
    return state === 'planned' && planned !== null && planned.create + planned.join + planned.complete === 0;
  };
  return batches.filter((batch) => !changesNothing(batch)).slice(0, 5).map(({ counts: _counts, ...batch }) => batch);
}

export type RegionalAgency = { id: string; name: string; departement: string; partners: number; active: number; lastChange: Date | null };

/** The agencies of a region, with how many partners each has. One query. */
export function regionalHome(ctx: Ctx): Promise<RegionalAgency[]> {
  return ctx.db.$queryRaw<RegionalAgency[]>`
    SELECT ml.id, ml.name, d.name AS departement, coalesce(p.partners, 0) AS partners, coalesce(p.active, 0) AS active, newest.updated_at AS "lastChange"
    FROM mission_locale ml JOIN departement d ON d.code = ml.departement_code
    LEFT JOIN (SELECT s.mission_locale_id, count(*)::int AS partners, count(*) FILTER (WHERE s.stage = 'active')::int AS active
      FROM search.partner_of_region s WHERE s.region_code = ${ctx.actor.regionCode} AND NOT s.is_archived GROUP BY s.mission_locale_id) p ON p.mission_locale_id = ml.id
    LEFT JOIN LATERAL (SELECT s.updated_at FROM search.partner_of_region s WHERE s.region_code = ${ctx.actor.regionCode} AND s.mission_locale_id = ml.id AND NOT s.is_archived
      ORDER BY s.updated_at DESC LIMIT 1) newest ON true
    WHERE ml.region_code = ${ctx.actor.regionCode} ORDER BY ml.name COLLATE "fr-x-icu"`;
}
