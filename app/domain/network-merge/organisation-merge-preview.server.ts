import type { Ctx, Db } from '~/access/context';
import { compareRecords, type Side } from '~/domain/merge/compare-records';
import type { Seen } from '~/domain/merge/merge-choices.schema';
import { mergeFields, type MergeField } from '~/domain/merge/merge-fields';
import { sayRecords, type ComparedField } from '~/domain/merge/merge-preview.server';
import { formatSiret } from '~/domain/organisation/siret';
import { parisDay } from '~/domain/text/paris-day';
import { areBothOpen, besideItsDouble, organisationsToMerge, type OrganisationsToMerge } from './organisations-to-merge.server';
import { overTheNetwork } from './over-the-network.server';

/** How many of each, and never whose. */
export type NetworkCounts = { knowKept: number; knowMerged: number; knowBoth: number; partnerships: number; offers: number; agreements: number; establishments: number; accounts: number };
export type OrganisationHead = { id: string; name: string; siret: string | null; place: string };
export type OrganisationMergePreview = {
  kept: OrganisationHead;
  merged: OrganisationHead;
  differing: ComparedField[];
  same: { label: string; value: string }[];
  counts: NetworkCounts;
  /** What one must know before. */
  warnings: string[];
  /** Two open establishments: a person says that they are one. */
  needsConfirmation: boolean;
  seen: Seen;
};

/** Common facts of two organisations side by side, what is proposed where they differ, and how much will move. Throws `forbidden` and as `organisationsToMerge`. Four queries. */
export function organisationMergePreview(ctx: Ctx, keptId: string | undefined, mergedId: string | undefined): Promise<OrganisationMergePreview> {
  return overTheNetwork(ctx, 'the platform compares the common facts of two organisations', async (db) => {
    const records = await organisationsToMerge(db, keptId, mergedId);
    const shown = besideItsDouble(records);
    const said = await sayRecords(db, shown);
    const differences = compareRecords(shown.kept, shown.merged);
    const counts = await countHanging(db, String(shown.kept.organisation.id), String(shown.merged.organisation.id));
    const head = (side: Side): OrganisationHead => {
      const { id, name, siret } = shown[side].organisation;
      return { id: String(id), name: String(name), siret: siret ? formatSiret(String(siret)) : null, place: said.address?.[side === 'kept' ? 0 : 1] ?? '' };
    };
    const needsConfirmation = areBothOpen(shown, parisDay(ctx.now));
    return {
      kept: head('kept'), merged: head('merged'),
      differing: differences.flatMap(({ field, ...difference }) => (said[field] ? [{ field, ...difference, kept: said[field][0], merged: said[field][1] }] : [])),
      same: (mergeFields as readonly MergeField[]).filter(({ field, table }) => table === 'organisation' && !differences.some((one) => one.field === field) && said[field]?.[0]).map(({ field, label }) => ({ label, value: said[field]![0] })),
      counts, needsConfirmation, warnings: warningsOf(shown, counts, needsConfirmation),
      seen: { kept: versionOf(shown, 'kept'), merged: versionOf(shown, 'merged'), said },
    };
  });
}

const versionOf = (records: OrganisationsToMerge, side: Side) => ({ partnership: 0, organisation: Number(records[side].organisation.version) });

async function countHanging(db: Db, keptId: string, mergedId: string): Promise<NetworkCounts> {
  const [counts] = await db.$queryRaw<[NetworkCounts]>`
    WITH known AS (SELECT p.mission_locale_id, bool_or(p.organisation_id = ${keptId}::uuid) AS kept, bool_or(p.organisation_id = ${mergedId}::uuid) AS merged
        FROM partnership p WHERE p.organisation_id IN (${keptId}::uuid, ${mergedId}::uuid) GROUP BY p.mission_locale_id),
      going AS (SELECT p.mission_locale_id, p.id FROM partnership p JOIN known k ON k.mission_locale_id = p.mission_locale_id AND NOT k.kept WHERE p.organisation_id = ${mergedId}::uuid)
    SELECT (SELECT count(*)::int FROM known WHERE kept) AS "knowKept", (SELECT count(*)::int FROM known WHERE merged) AS "knowMerged", (SELECT count(*)::int FROM known WHERE kept AND merged) AS "knowBoth",
      (SELECT count(*)::int FROM going) AS partnerships,
      (SELECT count(*)::int FROM going g JOIN offer f ON f.mission_locale_id = g.mission_locale_id AND f.partnership_id = g.id WHERE f.deleted_at IS NULL) AS offers,
      (SELECT count(*)::int FROM national_agreement a WHERE a.organisation_id = ${mergedId}::uuid) AS agreements,
      (SELECT count(*)::int FROM organisation o WHERE o.parent_id = ${mergedId}::uuid AND o.id <> ${keptId}::uuid) AS establishments,
      (SELECT count(*)::int FROM membership m WHERE m.organisation_id = ${mergedId}::uuid) AS accounts`;
  return counts;
}

function warningsOf({ kept: { organisation: kept }, merged: { organisation: merged } }: OrganisationsToMerge, { knowBoth }: NetworkCounts, needsConfirmation: boolean): string[] {
  const isClosed = ({ closed_on: closedOn }: Record<string, unknown>) => Boolean(closedOn);
  return [
    needsConfirmation && `Ces organismes ont chacun leur SIRET, et aucun n’est fermé : ce sont peut-être deux établissements. ${String(kept.name)} gardera le sien ; celui de ${String(merged.name)} mènera à la fiche gardée.`,
    isClosed(kept) && !isClosed(merged) && `${String(kept.name)} est fermé : gardez plutôt l’autre fiche, si l’activité y continue.`,
    !kept.siret && merged.siret && `Le SIRET de ${String(merged.name)} passera sur la fiche gardée.`,
    !kept.siret && !merged.siret && 'Aucun des deux n’a de SIRET : chacun n’était connu que de sa Mission Locale. Fusionnés, ils auront une fiche commune.',
    knowBoth > 0 && `${knowBoth > 1 ? `${knowBoth} Missions Locales ont` : 'Une Mission Locale a'} une fiche pour chacun : ${knowBoth > 1 ? 'elles gardent' : 'elle garde'} les deux, et ${knowBoth > 1 ? 'leurs listes' : 'sa liste'} de doublons ${knowBoth > 1 ? 'leur dira' : 'lui dira'} que c’est le même organisme.`,
  ].filter((warning): warning is string => typeof warning === 'string');
}
