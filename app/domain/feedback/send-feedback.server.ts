import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { feedbackAnHour } from './feedback';
import type { SendFeedback } from './feedback.schema';
import { whereFrom } from './where-from';

/**
 * Writes a report for the agency's administrators, who get a mail. The page is kept without ids or search; the record's own
 * address only when the author joined it. Throws `conflict` beyond ten an hour.
 */
export async function sendFeedback(ctx: Ctx, { kind, happened, expected, page, errorId, withPage, withRecord }: SendFeedback): Promise<{ feedbackId: string }> {
  const anHourAgo = new Date(ctx.now.getTime() - 3_600_000);
  const lately = await ctx.db.feedback.count({ where: { authorId: ctx.actor.userId, createdAt: { gt: anHourAgo } } });
  if (lately >= feedbackAnHour) throw conflict(`Vous avez envoyé ${feedbackAnHour} signalements en une heure : merci ! Attendez un peu avant le suivant ; ce que vous avez écrit reste dans le formulaire.`);
  const from = withPage ? whereFrom(page) : null;
  const { id } = await ctx.db.feedback.create({
    data: { kind, happened, expected, page: from?.page ?? null, recordPath: withRecord ? (from?.record ?? null) : null, errorId: withPage ? errorId : null, createdAt: ctx.now },
    select: { id: true },
  });
  await ctx.emit('feedback.sent', { feedbackId: id });
  return { feedbackId: id };
}
