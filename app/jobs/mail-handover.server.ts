import { PortfolioHandedOver, portfolioHandedOverSubject } from '#emails/portfolio-handed-over';
import { renderEmail } from '#emails/render-email';
import { queueMail } from '~/domain/mail/queue-mail.server';
import { paths } from '~/paths';
import { asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';
import type { Payload } from './run-task.server';

/** Writes to who takes a portfolio over; not to oneself, and not once it was undone. */
export async function writeHandover({ eventId, missionLocaleId, handoverId }: Payload): Promise<void> {
  await asSystem('a portfolio changes hands: its new holder is told', async (db) => {
    const handover = await db.handover.findFirst({ where: { id: String(handoverId), missionLocaleId: String(missionLocaleId), undoneAt: null }, include: { from: true, to: true, createdBy: true } });
    if (!handover?.to || handover.toId === handover.createdById || handover.to.deactivatedAt) return;
    const { to, from, createdBy, partners, tasks, introductions, word } = handover;
    const agency = await db.missionLocale.findFirstOrThrow({ where: { id: handover.missionLocaleId }, select: { name: true } });
    const nameOf = (person: { firstName: string; lastName: string } | null) => person && `${person.firstName} ${person.lastName}`;
    const words = { firstName: to.firstName, by: nameOf(createdBy), from: nameOf(from), place: agency.name, partners, tasks: tasks + introductions, hasWord: word !== null };
    const email = await renderEmail(PortfolioHandedOver, portfolioHandedOverSubject, { ...words, link: new URL(paths.handover(handover.id), env().APP_URL).href });
    await queueMail(db, { id: String(eventId), missionLocaleId: handover.missionLocaleId, to: to.email, template: 'portfolio-handed-over', ...email });
  });
}
