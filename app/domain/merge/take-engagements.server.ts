import type { Ctx } from '~/access/context';
import { readinessNames, type Readiness } from '~/domain/engagement/readiness';
import { Prisma } from '#prisma';
import type { Side } from './compare-records';
import type { MergeJournal } from './merge-journal';

type Row = Record<string, unknown>;
export type SharedForm = { formId: string; label: string; kept: Row; merged: Row; proposed: Side };

/** What a line of engagement says; the rest is its key and its dates. */
export const engagementColumns = ['readiness', 'capacity_per_month', 'months', 'comment', 'romes', 'public_text', 'said_by', 'said_by_contact_id', 'said_on'] as const;

/** The forms of engagement that both records have a word on, and do not say the same of. Proposed: the furthest, then the newest. */
export async function sharedForms(ctx: Ctx, { keptId, mergedId }: { keptId: string; mergedId: string }): Promise<SharedForm[]> {
  const rows = await ctx.db.$queryRaw<Omit<SharedForm, 'proposed'>[]>`
    SELECT a.form_id::text AS "formId", f.label, to_jsonb(a) AS kept, to_jsonb(b) AS merged FROM engagement a
    JOIN engagement b ON b.mission_locale_id = a.mission_locale_id AND b.form_id = a.form_id AND b.partnership_id = ${mergedId}::uuid
    JOIN engagement_form f ON f.id = a.form_id
    WHERE a.mission_locale_id = app.mission_locale() AND a.partnership_id = ${keptId}::uuid ORDER BY f.position, f.label`;
  return rows
    .filter(({ kept, merged }) => engagementColumns.some((column) => JSON.stringify(kept[column]) !== JSON.stringify(merged[column])))
    .map((row) => ({ ...row, proposed: furthest(row.kept, row.merged) }));
}

function furthest(kept: Row, merged: Row): Side {
  const rank = ({ readiness }: Row) => readinessNames.indexOf(readiness as Readiness);
  if (rank(kept) !== rank(merged)) return rank(merged) > rank(kept) ? 'merged' : 'kept';
  return String(merged.updated_at) > String(kept.updated_at) ? 'merged' : 'kept';
}

/**
 * The kept record's line takes the other's words where they were chosen. The other's line stays on its own record, out of sight:
 * undoing finds it there. Contacts have moved already, so that whoever said so is one of the kept record's.
 */
export async function takeEngagements(ctx: Ctx, pair: { keptId: string; mergedId: string }, chosen: Record<string, Side>): Promise<MergeJournal['engagements']> {
  const taken = (await sharedForms(ctx, pair)).filter(({ formId, proposed }) => (chosen[formId] ?? proposed) === 'merged');
  const words = (row: Row): Row => Object.fromEntries(engagementColumns.map((column) => [column, row[column] ?? null]));
  for (const { formId, merged } of taken) await writeEngagement(ctx, pair.keptId, formId, words(merged));
  return taken.map(({ formId, kept, merged }) => ({ formId, before: words(kept), after: words(merged) }));
}

/** Writes these columns of one line. */
export async function writeEngagement(ctx: Ctx, partnershipId: string, formId: string, patch: Row): Promise<void> {
  const columns = Object.keys(patch);
  if (columns.length === 0) return;
  const list = (prefix: string) => Prisma.raw(columns.map((column) => `${prefix}"${column}"`).join(', '));
  await ctx.db.$executeRaw`UPDATE engagement e SET (${list('')}) = ROW(${list('given.')}) FROM jsonb_populate_record(NULL::engagement, ${JSON.stringify(patch)}::jsonb) AS given
    WHERE e.mission_locale_id = app.mission_locale() AND e.partnership_id = ${partnershipId}::uuid AND e.form_id = ${formId}::uuid`;
}
