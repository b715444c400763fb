import type { TypedOffer } from '~/domain/offer/offer.schema';

/** Who a row says proposes the offer; null is the agency itself. */
export type NamedHolder = { id: string | null; siret: string | null; name: string | null; commune: string | null };

/** Where it takes place, when that is not at its partner’s. */
export type ImportedPlace = { addressLine: string | null; postcode: string | null; communeCode: string | null; departementCode: string | null };

/** What one row says of an offer: only what its cells hold, in the terms of the form. An empty cell says nothing, and changes nothing. */
export type ImportedOffer = {
  typed: Partial<TypedOffer>;
  /** Trades by code or by words: the database knows them. */
  trades: string[];
  /** Zones by name, number or postcode: the database knows them. */
  zones: string[];
  holder: NamedHolder | null;
  place: ImportedPlace | null;
  /** The offer it is, by the identifier of our own export, or by the agency’s own number. */
  offerId: string | null;
  reference: string | null;
  /** For a sentence: the title of each column. */
  headers: Partial<Record<string, string>>;
};
