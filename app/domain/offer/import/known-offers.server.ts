import type { Db } from '~/access/context';
import { fold } from '~/domain/text/fold';
import type { ImportedOffer } from './imported-offer';

export type KnownOffer = Record<string, unknown> & { id: string; partnership_id: string | null; source_id: string | null; title: string; kind: string; starts_on: string | null; commune_code: string | null; has_own_place: boolean; address_line: string | null; postcode: string | null; spread_id: string | null; origin: string; deleted_at: string | null };

/** What tells one offer from another when it bears no number: who holds it, what it is, when and where. */
export const likenessOf = (offer: Pick<KnownOffer, 'partnership_id' | 'title' | 'kind' | 'starts_on' | 'commune_code'>) => [offer.partnership_id ?? '', offer.kind, fold(offer.title), offer.starts_on ?? '', offer.commune_code ?? ''].join('|');

/** The agency's own offers that these rows may describe. One query. */
export async function offersAmong(db: Db, offers: readonly ImportedOffer[]): Promise<KnownOffer[]> {
  const ids = offers.flatMap(({ offerId }) => offerId ?? []);
  const references = offers.flatMap(({ reference }) => reference ?? []);
  const titles = offers.flatMap(({ typed }) => (typed.title ? [typed.title.toLowerCase()] : []));
  const rows = await db.$queryRaw<{ row: KnownOffer }[]>`SELECT to_jsonb(f) AS row FROM offer f WHERE f.mission_locale_id = app.mission_locale() AND
    (f.id = ANY (${ids}::uuid[]) OR (f.origin = 'agency' AND f.source_id = ANY (${references}::text[])) OR (f.origin IN ('agency', 'partner') AND f.deleted_at IS NULL AND f.state <> 'archived' AND lower(f.title) = ANY (${titles}::text[])))`;
  return rows.map(({ row }) => row);
}
