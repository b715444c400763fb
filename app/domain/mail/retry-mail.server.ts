import type { Ctx } from '~/access/context';
import { conflict, notFound } from '~/domain/errors';

/** Sends again a message of this agency that was refused. The link it holds may have expired meanwhile: then a new invitation is due. */
export async function retryMail(ctx: Ctx, { mailId }: { mailId: string }): Promise<void> {
  const mail = await ctx.db.mailMessage.findFirst({ where: { id: mailId }, select: { state: true, missionLocaleId: true } });
  if (!mail) throw notFound('Ce courriel n’existe pas ou plus.');
  if (mail.state !== 'refused') throw conflict('Ce courriel est déjà parti, ou attend de partir.');
  await ctx.beyondWalls('a mail is written by the system only', (db) =>
    db.mailMessage.updateMany({ where: { id: mailId, state: 'refused' }, data: { state: 'queued', problem: null } }),
  );
  await ctx.emit('mail.queued', { mailId });
}
