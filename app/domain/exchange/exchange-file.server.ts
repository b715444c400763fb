import { may } from '~/access/permissions';
import type { Ctx } from '~/access/context';
import { forbidden, notFound } from '~/domain/errors';
import { keepFiles, type KeepFile } from '~/domain/stored-file/keep-file.server';
import { exchangeOf } from './exchange-of.server';

type Which = { partnershipId: string; exchangeId: string };
type WhichFile = Which & { fileId: string };

const gone = 'Ce fichier n’existe pas, ou plus.';

/** Keeps files with their exchange, whoever noted it. Throws `invalid('files')` when there is none, `notFound` also when the exchange was taken away. */
export async function attachToExchange(ctx: Ctx, { partnershipId, exchangeId, files }: Which & { files: readonly KeepFile[] }): Promise<{ fileIds: string[] }> {
  const { id: interactionId } = await presentExchange(ctx, { partnershipId, exchangeId });
  const fileIds = await keepFiles(ctx, files);
  await ctx.db.interactionFile.createMany({ data: fileIds.map((fileId) => ({ interactionId, partnershipId, fileId })) });
  return { fileIds };
}

/** An exchange that was not taken away. Throws `notFound`. */
export async function presentExchange(ctx: Ctx, which: Which) {
  const exchange = await exchangeOf(ctx, which);
  if (exchange.deletedAt) throw notFound('Cet échange n’existe pas, ou plus.');
  return exchange;
}

/** The file of an exchange, to be read; not one that was taken away, nor one of an exchange that was. Throws `notFound`. */
export async function fileOfExchange(ctx: Ctx, { partnershipId, exchangeId, fileId }: WhichFile) {
  const link = await ctx.db.interactionFile.findFirst({
    where: { interactionId: exchangeId, partnershipId, fileId, removedAt: null, interaction: { deletedAt: null } },
    select: { file: true, interaction: { select: { authorId: true } } },
  });
  if (!link) throw notFound(gone);
  return { ...link.file, authorId: link.interaction.authorId };
}

/**
 * Takes a file off its exchange; it can be put back. Whoever sent it or noted the exchange, or any for those who may restore the
 * history: as an exchange is taken away. Throws `forbidden`, `notFound`.
 */
export async function removeFromExchange(ctx: Ctx, { partnershipId, exchangeId, fileId }: WhichFile): Promise<{ name: string }> {
  const { name, sentById, authorId } = await fileOfExchange(ctx, { partnershipId, exchangeId, fileId });
  if (![sentById, authorId].includes(ctx.actor.userId) && !may(ctx.actor.role, 'history.restore')) throw forbidden('Seule la personne qui a joint ce fichier ou noté l’échange peut le retirer.');
  await ctx.db.interactionFile.updateMany({ where: { interactionId: exchangeId, fileId }, data: { removedAt: ctx.now } });
  return { name };
}

/** Puts back a file that was taken off. Doing it twice changes nothing. Throws `notFound`. */
export async function putBackOnExchange(ctx: Ctx, { partnershipId, exchangeId, fileId }: WhichFile): Promise<void> {
  const { count } = await ctx.db.interactionFile.updateMany({ where: { interactionId: exchangeId, partnershipId, fileId }, data: { removedAt: null } });
  if (count === 0) throw notFound(gone);
}
