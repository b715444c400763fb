import { chosenDataInclusion } from '~/adapters/data-inclusion/chosen-data-inclusion';
import type { DataInclusion } from '~/adapters/data-inclusion/data-inclusion';
import { chosenFranceTravail } from '~/adapters/france-travail/chosen-france-travail';
import type { FranceTravail } from '~/adapters/france-travail/france-travail';
import { SourceProblem } from '~/adapters/http/ask-politely';
import { noCounts, noFeedFilters, type FeedCounts, type FeedFilters } from '~/domain/offer/elsewhere/feed-settings';
import { recordRun } from '~/domain/offer/elsewhere/feeds.server';
import type { FeedSource, ReadForeign } from '~/domain/offer/elsewhere/foreign-offer';
import { offerOfJob } from '~/domain/offer/elsewhere/offer-of-france-travail';
import { offerOfService } from '~/domain/offer/elsewhere/offer-of-data-inclusion';
import { takeInOffers, withdrawMissing, withdrawOfSilent, type ForeignWay } from '~/domain/offer/elsewhere/take-in-offers.server';
import { inChunks } from '~/domain/import/in-chunks';
import { asAgency, asSystem } from '~/server/db.server';
import type { Payload } from './run-task.server';

export type Sources = { dataInclusion: DataInclusion | null; franceTravail: FranceTravail | null };
const chosen = (): Sources => ({ dataInclusion: chosenDataInclusion(), franceTravail: chosenFranceTravail() });

const LONG = { timeout: 120_000 };
/** Above, it is the source that is ill rather than a thousand offers that left in a night. */
const SUSPICIOUS = 20;

/** Each night: what sources long silent had brought leaves; then a job for each agency and each source that it chose, when the source is configured. Queued twice, run once. */
export async function refreshAllOffers(sources: Sources = chosen(), now = new Date()): Promise<void> {
  await asSystem('offers of sources that say nothing any more', (db) => withdrawOfSilent(db, now), LONG);
  const on = [...(sources.dataInclusion ? ['dataInclusion' as const] : []), ...(sources.franceTravail ? ['franceTravail' as const] : [])];
  await asSystem('the agencies that take offers from elsewhere', async (db) => {
    for (const { missionLocaleId, source } of await db.offerFeed.findMany({ where: { isOn: true, source: { in: on } } })) {
      await db.$executeRaw`SELECT graphile_worker.add_job('offer:refresh', ${JSON.stringify({ missionLocaleId, source })}::json, max_attempts := 5, job_key := ${`feed:${missionLocaleId}:${source}`}::text)`;
    }
  });
}

/**
 * One agency, one source: each page is taken in whole, in a transaction of its own; what the source no longer has is withdrawn only
 * once everything was read. All of it, when the agency no longer takes that source. Run again after a crash, it starts afresh and changes nothing twice.
 */
export async function refreshOffers({ missionLocaleId, source: named }: Payload, sources: Sources = chosen()): Promise<void> {
  const source = named as FeedSource;
  const agency = String(missionLocaleId);
  const feed = await asAgency(agency, 'what the agency takes', (db) => db.offerFeed.findFirst({ where: { source } }));
  if (!feed) return;
  if (!feed.isOn) return void (await asAgency(agency, 'offers of a source that is no longer taken', (db) => withdrawMissing(db, source, [], new Date()), LONG));
  const startedAt = new Date();
  const filters = { ...noFeedFilters, ...(feed.filters as Partial<FeedFilters>) };
  const run = takingIn(agency, source);
  try {
    const pages = source === 'dataInclusion' ? services(sources.dataInclusion, filters, startedAt) : jobs(sources.franceTravail, filters, startedAt);
    for await (const page of pages) await run.take(page);
    await run.finish();
    await asAgency(agency, 'how the refresh went', (db) => recordRun(db, source, 'api', { startedAt, endedAt: new Date(), ...run.told() }));
  } catch (error) {
    const sentence = error instanceof SourceProblem ? error.message : 'Une erreur est survenue : les offres déjà reçues sont gardées. On réessaiera.';
    await asAgency(agency, 'why the refresh failed', (db) => recordRun(db, source, 'api', { startedAt, endedAt: new Date(), counts: null, problems: [sentence] }));
    // A refused key does not mend itself: the page says so, nothing is tried again before tomorrow.
    if (!(error instanceof SourceProblem && error.isLasting)) throw error;
  }
}

/** Takes pages in and counts; `finish` withdraws what came by this way and was not seen. */
export function takingIn(agency: string, source: FeedSource, way: ForeignWay = 'api') {
  const counts: FeedCounts = { ...noCounts };
  const problems: string[] = [];
  const seen = new Set<string>();
  return {
    take: async (page: readonly ReadForeign[]) => {
      counts.read += page.length;
      const good = page.filter((offer) => offer.ok);
      for (const offer of page) if (!offer.ok) problems.push(offer.reason);
      counts.refused += page.length - good.length;
      for (const chunk of inChunks(good.filter(({ sourceId }) => !seen.has(sourceId)), 500)) {
        const taken = await asAgency(agency, 'a page of offers from elsewhere', (db) => takeInOffers(db, source, chunk, new Date(), way), LONG);
        for (const { sourceId } of chunk) seen.add(sourceId);
        counts.added += taken.added;
        counts.changed += taken.changed;
        counts.unchanged += taken.unchanged;
      }
    },
    finish: async () => {
      const open = await asAgency(agency, 'how many are open', (db) => db.offer.count({ where: { missionLocaleId: agency, origin: source, cameBy: way, state: { in: ['published', 'paused'] } } }));
      if (seen.size === 0 && open > SUSPICIOUS) problems.unshift('La source n’a rien donné cette fois : les offres d’avant sont gardées.');
      else counts.withdrawn = await asAgency(agency, 'offers that left with their source', (db) => withdrawMissing(db, source, [...seen], new Date(), way), LONG);
    },
    told: () => ({ counts, problems }),
  };
}

async function* services(source: DataInclusion | null, { departements }: FeedFilters, now: Date): AsyncGenerator<ReadForeign[]> {
  if (!source) throw new SourceProblem('data.inclusion n’est pas configuré sur ce serveur.', true);
  for (const departement of departements) for await (const { services: page, structures } of source.services(departement)) yield page.map((service) => offerOfService(service, structures, now));
}

async function* jobs(source: FranceTravail | null, { departements, communes, contracts, experience }: FeedFilters, now: Date): AsyncGenerator<ReadForeign[]> {
  if (!source) throw new SourceProblem('France Travail n’est pas configuré sur ce serveur.', true);
  // Five communes a search is what the source takes.
  const places = communes.length > 0 ? [...inChunks(communes, 5)].map((some) => ({ departement: '', communes: some })) : departements.map((departement) => ({ departement, communes: [] as string[] }));
  for (const place of places) for await (const { jobs: page } of source.jobs({ ...place, contracts, experience: experience || null })) yield page.map((job) => offerOfJob(job, now));
}
