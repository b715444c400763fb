import type { Ctx } from '~/access/context';
import { conflict, invalid, stale, type StaleChange } from '~/domain/errors';
import { Prisma } from '#prisma';
import { compareRecords, takenSides, takenValues, type MergeRecord, type Side } from './compare-records';
import { takeEngagements } from './take-engagements.server';
import type { SeenVersions } from './merge-choices.schema';
import type { MergeJournal } from './merge-journal';
import { moveAttached } from './move-attached.server';
import { isKeptByNetwork, recordsToMerge, writeColumns, type RecordsToMerge } from './records-to-merge.server';

export type MergePartners = {
  keptId: string;
  mergedId: string;
  /** Field by field, the side taken; a field that is not said takes what is proposed. */
  choices?: Record<string, Side>;
  /** The same for a form of engagement that both have, by its id. */
  engagements?: Record<string, Side>;
  /** What the person was shown; left out by a script that has just read both. */
  seen?: SeenVersions;
  /** What changed since, when the screen can tell. */
  changesSince?: (records: RecordsToMerge) => Promise<StaleChange[]>;
};
export type Merged = { mergeId: string; keptName: string; mergedName: string };

/**
 * Makes one record of two of our partners: the fields as they were chosen, everything attached to the kept one, the other out of
 * every list. Throws `conflict` for a record with itself or one already merged, `stale` when somebody changed either record since
 * it was shown, `invalid('siret')` when the number belongs to an organisation that others work with.
 */
export async function mergePartners(ctx: Ctx, { keptId, mergedId, choices = {}, engagements = {}, seen, changesSince }: MergePartners): Promise<Merged> {
  const records = await recordsToMerge(ctx, keptId, mergedId, { lock: true });
  const { kept, merged } = records;
  if (seen && !isAsSeen(records, seen)) {
    throw stale('Une autre personne a modifié une des deux fiches pendant que vous choisissiez. Vos choix sont gardés : vérifiez-les, puis fusionnez.', Number(kept.partnership.version), (await changesSince?.(records)) ?? []);
  }
  refuseAgainstNetwork(records);
  const sides = takenSides(compareRecords(kept, merged), choices);
  const after = takenValues(kept, merged, sides);
  const double = becomesDouble(records, after);

  const children = await takeChildren(ctx, records, double);
  // The other lets its number go before the kept record takes it: a SIRET is borne once.
  await writeColumns(ctx, 'organisation', merged.organisation.id, double);
  await writeColumns(ctx, 'organisation', kept.organisation.id, after.organisation).catch(saidOfTheTree);
  await writeColumns(ctx, 'partnership', kept.partnership.id, after.partnership);
  await hangChildren(ctx, children, kept);
  const mains = await giveWayToMain(ctx, keptId, mergedId);
  const moved = await moveAttached(ctx, { from: mergedId, to: keptId });
  const taken = await takeEngagements(ctx, { keptId, mergedId }, engagements);
  await writeColumns(ctx, 'partnership', mergedId, { merged_into_id: keptId });

  const journal: MergeJournal = {
    choices: { ...Object.fromEntries(sides), ...engagements },
    partnership: { before: only(kept.partnership, after.partnership), after: after.partnership },
    organisation: { id: String(kept.organisation.id), before: only(kept.organisation, after.organisation), after: after.organisation },
    mergedOrganisation: { id: String(merged.organisation.id), before: only(merged.organisation, double), after: double },
    moved, engagements: taken, mains, children,
  };
  const names = { keptName: String(kept.organisation.name), mergedName: String(merged.organisation.name) };
  const { id } = await ctx.db.partnerMerge.create({ data: { keptId, mergedId, ...names }, select: { id: true } });
  await ctx.db.partnerMergeJournal.createMany({ data: [{ mergeId: id, journal: journal as unknown as Prisma.InputJsonObject }] });
  await ctx.emit('partner.changed', { partnershipId: keptId });
  return { mergeId: id, ...names };
}

