import type { Actor } from '~/access/actor';
import { findNews } from '~/domain/offer/alert/find-news.server';
import { saveSearch } from '~/domain/offer/alert/saved-searches.server';
import { keepOffers, noteKeptOffer } from '~/domain/offer/kept/keep-offers.server';
import { listOffers } from '~/domain/offer/list/list-offers.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { asActor, asSystem } from '~/server/db.server';

const searches = [
  { name: 'Salle et cuisine près de Tarbes', address: 'q=serveuse&commune=65440&minutes=30&moyen=bus', byMail: true },
  { name: 'Alternances sans diplôme', address: 'sorte=alternance&niveau=0', byMail: false },
  { name: 'Ateliers et services gratuits', address: 'gratuit=oui', byMail: false },
] as const;

/** What a counsellor keeps at hand: searches that found things this week, favourites, three offers chosen for a youth. */
export async function seedKept(counsellor: Actor): Promise<void> {
  await asActor(counsellor, 'demonstration', async (ctx) => {
    for (const search of searches) await saveSearch(ctx, search);
  });
  await asSystem('the demonstration dates its searches back', (db) => db.offerSearch.updateMany({ where: { userId: counsellor.userId }, data: { createdAt: new Date(Date.now() - 12 * 24 * 3600 * 1000) } }));
  await asActor(counsellor, 'demonstration', async (ctx) => {
    await findNews(ctx);
    const found = async (query: string) => (await listOffers(ctx, readOfferFilters(new URLSearchParams(query)).filters)).rows.map(({ id }) => id);
    const [service, inn, apprentice] = [await found('sorte=service&tri=date'), await found('q=serveuse'), await found('sorte=alternance&tri=date')];
    const favourites = [...service.slice(0, 3), ...apprentice.slice(0, 2)];
    if (favourites.length > 0) await keepOffers(ctx, { offerIds: favourites, keptIn: 'favourites' });
    const chosen = inn.slice(0, 3);
    if (chosen.length === 0) return;
    await keepOffers(ctx, { offerIds: chosen, keptIn: 'selection' });
    await noteKeptOffer(ctx, { offerId: chosen[0]!, note: 'Le bus de 7 h 40 arrive à temps.' });
  });
}
