import type { Actor } from '~/access/actor';
import { files } from '~/adapters/files/chosen-files';
import { newFileKey } from '~/adapters/files/files';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { exchangeSchema } from '~/domain/exchange/exchange.schema';
import type { KeepFile } from '~/domain/stored-file/keep-file.server';
import { asActor } from '~/server/db.server';
import { daysAgo } from './demo-life';
import { demoPdf } from './demo-pdf';

const poster = ['Portes ouvertes de l’atelier', 'Garage Lafitte, 14 rue des Forges, Tarbes', 'Samedi de 9 h à 12 h : mécanique, carrosserie, diagnostic.', 'Venez avec vos questions, repartez avec une idée de métier.'];

/** What the garage sent by mail, noted with its two files. */
export async function seedFiles(officer: Actor): Promise<void> {
  const kept: KeepFile[] = [];
  for (const [name, lines] of [['Affiche des portes ouvertes.pdf', poster], ['Règles d’accueil à l’atelier.pdf', ['Accueil à l’atelier', 'Chaussures fermées, cheveux attachés, téléphone au vestiaire.']]] as const) {
    const fileKey = newFileKey();
    kept.push({ fileKey, name, mediaType: 'application/pdf', ...(await files().put(fileKey, demoPdf(lines))) });
  }
  await asActor(officer, 'demonstration', async (ctx) => {
    const { id: partnershipId } = await ctx.db.partnership.findFirstOrThrow({ where: { organisation: { name: 'Garage Lafitte' } }, select: { id: true } });
    const typed = exchangeSchema.parse({ kind: 'email', direction: 'in', happenedAt: daysAgo(24), body: 'Envoie son affiche des portes ouvertes, à mettre à l’accueil, et les règles de l’atelier pour les immersions.' });
    await addExchange({ ...ctx, emit: async () => {} }, { ...typed, partnershipId, files: kept });
  });
}
