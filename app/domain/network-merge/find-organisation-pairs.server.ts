import type { Db } from '~/access/context';
import { scoreDuplicate } from '~/domain/duplicate/duplicate-score';
import { blocks } from '~/domain/duplicate/match-keys';
import { Prisma } from '#prisma';
import { keepOrganisationPairs, type FoundOrganisationPair } from './keep-organisation-pairs.server';
import { organisationsToCompare } from './organisations-to-compare.server';
import { writeOrganisationKeys } from './write-organisation-keys.server';

/** Read at once: the network is never whole in one answer. */
const AT_ONCE = 2000;
const beginning = '00000000-0000-0000-0000-000000000000';

export type Step = { /** Where the next step begins; null when all were looked at. */ next: string | null; found: number };

/**
 * One step round the organisations of the network, as the system: the keys of the next two thousand, and the pairs of those whose keys
 * changed since the last round. Each step stands by itself: one that fails is taken up again from where it began.
 */
export async function findOrganisationPairs(db: Db, { after, now }: { after: string | null; now: Date }): Promise<Step> {
  const organisations = await organisationsToCompare(db, { after: after ?? beginning, most: AT_ONCE });
  const touched = await writeOrganisationKeys(db, organisations);
  const found = touched.length > 0 ? await pairsOf(db, touched) : [];
  if (touched.length > 0) await keepOrganisationPairs(db, { touched, pairs: found, now });
  return { next: organisations.length < AT_ONCE ? null : organisations.at(-1)!.organisationId, found: found.length };
}

async function pairsOf(db: Db, touched: readonly string[]): Promise<FoundOrganisationPair[]> {
  const candidates = await sharingAKey(db, touched);
  const ids = [...new Set(candidates.flatMap(({ one, other }) => [one, other]))];
  const known = new Map((await organisationsToCompare(db, { ids })).map((organisation) => [organisation.organisationId, organisation]));
  return candidates.flatMap(({ one, other, shared }) => {
    const [a, b] = [known.get(one), known.get(other)];
    if (!a || !b) return [];
    const of = (block: string) => shared.find((key) => key.startsWith(`${block} `))?.slice(block.length + 1) ?? null;
    const scored = scoreDuplicate(a, b, { phone: of('phone') !== null, mail: of('mail') !== null, domain: of('domain') });
    return scored.level ? [{ one, other, ...scored }] : [];
  });
}

const few = Prisma.raw(`CASE k.block ${Object.entries(blocks).map(([block, { few: most }]) => `WHEN '${block}' THEN ${most}`).join(' ')} END`);

/** Pairs that share a key which few organisations have, at least one of them touched: the key's index is read, never each with each. */
function sharingAKey(db: Db, touched: readonly string[]): Promise<{ one: string; other: string; shared: string[] }[]> {
  const ids = touched as string[];
  return db.$queryRaw`
    WITH asked AS MATERIALIZED (SELECT DISTINCT t.block, t.value FROM search.organisation_key t WHERE t.organisation_id = ANY (${ids}::uuid[])),
      shared AS MATERIALIZED (SELECT k.block, k.value, array_agg(k.organisation_id) AS ids FROM asked JOIN search.organisation_key k USING (block, value) GROUP BY k.block, k.value HAVING count(*) BETWEEN 2 AND ${few})
    SELECT a.id AS one, b.id AS other, array_agg(s.block || ' ' || s.value) AS shared
    FROM shared s, unnest(s.ids) AS a(id), unnest(s.ids) AS b(id)
    WHERE a.id < b.id AND (a.id = ANY (${ids}::uuid[]) OR b.id = ANY (${ids}::uuid[])) GROUP BY a.id, b.id`;
}
