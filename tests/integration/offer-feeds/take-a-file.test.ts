import { describe, expect, test } from 'vitest';
import { files } from '~/adapters/files/chosen-files';
import { newFileKey } from '~/adapters/files/files';
import { httpDataInclusion } from '~/adapters/data-inclusion/http-data-inclusion';
import { getOffer } from '~/domain/offer/offer.queries.server';
import { listOffers } from '~/domain/offer/list/list-offers.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { listFeeds } from '~/domain/offer/elsewhere/feeds.server';
import { sendServices } from '~/domain/offer/elsewhere/ask-data-inclusion-file.server';
import { refreshAllOffers } from '~/jobs/refresh-offers.server';
import { takeServiceFile } from '~/jobs/take-data-inclusion-file.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { dataInclusionServer } from '../../support/outside-servers';
import { agency, nobody, service, structure } from './some-feeds';

useDatabase();

describe('un fichier de services', () => {
  const kept = async (content: string) => {
    const fileKey = newFileKey();
    await files().put(fileKey, Buffer.from(content));
    return fileKey;
  };

  test('arrive par un travail ; la liste complète retire ce qui n’y est plus ; deux fois ne change rien', async () => {
    const ml = await missionLocale();
    const take = async (services: object[], isWhole: boolean) => takeServiceFile({ missionLocaleId: ml.id, isWhole, fileKey: await kept(JSON.stringify({ structures: [structure(1)], services })) });
    await take([service(1), service(2), service(2), { id: 'x' }], false);
    const report = async () => (await ml.as('admin').run(listFeeds)).find(({ source }) => source === 'dataInclusion')!;
    expect(await report()).toMatchObject({ counts: { read: 4, added: 2, refused: 1 }, problems: ['Le service x n’a pas de nom.'] });
    await take([service(1)], false);
    expect(await report()).toMatchObject({ counts: { unchanged: 1, withdrawn: 0 } });
    await take([service(1)], true);
    expect(await report()).toMatchObject({ counts: { unchanged: 1, withdrawn: 1 } });
  });

  test('vaut un an : après, ce qu’il a donné part, et revient avec le suivant ; il ne dit rien de la source elle-même', async () => {
    const ml = await missionLocale();
    const take = async () => takeServiceFile({ missionLocaleId: ml.id, isWhole: false, fileKey: await kept(JSON.stringify({ structures: [structure(1)], services: [service(1)] })) });
    const after = async (days: number) => {
      await refreshAllOffers(nobody, new Date(Date.now() + days * 86_400_000));
      return (await ml.as('admin').run(({ db }) => db.offer.findMany({ where: { missionLocaleId: ml.id, origin: 'dataInclusion' } }))).map(({ state }) => state);
    };
    await take();
    expect((await ml.as('admin').run(listFeeds)).find(({ source }) => source === 'dataInclusion')).toMatchObject({ succeededAt: null, file: { at: expect.any(Date) as Date } });
    expect([await after(364), await after(366)]).toEqual([['published'], ['withdrawn']]);
    await take();
    expect(await after(0)).toEqual(['published']);
  });

  test('dit en français ce dont il s’agit, plus finement que nos thématiques', async () => {
    const ml = await missionLocale();
    await takeServiceFile({ missionLocaleId: ml.id, isWhole: false, fileKey: await kept(JSON.stringify({ structures: [structure(1)], services: [service(1, { thematiques: ['mobilite--preparer-un-permis-de-conduire', 'mobilite--inconnu'] })] })) });
    const { id } = await ml.as('admin').run(({ db }) => db.offer.findFirstOrThrow({ where: { missionLocaleId: ml.id } }));
    const counsellor = ml.as('counsellor');
    expect(await counsellor.do(getOffer, id)).toMatchObject({ themeCodes: ['mobilite'], needs: ['Préparer un permis de conduire'] });
    const found = await counsellor.do(listOffers, { ...readOfferFilters(new URLSearchParams('q=permis conduire')).filters, apres: null });
    expect(found.rows.map((row) => row.id)).toEqual([id]);
  });

  test('dont l’envoi demande un travail, pour cette agence', async () => {
    const ml = await missionLocale();
    await ml.as('admin').do(sendServices, { fileKey: 'une-clé', isWhole: true });
    const events = await asSystem('a test looks at the outbox', (db) => db.outboxEvent.findMany({ where: { missionLocaleId: ml.id, type: 'services.received' }, select: { payload: true } }));
    expect(events).toEqual([{ payload: { fileKey: 'une-clé', isWhole: true } }]);
  });
});

test('un fichier et l’API côte à côte : chacun ne retire que ce qu’il a apporté ; un service qu’ont les deux n’est là qu’une fois', async () => {
  const state = { busy: 0, structures: [structure(1)], services: [service(1), service(2)] };
  const server = await dataInclusionServer(state);
  const { ml, refresh, offers } = await agency('dataInclusion', { ...nobody, dataInclusion: httpDataInclusion({ url: server.url, token: 'clé', pageSize: 50, tries: 1, timeoutMs: 2000 }) });
  const take = async (services: object[]) => {
    const fileKey = newFileKey();
    await files().put(fileKey, Buffer.from(JSON.stringify({ structures: [structure(1)], services })));
    await takeServiceFile({ missionLocaleId: ml.id, isWhole: true, fileKey });
  };
  const seen = async () => (await offers()).map(({ title, state: now, cameBy }) => [title.replace('Aide numéro ', ''), now, cameBy]);
  await take([service(2), service(3), service(4)]);
  expect(await seen()).toEqual([['2', 'published', 'file'], ['3', 'published', 'file'], ['4', 'published', 'file']]);
  await refresh();
  expect(await seen()).toEqual([['1', 'published', 'api'], ['2', 'published', 'api'], ['3', 'published', 'file'], ['4', 'published', 'file']]);
  await take([service(3)]); // whole: the fourth left the file; what the refresh brought stays
  expect(await seen()).toEqual([['1', 'published', 'api'], ['2', 'published', 'api'], ['3', 'published', 'file'], ['4', 'withdrawn', 'file']]);
  state.services = [service(1)];
  await refresh();
  expect(await seen()).toEqual([['1', 'published', 'api'], ['2', 'withdrawn', 'api'], ['3', 'published', 'file'], ['4', 'withdrawn', 'file']]);
  await take([service(2), service(3)]); // back by the file, and its from then on
  expect(await seen()).toEqual([['1', 'published', 'api'], ['2', 'published', 'file'], ['3', 'published', 'file'], ['4', 'withdrawn', 'file']]);
});
