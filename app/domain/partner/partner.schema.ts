import type { KindCode } from '~/domain/organisation/kinds';
import { kinds } from '~/domain/organisation/kinds';
import { parseEmails } from '~/domain/organisation/email';
import { parseNaf } from '~/domain/organisation/naf';
import { parseOpeningHours, type OpeningHours } from '~/domain/organisation/opening-hours';
import { parsePhones } from '~/domain/organisation/phone';
import { parseSiret } from '~/domain/organisation/siret';
import { themes, type ThemeCode } from '~/domain/organisation/themes';
import { parseWebsite } from '~/domain/organisation/website';
import { parseCoordinates } from '~/domain/place/coordinates';
import { departementOfCommuneCode, departementOfPostcode, parsePostcode } from '~/domain/place/postcode';
import { z } from '~/domain/zod';
import { choice, choices, line, paragraphs, ticked } from './typed-text';

/** Decimal degrees, as text or as a number. */
const degrees = () => z.union([z.number().transform(String), line(30)]);

/** What a person may type of an organisation: the same fields when it is added and when it is corrected. */
export const typedFacts = z.object({
  name: line(300),
  brandName: line(300),
  acronym: line(50),
  siret: line(100),
  nafCode: line(300),
  legalForm: line(200),
  headcountBand: line(10),
  /** « Je m'engage pour la jeunesse ». */
  hasYouthLabel: ticked(),
  addressLine: line(300),
  addressExtra: line(300),
  /** With its cedex mention, if any: `65013 CEDEX 9`. */
  postcode: line(60),
  cedex: line(20),
  communeCode: line(5),
  /** The name of the commune, when its code was not chosen in the list. */
  commune: line(120),
  latitude: degrees(),
  longitude: degrees(),
  /** Several may be typed, separated by a slash. */
  phone: line(200),
  otherPhones: z.array(z.string()).nullish().transform((phones) => phones ?? []),
  email: line(300),
  website: line(2000),
  /** In a sentence: `Du lundi au vendredi 9h-12h et 14h-17h`. */
  openingHours: z.union([paragraphs(1000), z.custom<OpeningHours>((value) => typeof value === 'object' && value !== null && 'days' in value)]),
  /** What a timetable cannot say: by appointment, odd weeks… */
  openingHoursNote: line(500),
  description: paragraphs(10_000),
});

type Typed = z.output<typeof typedFacts>;

/** The same facts, normalised. The commune is still as typed: only the database knows communes. */
export type ReadFacts = {
  name: string;
  brandName: string | null;
  acronym: string | null;
  siret: string | null;
  nafCode: string | null;
  legalForm: string | null;
  headcountBand: string | null;
  hasYouthLabel: boolean;
  addressLine: string | null;
  addressExtra: string | null;
  postcode: string | null;
  cedex: string | null;
  communeCode: string | null;
  commune: string | null;
  latitude: number | null;
  longitude: number | null;
  phone: string | null;
  otherPhones: string[];
  email: string | null;
  website: string | null;
  openingHours: OpeningHours | null;
  description: string | null;
};

