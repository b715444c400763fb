import type { Actor } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { addContact } from '~/domain/contact/add-contact.server';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { setEngagement } from '~/domain/engagement/set-engagement.server';
import { asActor } from '~/server/db.server';
import { endExchanges, engagementComments, firstExchanges, suitedPublic, type DemoExchange, workExchanges } from './demo-notes';
import type { InventedPartner } from './demo-partners';
import { randomFrom, type Random } from './demo-random';

const day = 24 * 3600 * 1000;
/** A moment of the working day, so many days ago; `rank` spreads the acts of one day. */
export function daysAgo(days: number, rank = 0): Date {
  const date = new Date(Date.now() - days * day);
  date.setUTCHours(8 + ((days * 7 + rank * 2) % 9), (days * 17 + rank * 11) % 60, 0, 0);
  return date;
}

/** What the database dated of today and that happened earlier: put right at the end, by the system. */
export type Dated = { partnershipId: string; organisationId: string; addedAt: Date; changedAt: Date; notes: { id: string; at: Date }[] };

/** The tags of a partner, and its kind when it is one of the agency's own. */
export type LocalWords = { tagIds: string[]; localKindId?: string | null };

/** The people around one agency's partners, by whom things are done. */
export type Crew = { officers: readonly Actor[]; officerOfSite: ReadonlyMap<string, Actor>; colleagues: readonly Actor[]; siteIds: ReadonlyMap<string, string>; endReasonIds: readonly string[]; /** By the network's code. */ outcomeIds: ReadonlyMap<string, string> };

/**
 * Lives the partnerships of an agency by the domain's own commands, as the officer of their site: each officer's in one
 * transaction, the officers at once, since nothing here waits for anything else. `valuesOf`: the agency's own words for one.
 */
export async function liveAll(partners: readonly InventedPartner[], crew: Crew, valuesOf: (partner: InventedPartner, random: Random) => LocalWords): Promise<Dated[]> {
  const byOfficer = new Map<Actor, { partner: InventedPartner; random: Random }[]>();
  for (const [rank, partner] of partners.entries()) {
    const random = randomFrom(650_000 + rank);
    const officer = crew.officerOfSite.get(partner.site) ?? random.pick(crew.officers);
    byOfficer.set(officer, [...(byOfficer.get(officer) ?? []), { partner, random }]);
  }
  const lives = await Promise.all(
    [...byOfficer].map(([officer, theirs]) =>
      asActor(
        officer,
        'demonstration',
        async (ctx) => {
          const lived: Dated[] = [];
          for (const { partner, random } of theirs) lived.push(await livePartnership(ctx, partner, crew, random, valuesOf(partner, random)));
          return lived;
        },
        { timeout: 600_000 },
      ),
    ),
  );
  return lives.flat();
}

/**
 * One partnership, each act at its date. The events are not queued: three years of them would keep the jobs busy for nothing,
 * and the search learns its words once at the end.
 */
async function livePartnership(ctx: Ctx, partner: InventedPartner, crew: Crew, random: Random, { tagIds, localKindId }: LocalWords): Promise<Dated> {
  const hasOfficer = partner.stage !== 'prospect' || random.chance(0.5);
  const rank = random.int(0, 60);
  const at = (days: number): Ctx => ({ ...ctx, now: daysAgo(days, rank), emit: async () => {} });
  const input = { ...partner.input, officerId: hasOfficer ? ctx.actor.userId : null, siteId: crew.siteIds.get(partner.site) ?? null, tagIds, ...(localKindId && { kindId: localKindId, kindCode: null }) };
  const { partnershipId, organisationId } = await addPartner(at(partner.addedDaysAgo), input);
  for (const contact of partner.contacts) await addContact(at(partner.addedDaysAgo), { partnershipId, ...contact });
  for (const { verb, daysAgo: days } of partner.moves) await movePartnership(at(days), { partnershipId, verb, endReasonId: verb === 'end' ? random.pick(crew.endReasonIds) : null });
  await sayEngagements(at(1), partner, partnershipId, random);
  const notes = await noteExchanges(at, partner, partnershipId, crew, random);
  const last = Math.min(partner.addedDaysAgo, ...partner.moves.map((move) => move.daysAgo), ...notes.map((note) => note.days));
  return { partnershipId, organisationId, addedAt: daysAgo(partner.addedDaysAgo, rank), changedAt: daysAgo(last, rank), notes: notes.map(({ id, days }) => ({ id, at: daysAgo(days, rank) })) };
}

