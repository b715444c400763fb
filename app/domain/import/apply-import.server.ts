import type { Ctx, Db } from '~/access/context';
import { checkOfficer } from '~/domain/partnership/check-officer.server';
import { applyItems, idSource, type AppliedItem, type PlanItem } from './apply-items.server';
import type { ImportedFacts } from './imported-facts';
import { noOptions, type KeptOptions } from './import-options';
import type { ImportQuestion } from './import-question';
import { knownAmong, valueIds } from './known-organisations.server';
import type { Report } from './plan-items.server';
import { createResolver, type Resolved } from './resolve-organisations';
import { insertOrganisations, updateOrganisations, type RecordEffect } from './write-organisations.server';
import { addBeside, ensureTags, insertPartnerships, type BesideEffect } from './write-partnerships.server';

/** What applying one item wrote, kept with it for the undo. */
export type ImportEffect = { made: 'organisation' | 'partnership' | null; record?: RecordEffect; beside?: BesideEffect };

type Item = PlanItem<ImportedFacts, ImportQuestion>;

/**
 * Carries out a plan of partners. Each organisation is compared again with what the register and the partners are now, so that what
 * somebody did since the dry run is kept. Throws `RegisterMoved` when another agency takes one of the SIRETs in the same instant: run
 * it again.
 */
export async function applyImport(ctx: Ctx, importId: string, report?: Report): Promise<void> {
  await applyItems<ImportedFacts, ImportQuestion>(ctx, importId, async ({ options: kept, total }) => {
    const options: KeptOptions = { ...noOptions, ...(kept as Partial<KeptOptions> | null) };
    await checkOfficer(ctx, options.officerId);
    const known = await valueIds(ctx.db);
    const { tags, made } = await ensureTags(ctx.db, await tagsOf(ctx.db, importId, options), known.tags);
    const ids = { ...known, tags };
    const freshIds = await idSource(ctx.db, total * 2);
    const resolve = createResolver(ids, () => ({ organisationId: freshIds(), partnershipId: freshIds() }));
    return {
      madeOptions: { ...options, madeTagIds: made },
      write: async (items) => {
        const index = await knownAmong(ctx.db, items.map(({ facts }) => facts));
        return write(ctx, items.map((item) => ({ ...item, ...resolve({ ...item, ask: false }, index) })), options, ids);
      },
    };
  }, report);
}

type Decided = Item & Resolved;

async function write(ctx: Ctx, chunk: Decided[], options: KeptOptions, ids: Parameters<typeof createResolver>[0]): Promise<AppliedItem[]> {
  const { db, now } = ctx;
  const created = chunk.filter(({ decision }) => decision.outcome === 'create');
  const started = chunk.filter(({ decision }) => decision.outcome === 'create' || decision.outcome === 'join');
  const withTag = (tags: string[]) => (options.tag && !tags.includes(options.tag) ? [...tags, options.tag] : tags);

  await insertOrganisations(db, created.map(({ organisationId, decision, facts }) => ({ id: organisationId, set: decision.set, facts })), ids, now);
  await insertPartnerships(
    db,
    started.map(({ partnershipId, organisationId, decision, facts }) => ({ id: partnershipId, organisationId, externalId: decision.externalId, since: facts.partnerSince })),
    options,
  );
  const changed = chunk.filter(({ decision }) => decision.outcome !== 'create');
  const records = await updateOrganisations(
    db,
    changed.map(({ organisationId, decision, facts, known }) => ({ id: organisationId, set: decision.set, facts, factSources: known?.factSources ?? {} })),
    now,
  );
  const isNew = new Set(started.map(({ partnershipId }) => partnershipId));
  const beside = await addBeside(
    db,
    chunk.map(({ partnershipId, decision }) => ({ ...decision, partnershipId, isNew: isNew.has(partnershipId), tags: isNew.has(partnershipId) ? withTag(decision.tags) : decision.tags })),
    ids.tags,
  );
  return effectsOf(chunk, records, beside);
}

/** Each effect is told once, by the first item about its record. */
function effectsOf(chunk: Decided[], records: Map<string, RecordEffect>, beside: Map<string, BesideEffect>): AppliedItem[] {
  return chunk.map(({ position, organisationId, partnershipId, decision }) => {
    const effect: ImportEffect = { made: decision.outcome === 'create' ? 'organisation' : decision.outcome === 'join' ? 'partnership' : null, record: records.get(organisationId), beside: beside.get(partnershipId) };
    records.delete(organisationId);
    beside.delete(partnershipId);
    return { position, organisationId, partnershipId, outcome: decision.outcome, effect };
  });
}

async function tagsOf(db: Db, importId: string, { tag }: KeptOptions): Promise<string[]> {
  const rows = await db.$queryRaw<{ tag: string }[]>`SELECT DISTINCT jsonb_array_elements_text(facts -> 'tags') AS tag FROM import_item WHERE batch_id = ${importId}::uuid AND facts IS NOT NULL`;
  return [...(tag ? [tag] : []), ...rows.map((row) => row.tag)];
}
