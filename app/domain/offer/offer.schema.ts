import { isRomeCode } from '~/domain/engagement/rome';
import { parseEmails } from '~/domain/organisation/email';
import { parsePhones } from '~/domain/organisation/phone';
import { parseWebsite } from '~/domain/organisation/website';
import { themeChoices } from '~/domain/partner/partner.schema';
import { choice, choices, line, paragraphs, requiredLine, seenVersion, ticked } from '~/domain/partner/typed-text';
import { zonePattern } from '~/domain/place/zone';
import { typedDay } from '~/domain/text/typed-day';
import { z } from '~/domain/zod';
import { audiences, type Audience } from './audiences';
import { offerKindNames, offerKinds, type OfferKind } from './offer-kinds';
import { codesOf, costs, mobilisationModes, mobilisers, publics, receptionModes, serviceTypes } from '~/domain/offer/vocabulary/data-inclusion';
import { contracts, experiences, levels, schemes, workingTimes } from '~/domain/offer/vocabulary/work';

const lost = 'Ce choix n’existe pas ou plus.';
const oneOf = <T extends Record<string, string>>(vocabulary: T) =>
  z.union([z.enum(codesOf(vocabulary)), z.literal('')], { error: lost }).nullish().transform((code) => code || null);
const someOf = <T extends Record<string, string>>(vocabulary: T) => choices(z.enum(codesOf(vocabulary), { error: lost }));

/** A whole number as typed; empty is null. */
export const whole = (lowest: number, highest: number, sentence: string) =>
  z.union([z.string(), z.number()]).nullish().transform((typed) => String(typed ?? '').replace(/\s/g, ''))
    .pipe(z.string().regex(/^(\d{1,6})?$/, sentence)).transform((typed) => (typed === '' ? null : Number(typed)))
    .pipe(z.number().min(lowest, sentence).max(highest, sentence).nullable());

/** Hours a week, with a comma or a point, `35 h` too. */
const hours = z.union([z.string(), z.number()]).nullish().transform((typed) => String(typed ?? '').toLowerCase().replace(/\s|h(eures)?$/g, '').replace(',', '.'))
  .pipe(z.string().regex(/^(\d{1,2}(\.\d)?)?$/, 'Un nombre d’heures par semaine, comme 35 ou 17,5.')).transform((typed) => (typed === '' ? null : Number(typed)))
  .pipe(z.number().min(1, 'Une heure par semaine au moins.').max(60, 'Plus de 60 heures par semaine : vérifiez.').nullable());

const romes = choices(z.string().refine(isRomeCode, 'Un code de métier a une lettre de A à N et quatre chiffres, comme D1102.')).pipe(z.array(z.string()).max(20, 'Vingt métiers au plus.'));
const zones = choices(z.string().regex(zonePattern, 'Cette zone n’est pas connue.')).pipe(z.array(z.string()).max(200, 'Deux cents zones au plus.'));

/** In the order of the form: what is wrong is listed in it. */
const typedOffer = z.object({
  kind: z.enum(offerKindNames as [OfferKind, ...OfferKind[]], { error: 'Choisissez la sorte d’offre.' }),
  title: requiredLine('Donnez un titre, comme « Serveur ou serveuse en salle ».', 200),
  description: paragraphs(20_000),
  audience: z.enum(Object.keys(audiences) as [Audience, ...Audience[]], { error: lost }).nullish().transform((audience) => audience ?? 'agency'),
  themes: themeChoices(),
  romes,
  startsOn: typedDay(),
  endsOn: typedDay(),
  duration: line(100),
  places: whole(1, 10_000, 'Indiquez un nombre de places, de 1 à 10 000, ou rien.'),
  opensOn: typedDay(),
  closesOn: typedDay(),
  contract: oneOf(contracts),
  workingTime: oneOf(workingTimes),
  weeklyHours: hours,
  schedule: line(300),
  pay: line(200),
  prepares: line(200),
  level: oneOf(levels),
  experience: oneOf(experiences),
  ageMin: whole(10, 99, 'L’âge le plus bas est entre 10 et 99 ans.'),
  ageMax: whole(10, 99, 'L’âge le plus haut est entre 10 et 99 ans.'),
  publics: someOf(publics),
  schemes: someOf(schemes),
  isHandicapFriendly: ticked(),
  conditions: paragraphs(5000),
  documents: paragraphs(2000),
  serviceType: oneOf(serviceTypes),
  cost: oneOf(costs),
  costText: line(300),
  receptionModes: someOf(receptionModes),
  mobilisationModes: someOf(mobilisationModes),
  mobilisableBy: someOf(mobilisers),
  mobilisationText: paragraphs(2000),
  mobilisationUrl: line(2000),
  hasOwnPlace: ticked(),
  addressLine: line(300),
  postcode: line(60),
  communeCode: line(5),
  commune: line(120),
  zones,
  contactName: line(150),
  contactEmail: line(300),
  contactPhone: line(100),
});