async function sayEngagements(ctx: Ctx, { trade, stage, contacts, addedDaysAgo }: InventedPartner, partnershipId: string, random: Random) {
  if (stage === 'prospect') return;
  const isActive = stage === 'active' || stage === 'dormant';
  for (const [rank, formCode] of trade.forms.slice(0, random.int(1, isActive ? 4 : 2)).entries()) {
    const readiness = isActive && rank === 0 ? random.pick(['regular', 'tried', 'regular'] as const) : isActive && rank === 1 ? random.pick(['tried', 'willing', 'regular'] as const) : random.pick(['willing', 'to_explore', 'to_explore', 'refused'] as const);
    const isReady = readiness !== 'refused' && readiness !== 'to_explore';
    await setEngagement(ctx, {
      partnershipId, formCode, readiness,
      capacityPerMonth: isReady && random.chance(0.6) ? random.int(1, 3) : null,
      months: isReady && random.chance(0.2) ? [1, 2, 3, 4, 5, 6, 9, 10, 11, 12] : [],
      romes: isReady && trade.romes && random.chance(0.6) ? [...trade.romes] : [],
      publicText: isReady && random.chance(0.25) ? random.pick(suitedPublic) : null,
      comment: random.pick(engagementComments),
      saidBy: contacts[0] && random.chance(0.7) ? `${contacts[0].firstName} ${contacts[0].lastName}` : null,
      saidOn: daysAgo(random.int(1, addedDaysAgo)),
    });
  }
}

async function noteExchanges(at: (days: number) => Ctx, { stage, addedDaysAgo, moves }: InventedPartner, partnershipId: string, crew: Crew, random: Random) {
  const written: { id: string; days: number }[] = [];
  const contact = await at(0).db.contact.findFirst({ where: { partnershipId, deletedAt: null }, orderBy: [{ isMain: 'desc' }, { id: 'asc' }], select: { id: true, firstName: true } });
  const write = async ({ kind, body, outcome, next }: DemoExchange, days: number, isPinned = false) => {
    const text = body.replace('{prenom}', contact?.firstName ?? 'l’équipe').replace(/\. l’équipe/g, '. L’équipe').replace(/^l’équipe/, 'L’équipe');
    // What had to follow an old exchange was done long ago: only the newest still wait for their next step.
    const { exchangeId: id } = await addExchange(at(days), {
      partnershipId, kind, body: text, isPinned,
      direction: random.chance(0.25) ? 'in' : 'out',
      contactIds: contact && random.chance(0.8) ? [contact.id] : [],
      outcomeId: outcome ? crew.outcomeIds.get(outcome) : null,
      nextTitle: days < 25 ? next : null,
      nextWhen: 'month',
    });
    written.push({ id, days });
  };
  if (stage === 'prospect') return written;
  if (random.chance(0.7)) await write(random.pick(firstExchanges), moves[0]?.daysAgo ?? addedDaysAgo);
  if (stage === 'active') for (const exchange of random.some(workExchanges, 0, 3)) await write(exchange, random.int(1, Math.max(1, moves.at(-1)?.daysAgo ?? 1)), random.chance(0.12));
  if ((stage === 'ended' || stage === 'dormant') && random.chance(0.7)) await write(random.pick(endExchanges), moves.at(-1)?.daysAgo ?? 1);
  return written;
}
