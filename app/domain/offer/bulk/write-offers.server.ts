import type { Db } from '~/access/context';
import { asJson } from '~/domain/import/as-json';
import { Prisma } from '#prisma';
import { emptyOfferRow, offerContent, offerStanding, type OfferRow } from './offer-row';

/** What an update changed, by column. */
export type OfferEffect = { before: Record<string, unknown>; after: Record<string, unknown> };

const inserted = ['id', ...offerContent, ...offerStanding];
const list = (names: readonly string[], say: (name: string) => string) => Prisma.raw(names.map(say).join(', '));
/** Without coordinates of its own, a place stands at the centre of its commune. */
const placed = (name: string) => {
  if (name === 'latitude' || name === 'longitude') return `CASE WHEN r.has_own_place AND r.latitude IS NULL THEN c.${name} ELSE r.${name} END`;
  if (name === 'place_precision') return `CASE WHEN r.has_own_place AND r.latitude IS NULL AND c.latitude IS NOT NULL THEN 'commune' ELSE r.place_precision END`;
  // A code that is no commune's (a source may be ahead of the list, or wrong) leaves the place without one.
  if (name === 'commune_code') return 'c.code';
  return `r.${name}`;
};

/** Writes new offers, a packet in one statement. Ids are the caller's. */
export async function insertOffers(db: Db, rows: readonly (OfferRow & { id: string })[]): Promise<void> {
  if (rows.length === 0) return;
  await db.$executeRaw`INSERT INTO offer (${list(inserted, (name) => name)}) SELECT ${list(inserted, placed)}
    FROM jsonb_array_elements(${asJson(rows.map((row) => ({ ...emptyOfferRow, ...row })))}::jsonb) WITH ORDINALITY AS g(row, rank) CROSS JOIN LATERAL jsonb_populate_record(NULL::offer, g.row) AS r
    LEFT JOIN commune c ON c.code = r.commune_code ORDER BY g.rank`;
}

/** Changes offers that exist, each in the columns given. Answers, by offer, what each written column was and became. */
export async function updateOffers(db: Db, rows: readonly { id: string; set: OfferRow }[]): Promise<Map<string, OfferEffect>> {
  const effects = new Map<string, OfferEffect>();
  if (rows.length === 0) return effects;
  const names = [...offerContent, ...offerStanding];
  const written = await db.$queryRaw<{ id: string; before: Record<string, unknown>; after: Record<string, unknown> }[]>`
    UPDATE offer o SET (${list(names, (name) => name)}) = (SELECT ${list(names, placed)} FROM jsonb_populate_record(o, g.set) r LEFT JOIN commune c ON c.code = r.commune_code)
    FROM jsonb_to_recordset(${asJson(rows)}::jsonb) AS g(id uuid, set jsonb) JOIN offer old ON old.id = g.id AND old.mission_locale_id = app.mission_locale()
    WHERE o.id = g.id AND o.mission_locale_id = app.mission_locale() RETURNING o.id, to_jsonb(old) AS before, to_jsonb(o) AS after`;
  for (const { id, before, after } of written) {
    const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
    const only = (row: Record<string, unknown>) => Object.fromEntries(changed.map((name) => [name, row[name]]));
    if (changed.length > 0) effects.set(id, { before: only(before), after: only(after) });
  }
  return effects;
}