/**
 * What a person may type of an offer; each field in fault gets its sentence, all at once: fields are compared with each other as far as
 * they could be read. The commune is still as typed: the database knows communes.
 */
export const offerSchema = typedOffer
  .superRefine((typed, issues) => checkTogether(typed as Read, (field, message) => issues.addIssue({ code: 'custom', path: [field], message })), { when: () => true })
  .transform((typed) => {
    const usual = offerKinds[typed.kind].theme;
    return {
      ...typed,
      themes: typed.themes.length === 0 && usual ? [usual] : typed.themes,
      contactPhone: typed.contactPhone ? (parsePhones(typed.contactPhone).phones[0]?.number ?? null) : null,
      contactEmail: typed.contactEmail ? (parseEmails(typed.contactEmail).emails[0] ?? null) : null,
      mobilisationUrl: linkIn(typed.mobilisationUrl),
    };
  });

type Typed = z.output<typeof typedOffer>;
/** Of a form in fault, some fields are not what they should be. */
type Read = Readonly<Partial<Record<keyof Typed, unknown>>>;

const dayIn = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null);
const textIn = (value: unknown) => (typeof value === 'string' && value ? value : null);
const numberIn = (value: unknown) => (typeof value === 'number' ? value : null);
const linkIn = (typed: string | null) => {
  const link = typed ? parseWebsite(typed) : null;
  return link?.ok ? link.url : null;
};

/** What is wrong between fields, or in one that only its own reader understands. */
function checkTogether(typed: Read, wrong: (field: keyof Typed, message: string) => void): void {
  const isBefore = <T extends string | number>(end: T | null, start: T | null) => end !== null && start !== null && end < start;
  if (isBefore(dayIn(typed.endsOn), dayIn(typed.startsOn))) wrong('endsOn', 'La fin est avant le début : vérifiez les deux dates.');
  if (isBefore(dayIn(typed.closesOn), dayIn(typed.opensOn))) wrong('closesOn', 'Les inscriptions ferment avant d’ouvrir : vérifiez les deux dates.');
  if (isBefore(numberIn(typed.ageMax), numberIn(typed.ageMin))) wrong('ageMax', 'L’âge le plus haut est sous le plus bas.');
  const [phone, email, link] = [textIn(typed.contactPhone), textIn(typed.contactEmail), textIn(typed.mobilisationUrl)];
  const badPhone = phone && parsePhones(phone).unread[0];
  const badEmail = email && parseEmails(email).unread[0];
  const read = link ? parseWebsite(link) : null;
  if (badPhone) wrong('contactPhone', badPhone.reason);
  if (badEmail) wrong('contactEmail', badEmail.reason);
  if (read && !read.ok) wrong('mobilisationUrl', read.reason);
  if (!typed.mobilisationUrl && Array.isArray(typed.mobilisationModes) && typed.mobilisationModes.includes('utiliser-lien-mobilisation')) wrong('mobilisationUrl', 'Indiquez le lien d’inscription, ou décochez cette façon de faire.');
  if (typed.hasOwnPlace === true && !typed.commune && !typed.communeCode && !typed.postcode) wrong('commune', 'Indiquez la commune où cela se passe.');
}

export type TypedOffer = z.input<typeof offerSchema>;
export const addOfferSchema = z.intersection(offerSchema, z.object({ partnershipId: choice() }));
export const editOfferSchema = z.intersection(offerSchema, z.object({ offerId: z.uuid(), version: seenVersion() }));
export const offerIdSchema = z.object({ offerId: z.uuid() });
