import type { Actor } from '~/access/actor';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { exchangeSchema } from '~/domain/exchange/exchange.schema';
import { asActor, asSystem } from '~/server/db.server';
import { daysAgo } from './demo-life';

const said = [
  { kind: 'call', direction: 'in', ago: 1, body: 'Appel du standard : cherche à joindre la personne référente au sujet d’un stage en janvier.' },
  { kind: 'visit', ago: 4, body: 'Passage avec deux jeunes. Accueil chaleureux, prêts à recommencer.' },
  { kind: 'email', direction: 'out', ago: 9, body: 'Envoyé la fiche de poste d’une jeune qui cherche une alternance.' },
] as const;

/** What a counsellor noted lately with the partners of an officer: the news of that officer's portfolio. */
export async function seedNews(officer: Actor, counsellor: Actor | undefined): Promise<void> {
  if (!counsellor) return;
  const partners = await asSystem('the demonstration finds partners in charge', (db) =>
    db.partnership.findMany({ where: { missionLocaleId: officer.missionLocaleId ?? undefined, officerId: officer.userId, stage: 'active' }, select: { id: true }, orderBy: { id: 'desc' }, skip: 20, take: said.length }));
  for (const [rank, { ago, ...words }] of said.entries()) {
    const partner = partners[rank];
    if (!partner) continue;
    const at = daysAgo(ago);
    await asActor(counsellor, 'demonstration', (ctx) => addExchange({ ...ctx, emit: async () => {} }, { ...exchangeSchema.parse({ ...words, happenedAt: at }), partnershipId: partner.id }));
  }
}
