import { answeredOrganisations } from './answer-organisations.server';
import { applyImport } from './apply-import.server';
import { builtSince, saysBuilt } from './built-since.server';
import type { ReadRow } from './facts';
import type { ColumnMapping } from './fields';
import type { ImportedThing } from './imported-thing';
import { organisationsOfFile, type PlannedOrganisation } from './organisations-of-file';
import { partnerColumns } from './partner-columns';
import { planImport } from './plan-import.server';
import { readRow } from './read-row';
import { undoImport } from './undo-import.server';

type Accepted = Extract<ReadRow, { ok: true }>;

/** How partners are imported. */
export const importedPartners = {
  vocabulary: partnerColumns,
  read: (row, { mapping, ...context }) => {
    const read = readRow(row, { ...context, mapping: mapping as ColumnMapping });
    return read.ok ? { ok: true, row: read } : { ok: false, refused: { line: row.line, label: nameOf(read), cells: row.cells, reasons: read.refused.map(({ reason }) => reason) } };
  },
  gather: organisationsOfFile,
  plan: planImport,
  answered: (ctx, items) => answeredOrganisations(ctx, items as Parameters<typeof answeredOrganisations>[1]),
  apply: applyImport,
  undo: undoImport,
  builtOn: async (ctx, importId) => {
    const built = await builtSince(ctx.db, importId, 3);
    return built.total > 0 ? saysBuilt(built) : null;
  },
} satisfies ImportedThing<Accepted, PlannedOrganisation>;


const nameOf = ({ originals, line }: ReadRow) => (originals.name ?? originals.brandName ?? originals.siret ?? `Ligne ${line}`).trim().slice(0, 120) || `Ligne ${line}`;
