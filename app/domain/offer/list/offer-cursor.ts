import { z } from '~/domain/zod';
import { offerSorts, type OfferSort } from './offer-filters';

/** A place in the list of offers: what the row is sorted by, its id, and its rank. A page starts after it or ends before it. */
export type OfferCursor = { sort: OfferSort; key: (string | number)[]; rank: number };

const schema = z.tuple([z.enum(offerSorts), z.tuple([z.number().int(), z.guid()]), z.number().int().min(1).max(10_000_000)]);

export const offerCursor = ({ sort, key, rank }: OfferCursor): string => Buffer.from(JSON.stringify([sort, key, rank])).toString('base64url');

/** Null when it is not one of ours, or was made for another order: the list then starts again from its first page. */
export function readOfferCursor(written: string | null, sort: OfferSort): OfferCursor | null {
  if (!written || written.length > 300) return null;
  try {
    const [its, key, rank] = schema.parse(JSON.parse(Buffer.from(written, 'base64url').toString()));
    return its === sort ? { sort, key, rank } : null;
  } catch {
    return null;
  }
}
