import type { Ctx } from '~/access/context';
import { invalid, notFound, stale } from '~/domain/errors';
import { feedbackStates, followedUp } from './feedback';
import type { FollowFeedback } from './feedback.schema';

/**
 * Says where a report stands and answers its author, who gets a mail when the answer is new. Throws `notFound`, `invalid(field)`,
 * and `stale` when somebody followed it meanwhile.
 */
export async function followFeedback(ctx: Ctx, { id, version, state, answer }: FollowFeedback): Promise<{ isAnswered: boolean }> {
  const known = await ctx.db.feedback.findFirst({ where: { id } });
  if (!known) throw notFound('Ce signalement n’existe pas, ou plus.');
  const followed = followedUp(known, { state, answer });
  if (!followed.ok) throw invalid(followed.field, followed.reason);
  const answered = followed.isAnswered ? { answeredById: ctx.actor.userId, answeredAt: ctx.now } : {};
  const { count } = await ctx.db.feedback.updateMany({ where: { id, version }, data: { state: followed.state, answer, ...answered } });
  if (count === 0) {
    const changes = [
      { field: 'state', label: 'Où en est-on', theirs: feedbackStates[known.state].label, yours: feedbackStates[state].label },
      { field: 'answer', label: 'Réponse', theirs: known.answer ?? '', yours: answer ?? '' },
    ];
    throw stale('Une autre personne vient de suivre ce signalement.', known.version, changes.filter(({ theirs, yours }) => theirs !== yours));
  }
  if (followed.isAnswered) await ctx.emit('feedback.answered', { feedbackId: id });
  return { isAnswered: followed.isAnswered };
}
