import { describe, expect, test } from 'vitest';
import { httpDataInclusion } from '~/adapters/data-inclusion/http-data-inclusion';
import { httpFranceTravail } from '~/adapters/france-travail/http-france-travail';
import type { FeedSource } from '~/domain/offer/elsewhere/foreign-offer';
import { feedFormSchema } from '~/domain/offer/elsewhere/feed-settings';
import { saveFeed } from '~/domain/offer/elsewhere/feeds.server';
import { editOffer } from '~/domain/offer/edit-offer.server';
import { listOffers } from '~/domain/offer/list/list-offers.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { renewOffer } from '~/domain/offer/renew-offer.server';
import { restoreOfferValue } from '~/domain/offer/restore-offer-value.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { refreshAllOffers, refreshOffers, type Sources } from '~/jobs/refresh-offers.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { dataInclusionServer, franceTravailServer } from '../../support/outside-servers';
import { importing } from '../../support/imports';
import { sirets } from '../../support/sirets';
import { agency, nobody, service, structure } from './some-feeds';

useDatabase();
const siret = sirets();

describe('des services de data.inclusion', () => {
  const client = (url: string) => ({ ...nobody, dataInclusion: httpDataInclusion({ url, token: 'clé', pageSize: 2, tries: 3, timeoutMs: 2000 }) });

  test('arrivent page après page, avec leur structure, leur source et leur lien ; les mots inconnus sont gardés', async () => {
    const theirs = siret();
    const state = { busy: 1, structures: [structure(1, { siret: theirs }), structure(2)], services: [service(1, { lien_source: 'https://dora.example/1', publics: ['jeunes', 'martiens'], type: 'chose-nouvelle' }), service(2, { structure_id: 'dora--s2', type: 'atelier', latitude: 43.23, longitude: 0.07 }), service(3, { structure_id: 'inconnue', code_insee: '99999' }), { nom: 'sans identifiant' }, 'pas un objet'] };
    const server = await dataInclusionServer(state);
    const { ml, admin, refresh, offers, report } = await agency('dataInclusion', client(server.url));
    const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Association Une', siret: theirs, commune: 'Tarbes', postcode: '65000' });
    await refresh();
    const [one, two, three] = await offers();
    expect(one).toMatchObject({ kind: 'service', state: 'published', partnershipId, sourceId: 'dora--0001', sourceUrl: 'https://dora.example/1', description: 'Aide au logement', themeCodes: ['logement'], publics: ['jeunes', 'martiens'], serviceType: 'chose-nouvelle', communeCode: '65440', placePrecision: 'commune', createdById: null });
    expect(two).toMatchObject({ kind: 'workshop', partnershipId: null, holderName: 'Association 2', latitude: 43.23, placePrecision: 'street' });
    expect(three).toMatchObject({ holderName: null, communeCode: null });
    expect(await report()).toMatchObject({ counts: { read: 5, added: 3, refused: 2, withdrawn: 0 }, problems: ['Un service n’a pas d’identifiant : « sans identifiant ».', 'Un service n’est pas lisible.'] });
    expect(server.calls.every((call) => call.includes('code_departement=65'))).toBe(true);
    const titles = async (search: string) => (await admin.run((ctx) => listOffers(ctx, readOfferFilters(new URLSearchParams(search)).filters))).rows.filter(({ isOurs }) => isOurs).map(({ title }) => title);
    expect(await titles('source=dataInclusion')).toHaveLength(3);
    expect(await titles('source=franceTravail')).toEqual([]);
    expect(await titles('source=n%27importe')).toHaveLength(3);
    expect(await admin.run(({ db }) => db.$queryRaw`SELECT holder FROM search.offer_seen WHERE mission_locale_id = app.mission_locale() AND title = 'Aide numéro 2'`)).toEqual([{ holder: 'Association 2' }]);
  });

  test('la même réponse n’écrit rien ; ce qui change suit ; ce qui part est retiré, et revient', async () => {
    const state = { structures: [structure(1)], services: [service(1), service(2), service(3)] };
    const server = await dataInclusionServer(state);
    const { refresh, offers, report } = await agency('dataInclusion', client(server.url));
    await refresh();
    const before = await offers();
    await refresh();
    expect(await report()).toMatchObject({ counts: { added: 0, changed: 0, unchanged: 3 } });
    expect(await offers()).toEqual(before);
    state.services = [service(1, { nom: 'Aide renommée' }), service(3)];
    await refresh();
    expect(await report()).toMatchObject({ counts: { changed: 1, unchanged: 1, withdrawn: 1 } });
    expect((await offers()).map(({ title, state: at }) => [title, at])).toEqual([['Aide renommée', 'published'], ['Aide numéro 2', 'withdrawn'], ['Aide numéro 3', 'published']]);
    state.services.push(service(2));
    await refresh();
    expect((await offers()).map(({ state: at }) => at)).toEqual(['published', 'published', 'published']);
  });

  test('une page illisible en chemin : les pages d’avant restent entières, rien n’est retiré, la page de réglages le dit', async () => {
    const state: Parameters<typeof dataInclusionServer>[0] = { structures: [structure(1)], services: [service(1), service(2), service(3)] };
    const server = await dataInclusionServer(state);
    const { refresh, offers, report } = await agency('dataInclusion', client(server.url));
    await refresh();
    state.services = [service(4), service(5), service(6)];
    state.broken = [2];
    await expect(refresh()).rejects.toThrow();
    expect((await offers()).map(({ sourceId, state: at }) => [sourceId, at])).toEqual(['0001', '0002', '0003', '0004', '0005'].map((id) => [`dora--${id}`, 'published']));
    expect(await report()).toMatchObject({ problems: [expect.stringMatching(/autre chose que ce qu’on attend/)], counts: { added: 3 } });
    state.broken = [];
    await refresh();
    expect((await offers()).filter(({ state: at }) => at === 'published').map(({ sourceId }) => sourceId)).toEqual(['dora--0004', 'dora--0005', 'dora--0006']);
  });

  test('une clé refusée se dit, et ne se réessaie pas ; une offre archivée ici le reste', async () => {
    const state = { structures: [structure(1)], services: [service(1)], token: 'clé' };
    const server = await dataInclusionServer(state);
    const { ml, refresh, offers, report } = await agency('dataInclusion', client(server.url));
    await refresh();
    const [offer] = await offers();
    await ml.as('officer').do(moveOffer, { offerId: offer!.id, verb: 'archive' });
    await refresh();
    expect((await offers())[0]!.state).toBe('archived');
    await expect(ml.as('officer').do(editOffer, { offerId: offer!.id, version: offer!.version, kind: 'service', title: 'Autre' })).rejects.toThrow(/se corrige chez sa source/);
    state.token = 'une autre';
    await refresh();
    expect(await report()).toMatchObject({ problems: ['data.inclusion refuse la clé d’accès : vérifiez-la.'] });
  });

  test('deux mille services arrivent par paquets, chez cette agence seulement', { timeout: 60_000 }, async () => {
    const server = await dataInclusionServer({ structures: [structure(1)], services: Array.from({ length: 2000 }, (_, n) => service(n)) });
    const { refresh, report } = await agency('dataInclusion', { ...nobody, dataInclusion: httpDataInclusion({ url: server.url, token: 'clé' }) });
    await refresh();
    expect(await report()).toMatchObject({ counts: { read: 2000, added: 2000 } });
    const other = await missionLocale();
    expect(await other.as('officer').run(({ db }) => db.offer.count({ where: { origin: 'dataInclusion' } }))).toBe(0);
    expect(await other.as('officer').run(({ db }) => db.offerFeed.count())).toBe(0);
  });
});

