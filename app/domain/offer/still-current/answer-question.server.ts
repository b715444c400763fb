import type { Actor } from '~/access/actor';
import type { Ctx } from '~/access/context';
import type { InSystem } from '~/domain/account/in-system';
import { tooManyTries } from '~/domain/account/login-throttle';
import { forgetTries, takeTry } from '~/domain/account/login-throttle.server';
import { consumeToken } from '~/domain/account/one-time-token.server';
import { invalid } from '~/domain/errors';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { confirmOffer } from '~/domain/offer/renew-offer.server';
import { questionOf, type Answer, type Question } from './read-question.server';

/** Opens a transaction as somebody, behind their walls. */
export type AsPerson = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>) => Promise<T>;

/**
 * Answers by the link of a mail, once, as the person whom the mail asked: the offer is confirmed, or withdrawn, and its task is done.
 * A second answer changes nothing and comes back with the first. Throws `invalid('form')` after too many tries. Null for a link that
 * serves no more.
 */
export async function answerQuestion(inSystem: InSystem, asPerson: AsPerson, secret: string, { token, answer }: { token: string; answer: Answer }, { address }: { address: string }): Promise<(Question & { isNew: boolean }) | null> {
  const tried = { account: token, address };
  const allowed = await inSystem('still current: counts the try', (db) => takeTry(db, secret, 'link', tried));
  if (!allowed.allowed) throw invalid('form', tooManyTries(allowed.waitMinutes));
  const asked = await inSystem('still current: whose link this is', (db) => questionOf(db, token));
  if (!asked) return null;
  await inSystem('still current: a link of ours gives its try back', (db) => forgetTries(db, secret, 'link', tried));
  const { question, actor, offerId } = asked;
  if (question.state !== 'open') return { ...question, isNew: false };
  const isNew = await asPerson(actor, async (ctx) => {
    if (!(await ctx.beyondWalls('the link of a mail serves, once', (db) => consumeToken(db, 'offerCurrent', token, answer)))) return false;
    if (answer === 'current') await confirmOffer(ctx, { offerId });
    else await moveOffer(ctx, { offerId, verb: 'withdraw' });
    return true;
  });
  const after = await inSystem('still current: what was answered', (db) => questionOf(db, token));
  return after && { ...after.question, isNew };
}
