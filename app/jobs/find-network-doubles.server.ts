import { findOrganisationPairs, type Step } from '~/domain/network-merge/find-organisation-pairs.server';
import { markWaitingPairs } from '~/domain/network-merge/keep-organisation-pairs.server';
import { asSystem } from '~/server/db.server';

/** A step reads two thousand organisations; the slowest seen is the first of all, which writes the keys of all of them. */
const LONG = { timeout: 120_000 };

/** Each night, organisations of the network that may be one, step by step: a step that fails is the only one that runs again. */
export async function findNetworkDoubles(now: Date): Promise<void> {
  let after: string | null = null;
  do {
    const from: string | null = after;
    const step: Step = await asSystem('the organisations of the network that may be one', (db) => findOrganisationPairs(db, { after: from, now }), LONG);
    after = step.next;
  } while (after);
  await asSystem('which of them the platform is to look at', (db) => markWaitingPairs(db, null), LONG);
}
