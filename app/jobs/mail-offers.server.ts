import { OffersForYou, offersForYouSubject } from '#emails/offers-for-you';
import { renderEmail } from '#emails/render-email';
import { queueMail } from '~/domain/mail/queue-mail.server';
import { offersForSomebody } from '~/domain/mail/forgotten-recipients';
import { essentialsOf, isForYouths, referralOf } from '~/domain/offer/kept/compare-offers';
import type { KeptOffer } from '~/domain/offer/kept/kept-offer';
import { offersToSend } from '~/domain/offer/kept/send-offers.server';
import { formatPhone } from '~/domain/organisation/phone';
import { asSystem } from '~/server/db.server';
import { asMember } from './as-member.server';
import type { Payload } from './run-task.server';

/** Writes the mail of a sending of offers, under the rights of who sent it, then forgets the address. Run again, it finds none. */
export async function writeOffers(payload: Payload, { id: jobId }: { id: string }): Promise<void> {
  const written = await asMember(payload, jobId, async (ctx) => {
    const sending = await offersToSend(ctx, String(payload.sendingId));
    if (!sending) return null;
    const { actor } = ctx;
    const email = await renderEmail(OffersForYou, offersForYouSubject, { from: `${actor.firstName} ${actor.lastName}`, place: sending.agency.name, phone: sending.agency.phone && formatPhone(sending.agency.phone), replyTo: actor.email, word: sending.word, offers: sending.offers.map(told) });
    return { email, to: sending.recipient, missionLocaleId: sending.missionLocaleId, isEmpty: sending.offers.length === 0 };
  });
  if (!written) return;
  await asSystem('offers are sent to somebody, whose address is then forgotten', async (db) => {
    if (!written.isEmpty) await queueMail(db, { id: String(payload.sendingId), missionLocaleId: written.missionLocaleId, to: written.to, template: offersForSomebody, ...written.email });
    await db.offerSending.updateMany({ where: { id: String(payload.sendingId) }, data: { recipient: null, word: null } });
  });
}

/** What the mail says of an offer; how to apply and the link only where a youth may ask by themselves. */
const told = (offer: KeptOffer) => ({ title: offer.title, facts: essentialsOf(offer), how: isForYouths(offer) ? referralOf(offer) : '', link: isForYouths(offer) ? offer.mobilisationUrl : null });
