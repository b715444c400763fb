import type { Db } from '~/access/context';
import { conflict, notFound } from '~/domain/errors';
import type { MergeRecord } from '~/domain/merge/compare-records';
import { knownId } from '~/domain/partnership/partnership-of.server';

export type OrganisationsToMerge = { kept: MergeRecord; merged: MergeRecord };

/**
 * Both organisations as their rows are, beyond the walls. Throws `notFound` for one that is gone, `conflict` for an organisation with
 * itself or one that is a double already. With `lock`, nobody changes them, nor comes to them, until the transaction ends.
 */
export async function organisationsToMerge(db: Db, keptId: string | undefined, mergedId: string | undefined, { lock = false } = {}): Promise<OrganisationsToMerge> {
  const ids = [knownId(keptId, gone), knownId(mergedId, gone)];
  if (ids[0] === ids[1]) throw conflict('Un organisme ne se fusionne pas avec lui-même : choisissez-en un autre.');
  if (lock) await lockOrganisations(db, ids);
  const rows = await db.$queryRaw<MergeRecord[]>`
    SELECT '{}'::jsonb AS partnership, to_jsonb(o) AS organisation, EXISTS (SELECT FROM organisation_kind k WHERE k.id = o.kind_id AND k.code = 'autre') AS "isOfOtherKind"
    FROM organisation o WHERE o.id = ANY (${ids}::uuid[])`;
  const [kept, merged] = ids.map((id) => rows.find(({ organisation }) => organisation.id === id));
  if (!kept || !merged) throw notFound(gone);
  for (const { organisation } of [kept, merged]) {
    if (organisation.merged_into_id) throw conflict(`${String(organisation.name)} est déjà fusionné avec un autre organisme. Repartez de la liste des doublons.`);
  }
  return { kept, merged };
}

export const gone = 'Cet organisme n’existe pas, ou plus.';

/** The partnerships first, then both organisations, each in the order of their ids, as a merge in an agency does: two merges at once wait for each other instead of for ever. */
export async function lockOrganisations(db: Db, ids: readonly string[]): Promise<void> {
  await db.$queryRaw`SELECT FROM partnership WHERE organisation_id = ANY (${ids as string[]}::uuid[]) ORDER BY id FOR UPDATE`;
  await db.$queryRaw`SELECT FROM organisation WHERE id = ANY (${ids as string[]}::uuid[]) ORDER BY id FOR UPDATE`;
}

/** An organisation that hung on its double hangs on nothing, as far as a person compares. */
export const besideItsDouble = ({ kept, merged }: OrganisationsToMerge): OrganisationsToMerge =>
  kept.organisation.parent_id === merged.organisation.id ? { merged, kept: { ...kept, organisation: { ...kept.organisation, parent_id: null } } } : { kept, merged };

/** Two open establishments: each has a SIRET, and neither is closed on that day (`2026-11-25`). */
export function areBothOpen({ kept, merged }: OrganisationsToMerge, today: string): boolean {
  const isOpen = ({ organisation: { siret, closed_on: closedOn } }: MergeRecord) => Boolean(siret) && (!closedOn || String(closedOn) > today);
  return isOpen(kept) && isOpen(merged);
}