const job = (n: number, more: object = {}) => ({ id: `19${String(n).padStart(5, '0')}A`, intitule: `Serveur / Serveuse ${n}`, description: 'Service en salle.', dateCreation: '2026-11-20T08:00:00.000Z', lieuTravail: { libelle: '65 - TARBES', latitude: 43.23, longitude: 0.07, codePostal: '65000', commune: '65440' }, romeCode: 'G1803', typeContrat: 'CDD', experienceExige: 'D', dureeTravailLibelle: '35H/semaine Travail en journée', dureeTravailLibelleConverti: 'Temps plein', entreprise: { nom: 'Brasserie' }, salaire: { libelle: 'Horaire de 12,02 Euros' }, contact: { nom: 'Mme Dupont', courriel: 'dupont@example.org', telephone: '0562000000' }, nombrePostes: 2, origineOffre: { origine: '1', urlOrigine: 'https://candidat.francetravail.fr/offres/recherche/detail/1' }, ...more });

describe('des offres de France Travail', () => {
  const client = (server: Awaited<ReturnType<typeof franceTravailServer>>, more: Partial<Parameters<typeof httpFranceTravail>[0]> = {}) =>
    ({ ...nobody, franceTravail: httpFranceTravail({ tokenUrl: server.tokenUrl, url: server.url, clientId: 'moi', clientSecret: 'secret', callsPerSecond: 1000, timeoutMs: 2000, now: () => new Date('2026-11-25T07:00:00Z'), ...more }) });

  test('arrivent avec leur métier et leur lien, sans nom ni coordonnées de personne', async () => {
    const server = await franceTravailServer({ jobs: [job(1), job(2, { natureContrat: 'E2', salaire: [], contact: { urlPostulation: 'https://emploi.example/2' } }), { id: 'seul', intitule: 'Rien d’autre' }] });
    const { refresh, offers, report } = await agency('franceTravail', client(server));
    await refresh();
    const [one, two, three] = await offers();
    expect(one).toMatchObject({ kind: 'job', romes: ['G1803'], contract: 'CDD', workingTime: 'full', pay: 'Horaire de 12,02 Euros', experience: 'D', places: 2, holderName: 'Brasserie', communeCode: '65440', contactName: null, contactEmail: null, contactPhone: null, sourceUrl: 'https://candidat.francetravail.fr/offres/recherche/detail/1', publishedAt: new Date('2026-11-20T08:00:00Z') });
    expect(JSON.stringify(one)).not.toMatch(/Dupont|dupont|0562/);
    expect(two).toMatchObject({ kind: 'apprenticeship', contract: 'E2', mobilisationUrl: 'https://emploi.example/2' });
    expect(three).toMatchObject({ title: 'Rien d’autre', state: 'published' });
    expect(await report()).toMatchObject({ counts: { added: 3 }, problems: [] });
  });

  test('par 150, avec un seul jeton tant qu’il vaut ; un jeton oublié se redemande ; 429 attend', async () => {
    const state = { jobs: Array.from({ length: 400 }, (_, n) => job(n)), busy: 1, forget: true };
    const server = await franceTravailServer(state);
    const { refresh, report } = await agency('franceTravail', client(server));
    await refresh();
    expect(await report()).toMatchObject({ counts: { read: 400, added: 400 } });
    expect(server.tokens()).toBe(2);
    expect(server.calls.filter(({ path }) => path.includes('range=')).map(({ path }) => /range=(\d+-\d+)/.exec(path)![1])).toEqual(['0-149', '0-149', '0-149', '150-299', '300-449']);
    await refresh();
    expect(server.tokens()).toBe(2);
    expect(await report()).toMatchObject({ counts: { added: 0, unchanged: 400 } });
  });

  test('un département de plus de 3 150 offres se lit jour par jour, sans en perdre', { timeout: 60_000 }, async () => {
    const dated = (n: number) => job(n, { dateCreation: `${n < 20 ? '2026-06-01' : `2026-11-${String(1 + (n % 24)).padStart(2, '0')}`}T08:00:00Z` });
    const server = await franceTravailServer({ jobs: Array.from({ length: 3300 }, (_, n) => dated(n)) });
    const read = new Set<string>();
    for await (const { jobs } of client(server).franceTravail.jobs({ departement: '75', communes: [], contracts: [], experience: null })) for (const one of jobs) read.add((one as { id: string }).id);
    expect(read.size).toBe(3300);
    expect(server.calls.some(({ path }) => /range=3\d{3}-/.test(path) && Number(/range=(\d+)/.exec(path)![1]) > 3000)).toBe(false);
  });

  test('rien à proposer : 204 sans corps, et ce qui reste est retiré', async () => {
    const state = { jobs: [job(1)] as ReturnType<typeof job>[] };
    const server = await franceTravailServer(state);
    const { refresh, offers } = await agency('franceTravail', client(server));
    await refresh();
    state.jobs = [];
    await refresh();
    expect((await offers()).map(({ state: at }) => at)).toEqual(['withdrawn']);
  });

  test('une source qui ne donne soudain plus rien n’emporte pas tout', async () => {
    const state = { jobs: Array.from({ length: 30 }, (_, n) => job(n)) };
    const server = await franceTravailServer(state);
    const { refresh, offers, report } = await agency('franceTravail', client(server));
    await refresh();
    state.jobs = [];
    await refresh();
    expect((await offers()).filter(({ state: at }) => at === 'published')).toHaveLength(30);
    expect((await report()).problems[0]).toMatch(/n’a rien donné/);
  });

  test('des communes seulement : rien d’alentour', async () => {
    const server = await franceTravailServer({ jobs: [job(1)] });
    for await (const _ of client(server).franceTravail.jobs({ departement: '', communes: ['65440', '65286'], contracts: [], experience: null }));
    expect(server.calls.at(-1)!.path).toMatch(/commune=65440%2C65286&distance=0/);
  });

  test('la source qu’on ne prend plus, ou muette depuis trois semaines, emporte ses offres ; elles reviennent avec elle', async () => {
    const server = await franceTravailServer({ jobs: [job(1), job(2)] });
    const { ml, admin, refresh, offers } = await agency('franceTravail', client(server));
    await refresh();
    await admin.do(moveOffer, { offerId: (await offers())[0]!.id, verb: 'archive' });
    const states = async () => (await offers()).map(({ state: at }) => at);
    await admin.do(saveFeed, feedFormSchema.parse({ source: 'franceTravail', departements: '65' }));
    const asked = await asSystem('a test looks at the outbox', (db) => db.outboxEvent.count({ where: { missionLocaleId: ml.id, type: 'feed.asked' } }));
    expect(asked).toBe(2);
    await refresh();
    expect(await states()).toEqual(['archived', 'withdrawn']);
    await admin.do(saveFeed, feedFormSchema.parse({ source: 'franceTravail', isOn: 'oui', departements: '65' }));
    await refresh();
    expect(await states()).toEqual(['archived', 'published']);
    const in20Days = new Date(Date.now() + 20 * 86_400_000);
    await refreshAllOffers(nobody, in20Days);
    expect(await states()).toEqual(['archived', 'published']);
    await refreshAllOffers(nobody, new Date(in20Days.getTime() + 2 * 86_400_000));
    expect(await states()).toEqual(['archived', 'withdrawn']);
    await refresh();
    expect(await states()).toEqual(['archived', 'published']);
  });

  test('pas plus d’appels à la seconde que promis', async () => {
    const server = await franceTravailServer({ jobs: Array.from({ length: 900 }, (_, n) => job(n)) });
    const source = client(server, { callsPerSecond: 5 }).franceTravail;
    let pages = 0;
    const from = performance.now();
    for await (const _ of source.jobs({ departement: '65', communes: [], contracts: ['CDD'], experience: 'D' })) pages += 1;
    expect(pages).toBe(6);
    // Five waits of 200 ms at the least: a slow machine can only make them longer.
    expect(performance.now() - from).toBeGreaterThan(980);
    expect(server.calls.at(-1)!.path).toMatch(/typeContrat=CDD.*experienceExigence=D/);
  });

  test('une clé refusée, un serveur absent : une phrase, sans secret', async () => {
    const server = await franceTravailServer({ jobs: [], refuseKey: true });
    const { refresh, report } = await agency('franceTravail', client(server));
    await refresh();
    expect((await report()).problems).toEqual(['France Travail refuse la clé d’accès : vérifiez-la.']);
    const absent = await agency('franceTravail', { ...nobody, franceTravail: httpFranceTravail({ tokenUrl: 'http://127.0.0.1:9/token', url: 'http://127.0.0.1:9', clientId: 'moi', clientSecret: 'secret', tries: 1 }) });
    await expect(absent.refresh()).rejects.toThrow();
    expect((await absent.report()).problems).toEqual(['France Travail ne répond pas. On réessaiera plus tard.']);
  });
});

