import { tripMinutes, travelModes, type TravelMode } from '~/domain/offer/list/travel';
import { offerKinds } from '~/domain/offer/offer-kinds';
import { costs, mobilisationModes, mobilisers, publics, receptionModes } from '~/domain/offer/vocabulary/data-inclusion';
import { contracts, experiences, levels, schemes, workingTimes } from '~/domain/offer/vocabulary/work';
import { formatPhone } from '~/domain/organisation/phone';
import { distanceKm } from '~/domain/place/geo';
import { shortDayOf } from '~/domain/text/french-date';
import type { NextSession } from '~/domain/offer/session/next-session.server';
import type { KeptOffer } from './kept-offer';

/** From where the youth would leave, and how. */
export type Departure = { name: string; latitude: number; longitude: number; mode: TravelMode };
export type Compared = { label: string; values: string[]; /** They do not all say the same. */ differ: boolean };

const word = (vocabulary: Readonly<Record<string, string>>, code: string | null) => (code ? (vocabulary[code] ?? code) : '');
const words = (vocabulary: Readonly<Record<string, string>>, codes: readonly string[]) => codes.map((code) => vocabulary[code] ?? code).join(', ');
const both = (...parts: (string | null | false)[]) => parts.filter(Boolean).join(', ');
const day = (typed: string | null) => (typed ? shortDayOf(new Date(`${typed}T12:00:00Z`)) : '');
const sessionDay = ({ from }: NextSession) => `${day(from.slice(0, 10))} à ${Number(from.slice(11, 13))} h${from.slice(14) === '00' ? '' : ` ${from.slice(14)}`}`;
const placesLeft = ({ left }: NextSession) => (left > 0 ? `${left} place${left > 1 ? 's' : ''}` : 'complet');
const comma = (hours: number) => String(hours).replace('.', ',');

/** What is compared, in the order in which one decides: can I go, when, may I, what for, how. */
const criteria: readonly { label: string; say: (offer: KeptOffer, from: Departure | null) => string }[] = [
  { label: 'Sorte', say: ({ kind }) => offerKinds[kind].label },
  { label: 'Chez', say: ({ holder }) => holder },
  { label: 'Lieu', say: ({ addressLine, postcode, commune, receptionModes: modes }) => both(addressLine, [postcode, commune].filter(Boolean).join(' ')) || words(receptionModes, modes) },
  { label: 'Trajet estimé', say: travelOf },
  { label: 'Commence', say: ({ startsOn }) => day(startsOn) },
  { label: 'Prochaine session', say: ({ nextSession }) => (nextSession ? `${sessionDay(nextSession)}, ${placesLeft(nextSession)}` : '') },
  { label: 'Durée', say: ({ duration, endsOn }) => both(duration, endsOn && `jusqu’au ${day(endsOn)}`) },
  { label: 'Prépare', say: ({ prepares }) => prepares ?? '' },
  { label: 'Date limite', say: ({ closesOn }) => day(closesOn) },
  { label: 'Niveau', say: ({ level, experience }) => both(word(levels, level), word(experiences, experience)) },
  { label: 'Contrat', say: ({ contract, workingTime }) => both(word(contracts, contract), word(workingTimes, workingTime).toLowerCase()) },
  { label: 'Horaires', say: ({ weeklyHours, schedule }) => both(weeklyHours !== null && `${comma(weeklyHours)} h par semaine`, schedule) },
  { label: 'Rémunération', say: ({ pay }) => pay ?? '' },
  { label: 'Coût', say: ({ cost, costText }) => both(word(costs, cost), costText) },
  { label: 'Places', say: ({ places }) => (places === null ? '' : String(places)) },
  { label: 'Pour qui', say: (offer) => both(ageOf(offer), words(publics, offer.publics), words(schemes, offer.schemes), offer.isHandicapFriendly && 'accessible (handicap)') },
  { label: 'Conditions', say: ({ conditions }) => conditions ?? '' },
  { label: 'À apporter', say: ({ documents }) => documents ?? '' },
];

/** The estimated way from the place of departure: minutes by the means chosen; empty when either place is unknown. */
export function travelOf({ latitude, longitude, receptionModes: modes }: Pick<KeptOffer, 'latitude' | 'longitude' | 'receptionModes'>, from: Departure | null): string {
  if (modes.length === 1 && modes[0] === 'a-distance') return 'à distance';
  if (!from || latitude === null || longitude === null) return '';
  return `${tripMinutes(distanceKm(from, { latitude, longitude }) * 1000, from.mode)} min ${travelModes[from.mode].label}`;
}

function ageOf({ ageMin, ageMax }: KeptOffer): string {
  if (ageMin && ageMax) return `de ${ageMin} à ${ageMax} ans`;
  return ageMin ? `à partir de ${ageMin} ans` : ageMax ? `jusqu’à ${ageMax} ans` : '';
}

/** How to be referred, for whoever counsels: who may ask, by which way, whom. */
export const referralOf = (offer: KeptOffer): string =>
  both(words(mobilisationModes, offer.mobilisationModes), offer.mobilisableBy.length > 0 && `par ${words(mobilisers, offer.mobilisableBy).toLowerCase()}`, offer.contactName, offer.contactPhone && formatPhone(offer.contactPhone), offer.contactEmail, offer.mobilisationText);

/** May a youth ask by themselves? Unless it is said that only professionals do, when everybody may see it. */
export const isForYouths = ({ audience, mobilisableBy }: Pick<KeptOffer, 'audience' | 'mobilisableBy'>): boolean => audience === 'public' && (mobilisableBy.length === 0 || mobilisableBy.includes('usagers'));

/** The offers side by side, criterion by criterion; those of which no offer says anything are left out. */
export function compareOffers(offers: readonly KeptOffer[], from: Departure | null): Compared[] {
  const all = [...criteria, { label: 'Comment s’adresser', say: referralOf }];
  return all.map(({ label, say }) => ({ label, values: offers.map((offer) => say(offer, from)) }))
    .filter(({ values }) => values.some(Boolean)).map((row) => ({ ...row, differ: new Set(row.values).size > 1 }));
}

/** What one offer says, by name, for somebody who has it alone before their eyes. */
export const essentialsOf = (offer: KeptOffer): { label: string; value: string }[] =>
  criteria.map(({ label, say }) => ({ label, value: say(offer, null) })).filter(({ value }) => value);
