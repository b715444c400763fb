import { actorMay } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { conflict, notFound } from '~/domain/errors';
import { parisDay } from '~/domain/text/paris-day';
import { dateOfDay } from '~/domain/text/typed-day';
import { seenVersion } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';
import { refusePlaceTaken } from '~/domain/offer/spread/refuse-same-place.server';
import { columnOf, fieldOf, placeColumns } from '~/domain/offer/bulk/offer-row';
import { keptFields } from './kept-fields';
import { offerFields } from './offer-fields';
import { whyNotPublished } from './offer.lifecycle';
import { ownOffer } from './offer-of.server';
import { whyNotFurther } from './audiences';
import { isEditedHere } from './offer-origin';
import { offerSchema, type TypedOffer } from './offer.schema';
import { typedOfRow } from './typed-of-row';

export const restoreOfferValueSchema = z.object({ entryId: z.string().regex(/^\d{1,18}$/), column: z.string().max(60), version: seenVersion() });
export type RestoreOfferValue = { offerId: string } & z.output<typeof restoreOfferValueSchema>;

type Row = Record<string, unknown>;
const places: readonly string[] = placeColumns;

/**
 * Puts back the value that a field had before a change; an address goes back whole, with its point. The offer must still hold
 * together: what the form would refuse is refused. `version` is that of the offer that the person saw. Throws `notFound` for an entry of
 * another offer, `conflict` with the reason. Answers the label of the field.
 */
export async function restoreOfferValue(ctx: Ctx, { offerId, entryId, column, version }: RestoreOfferValue): Promise<{ label: string }> {
  const offer = await ownOffer(ctx, offerId);
  if (!isEditedHere(offer)) throw conflict('Cette offre vient d’ailleurs : elle se corrige chez sa source.');
  if (offer.deletedAt) throw conflict('Cette offre est supprimée : rétablissez-la d’abord.');
  const entries = await ctx.db.$queryRaw<{ id: string; before: Row }[]>`SELECT id::text, before FROM audit.entry WHERE record_id = ${offerId}::uuid AND table_name = 'offer' AND operation = 'U' AND id >= ${entryId}::bigint ORDER BY id`;
  const entry = entries[0]?.id === entryId ? entries[0] : undefined;
  if (!entry) throw notFound('Ce changement n’est pas dans l’historique de cette offre.');
  const field = offerFields.find((one) => columnOf(one.field) === column);
  if (!field || !(column in entry.before)) throw conflict('Cette information ne se rétablit pas d’ici.');

  const [{ row }] = await ctx.db.$queryRaw<[{ row: Row }]>`SELECT to_jsonb(f) AS row FROM offer f WHERE f.id = ${offerId}::uuid AND f.mission_locale_id = app.mission_locale()`;
  // Half of an address with half of another is none: each of its columns goes back to that moment.
  const back = places.includes(column) ? Object.fromEntries(places.map((one) => [one, entries.find(({ before }) => one in before)?.before[one] ?? (entries.some(({ before }) => one in before) ? null : row[one])])) : { [column]: entry.before[column] };
  const then: Row = { ...row, ...back };
  const read = offerSchema.safeParse(typedOfRow(then) as TypedOffer);
  if (!read.success) throw conflict(`Cette valeur ne va plus avec le reste de l’offre. ${read.error.issues[0]?.message ?? ''}`);
  const why = offer.state === 'published' ? whyNotPublished(read.data, parisDay(ctx.now)) : null;
  if (why) throw conflict(`Cette valeur ne va plus avec une offre publiée. ${why.sentence}`);
  const whyNear = whyNotFurther(offer, read.data.audience, actorMay(ctx.actor, 'offer.publish'));
  if (whyNear) throw conflict(whyNear);
  const kept = keptFields(read.data);
  if (!places.includes(column) && isEmpty((kept as Row)[field.field]) && !isEmpty(then[column])) throw conflict(`Cette sorte d’offre n’a plus ce champ : « ${field.label} ».`);
  const { startsOn, endsOn, opensOn, closesOn, ...facts } = kept;
  const place = Object.fromEntries(places.filter((one) => one !== 'has_own_place').map((one) => [fieldOf(one), facts.hasOwnPlace ? then[one] : null]));
  if (places.includes(column)) await refusePlaceTaken(ctx, { ...offer, ...(place as Partial<typeof offer>), hasOwnPlace: facts.hasOwnPlace });
  const { count } = await ctx.db.offer.updateMany({ where: { id: offerId, version }, data: { ...facts, ...place, startsOn: dateOfDay(startsOn), endsOn: dateOfDay(endsOn), opensOn: dateOfDay(opensOn), closesOn: dateOfDay(closesOn) } });
  if (count === 0) throw conflict('Cette offre vient de changer. Relisez l’historique avant de rétablir.');
  await ctx.emit('offer.changed', { offerId });
  return { label: field.label };
}

const isEmpty = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