describe('une source qui demande d’attendre sans fin', () => {
  test.each<[FeedSource, () => Promise<Sources>]>([
    ['dataInclusion', async () => ({ ...nobody, dataInclusion: httpDataInclusion({ url: (await dataInclusionServer({ structures: [], services: [], busy: 99 })).url, token: 'clé', tries: 3, timeoutMs: 2000 }) })],
    ['franceTravail', async () => {
      const server = await franceTravailServer({ jobs: [], busy: 99 });
      return { ...nobody, franceTravail: httpFranceTravail({ tokenUrl: server.tokenUrl, url: server.url, clientId: 'moi', clientSecret: 'secret', callsPerSecond: 1000, tries: 3, timeoutMs: 2000 }) };
    }],
  ])('%s : on s’arrête, on le dit, on reviendra ; rien de ce qui est là n’est retiré', async (source, busy) => {
    const full = source === 'dataInclusion'
      ? { ...nobody, dataInclusion: httpDataInclusion({ url: (await dataInclusionServer({ structures: [structure(1)], services: [service(1)] })).url, token: 'clé', tries: 1, timeoutMs: 2000 }) }
      : await franceTravailServer({ jobs: [job(1)] }).then((server) => ({ ...nobody, franceTravail: httpFranceTravail({ tokenUrl: server.tokenUrl, url: server.url, clientId: 'moi', clientSecret: 'secret', callsPerSecond: 1000, tries: 1, timeoutMs: 2000 }) }));
    const { ml, refresh, offers, report } = await agency(source, full);
    await refresh();
    await expect(refreshOffers({ missionLocaleId: ml.id, source }, await busy())).rejects.toThrow(/demande d’attendre/);
    expect((await offers()).map(({ state }) => state)).toEqual(['published']);
    expect((await report()).problems).toEqual([expect.stringMatching(/demande d’attendre : trop de demandes à la fois\. On réessaiera plus tard\.$/)]);
  });
});

