import type { Ctx, Db } from '~/access/context';
import { conflict, notFound } from '~/domain/errors';
import { mergeFields, type MergeField } from '~/domain/merge/merge-fields';
import { columnsBack, isUndoable, undoDays } from '~/domain/merge/merge-journal';
import { saidOfTheTree } from '~/domain/merge/merge-partners.server';
import { writeColumns } from '~/domain/merge/records-to-merge.server';
import { labelOfColumn, sourcesBack, undoGroups } from '~/domain/merge/undo-columns';
import { sameFact } from '~/domain/partner/shared-facts';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { movedTableNames, type MovedTable } from './hanging-on-organisation';
import { markWaitingPairs } from './keep-organisation-pairs.server';
import { moveRows } from './move-hanging.server';
import type { OrganisationJournal } from './organisation-journal';
import { lockOrganisations } from './organisations-to-merge.server';
import { overTheNetwork } from './over-the-network.server';

type Row = Record<string, unknown>;
export type UndoneOrganisations = {
  keptName: string;
  mergedName: string;
  /** Labels of what an agency changed on either since the merge, left as it was put. */
  editedKept: string[];
  editedMerged: string[];
  /** What came to the kept organisation since, and stays there. */
  stays: { table: MovedTable; count: number }[];
  /** What had moved and somebody took elsewhere since: it does not come back. */
  gone: { table: MovedTable; count: number }[];
};

const unknown = 'Cette fusion n’existe pas, ou plus.';

/**
 * Makes two organisations again of those that a merge made one, within ninety days: what moved goes back with what was written in it
 * since; a fact that the merge set takes its former value, unless somebody changed it since. Throws `forbidden`, `notFound`, or
 * `conflict` when it was undone already, is too old, or when either was merged again since (that merge is undone first).
 */
export async function undoOrganisationMerge(ctx: Ctx, { mergeId }: { mergeId: string | undefined }): Promise<UndoneOrganisations> {
  const { ids, ...undone } = await overTheNetwork(ctx, 'two organisations that were made one are two again, for all agencies', async (db) => {
    const id = knownId(mergeId, unknown);
    const pair = await db.organisationMerge.findFirst({ where: { id }, select: { keptId: true, mergedId: true } });
    if (!pair) throw notFound(unknown);
    await lockOrganisations(db, [pair.keptId, pair.mergedId]);
    const merge = await undoableMerge(db, id, ctx.now);
    const [kept, merged] = [await rowOf(db, pair.keptId), await rowOf(db, pair.mergedId)];
    const { journal, keptName, mergedName } = merge;
    const editedMerged = (mergeFields as readonly MergeField[]).filter(({ table, columns }) => table === 'organisation' && columns.some((column) => !sameFact(merged[column], journal.mergedRow[column]))).map(({ label }) => label);

    // The facts first, since an establishment hangs only on what has a SIRET as it has; rows go back while it is still a double, which
    // the walls ask for; what both hang on comes last, once the tree of groups sees two.
    const { editedKept, parents } = await factsBack(db, kept, merged, journal);
    const gone = await rowsBack(db, pair, journal);
    await writeColumns({ db }, 'organisation', pair.mergedId, { merged_into_id: null });
    for (const { id: organisationId, parentId } of parents) await writeColumns({ db }, 'organisation', organisationId, { parent_id: parentId }).catch(saidOfTheTree);
    await db.organisationMerge.updateMany({ where: { id }, data: { undoneAt: ctx.now, undoneById: ctx.actor.userId } });
    await markWaitingPairs(db, [pair.keptId, pair.mergedId]);
    return { ids: [pair.keptId, pair.mergedId], keptName, mergedName, editedKept, editedMerged, stays: await addedSince(db, pair.keptId, merge.createdAt, journal), gone };
  });
  await ctx.emit('organisation.merged', { organisationIds: ids });
  return undone;
}

/** Read once both organisations are held: two people who undo at once are one after the other. */
async function undoableMerge(db: Db, id: string, now: Date) {
  const { journal, kept, merged, ...merge } = await db.organisationMerge.findFirstOrThrow({
    where: { id },
    select: { keptName: true, mergedName: true, keptId: true, createdAt: true, undoneAt: true, journal: true, kept: { select: { mergedIntoId: true } }, merged: { select: { mergedIntoId: true } } },
  });
  if (merge.undoneAt) throw conflict('Cette fusion est déjà annulée.');
  if (!journal || !isUndoable(merge, now)) throw conflict(`Une fusion s’annule pendant ${undoDays} jours. Celle-ci est trop ancienne.`);
  if (kept.mergedIntoId) throw conflict(`${merge.keptName} a été fusionné à son tour avec un autre organisme. Annulez d’abord cette fusion-là.`);
  if (merged.mergedIntoId !== merge.keptId) throw conflict(`${merge.mergedName} n’est plus fusionné avec cet organisme.`);
  return { ...merge, journal: journal as unknown as OrganisationJournal };
}

async function rowOf(db: Db, id: string): Promise<Row> {
  const [found] = await db.$queryRaw<{ row: Row }[]>`SELECT to_jsonb(o) AS row FROM organisation o WHERE o.id = ${id}::uuid`;
  return found!.row;
}

/** Former facts of both, but for what they hung on, which is told; the SIRET returns to the one that gave it, unless it was changed since. Labels of what stays because somebody changed it. */
async function factsBack(db: Db, kept: Row, merged: Row, journal: OrganisationJournal): Promise<{ editedKept: string[]; parents: { id: unknown; parentId: unknown }[] }> {
  const { back, edited } = columnsBack([...undoGroups('organisation'), ['claimed_at']], journal.kept, kept, sameFact);
  const { parent_id: formerParent, ...facts } = back;
  await writeColumns({ db }, 'organisation', kept.id, { ...facts, ...sourcesBack(journal.kept, kept, facts) });
  const { siret, parent_id: parentId } = journal.merged.before;
  const isFree = siret && !merged.siret && !(await db.organisation.findFirst({ where: { siret: String(siret) }, select: { id: true } }));
  await writeColumns({ db }, 'organisation', merged.id, isFree ? { siret } : {});
  const parents = [...('parent_id' in back ? [{ id: kept.id, parentId: formerParent }] : []), ...(parentId && !merged.parent_id ? [{ id: merged.id, parentId }] : [])];
  return { editedKept: edited.map(([column = '']) => labelOfColumn(column)), parents };
}

/** What had moved returns to the double, but for what was taken elsewhere since. */
async function rowsBack(db: Db, { keptId, mergedId }: { keptId: string; mergedId: string }, { moved }: OrganisationJournal): Promise<UndoneOrganisations['gone']> {
  const gone: UndoneOrganisations['gone'] = [];
  for (const table of movedTableNames) {
    const wanted = moved[table] ?? [];
    const came = wanted.length > 0 ? await moveRows(db, table, { from: keptId, to: mergedId }, wanted) : [];
    if (came.length < wanted.length) gone.push({ table, count: wanted.length - came.length });
  }
  return gone;
}

async function addedSince(db: Db, keptId: string, since: Date, { moved }: OrganisationJournal): Promise<UndoneOrganisations['stays']> {
  const [partnership, agreement] = [
    await db.partnership.count({ where: { organisationId: keptId, createdAt: { gt: since }, id: { notIn: moved.partnership ?? [] } } }),
    await db.nationalAgreement.count({ where: { organisationId: keptId, createdAt: { gt: since } } }),
  ];
  return ([{ table: 'partnership', count: partnership }, { table: 'national_agreement', count: agreement }] as const).filter(({ count }) => count > 0);
}
