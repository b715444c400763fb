import type { Ctx } from '~/access/context';
import { shortName } from '~/access/actor';
import { z } from '~/domain/zod';
import type { FeedbackState } from '#prisma';
import { feedbackStateNames } from './feedback';

const pageSize = 25;
const named = { select: { firstName: true, lastName: true } } as const;

/** Reports, the latest first, twenty-five a page; `after` is the id of the last one of the page before. One query and the names. */
async function pageOfFeedback(ctx: Ctx, where: { authorId?: string; state?: FeedbackState }, after: string | null) {
  const from = z.uuid().safeParse(after);
  const rows = await ctx.db.feedback.findMany({
    where: { ...where, ...(from.success && { id: { lt: from.data } }) },
    include: { author: named, answeredBy: named },
    orderBy: { id: 'desc' }, // ids follow time
    take: pageSize + 1,
  });
  const shown = rows.slice(0, pageSize).map(({ author, answeredBy, ...row }) => ({ ...row, author: author && shortName(author), answeredBy: answeredBy && shortName(answeredBy) }));
  return { reports: shown, next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}

export type FeedbackRow = Awaited<ReturnType<typeof pageOfFeedback>>['reports'][number];
export type FeedbackCounts = Record<FeedbackState, number>;

/** What the agency's people reported, in one state or all; and how many are in each. */
export async function listFeedback(ctx: Ctx, { state, after = null }: { state: FeedbackState | null; after?: string | null }) {
  return { ...(await pageOfFeedback(ctx, state ? { state } : {}, after)), counts: await countFeedback(ctx) };
}

/** What I reported, and what was answered. */
export const ownFeedback = (ctx: Ctx, { after = null }: { after?: string | null }) => pageOfFeedback(ctx, { authorId: ctx.actor.userId }, after);

/** How many reports are in each state. One query. */
export async function countFeedback(ctx: Ctx): Promise<FeedbackCounts> {
  const counted = await ctx.db.feedback.groupBy({ by: ['state'], _count: true });
  return Object.fromEntries(feedbackStateNames.map((state) => [state, counted.find((one) => one.state === state)?._count ?? 0])) as FeedbackCounts;
}

/** How many wait to be read. One query, by an index. */
export const countNewFeedback = (ctx: Ctx): Promise<number> => ctx.db.feedback.count({ where: { state: 'new' } });
