import type { Ctx } from '~/access/context';
import type { ColumnMapping } from './fields';
import type { KeptOptions } from './import-options';
import { needsAPerson, type ImportedSheet } from './imported-sheet';
import { importOf, moveImport } from './move-import.server';
import { fingerprint, proposedMapping, type RecognisedColumn } from './recognise-columns';

export type OpenedSheet = Omit<ImportedSheet, 'columns' | 'fingerprint' | 'isRemembered'> & { columns: RecognisedColumn[] };

/**
 * Keeps what was found on opening the file. The mapping that the agency confirmed for a file of the same shape applies by
 * itself; else what was recognised, and a person looks when something matters and is not sure. Then the file is planned.
 */
export async function keepSheet(ctx: Ctx, importId: string, opened: OpenedSheet): Promise<'mapping' | 'planning'> {
  const shape = fingerprint(opened.headers);
  const remembered = await ctx.db.importMapping.findFirst({ where: { fingerprint: shape }, select: { mapping: true } });
  const mapping = (remembered?.mapping as unknown as ColumnMapping | undefined) ?? proposedMapping(opened.columns);
  const sheet: ImportedSheet = { ...opened, fingerprint: shape, isRemembered: remembered !== null };
  const { options } = await importOf(ctx, importId);
  const isAsked = Boolean((options as KeptOptions | null)?.askColumns) || (!remembered && needsAPerson(opened.columns, mapping));
  await moveImport(ctx, importId, isAsked ? 'askColumns' : 'plan', { sheet: sheet as object, mapping: mapping as object });
  if (!isAsked) await ctx.emit('import.requested', { batchId: importId, step: 'plan' });
  return isAsked ? 'mapping' : 'planning';
}
