import type { Ctx } from '~/access/context';
import { forbidden, stale, type StaleChange } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import { momentOf } from '~/domain/text/french-date';
import { sayKind } from './exchange-kinds';
import { exchangeOf } from './exchange-of.server';
import { exchangeSchema, type TypedExchange } from './exchange.schema';
import { pastMoment } from './past-moment';
import { noteWhoTookPart } from './who-took-part.server';

export type EditExchange = { partnershipId: string; exchangeId: string; version: number } & TypedExchange;

/** Corrects one's own exchange. Throws `forbidden` for another's, `invalid(field)`, `stale` with both sides when it changed in another window. */
export async function editExchange(ctx: Ctx, { partnershipId, exchangeId, version, ...input }: EditExchange): Promise<void> {
  const known = await exchangeOf(ctx, { partnershipId, exchangeId });
  if (known.authorId !== ctx.actor.userId) throw forbidden('Seule la personne qui a noté un échange peut le corriger.');
  const { contactIds, colleagueIds, happenedAt, ...typed } = readInput(exchangeSchema, input);
  const when = happenedAt ? pastMoment(happenedAt, ctx.now) : known.happenedAt;
  // The date is set so that the version moves on even when only the people changed.
  const { count } = await ctx.db.interaction.updateMany({ where: { id: exchangeId, version }, data: { ...typed, happenedAt: sameMinute(when, known.happenedAt) ? known.happenedAt : when, updatedAt: ctx.now } });
  if (count === 0) throw stale('Cet échange a changé pendant que vous écriviez.', known.version, await differences(ctx, known, { ...typed, happenedAt: when }));
  const before = { contactIds: known.contacts.map(({ contactId }) => contactId), colleagueIds: known.colleagues.map(({ userId }) => userId) };
  await noteWhoTookPart(ctx, { partnershipId, interactionId: exchangeId }, { contactIds, colleagueIds: colleagueIds.filter((one) => one !== known.authorId) }, before);
}

/** The form knows minutes only: a moment left as it was keeps its seconds, and its place among the others. */
const sameMinute = (one: Date, other: Date) => Math.floor(one.getTime() / 60_000) === Math.floor(other.getTime() / 60_000);

type Known = Awaited<ReturnType<typeof exchangeOf>>;
async function differences(ctx: Ctx, known: Known, typed: Pick<Known, 'kind' | 'direction' | 'happenedAt' | 'outcomeId' | 'body'>): Promise<StaleChange[]> {
  const outcome = typed.outcomeId ? await ctx.db.interactionOutcome.findUnique({ where: { id: typed.outcomeId }, select: { label: true } }) : null;
  const told = [
    { field: 'kind', label: 'Échange', theirs: sayKind(known.kind, known.direction), yours: sayKind(typed.kind, typed.direction) },
    { field: 'happenedAt', label: 'Date', theirs: momentOf(known.happenedAt), yours: momentOf(typed.happenedAt) },
    { field: 'outcomeId', label: 'Résultat', theirs: known.outcome?.label ?? '', yours: outcome?.label ?? '' },
    { field: 'body', label: 'Texte', theirs: known.body, yours: typed.body },
  ];
  return told.filter(({ theirs, yours }) => theirs !== yours);
}