test('une offre de France Travail ne se change ici d’aucune façon : formulaire, historique, renouvellement, fichier', async () => {
  const server = await franceTravailServer({ jobs: [job(1)] });
  const { ml, refresh, offers } = await agency('franceTravail', { ...nobody, franceTravail: httpFranceTravail({ tokenUrl: server.tokenUrl, url: server.url, clientId: 'moi', clientSecret: 'secret', callsPerSecond: 1000, tries: 1, timeoutMs: 2000 }) });
  await refresh();
  const before = await offers();
  const [{ id: offerId, version }] = before as [(typeof before)[number]];
  const officer = ml.as('officer');
  const [{ id: entryId }] = await asSystem('a test reads the trail', (db) => db.$queryRaw<[{ id: string }]>`SELECT id::text FROM audit.entry WHERE record_id = ${offerId}::uuid ORDER BY id DESC LIMIT 1`);
  await expect(officer.do(editOffer, { offerId, version, kind: 'job', title: 'Autre' })).rejects.toThrow(/se corrige chez sa source/);
  await expect(officer.do(renewOffer, { offerId })).rejects.toThrow(/vit et s’arrête avec sa source/);
  await expect(officer.do(restoreOfferValue, { offerId, entryId, column: 'title' } as never)).rejects.toThrow(/se corrige chez sa source/);
  const file = await importing(ml, `Identifiant Maillage de l’offre;Sorte d’offre;Titre;Description\n${offerId};emploi;Autre titre;Autre`, { fileName: 'offres.csv', subject: 'offers' });
  await file.plan();
  expect(await file.counts()).toMatchObject({ complete: 0, create: 0, refused: 1 });
  expect(await offers()).toEqual(before);
});

test('chaque nuit, un travail par agence et par source choisie et configurée', async () => {
  const { ml } = await agency('franceTravail', nobody);
  await refreshAllOffers({ ...nobody, franceTravail: httpFranceTravail({ tokenUrl: 'http://127.0.0.1:9', url: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'x' }) });
  await refreshAllOffers(nobody);
  const queued = await asSystem('a test looks at the queue', (db) => db.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs WHERE key LIKE ${`feed:${ml.id}:%`}`);
  expect(queued).toEqual([{ key: `feed:${ml.id}:franceTravail` }]);
});

test.each([
  [{ departements: '65, 99' }, 'departements', /« 99 » n’est pas un département/],
  [{ departements: '' }, 'departements', /au moins un département/],
  [{ departements: '65', communes: 'Tarbes' }, 'communes', /code INSEE/],
])('un réglage en faute, %o : dit à son champ', (typed, field, sentence) => {
  const read = feedFormSchema.safeParse({ source: 'franceTravail', isOn: 'oui', ...typed });
  expect(read.error?.issues[0]).toMatchObject({ path: [field, ...(field === 'departements' && typed.departements === '' ? [] : [expect.anything()])], message: expect.stringMatching(sentence) as string });
});