/** Reads typed facts as people write them; each field in fault gets its sentence. Reading what was read changes nothing. */
export function readFacts(typed: Typed, issues: z.RefinementCtx): ReadFacts {
  const wrong = (field: keyof Typed, message: string) => {
    issues.addIssue({ code: 'custom', path: [field], message });
    return null;
  };
  const siret = typed.siret ? parseSiret(typed.siret) : null;
  const naf = typed.nafCode ? parseNaf(typed.nafCode) : null;
  const postcode = typed.postcode ? parsePostcode(typed.postcode) : null;
  const website = typed.website ? parseWebsite(typed.website) : null;
  const { emails, unread: badEmails } = typed.email ? parseEmails(typed.email) : { emails: [], unread: [] };
  const departement = typed.communeCode ? departementOfCommuneCode(typed.communeCode) : postcode?.ok ? departementOfPostcode(postcode.postcode) : null;
  const { phones, unread: badPhones } = parsePhones([typed.phone, ...typed.otherPhones].filter(Boolean).join(' / '), departement);
  const [withExtension] = phones.flatMap(({ extension }) => extension ?? []);
  const place = typed.latitude || typed.longitude ? parseCoordinates(typed.latitude ?? '', typed.longitude ?? '') : null;

  if (!typed.name) wrong('name', 'Indiquez le nom du partenaire.');
  if (siret && !siret.ok) wrong('siret', siret.reason);
  if (typed.nafCode && !naf) wrong('nafCode', 'Un code d’activité ressemble à 45.20A.');
  if (postcode && !postcode.ok) wrong('postcode', postcode.reason);
  if (website && !website.ok) wrong('website', website.reason);
  if (badEmails[0]) wrong('email', badEmails[0].reason);
  if (emails.length > 1) wrong('email', 'Indiquez une seule adresse : les autres vont avec les interlocuteurs.');
  if (badPhones[0]) wrong('phone', badPhones[0].reason);
  if (withExtension) wrong('phone', `Mettez le poste ${withExtension} chez l’interlocuteur : il n’est pas gardé ici.`);
  if (place && !place.ok) wrong('latitude', place.reason);
  return {
    ...typed,
    name: typed.name ?? '',
    siret: siret?.ok ? siret.siret : null,
    nafCode: naf,
    postcode: postcode?.ok ? postcode.postcode : null,
    cedex: (postcode?.ok ? postcode.cedex : null) ?? typed.cedex,
    phone: phones[0]?.number ?? null,
    otherPhones: phones.slice(1).map(({ number }) => number),
    email: emails[0] ?? null,
    website: website?.ok ? website.url : null,
    latitude: place?.ok ? place.point.latitude : null,
    longitude: place?.ok ? place.point.longitude : null,
    openingHours: withNote(typeof typed.openingHours === 'string' ? parseOpeningHours(typed.openingHours) : typed.openingHours, typed.openingHoursNote),
  };
}

/** The timetable with the note typed beside it; a note that is already there is not said twice. */
function withNote(hours: OpeningHours | null, note: string | null): OpeningHours | null {
  if (!note || hours?.note?.includes(note)) return hours;
  return { days: hours?.days ?? {}, note: [hours?.note, note].filter(Boolean).join(' ; ') };
}

const kindCodes = kinds.map(({ code }) => code) as [KindCode, ...KindCode[]];
const themeCodes = themes.map(({ code }) => code) as [ThemeCode, ...ThemeCode[]];
export const themeChoices = () => choices(z.enum(themeCodes));

/** How the agency places the partner in its own work. */
export const typedRelation = z.object({
  /** A kind of the network by its code, or any kind (the agency's own too) by its id. */
  kindCode: z.union([z.enum(kindCodes), z.literal('')]).nullish().transform((code) => code || null),
  kindId: choice(),
  themes: themeChoices(),
  tagIds: choices(z.uuid()),
  officerId: choice(),
  siteId: choice(),
  externalId: line(100),
});

/** The form "Ajouter un partenaire", and what every other caller of `addPartner` gives. */
export const addPartnerSchema = typedFacts
  .extend(typedRelation.shape)
  .transform((typed, issues) => ({ ...typed, ...readFacts(typed, issues) }));

export type AddPartner = z.input<typeof addPartnerSchema>;

/** As the form sends it: with all that was typed, and the ids of the organisations of like name that the person was shown (`seen`). */
export const addPartnerFormSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((typed, issues) => {
  const read = addPartnerSchema.safeParse(typed);
  if (read.success) return { ...read.data, typed, seen: typeof typed.seen === 'string' ? typed.seen.split(' ') : [] };
  for (const { path, message } of read.error.issues) issues.addIssue({ code: 'custom', path: [...path], message });
  return z.NEVER;
});
