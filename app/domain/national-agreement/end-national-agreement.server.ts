import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { parisDay } from '~/domain/text/paris-day';
import { dateOfDay } from '~/domain/text/typed-day';

type Which = { agreementId: string; version: number };

/** Ends a national agreement: from today it covers nobody. Nothing is lost, it may be taken up again. Throws `conflict` when it changed meanwhile. */
export const endNationalAgreement = (ctx: Ctx, which: Which) => setEnd(ctx, which, dateOfDay(parisDay(ctx.now)));

/** Takes up again an agreement that was ended before its time. Throws `conflict` when it changed meanwhile. */
export const resumeNationalAgreement = (ctx: Ctx, which: Which) => setEnd(ctx, which, null);

async function setEnd(ctx: Ctx, { agreementId, version }: Which, endedOn: Date | null): Promise<void> {
  const { count } = await ctx.db.nationalAgreement.updateMany({ where: { id: agreementId, version }, data: { endedOn } });
  if (count === 0) throw conflict('Une autre personne vient de modifier cet accord : relisez-le.');
}
