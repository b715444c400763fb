import type { Ctx, Db } from '~/access/context';
import { invalid, stale, type StaleChange } from '~/domain/errors';
import { compareRecords, takenSides, takenValues, type MergeRecord, type Side } from '~/domain/merge/compare-records';
import { only, saidOfTheTree } from '~/domain/merge/merge-partners.server';
import type { Seen } from '~/domain/merge/merge-choices.schema';
import { sayRecords, whatChanged } from '~/domain/merge/merge-preview.server';
import { writeColumns } from '~/domain/merge/records-to-merge.server';
import { parisDay } from '~/domain/text/paris-day';
import type { Prisma } from '#prisma';
import { keepMovedRows } from './move-hanging.server';
import type { OrganisationJournal } from './organisation-journal';
import { areBothOpen, besideItsDouble, organisationsToMerge, type OrganisationsToMerge } from './organisations-to-merge.server';
import { overTheNetwork } from './over-the-network.server';
import { markWaitingPairs } from './keep-organisation-pairs.server';

export type MergeOrganisations = {
  keptId: string;
  mergedId: string;
  /** Field by field, the side taken; a field that is not said takes what is proposed. */
  choices?: Record<string, Side>;
  /** What the person was shown; left out by a script that has just read both. */
  seen?: Seen;
  /** Two establishments that are both open are one only if a person says so. */
  isConfirmed?: boolean;
};
export type MergedOrganisations = { mergeId: string; keptName: string; mergedName: string };

/**
 * Makes one organisation of two of the network: the common facts as they were chosen, and the partnerships, establishments, national
 * agreements and accounts of the double go to the kept one. An agency that lives with both keeps both partnerships: its own queue of
 * doubles tells it. Nothing private changes hands. Throws `forbidden`, `notFound`, `conflict` for an organisation with itself or one
 * that is a double already, `stale` when either was changed since it was shown, `invalid('confirmation')` for two open establishments.
 */
export async function mergeOrganisations(ctx: Ctx, { keptId, mergedId, choices = {}, seen, isConfirmed = false }: MergeOrganisations): Promise<MergedOrganisations> {
  const merge = await overTheNetwork(ctx, 'two organisations of the network become one, for all agencies', async (db) => {
    const records = await organisationsToMerge(db, keptId, mergedId, { lock: true });
    if (seen && !isAsSeen(records, seen)) throw stale('Un des deux organismes vient d’être modifié par une Mission Locale. Vos choix sont gardés : vérifiez-les, puis fusionnez.', Number(records.kept.organisation.version), await changed(db, records, seen));
    if (!isConfirmed && areBothOpen(records, parisDay(ctx.now))) throw invalid('confirmation', 'Ces deux établissements sont ouverts, chacun avec son SIRET : confirmez que c’est bien un seul organisme.');
    const sides = takenSides(compareRecords(besideItsDouble(records).kept, records.merged), choices);
    const { after, double } = patchesOf(records, sides);
    // The double lets its number go before the kept one takes it: a SIRET is borne once.
    await writeColumns({ db }, 'organisation', mergedId, double);
    await writeColumns({ db }, 'organisation', keptId, after).catch(saidOfTheTree);
    const moved = await keepMovedRows(db, { from: mergedId, to: keptId });
    const journal: OrganisationJournal = {
      choices: Object.fromEntries(sides),
      kept: { before: only(records.kept.organisation, after), after },
      merged: { before: only(records.merged.organisation, double), after: double },
      mergedRow: { ...records.merged.organisation, ...double },
      moved,
    };
    const names = { keptName: String(records.kept.organisation.name), mergedName: String(records.merged.organisation.name) };
    const { id } = await db.organisationMerge.create({ data: { keptId, mergedId, ...names, createdById: ctx.actor.userId, journal: journal as unknown as Prisma.InputJsonObject }, select: { id: true } });
    await markWaitingPairs(db, [keptId, mergedId]);
    return { mergeId: id, ...names };
  });
  await ctx.emit('organisation.merged', { organisationIds: [keptId, mergedId] });
  return merge;
}

const isAsSeen = ({ kept, merged }: OrganisationsToMerge, seen: Seen) => kept.organisation.version === seen.kept.organisation && merged.organisation.version === seen.merged.organisation;

async function changed(db: Db, records: OrganisationsToMerge, seen: Seen): Promise<StaleChange[]> {
  const shown = besideItsDouble(records);
  return whatChanged(seen, await sayRecords(db, shown), shown);
}

/** The columns that change: of the kept one what was chosen, of the double its mark. The SIRET goes to the one that has none; the double leaves the tree of groups, where the kept one stands. */
function patchesOf(records: OrganisationsToMerge, sides: ReturnType<typeof takenSides>): { after: Record<string, unknown>; double: Record<string, unknown> } {
  const [kept, merged] = [records.kept.organisation, records.merged.organisation];
  const after = takenValues(besideItsDouble(records).kept, records.merged, sides).organisation;
  if (kept.parent_id === merged.id && !('parent_id' in after)) after.parent_id = null;
  if (!kept.claimed_at && merged.claimed_at) after.claimed_at = merged.claimed_at;
  const double: Record<string, unknown> = { merged_into_id: kept.id, ...(merged.parent_id ? { parent_id: null } : {}) };
  if (!kept.siret && merged.siret) {
    Object.assign(double, { siret: null });
    Object.assign(after, { siret: merged.siret, fact_sources: { ...((after.fact_sources ?? kept.fact_sources) as object), ...siretSource(records.merged) } });
  }
  return { after, double };
}

function siretSource({ organisation }: MergeRecord): object {
  const source = (organisation.fact_sources as { siret?: unknown } | null)?.siret;
  return source ? { siret: source } : {};
}
