import type { Db } from '~/access/context';
import { candidatePairs, type Touched } from './candidate-pairs.server';
import { scoreDuplicate } from './duplicate-score';
import { keepPairs, type FoundPair, type Kept } from './keep-pairs.server';
import { partnersToCompare, type PartnerToCompare } from './partners-to-compare.server';
import { writeMatchKeys } from './write-match-keys.server';

/** Beyond, an agency is looked at whole: one pass costs less than thousands of neighbourhoods. */
const FEW = 300;
/** Pairs scored before others may have the processor. */
const TURN = 2000;

/**
 * Looks for duplicates of these partners of an agency (`touched`; null: all of them), as the system, and keeps what it finds. May run
 * twice, and at once with another: they wait for each other.
 */
export async function findDuplicates(db: Db, { missionLocaleId, touched: asked, now }: { missionLocaleId: string; touched: Touched; now: Date }): Promise<Kept> {
  const touched = asked && asked.length <= FEW ? asked : null;
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('duplicates ' || ${missionLocaleId}, 0))::text`;
  const known = new Map<string, PartnerToCompare>();
  for await (const partners of partnersToCompare(db, { missionLocaleId, ids: touched })) {
    await writeMatchKeys(db, missionLocaleId, partners);
    for (const partner of partners) known.set(partner.partnershipId, partner);
  }
  const candidates = await candidatePairs(db, { missionLocaleId, touched });
  const others = [...new Set(candidates.flatMap(({ one, other }) => [one, other]))].filter((id) => !known.has(id));
  if (others.length > 0) for await (const partners of partnersToCompare(db, { missionLocaleId, ids: others })) for (const partner of partners) known.set(partner.partnershipId, partner);

  const pairs: FoundPair[] = [];
  for (const [i, { one, other, shared }] of candidates.entries()) {
    if (i % TURN === TURN - 1) await new Promise(setImmediate);
    const [a, b] = [known.get(one), known.get(other)];
    // Two archived records disturb nobody.
    if (!a || !b || (a.isArchived && b.isArchived)) continue;
    const scored = scoreDuplicate(a, b, shared);
    if (scored.level) pairs.push({ one, other, ...scored });
  }
  return keepPairs(db, { missionLocaleId, touched, pairs, now });
}
