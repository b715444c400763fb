import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { heldPlaces } from './held-places.server';

/**
 * Takes back what this person did an hour ago at most, by `moveEverywhere`, with all the places of an offer: each stands where it stood, with
 * the dates that it had, unless somebody moved it since. `gesture` is the request that did it. What was asked and is answered stays so: the
 * rules of the night ask again. Throws `notFound`, `conflict` when nothing is left to take back. Answers how many places were.
 */
export async function undoEverywhere(ctx: Ctx, { offerId, gesture }: { offerId: string; gesture: string }): Promise<{ undone: number }> {
  const { places } = await heldPlaces(ctx, offerId);
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    UPDATE offer f SET (state, state_since, starts_on, ends_on, opens_on, closes_on, published_at, confirmed_at, asked_at) =
      (SELECT r.state, r.state_since, r.starts_on, r.ends_on, r.opens_on, r.closes_on, r.published_at, r.confirmed_at, r.asked_at FROM jsonb_populate_record(f, e.before) r)
    FROM (SELECT DISTINCT ON (e.record_id) e.record_id, e.before, e.after FROM audit.entry e WHERE e.record_id = ANY (${places.map(({ id }) => id)}::uuid[]) AND e.table_name = 'offer' AND e.operation = 'U'
      AND e.request_id = ${gesture} AND e.actor_id = ${ctx.actor.userId}::uuid AND e.at > ${ctx.now}::timestamptz - interval '1 hour' AND e.after ?| ARRAY['state_since', 'confirmed_at'] ORDER BY e.record_id, e.id DESC) e
    WHERE f.mission_locale_id = app.mission_locale() AND f.id = e.record_id AND f.deleted_at IS NULL AND to_jsonb(f) @> (e.after - '{version,updated_at}'::text[]) RETURNING f.id::text`;
  if (rows.length === 0) throw conflict('Il n’y a plus rien à annuler : ces lieux ont changé depuis.');
  for (const { id } of rows) await ctx.emit('offer.changed', { offerId: id });
  return { undone: rows.length };
}
