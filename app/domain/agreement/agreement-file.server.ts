import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { keepFiles, type KeepFile } from '~/domain/stored-file/keep-file.server';
import { agreementOf } from './agreement-of.server';

type Which = { partnershipId: string; agreementId: string };

const gone = 'Ce fichier n’existe pas, ou plus.';

/** Keeps files with their agreement. Throws `invalid('files')` when there is none. */
export async function attachToAgreement(ctx: Ctx, { partnershipId, agreementId, files }: Which & { files: readonly KeepFile[] }): Promise<{ fileIds: string[] }> {
  const { id } = await agreementOf(ctx, { partnershipId, agreementId });
  const fileIds = await keepFiles(ctx, files);
  await ctx.db.agreementFile.createMany({ data: fileIds.map((fileId) => ({ agreementId: id, partnershipId, fileId })) });
  return { fileIds };
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
