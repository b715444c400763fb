import type { WholeOffer } from '~/domain/offer/offer.queries.server';
import { formatPhone } from '~/domain/organisation/phone';
import { writtenZone } from '~/domain/place/zone';

/** What the form holds when it opens: text, as it will be sent. */
export type OfferStart = Record<string, string | string[]>;

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? '';

/** The form of a known offer. */
export function startOf(offer: WholeOffer): OfferStart {
  const text = (value: string | number | null) => (value === null ? '' : String(value));
  const trades = Object.fromEntries(offer.trades.slice(0, 3).flatMap(({ code, label }, i) => [[`rome${i + 1}`, code], [`rome${i + 1}Text`, label]]));
  return {
    ...trades, otherRomes: offer.trades.slice(3).map(({ code }) => code), zonesText: offer.zones.map(writtenZone).join(', '),
    partnershipId: text(offer.holder.partnershipId), partnershipText: offer.holder.partnershipId ? offer.holder.name : '',
    offerId: offer.id, version: text(offer.version), kind: offer.kind, title: offer.title, description: text(offer.description), audience: offer.audience, themes: offer.themeCodes,
    contract: text(offer.contract), workingTime: text(offer.workingTime), weeklyHours: text(offer.weeklyHours).replace('.', ','), schedule: text(offer.schedule), pay: text(offer.pay),
    startsOn: day(offer.startsOn), endsOn: day(offer.endsOn), duration: text(offer.duration), prepares: text(offer.prepares), places: text(offer.places), level: text(offer.level), experience: text(offer.experience), ageMin: text(offer.ageMin), ageMax: text(offer.ageMax),
    publics: offer.publics, schemes: offer.schemes, isHandicapFriendly: offer.isHandicapFriendly ? 'oui' : '', conditions: text(offer.conditions), documents: text(offer.documents), serviceType: text(offer.serviceType), cost: text(offer.cost),
    costText: text(offer.costText), receptionModes: offer.receptionModes, mobilisationModes: offer.mobilisationModes, mobilisableBy: offer.mobilisableBy, mobilisationText: text(offer.mobilisationText), mobilisationUrl: text(offer.mobilisationUrl),
    hasOwnPlace: offer.hasOwnPlace ? 'oui' : '', addressLine: text(offer.addressLine), postcode: text(offer.postcode), communeCode: text(offer.communeCode), commune: text(offer.commune), opensOn: day(offer.opensOn), closesOn: day(offer.closesOn),
    contactName: text(offer.contactName), contactEmail: text(offer.contactEmail), contactPhone: offer.contactPhone ? formatPhone(offer.contactPhone) : '',
  };
}
