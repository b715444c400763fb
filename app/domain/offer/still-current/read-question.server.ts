import type { Db } from '~/access/context';
import type { InSystem } from '~/domain/account/in-system';
import { actorOfMember } from '~/domain/account/actor-of-member.server';
import { hashToken } from '~/domain/account/tokens';

export type Answer = 'current' | 'over';
export type Question =
  | { state: 'open'; title: string; holder: string; confirmedAt: Date }
  | { state: 'answered'; title: string; answer: Answer; at: Date }
  /** Somebody answered in Maillage, or moved the offer, since the mail left. */
  | { state: 'moot'; title: string };

/** What the link of a mail asks, without using it; null when it is unknown, too old, or its holder works there no more. */
export const readQuestion = (inSystem: InSystem, token: string): Promise<Question | null> =>
  inSystem('still current: shown to who opened the mail', async (db) => (await questionOf(db, token))?.question ?? null);

/** The question, with the offer and who was asked. As the system. */
export async function questionOf(db: Db, token: string) {
  const link = await db.oneTimeToken.findFirst({ where: { purpose: 'offerCurrent', tokenHash: hashToken(token) } });
  if (!link?.subjectId) return null;
  const offer = await db.offer.findFirst({ where: { id: link.subjectId, deletedAt: null }, include: { missionLocale: { select: { name: true } }, partnership: { select: { organisation: { select: { name: true } } } } } });
  if (!offer) return null;
  const actor = await actorOfMember(db, { userId: link.userId, missionLocaleId: offer.missionLocaleId });
  if (!actor) return null;
  const { title } = offer;
  const told = (question: Question) => ({ question, offerId: offer.id, actor });
  if (link.usedAt) return told({ state: 'answered', title, answer: link.answer === 'over' ? 'over' : 'current', at: link.usedAt });
  if (link.expiresAt <= new Date()) return null;
  const isOpen = (offer.state === 'published' || offer.state === 'paused') && (offer.confirmedAt === null || offer.confirmedAt < link.createdAt);
  return told(isOpen ? { state: 'open', title, holder: offer.partnership?.organisation.name ?? offer.missionLocale.name, confirmedAt: offer.confirmedAt ?? offer.createdAt } : { state: 'moot', title });
}
