import type { Ctx } from '~/access/context';
import type { MappedColumns } from './column-vocabulary';
import type { KeptOptions } from './import-options';
import { needsAPerson, type ImportedSheet } from './imported-sheet';
import { importOf, moveImport } from './move-import.server';
import { importedThing } from './imported-things.server';
import type { ImportSubject } from './import-subjects';
import { fingerprint, proposedMapping, type RecognisedColumn } from './recognise-columns';

export type OpenedSheet = Omit<ImportedSheet, 'columns' | 'fingerprint' | 'isRemembered'> & { columns: RecognisedColumn<string>[] };

/**
 * Keeps what was found on opening the file. The mapping that the agency confirmed for a file of the same shape applies by
 * itself; else what was recognised, and a person looks when something matters and is not sure. Then the file is planned.
 */
export async function keepSheet(ctx: Ctx, importId: string, opened: OpenedSheet): Promise<'mapping' | 'planning'> {
  const { options, subject } = await importOf(ctx, importId);
  const shape = shapeOf(subject, opened.headers);
  const remembered = await ctx.db.importMapping.findFirst({ where: { fingerprint: shape }, select: { mapping: true } });
  const mapping = (remembered?.mapping as unknown as MappedColumns | undefined) ?? proposedMapping(opened.columns);
  const sheet: ImportedSheet = { ...opened, fingerprint: shape, isRemembered: remembered !== null };
  const isAsked = Boolean((options as KeptOptions | null)?.askColumns) || (!remembered && needsAPerson(opened.columns, mapping, importedThing(subject).vocabulary));
  await moveImport(ctx, importId, isAsked ? 'askColumns' : 'plan', { sheet: sheet as object, mapping: mapping as object });
  if (!isAsked) await ctx.emit('import.requested', { batchId: importId, step: 'plan' });
  return isAsked ? 'mapping' : 'planning';
}

/** The same headers may be those of a file of partners and of a file of offers: each is remembered apart. */
const shapeOf = (subject: ImportSubject, headers: readonly string[]) => `${subject === 'partners' ? '' : `${subject}:`}${fingerprint(headers)}`;
