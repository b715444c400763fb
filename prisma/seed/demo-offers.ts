import type { Actor } from '~/access/actor';
import { addOffer } from '~/domain/offer/add-offer.server';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { register } from '~/domain/offer/session/register.server';
import { addSession } from '~/domain/offer/session/write-session.server';
import type { TypedOffer } from '~/domain/offer/offer.schema';
import { nextWorkingDay } from '~/domain/task/working-day';
import { addDays, parisDay } from '~/domain/text/paris-day';
import { asActor, asSystem } from '~/server/db.server';
import { offersByActivity, offersByKind, ownOffers } from './demo-offer-words';
import { randomFrom } from './demo-random';

const isInn = (naf: string | null) => naf === '56.10A' || naf === '55.10Z';
const firstNames = ['Inès B.', 'Théo C.', 'Maïa D.', 'Enzo F.', 'Lina G.', 'Noa H.', 'Sacha L.', 'Jade M.', 'Yanis R.'];
const day = 24 * 3600 * 1000;

/** Offers of active partners and of the agency itself, most of them published: by the domain's own commands, as one of the officers. */
export async function seedOffers(officer: Actor, seed: number): Promise<void> {
  const random = randomFrom(seed);
  const today = parisDay(new Date());
  const published: { id: string; daysAgo: number }[] = [];
  await asActor(
    officer,
    'demonstration',
    async (real) => {
      const ctx = { ...real, emit: async () => {} };
      const partners = await ctx.db.partnership.findMany({ where: { stage: { in: ['active', 'building'] } }, orderBy: { id: 'asc' }, select: { id: true, organisation: { select: { nafCode: true, kind: { select: { code: true } } } } } });
      const write = async (offer: TypedOffer, partnershipId: string | null) => {
        const hasDates = offer.kind === 'job' || offer.kind === 'apprenticeship' || offer.kind === 'training' || offer.kind === 'workshop';
        const startsOn = hasDates && random.chance(0.7) ? addDays(today, random.int(3, 75)) : null;
        const closesOn = hasDates && random.chance(0.8) ? addDays(startsOn ?? addDays(today, 30), -random.int(0, 2)) : null;
        const audience = offer.audience ?? random.pick(['agency', 'agency', 'region', 'network'] as const);
        // A workshop has the days of its sessions.
        const dates = offer.kind === 'workshop' ? {} : { startsOn, closesOn };
        const { offerId } = await addOffer(ctx, { ...offer, partnershipId, ...dates, audience });
        if (random.chance(0.1)) return offerId;
        await moveOffer(ctx, { offerId, verb: 'publish' });
        published.push({ id: offerId, daysAgo: random.chance(0.12) ? random.int(45, 80) : random.int(0, 30) });
        if (random.chance(0.08)) await moveOffer(ctx, { offerId, verb: random.pick(['pause', 'fill'] as const) });
        return offerId;
      };
      for (const { id, organisation } of partners) {
        const known = offersByActivity[organisation.nafCode ?? ''] ?? offersByKind[organisation.kind.code ?? ''] ?? [];
        // Whoever tries « serveuse Tarbes 30 min en bus » finds some.
        if (known.length > 0 && (isInn(organisation.nafCode) || random.chance(0.55))) for (const offer of isInn(organisation.nafCode) ? known : random.some(known, 1, 2)) await write(offer, id);
      }
      for (const offer of ownOffers) {
        const offerId = await write(offer, null);
        if (offer.kind !== 'workshop') continue;
        // One that is full, where two wait, and one with room.
        for (const [days, seats, names] of [[9, '4', firstNames.slice(0, 6)], [23, offer.places ?? '8', firstNames.slice(6, 9)]] as const) {
          const { sessionId } = await addSession(ctx, { offerId, startsOn: nextWorkingDay(addDays(today, days - 1)), startsAt: '9 h 30', endsAt: '11 h 30', seats });
          for (const label of names) await register(ctx, { offerId, sessionId, label });
        }
      }
    },
    { timeout: 120_000 },
  );
  await asSystem('the demonstration dates its offers back', async (db) => {
    for (const { id, daysAgo } of published) {
      const at = new Date(Date.now() - daysAgo * day);
      await db.offer.updateMany({ where: { id }, data: { publishedAt: at, confirmedAt: at, updatedAt: at } });
    }
  });
}
