import type { Ctx } from '~/access/context';
import { parisDay } from '~/domain/text/paris-day';

/** Puts the first steps away, or back on the home page; kept with the account. Who puts them away has seen what there is today. */
export async function putStepsAway(ctx: Ctx): Promise<void> {
  await keep(ctx, { stepsHidden: true, newsReadOn: parisDay(ctx.now) });
}

export async function showStepsAgain(ctx: Ctx): Promise<void> {
  await keep(ctx, { stepsHidden: false });
}

/** What is new until today was read. */
export async function readNews(ctx: Ctx): Promise<void> {
  await keep(ctx, { newsReadOn: parisDay(ctx.now) });
}

// In SQL: other preferences, written meanwhile by another tab, stay.
async function keep({ actor, db }: Ctx, kept: { stepsHidden?: boolean; newsReadOn?: string }) {
  await db.$executeRaw`UPDATE user_account SET preferences = preferences || jsonb_build_object('discovery', coalesce(preferences->'discovery', '{}') || ${JSON.stringify(kept)}::jsonb) WHERE id = ${actor.userId}::uuid`;
}
