import { beforeEach, expect, test } from 'vitest';
import { closeAccess } from '~/domain/agency/close-access.server';
import { addOffer } from '~/domain/offer/add-offer.server';
import { deleteSearch, restoreSearch, savedSearches, saveSearch } from '~/domain/offer/alert/saved-searches.server';
import { findNews, offerNews } from '~/domain/offer/alert/find-news.server';
import { readStopLink, stopAlerts, stopLink } from '~/domain/offer/alert/stop-link.server';
import { dropOffers, keepOffers } from '~/domain/offer/kept/keep-offers.server';
import { keptOffers } from '~/domain/offer/kept/kept-offers.queries.server';
import { moveOffer } from '~/domain/offer/move-offer.server';
import type { TypedOffer } from '~/domain/offer/offer.schema';
import { tellOfferNews } from '~/jobs/mail-alerts.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { morning } from '../../support/mornings';

useDatabase();
beforeEach(() => asSystem('a test: nobody else keeps a search', async (db) => void (await db.offerSearch.deleteMany({}))));
const mailsTo = (recipient: string) => asSystem('a test reads the mails', (db) => db.mailMessage.findMany({ where: { recipient, template: 'offer-alert' }, orderBy: { createdAt: 'asc' } }));

async function agency() {
  const ml = await missionLocale();
  const publish = async (more: Partial<TypedOffer> = {}) => {
    const { offerId } = await ml.as('officer').do(addOffer, { kind: 'job', title: 'Serveuse', description: 'Le midi.', ...more });
    await ml.as('officer').do(moveOffer, { offerId, verb: 'publish' as const });
    return offerId;
  };
  return { ml, counsellor: ml.as('counsellor'), email: (await ml.person('counsellor')).email, publish };
}

test('une recherche gardée dit ce qui paraît ensuite, une seule fois, sous les droits de la personne', async () => {
  const [ours, theirs] = [await agency(), await agency()];
  await ours.publish({ title: 'Serveuse déjà là' });
  await ours.counsellor.do(saveSearch, { name: 'Salle', address: 'q=serveuse&tri=date', byMail: true });
  await ours.counsellor.do(saveSearch, { name: 'Emplois', address: 'sorte=emploi', byMail: true });
  await tellOfferNews(morning());
  expect(await mailsTo(ours.email)).toEqual([]);
  await ours.publish({ title: 'Serveuse du soir' });
  await ours.publish({ title: 'Commis' });
  await theirs.publish({ title: 'Serveuse cachée' });
  await theirs.publish({ title: 'Serveuse du réseau', audience: 'network' });
  for (let hour = 0; hour < 3; hour += 1) await tellOfferNews(morning());
  const [mail, ...others] = await mailsTo(ours.email);
  expect(others).toEqual([]);
  expect(mail?.subject).toBe('3 nouvelles offres pour vos recherches · Maillage');
  for (const said of ['Serveuse du soir', 'Commis', 'Serveuse du réseau', '/alertes/']) expect(mail?.text).toContain(said);
  for (const unsaid of ['Serveuse déjà là', 'Serveuse cachée']) expect(mail?.text).not.toContain(unsaid);
  await tellOfferNews(morning(1));
  expect(await mailsTo(ours.email)).toHaveLength(1);
  await ours.publish({ title: 'Serveuse de jeudi' });
  await tellOfferNews(morning(1));
  expect((await mailsTo(ours.email)).map(({ subject }) => subject)[1]).toBe('Une nouvelle offre pour vos recherches · Maillage');
});

test('coupé entre l’écriture et le courriel, le travail reprend : rien de perdu, rien deux fois', async () => {
  const { counsellor, email, publish } = await agency();
  await counsellor.do(saveSearch, { name: 'Salle', address: 'q=serveuse', byMail: true });
  await publish();
  expect(await counsellor.run((ctx) => findNews({ ...ctx, now: morning() }))).toBe(1);
  expect(await counsellor.run((ctx) => findNews({ ...ctx, now: morning() }))).toBe(0);
  await Promise.all([tellOfferNews(morning()), tellOfferNews(morning())]);
  expect(await mailsTo(email)).toHaveLength(1);
});

