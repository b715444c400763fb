import type { Ctx, Db } from '~/access/context';
import { saysBuilt } from '~/domain/import/built-since.server';
import type { Report } from '~/domain/import/plan-items.server';
import { takeBackPartners, type MadePartners } from '~/domain/import/take-back-partners.server';
import { undoItems } from '~/domain/import/undo-items.server';
import { placeColumns } from '~/domain/offer/bulk/offer-row';
import { inGuillemets } from '~/domain/text/in-guillemets';
import type { MadeHolder } from './new-holders.server';
import { updateOffers } from '~/domain/offer/bulk/write-offers.server';

/** Takes back an import of offers: those that it added go, and the partners that it added for them, those that it changed are again what they were, unless somebody changed them since. */
export async function undoOffers(ctx: Ctx, importId: string, report?: Report): Promise<void> {
  const { db } = ctx;
  await undoItems(ctx, importId, () => offersBuiltOn(ctx, importId), [
    () => restoreOffers(db, importId),
    async () => void (await db.$executeRaw`DELETE FROM offer f USING import_item i WHERE i.batch_id = ${importId}::uuid AND i.effect ->> 'made' = 'offer' AND f.id = i.offer_id AND f.mission_locale_id = app.mission_locale()`),
    async () => takeBackPartners(ctx, await madePartners(db, importId)),
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
  if (!first) return partnersBuiltOn(db, importId);
  if (first.total === 1) return `Cet import ne peut plus être annulé : on a travaillé depuis sur ${inGuillemets(first.title)}.`;
  return `Cet import ne peut plus être annulé : on a travaillé depuis sur ${first.total} de ses offres (${rows.map(({ title }) => `${inGuillemets(title)}`).join(', ')}${first.total > 3 ? '…' : ''}).`;
}

/** The partners that the import added, and their records where it made them. */
async function madePartners(db: Db, importId: string): Promise<MadePartners> {
  const rows = await db.$queryRaw<MadeHolder[]>`SELECT effect #>> '{partner,partnershipId}' AS "partnershipId", effect #>> '{partner,organisationId}' AS "organisationId", (effect #> '{partner,madeOrganisation}')::boolean AS "madeOrganisation"
    FROM import_item WHERE batch_id = ${importId}::uuid AND effect -> 'partner' IS NOT NULL`;
  return { partnershipIds: rows.map(({ partnershipId }) => partnershipId), organisationIds: rows.filter(({ madeOrganisation }) => madeOrganisation).map(({ organisationId }) => organisationId) };
}

/** Somebody works with a partner that the import added: they changed something of it, or gave it another offer. */
async function partnersBuiltOn(db: Db, importId: string): Promise<string | null> {
  const { partnershipIds, organisationIds } = await madePartners(db, importId);
  if (partnershipIds.length === 0) return null;
  const rows = await db.$queryRaw<{ total: number; name: string }[]>`SELECT count(*) OVER ()::int AS total, o.name FROM import_batch b, partnership p JOIN organisation o ON o.id = p.organisation_id
    WHERE b.id = ${importId}::uuid AND p.id = ANY (${[...partnershipIds]}::uuid[]) AND (
      EXISTS (SELECT FROM audit.entry e WHERE e.record_id = p.id AND e.at > b.applied_at AND e.actor_id IS NOT NULL)
      OR EXISTS (SELECT FROM audit.entry e WHERE e.record_id = o.id AND o.id = ANY (${[...organisationIds]}::uuid[]) AND e.at > b.applied_at AND e.actor_id IS NOT NULL AND e.actor_mission_locale_id = app.mission_locale())
      OR EXISTS (SELECT FROM offer f WHERE f.mission_locale_id = p.mission_locale_id AND f.partnership_id = p.id
        AND NOT EXISTS (SELECT FROM import_item i WHERE i.batch_id = b.id AND i.offer_id = f.id AND i.effect ->> 'made' = 'offer'))) ORDER BY o.name LIMIT 3`;
  const [first] = rows;
  return first ? saysBuilt({ total: first.total, partners: rows.map(({ name }) => ({ partnershipId: '', name, what: [] })) }) : null;
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
