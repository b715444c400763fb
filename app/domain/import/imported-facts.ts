import type { KindCode } from '~/domain/organisation/kinds';
import type { OpeningHours } from '~/domain/organisation/opening-hours';
import type { ThemeCode } from '~/domain/organisation/themes';

/** What a file says of one organisation, ready to be compared and written: the columns of the record, and what goes beside it. */
export type ImportedFacts = {
  name: string;
  /** As typed in the file, when `name` was set in readable case. */
  originalName: string | null;
  nameKey: string;
  brandName: string | null;
  acronym: string | null;
  siret: string | null;
  nafCode: string | null;
  legalForm: string | null;
  hasYouthLabel: boolean;
  description: string | null;
  phone: string | null;
  otherPhones: string[];
  email: string | null;
  website: string | null;
  openingHours: OpeningHours | null;
  addressLine: string | null;
  addressExtra: string | null;
  postcode: string | null;
  cedex: string | null;
  communeCode: string | null;
  /** For people: the name of `communeCode`. */
  communeName: string | null;
  departementCode: string | null;
  latitude: number | null;
  longitude: number | null;
  /** `exact` when the coordinates are the file's own; else found when it is written, from the commune's centre. */
  placePrecision: 'exact' | 'commune' | null;
  /** Kinds that the file names, the main one first. */
  kinds: KindCode[];
  /** Words of the file that are no kind of the network; the agency may have one of its own by that name. */
  localKinds: string[];
  /** What the activity or the legal form lets one guess, for a new record whose kind no column says. */
  kindHint: KindCode | null;
  themes: ThemeCode[];
  tags: string[];
  contacts: ImportedContact[];
  /** The agency's own number for it, in its old tool. */
  externalId: string | null;
  /** ISO 8601 day. */
  partnerSince: string | null;
};

export type ImportedContact = { firstName: string | null; lastName: string; jobTitle: string | null; phone: string | null; email: string | null };
