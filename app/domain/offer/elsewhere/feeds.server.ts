import type { Ctx, Db } from '~/access/context';
import { conflict } from '~/domain/errors';
import { noFeedFilters, type FeedCounts, type FeedFilters, type FeedForm } from './feed-settings';
import { feedSources, type FeedSource } from './foreign-offer';
import { fileDays, type ForeignWay } from './take-in-offers.server';

/** Each source, what the agency takes from it, and how the last time went. Two queries. */
export async function listFeeds(ctx: Ctx) {
  const rows = await ctx.db.offerFeed.findMany();
  const [place] = await ctx.db.$queryRaw<{ departement: string | null; communes: number }[]>`SELECT c.departement_code AS departement, 0 AS communes FROM mission_locale m LEFT JOIN commune c ON c.code = m.commune_code WHERE m.id = app.mission_locale()`;
  return feedSources.map((source) => {
    const row = rows.find((one) => one.source === source);
    const filters: FeedFilters = { ...noFeedFilters, departements: place?.departement ? [place.departement] : [], ...(row?.filters as Partial<FeedFilters> | undefined) };
    return { source, isOn: row?.isOn ?? false, filters, startedAt: row?.startedAt ?? null, endedAt: row?.endedAt ?? null, succeededAt: row?.succeededAt ?? null, file: fileOf(row?.fileAt), askedAt: row?.askedAt ?? null, counts: (row?.counts ?? null) as FeedCounts | null, problems: (row?.problems ?? []) as string[] };
  });
}

/** When the last file came, and when what it brought leaves. */
const fileOf = (at: Date | null | undefined) => (at ? { at, leavesAt: new Date(at.getTime() + fileDays * 86_400_000) } : null);
export type ListedFeed = Awaited<ReturnType<typeof listFeeds>>[number];

/** Keeps what the agency takes from a source; it is refreshed at once, or its offers leave when it is no longer taken. */
export async function saveFeed(ctx: Ctx, { source, isOn, ...filters }: FeedForm): Promise<void> {
  const missionLocaleId = ctx.actor.missionLocaleId!;
  const before = await ctx.db.offerFeed.findFirst({ where: { source }, select: { isOn: true } });
  await ctx.db.offerFeed.upsert({ where: { missionLocaleId_source: { missionLocaleId, source } }, create: { source, isOn, filters }, update: { isOn, filters } });
  if (isOn) await askRefresh(ctx, { source });
  else if (before?.isOn) await ctx.emit('feed.asked', { source });
}

/** Asks for a refresh now. Throws `conflict` when the source is off. */
export async function askRefresh(ctx: Ctx, { source }: { source: FeedSource }): Promise<void> {
  const { count } = await ctx.db.offerFeed.updateMany({ where: { source, isOn: true }, data: { askedAt: ctx.now } });
  if (count === 0) throw conflict('Cette source n’est pas activée : activez-la d’abord.');
  await ctx.emit('feed.asked', { source });
}

/** What became of a run, for the page of settings. A run that failed keeps the figures of the last one that went well; a file says nothing of how the source answers. */
export async function recordRun(db: Db, source: FeedSource, way: ForeignWay, run: { startedAt: Date; endedAt: Date; counts: FeedCounts | null; problems: readonly string[] }): Promise<void> {
  const { startedAt, endedAt, counts, problems } = run;
  const missionLocaleId = (await db.$queryRaw<{ id: string }[]>`SELECT app.mission_locale()::text AS id`)[0]!.id;
  const told = { startedAt, endedAt, problems: problems.slice(0, 20), ...(counts ? { counts, ...(way === 'api' ? { succeededAt: endedAt } : { fileAt: endedAt }) } : {}) };
  await db.offerFeed.upsert({ where: { missionLocaleId_source: { missionLocaleId, source } }, create: { source, ...told }, update: told });
}
