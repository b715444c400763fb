import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { keepFile, type KeepFile } from '~/domain/stored-file/keep-file.server';
import { agreementOf } from './agreement-of.server';

type Which = { partnershipId: string; agreementId: string };

const gone = 'Ce fichier n’existe pas, ou plus.';

/** Keeps a file with its agreement. */
export async function attachFile(ctx: Ctx, { partnershipId, agreementId, ...file }: Which & KeepFile): Promise<{ fileId: string }> {
  const { id } = await agreementOf(ctx, { partnershipId, agreementId });
  const { fileId } = await keepFile(ctx, file);
  await ctx.db.agreementFile.create({ data: { agreementId: id, partnershipId, fileId } });
  return { fileId };
}

/** The file of an agreement, to be read; not one that was taken away. Throws `notFound`. */
export async function fileOfAgreement(ctx: Ctx, { partnershipId, agreementId, fileId }: Which & { fileId: string }) {
  const link = await ctx.db.agreementFile.findFirst({ where: { agreementId, partnershipId, fileId, removedAt: null, agreement: { deletedAt: null } }, select: { file: true } });
  if (!link) throw notFound(gone);
  return link.file;
}

/** Takes a file off its agreement; it can be put back. */
export async function removeFile(ctx: Ctx, { partnershipId, agreementId, fileId }: Which & { fileId: string }): Promise<{ name: string }> {
  const { name } = await fileOfAgreement(ctx, { partnershipId, agreementId, fileId });
  await ctx.db.agreementFile.updateMany({ where: { agreementId, fileId }, data: { removedAt: ctx.now } });
  return { name };
}

/** Puts back a file that was taken off. Doing it twice changes nothing. */
export async function restoreFile(ctx: Ctx, { partnershipId, agreementId, fileId }: Which & { fileId: string }): Promise<void> {
  const { count } = await ctx.db.agreementFile.updateMany({ where: { agreementId, partnershipId, fileId }, data: { removedAt: null } });
  if (count === 0) throw notFound(gone);
}
