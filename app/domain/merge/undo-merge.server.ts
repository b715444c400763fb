import type { Ctx } from '~/access/context';
import { conflict, notFound } from '~/domain/errors';
import { sameFact } from '~/domain/partner/shared-facts';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { rowTables, type RowTable, type ValueTable } from './attached-tables';
import { bringBack, countRowsSince } from './bring-back.server';
import { columnsBack, isUndoable, undoDays, type MergeJournal } from './merge-journal';
import { lockRecords, writeColumns } from './records-to-merge.server';
import { engagementColumns, writeEngagement } from './take-engagements.server';
import { labelOfColumn, sourcesBack, undoGroups } from './undo-columns';

type Row = Record<string, unknown>;
export type Undone = {
  keptId: string;
  mergedId: string;
  keptName: string;
  mergedName: string;
  /** Labels of what somebody changed since the merge, left as they put it. */
  edited: string[];
  /** What was added to the kept record since, and stays there. */
  stays: { table: RowTable; count: number }[];
  /** What the merge had moved and somebody took away since: it does not come back. */
  gone: { table: RowTable | ValueTable; count: number }[];
  /** Contacts written on both records, because something on the other one still names them. */
  onBoth: string[];
};

/**
 * Makes two records again of those that a merge made one, within ninety days: what moved goes back with what was written in it
 * since; a value that the merge set takes its former one, unless somebody changed it since. Throws `notFound`, or `conflict` when
 * it was undone already, is too old, or when either record was merged again since (that merge is undone first).
 */
export async function undoMerge(ctx: Ctx, { mergeId }: { mergeId: string | undefined }): Promise<Undone> {
  const merge = await ctx.db.partnerMerge.findFirst({ where: { id: knownId(mergeId, 'Cette fusion n’existe pas, ou plus.') }, include: { journal: true } });
  if (!merge) throw notFound('Cette fusion n’existe pas, ou plus.');
  const { keptId, mergedId, keptName, mergedName } = merge;
  await lockRecords(ctx, [keptId, mergedId]);
  await refuseTooLate(ctx, merge);
  const journal = merge.journal!.journal as unknown as MergeJournal;

  // First of all: nothing may be put on a record that is taken into another one.
  await writeColumns(ctx, 'partnership', mergedId, { merged_into_id: null });
  const edited = [...(await valuesBack(ctx, keptId, journal)), ...(await engagementsBack(ctx, keptId, journal))];
  const { gone, onBoth } = await bringBack(ctx, { from: keptId, to: mergedId }, journal.moved);
  await mainsBack(ctx, mergedId, journal.mains);
  edited.push(...(await organisationBack(ctx, journal)));
  await ctx.db.partnerMerge.updateMany({ where: { id: merge.id }, data: { undoneAt: ctx.now, undoneById: ctx.actor.userId } });
  for (const partnershipId of [keptId, mergedId]) await ctx.emit('partner.changed', { partnershipId });
  return { keptId, mergedId, keptName, mergedName, edited: [...new Set(edited)], stays: await addedSince(ctx, keptId, merge.createdAt), gone, onBoth };
}

/** Read again once both records are ours: two people who undo at once are one after the other. */
async function refuseTooLate(ctx: Ctx, { id, keptId, keptName, mergedName, journal }: { id: string; keptId: string; keptName: string; mergedName: string; journal: unknown }): Promise<void> {
  const now = await ctx.db.partnerMerge.findFirstOrThrow({ where: { id }, select: { undoneAt: true, createdAt: true, kept: { select: { mergedIntoId: true } }, merged: { select: { mergedIntoId: true } } } });
  if (now.undoneAt) throw conflict('Cette fusion est déjà annulée.');
  if (!journal || !isUndoable(now, ctx.now)) throw conflict(`Une fusion s’annule pendant ${undoDays} jours. Celle-ci est trop ancienne.`);
  if (now.kept.mergedIntoId) throw conflict(`${keptName} a été fusionné à son tour avec une autre fiche. Annulez d’abord cette fusion-là.`);
  if (now.merged.mergedIntoId !== keptId) throw conflict(`${mergedName} n’est plus fusionné avec cette fiche.`);
}

