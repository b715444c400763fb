import type { Actor } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { arranged, shownBlocks, type ArrangeVerb, type HomeBlock } from './blocks';

/** The blocks of this person's home page. */
export const blocksOf = ({ role, preferences }: Actor): HomeBlock[] => shownBlocks(role, preferences?.homeBlocks);

/** Moves, hides or adds a block of one's home page; kept with the account. */
export async function arrangeHome({ actor, db }: Ctx, { block, verb }: { block: HomeBlock; verb: ArrangeVerb }): Promise<void> {
  const blocks = shownBlocks(actor.role, arranged(blocksOf(actor), block, verb));
  await db.$executeRaw`UPDATE user_account SET preferences = preferences || jsonb_build_object('homeBlocks', ${JSON.stringify(blocks)}::jsonb) WHERE id = ${actor.userId}::uuid`;
}

/** Back to what everybody of the role finds. */
export async function resetHome({ actor, db }: Ctx): Promise<void> {
  await db.$executeRaw`UPDATE user_account SET preferences = preferences - 'homeBlocks' WHERE id = ${actor.userId}::uuid`;
}
