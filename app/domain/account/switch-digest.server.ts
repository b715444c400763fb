import type { Actor } from '~/access/actor';
import type { Ctx } from '~/access/context';

/** Does this person get the morning mail? Everybody does until they say no. */
export const wantsDigest = ({ preferences }: Pick<Actor, 'preferences'>): boolean => preferences?.dailyDigest !== false;

/** Switches the morning mail of tasks on or off, for all the places of the person. */
export async function switchDigest({ db, actor }: Ctx, { isWanted }: { isWanted: boolean }): Promise<void> {
  // In SQL: other preferences, written meanwhile by another tab, stay.
  await db.$executeRaw`UPDATE user_account SET preferences = preferences || jsonb_build_object('dailyDigest', ${isWanted}::boolean) WHERE id = ${actor.userId}::uuid`;
}