/** Former values of the kept record. Labels of those that stay because somebody changed them since. */
async function valuesBack(ctx: Ctx, keptId: string, journal: MergeJournal): Promise<string[]> {
  const [row] = await ctx.db.$queryRaw<{ partnership: Row; organisation: Row }[]>`SELECT to_jsonb(p) AS partnership, to_jsonb(o) AS organisation
    FROM partnership p JOIN organisation o ON o.id = p.organisation_id WHERE p.mission_locale_id = app.mission_locale() AND p.id = ${keptId}::uuid`;
  if (!row) throw notFound('Ce partenaire n’existe pas, ou plus.');
  const partnership = columnsBack(undoGroups('partnership'), journal.partnership, row.partnership, sameFact);
  const isSameOrganisation = row.organisation.id === journal.organisation.id;
  const organisation = isSameOrganisation ? columnsBack(undoGroups('organisation'), journal.organisation, row.organisation, sameFact) : { back: {}, edited: [] };
  await writeColumns(ctx, 'partnership', keptId, partnership.back);
  await writeColumns(ctx, 'organisation', row.organisation.id, { ...organisation.back, ...sourcesBack(journal.organisation, row.organisation, organisation.back) });
  return [...partnership.edited, ...organisation.edited].map(([column = '']) => labelOfColumn(column));
}

async function engagementsBack(ctx: Ctx, keptId: string, { engagements }: MergeJournal): Promise<string[]> {
  const edited: string[] = [];
  for (const { formId, before, after } of engagements) {
    const [now] = await ctx.db.$queryRaw<{ row: Row; label: string }[]>`SELECT to_jsonb(e) AS row, f.label FROM engagement e JOIN engagement_form f ON f.id = e.form_id
      WHERE e.mission_locale_id = app.mission_locale() AND e.partnership_id = ${keptId}::uuid AND e.form_id = ${formId}::uuid`;
    if (!now) continue;
    const { back, edited: kept } = columnsBack(engagementColumns.map((column) => [column]), { before, after }, now.row, sameFact);
    await writeEngagement(ctx, keptId, formId, back);
    if (kept.length > 0) edited.push(`Engagement, ${now.label}`);
  }
  return edited;
}

/** Whoever was to be called first there is again, unless somebody else was chosen since. */
async function mainsBack(ctx: Ctx, mergedId: string, mains: string[]): Promise<void> {
  await ctx.db.$executeRaw`UPDATE contact SET is_main = true WHERE mission_locale_id = app.mission_locale() AND partnership_id = ${mergedId}::uuid AND id = ANY (${mains}::uuid[]) AND left_at IS NULL
    AND NOT EXISTS (SELECT FROM contact c WHERE c.mission_locale_id = app.mission_locale() AND c.partnership_id = ${mergedId}::uuid AND c.is_main AND c.deleted_at IS NULL AND c.left_at IS NULL)`;
}

/** The other organisation is itself again, with its SIRET when nobody bears it now, and what hung on it. */
async function organisationBack(ctx: Ctx, { mergedOrganisation: { id, before, after }, organisation, children }: MergeJournal): Promise<string[]> {
  const back: Row = 'merged_into_id' in after ? { merged_into_id: null } : {};
  const siret = after.siret === null ? (before.siret as string) : null;
  const isTaken = siret !== null && (await ctx.db.$queryRaw<unknown[]>`SELECT 1 FROM app.register_by_siret(ARRAY[${siret}]) LIMIT 1`).length > 0;
  if (siret && !isTaken) back.siret = siret;
  await writeColumns(ctx, 'organisation', id, back);
  await ctx.db.$executeRaw`UPDATE organisation SET parent_id = ${id}::uuid WHERE id = ANY (${children}::uuid[]) AND parent_id = ${organisation.id}::uuid`;
  return isTaken ? ['SIRET'] : [];
}

/** What was written on the kept record since the merge and stays there. */
async function addedSince(ctx: Ctx, keptId: string, since: Date): Promise<Undone['stays']> {
  const stays: Undone['stays'] = [];
  for (const table of rowTables) {
    const count = await countRowsSince(ctx, table, keptId, since);
    if (count > 0) stays.push({ table, count });
  }
  return stays;
}
