import type { Ctx, Db } from '~/access/context';
import type { Report } from '~/domain/import/plan-items.server';
import { undoItems } from '~/domain/import/undo-items.server';
import { placeColumns } from '~/domain/offer/bulk/offer-row';
import { updateOffers } from '~/domain/offer/bulk/write-offers.server';

/** Takes back an import of offers: those that it added go, those that it changed are again what they were, unless somebody changed them since. */
export async function undoOffers(ctx: Ctx, importId: string, report?: Report): Promise<void> {
  const { db } = ctx;
  await undoItems(ctx, importId, () => offersBuiltOn(ctx, importId), [
    () => restoreOffers(db, importId),
    async () => void (await db.$executeRaw`DELETE FROM offer f USING import_item i WHERE i.batch_id = ${importId}::uuid AND i.effect ->> 'made' = 'offer' AND f.id = i.offer_id AND f.mission_locale_id = app.mission_locale()`),
  ], report);
}

/**
 * Why the import can no longer be undone: people worked since on the offers that it added; null when it can. An offer that is again
 * what the import made of it (another import changed it and was undone) was not worked on; one that has sessions was.
 */
export async function offersBuiltOn({ db }: Pick<Ctx, 'db'>, importId: string): Promise<string | null> {
  const rows = await db.$queryRaw<{ total: number; title: string }[]>`
    SELECT count(*) OVER ()::int AS total, f.title FROM import_item i JOIN import_batch b ON b.mission_locale_id = i.mission_locale_id AND b.id = i.batch_id
    JOIN offer f ON f.mission_locale_id = i.mission_locale_id AND f.id = i.offer_id
    WHERE i.batch_id = ${importId}::uuid AND i.effect ->> 'made' = 'offer' AND (
      EXISTS (SELECT FROM audit.entry e WHERE e.record_id = f.id AND e.at > b.applied_at AND e.actor_id IS NOT NULL AND e.table_name <> 'offer')
      OR EXISTS (SELECT FROM (SELECT DISTINCT ON (was.key) was.key, was.value FROM audit.entry e, jsonb_each(e.before) AS was
          WHERE e.record_id = f.id AND e.at > b.applied_at AND e.actor_id IS NOT NULL AND e.table_name = 'offer' AND e.operation = 'U' ORDER BY was.key, e.id) AS first
        WHERE first.key NOT IN ('version', 'updated_at') AND first.value IS DISTINCT FROM to_jsonb(f) -> first.key))
    ORDER BY f.title LIMIT 3`;
  const [first] = rows;
  if (!first) return null;
  if (first.total === 1) return `Cet import ne peut plus être annulé : on a travaillé depuis sur « ${first.title} ».`;
  return `Cet import ne peut plus être annulé : on a travaillé depuis sur ${first.total} de ses offres (${rows.map(({ title }) => `« ${title} »`).join(', ')}${first.total > 3 ? '…' : ''}).`;
}

type Wrote = { id: string; before: Record<string, unknown>; after: Record<string, unknown>; current: Record<string, unknown> };

/** Each value goes back to what it was if it still is what the import wrote; an address goes back whole or not at all. */
async function restoreOffers(db: Db, importId: string): Promise<void> {
  const rows = await db.$queryRaw<Wrote[]>`SELECT f.id, i.effect #> '{record,before}' AS before, i.effect #> '{record,after}' AS after, to_jsonb(f) AS current
    FROM import_item i JOIN offer f ON f.mission_locale_id = i.mission_locale_id AND f.id = i.offer_id WHERE i.batch_id = ${importId}::uuid AND i.effect -> 'record' IS NOT NULL`;
  const isStill = ({ after, current }: Wrote, column: string) => JSON.stringify(after[column]) === JSON.stringify(current[column]);
  const places: readonly string[] = placeColumns;
  const back = rows.map((row) => {
    const isPlaceOurs = Object.keys(row.after).filter((column) => places.includes(column)).every((column) => isStill(row, column));
    const ours = Object.keys(row.after).filter((column) => isStill(row, column) && (isPlaceOurs || !places.includes(column)));
    return { id: row.id, set: Object.fromEntries(ours.map((column) => [column, row.before[column] ?? null])) };
  });
  await updateOffers(db, back.filter(({ set }) => Object.keys(set).length > 0));
}
