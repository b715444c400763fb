import type { Ctx } from '~/access/context';
import { conflict, notFound } from '~/domain/errors';
import { nextMainContact } from '~/domain/contact/delete-contact.server';
import { nameKey } from '~/domain/organisation/name-key';
import { withSources, type FactSources, type SharedFact } from '~/domain/partner/shared-facts';
import { checkOfficer } from '~/domain/partnership/check-officer.server';
import { heldPartnershipOf } from '~/domain/partnership/partnership-of.server';
import { seenVersion } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';
import { Prisma } from '#prisma';
import { attachedTables, isAttached } from './attached-values';
import { addressColumns, historyField, type HistoryTable } from './history-fields';
import { restoreAttached } from './restore-attached.server';

export const restoreValueSchema = z.object({ entryId: z.string().regex(/^\d{1,18}$/), column: z.string().max(60), version: seenVersion() });
export type RestoreValue = { partnershipId: string; entryId: string; column: string; version: number };

type Row = Record<string, unknown>;
type Entry = { table: HistoryTable; rowKey: string; before: Row | null; after: Row | null };

/**
 * Puts back the value that a field had before a change; the columns of an address go together; a theme, a tag or a kind comes
 * back or goes. `version` is that of the row the person saw. Throws `notFound` for an entry of another record, `conflict` when
 * the field cannot be put back or the row changed meanwhile. Returns the label of the field.
 */
export async function restoreValue(ctx: Ctx, { partnershipId, entryId, column, version }: RestoreValue): Promise<{ label: string }> {
  const partnership = await heldPartnershipOf(ctx, partnershipId);
  const [entry] = await ctx.db.$queryRaw<Entry[]>`
    SELECT CASE table_name WHEN 'note' THEN 'interaction' ELSE table_name END AS "table", row_key AS "rowKey", before, after FROM audit.entry
    WHERE id = ${entryId}::bigint AND (operation = 'U' OR table_name = ANY (${attachedTables})) AND record_id = ANY (ARRAY[${partnership.id}, ${partnership.organisationId}]::uuid[])`;
  if (!entry) throw notFound('Ce changement n’est pas dans l’historique de cette fiche.');
  const field = historyField(entry.table, column);
  if (field && isAttached(entry.table)) {
    await restoreAttached(ctx, partnership.id, { ...entry, table: entry.table });
    await ctx.emit('partner.changed', { partnershipId: partnership.id });
    return { label: field.label };
  }
  if (!field?.restores || !entry.before || !(column in entry.before)) throw conflict('Cette information ne se rétablit pas d’ici.');

  const columns = entry.table === 'organisation' && addressColumns.includes(column) ? addressColumns.filter((one) => one in (entry.before ?? {})) : [column];
  const values = Object.fromEntries(columns.map((one) => [propertyOf(entry.table, one), entry.before?.[one] ?? null]));
  if (entry.table === 'partnership' && column === 'officer_id') await checkOfficer(ctx, entry.before.officer_id as string | null);
  if (!(await write(ctx, entry, values, version))) throw conflict('Cette fiche vient de changer. Relisez l’historique avant de rétablir.');
  if (entry.table === 'contact') await nextMainContact(ctx, partnership.id);
  await ctx.emit('partner.changed', { partnershipId: partnership.id });
  return { label: column === 'deleted_at' ? 'Suppression annulée' : field.label };
}

/** Columns that are put back with others, and are not told by themselves. */
const quiet: Record<string, string> = { departement_code: 'departementCode', place_precision: 'placePrecision' };
const propertyOf = (table: HistoryTable, column: string) => historyField(table, column)?.restores ?? quiet[column] ?? column;

async function write(ctx: Ctx, { table, rowKey: id }: Entry, values: Record<string, unknown>, version: number): Promise<boolean> {
  const where = { id, version };
  if (table === 'organisation') return writeOrganisation(ctx, where, values);
  if (table === 'partnership') return (await ctx.db.partnership.updateMany({ where, data: values })).count > 0;
  if (table === 'contact') return (await ctx.db.contact.updateMany({ where, data: values })).count > 0;
  if (table === 'interaction') return (await ctx.db.interaction.updateMany({ where, data: values })).count > 0;
  if (table === 'patronage') return (await ctx.db.patronage.updateMany({ where, data: values })).count > 0;
  if (table === 'task') return (await ctx.db.task.updateMany({ where, data: values })).count > 0;
  if (table === 'agreement') return (await ctx.db.agreement.updateMany({ where, data: values })).count > 0;
  throw conflict('Cette information ne se rétablit pas d’ici.');
}

async function writeOrganisation(ctx: Ctx, where: { id: string; version: number }, values: Record<string, unknown>): Promise<boolean> {
  const organisation = await ctx.db.organisation.findFirst({ where, select: { factSources: true } });
  if (!organisation) return false;
  const sources = organisation.factSources as FactSources;
  if (Object.keys(values).some((fact) => sources[fact as SharedFact]?.source === 'organisation')) throw conflict('L’organisation a écrit cela elle-même : demandez-lui de le corriger.');
  const data = {
    ...values,
    ...(typeof values.name === 'string' ? { nameKey: nameKey(values.name) } : {}),
    ...('openingHours' in values ? { openingHours: values.openingHours ?? Prisma.DbNull } : {}),
    factSources: withSources(sources, values, 'agency', ctx.now),
  } as Prisma.OrganisationUpdateManyMutationInput;
  return (await ctx.db.organisation.updateMany({ where, data })).count > 0;
}