/** These columns of a row, as they are. */
export const only = (row: Record<string, unknown>, columns: Record<string, unknown>) => Object.fromEntries(Object.keys(columns).map((column) => [column, row[column] ?? null]));
const isAsSeen = ({ kept, merged }: RecordsToMerge, seen: SeenVersions) =>
  kept.partnership.version === seen.kept.partnership && kept.organisation.version === seen.kept.organisation &&
  merged.partnership.version === seen.merged.partnership && merged.organisation.version === seen.merged.organisation;

/**
 * The other organisation becomes a double of the kept one, whose SIRET it gives when that one has none. It does not when others
 * work with it, or when each has a SIRET: two establishments, both of which stay in the register.
 */
function becomesDouble({ kept, merged, isAlone }: RecordsToMerge, after: MergeRecord): Record<string, unknown> {
  const [ours, theirs] = [kept.organisation.siret, merged.organisation.siret];
  if (!ours && theirs && !isAlone) throw invalid('siret', 'Ce SIRET est celui d’une organisation du réseau : gardez plutôt sa fiche, et fusionnez l’autre avec elle.');
  if (!ours && theirs) {
    after.organisation.siret = theirs;
    after.organisation.fact_sources = { ...((after.organisation.fact_sources ?? kept.organisation.fact_sources) as object), ...siretSource(merged) };
  }
  const leavesNumber = !ours && theirs ? { siret: null } : {};
  // A double of the network stays what the platform made of it: that is undone by the platform alone.
  const mark = merged.organisation.merged_into_id ? {} : { merged_into_id: kept.organisation.id };
  return isAlone && !(ours && theirs) ? { ...leavesNumber, ...mark } : {};
}

/** Of two records that the network says are one organisation, the one that it keeps is kept here too: the other is out of the register. */
function refuseAgainstNetwork({ kept, merged }: RecordsToMerge): void {
  if (isKeptByNetwork(merged, kept)) throw conflict(`Le réseau a réuni ces deux organismes, et garde ${String(merged.organisation.name)} : gardez cette fiche-là. Vos choix, champ par champ, restent possibles.`);
}

function siretSource({ organisation }: MergeRecord): object {
  const source = (organisation.fact_sources as { siret?: unknown } | null)?.siret;
  return source ? { siret: source } : {};
}

/** The establishments that hang on an organisation which becomes a double; the kept one is not its own child. */
async function takeChildren(ctx: Ctx, { kept, merged }: RecordsToMerge, double: Record<string, unknown>): Promise<string[]> {
  if (!double.merged_into_id) return [];
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`SELECT o.id::text FROM organisation o JOIN partnership p ON p.organisation_id = o.id AND p.mission_locale_id = app.mission_locale()
    WHERE o.parent_id = ${String(merged.organisation.id)}::uuid AND o.id <> ${String(kept.organisation.id)}::uuid ORDER BY o.id FOR UPDATE OF o`;
  return rows.map(({ id }) => id);
}

async function hangChildren(ctx: Ctx, children: string[], kept: MergeRecord): Promise<void> {
  if (children.length === 0) return;
  await ctx.db.$executeRaw`UPDATE organisation SET parent_id = ${String(kept.organisation.id)}::uuid WHERE id = ANY (${children}::uuid[])`.catch(saidOfTheTree);
}

/** One person is to be called first: the other record's gives way when the kept one has somebody. */
async function giveWayToMain(ctx: Ctx, keptId: string, mergedId: string): Promise<string[]> {
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    UPDATE contact SET is_main = false WHERE mission_locale_id = app.mission_locale() AND partnership_id = ${mergedId}::uuid AND is_main
      AND EXISTS (SELECT FROM contact c WHERE c.mission_locale_id = app.mission_locale() AND c.partnership_id = ${keptId}::uuid AND c.is_main AND c.deleted_at IS NULL AND c.left_at IS NULL)
    RETURNING id::text`;
  return rows.map(({ id }) => id);
}

/** The database keeps the tree of groups without circles. */
export function saidOfTheTree(error: unknown): never {
  if (error instanceof Prisma.PrismaClientKnownRequestError && /23514/.test(JSON.stringify(error.meta))) throw conflict('Ces deux fiches dépendent l’une de l’autre dans un groupe : corrigez d’abord « fait partie de » sur l’une des deux.');
  throw error;
}
