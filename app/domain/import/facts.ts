import type { KindCode } from '~/domain/organisation/kinds';
import type { OpeningHours } from '~/domain/organisation/opening-hours';
import type { Phone } from '~/domain/organisation/phone';
import type { ThemeCode } from '~/domain/organisation/themes';
import type { ImportField } from './fields';

/** Where an organisation is, as far as the file says and the communes confirm. */
export type AddressFacts = {
  /** Number and street, in readable case. */
  line: string | null;
  complement: string | null;
  postcode: string | null;
  /** `CEDEX 09`: kept for letters, of no use to find the place. */
  cedex: string | null;
  communeCode: string | null;
  /** The official name when the commune was found, else what was typed, in readable case. */
  communeName: string | null;
  departementCode: string | null;
};

/** Where to put it on the map, decimal degrees (WGS 84), and how precise that is. */
export type PlaceFacts = { latitude: number; longitude: number; precision: 'given' | 'commune' };

/** A person at the organisation, as the file names one. */
export type ContactFacts = { name: string | null; function: string | null; phones: Phone[]; emails: string[] };

/** What one row, or several of one organisation, tell of it: normalised, ready to be written or compared. */
export type OrganisationFacts = {
  siret: string | null;
  siren: string | null;
  name: string;
  /** The name as the file writes it, when its case was changed. */
  originalName: string | null;
  brandName: string | null;
  acronym: string | null;
  kinds: KindCode[];
  /** Kinds of the file that the network does not know: an agency may add them to its own. */
  unknownKinds: string[];
  themes: ThemeCode[];
  nafCode: string | null;
  legalForm: string | null;
  /** A file gives the label; it never takes it away. */
  hasYouthLabel: boolean;
  description: string | null;
  address: AddressFacts;
  place: PlaceFacts | null;
  phones: Phone[];
  emails: string[];
  website: string | null;
  openingHours: OpeningHours | null;
  contacts: ContactFacts[];
  /** ISO 8601 day. */
  partnerSince: string | null;
  tags: string[];
  externalId: string | null;
};

/** Why a row is refused: one line a value, each a French sentence. */
export type Refusal<F extends string = ImportField> = { field: F; value: string; reason: string };

/** What a person should know of a row that is accepted: something put right, or a value that was not understood and left out. */
export type RowNote<F extends string = ImportField> = { field: F; value: string; text: string };

export type ReadRow =
  | { ok: true; line: number; facts: OrganisationFacts; /** The cells that the facts come from, as typed. */ originals: Partial<Record<ImportField, string>>; notes: RowNote[] }
  | { ok: false; line: number; refused: Refusal[]; originals: Partial<Record<ImportField, string>> };