test('l’offre qui n’est plus publiée n’est plus dite ; ni par une recherche supprimée, qui revient', async () => {
  const { ml, counsellor, email, publish } = await agency();
  const { searchId } = await counsellor.do(saveSearch, { name: 'Salle', address: 'q=serveuse', byMail: true });
  const offerId = await publish();
  await counsellor.run(findNews);
  await ml.as('officer').do(moveOffer, { offerId, verb: 'pause' as const });
  expect(await counsellor.run((ctx) => offerNews(ctx, { days: 7, limit: 9 }))).toEqual([]);
  await tellOfferNews(morning());
  expect(await mailsTo(email)).toEqual([]);
  await counsellor.do(deleteSearch, { searchId });
  expect(await counsellor.run(savedSearches)).toEqual([]);
  await counsellor.do(restoreSearch, { searchId });
  expect(await counsellor.run(savedSearches)).toMatchObject([{ name: 'Salle', filters: 'q=serveuse', byMail: true }]);
});

test('un clic depuis le courriel arrête les alertes, sans se connecter ; un lien inventé ne fait rien', async () => {
  const { ml, counsellor } = await agency();
  const { membershipId } = await ml.person('counsellor');
  await counsellor.do(saveSearch, { name: 'Salle', address: 'q=serveuse', byMail: true });
  const link = stopLink('s'.repeat(40), membershipId);
  expect(readStopLink('s'.repeat(40), link)).toBe(membershipId);
  for (const wrong of ['', 'x', link.slice(0, -1), `${crypto.randomUUID()}${link.slice(36)}`]) expect(readStopLink('s'.repeat(40), wrong)).toBeNull();
  await asSystem('a test stops them', (db) => stopAlerts(db, membershipId));
  expect(await counsellor.run(savedSearches)).toMatchObject([{ byMail: false }]);
});

test('les favoris sont à chacun·e, à part de la sélection, et s’en vont avec l’offre', async () => {
  const { ml, counsellor, publish } = await agency();
  const [one, two] = [await publish({ title: 'Une' }), await publish({ title: 'Deux' })];
  await counsellor.do(keepOffers, { offerIds: [one, two], keptIn: 'favourites' as const });
  const titles = (who = counsellor) => who.run(async (ctx) => (await keptOffers(ctx, 'favourites')).offers.map(({ title }) => title));
  expect([await titles(), await titles(ml.as('officer')), (await counsellor.run((ctx) => keptOffers(ctx, 'selection'))).offers]).toEqual([['Une', 'Deux'], [], []]);
  await ml.as('officer').do(moveOffer, { offerId: one, verb: 'fill' as const });
  expect(await titles()).toEqual(['Deux']);
  await counsellor.do(dropOffers, { offerIds: [two], keptIn: 'favourites' as const });
  expect(await titles()).toEqual([]);
});

test('une recherche qui ne filtre rien ne se garde pas', async () => {
  const { counsellor } = await agency();
  await expect(counsellor.do(saveSearch, { name: 'Tout', address: 'tri=date&inconnu=1', byMail: true })).rejects.toMatchObject({ refusal: { kind: 'invalid', field: 'name' } });
});

test('un accès fermé ne reçoit plus d’alerte ; la personne qui reprend la recherche les reçoit à sa place', async () => {
  const { ml, counsellor, email, publish } = await agency();
  const [leaving, next] = [await ml.person('counsellor'), await ml.another('officer')];
  await counsellor.do(saveSearch, { name: 'Salle', address: 'q=serveuse', byMail: true });
  await publish({ title: 'Serveuse d’avant' });
  await tellOfferNews(morning());
  expect(await mailsTo(email)).toHaveLength(1);
  await ml.as('admin').do(closeAccess, { membershipId: leaving.membershipId, successorId: next.userId, expected: 0, withLists: true, withSearches: true });
  await tellOfferNews(morning());
  expect(await mailsTo(next.email)).toEqual([]);
  await publish({ title: 'Serveuse d’après' });
  await tellOfferNews(morning(1));
  expect((await mailsTo(next.email)).map(({ text }) => [text.includes('d’après'), text.includes('d’avant')])).toEqual([[true, false]]);
  expect(await mailsTo(email)).toHaveLength(1);
});
