import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';

/** Sends again a refused mail. Throws `conflict` when it is no longer refused, or when its text was not kept. */
export async function resendRefusedMail(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const { missionLocaleId } = ctx.actor;
  const count = await ctx.beyondWalls('a refused mail of this agency leaves again', (db) => db.$executeRaw`
    UPDATE mail_message SET state = 'queued', attempts = 0, problem = NULL
    WHERE id = ${id}::uuid AND state = 'refused' AND text <> '' AND (${missionLocaleId}::uuid IS NULL OR mission_locale_id = ${missionLocaleId}::uuid)`);
  if (count === 0) throw conflict('Ce courriel ne peut pas repartir : il est déjà reparti, ou son texte n’a pas été gardé.');
  await ctx.emit('mail.queued', { mailId: id });
}
