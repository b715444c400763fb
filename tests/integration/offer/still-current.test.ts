import { expect, test } from 'vitest';
import { changeSetting } from '~/domain/agency/change-setting.server';
import { addOffer } from '~/domain/offer/add-offer.server';
import { moveOffer } from '~/domain/offer/move-offer.server';
import type { TypedOffer } from '~/domain/offer/offer.schema';
import { confirmOffer, renewOffer } from '~/domain/offer/renew-offer.server';
import { listOpenTasks } from '~/domain/task/list-tasks.server';
import { proposeTasks } from '~/domain/task/rules/propose-tasks.server';
import { addDays, parisDay } from '~/domain/text/paris-day';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
const day = 86_400_000;
const after = (days: number) => new Date(Date.now() + days * day);

async function agency() {
  const ml = await missionLocale();
  const publish = async (more: Partial<TypedOffer> = {}) => {
    const { offerId } = await ml.as('officer').do(addOffer, { kind: 'service', title: 'Vestiaire', description: 'À l’accueil.', ...more });
    await ml.as('officer').do(moveOffer, { offerId, verb: 'publish' as const });
    return offerId;
  };
  const night = (now: Date) => asSystem('a test: the rules of the night', (db) => proposeTasks(db, { missionLocaleId: ml.id, now }));
  const open = async () => (await ml.as('officer').do(listOpenTasks, { scope: { whose: 'mine' as const }, group: null })).tasks.map(({ title }) => title);
  return { ml, officer: ml.as('officer'), publish, night, open };
}
const question = '« Vestiaire » est-elle toujours d’actualité ?';

test('après cinq semaines sans nouvelles, on demande à son auteur, une fois ; répondre clôt la question, qui revient cinq semaines après', async () => {
  const { officer, publish, night, open } = await agency();
  const offerId = await publish();
  await night(after(34));
  expect(await open()).toEqual([]);
  await night(after(36));
  await night(after(37));
  expect(await open()).toEqual([question]);
  await officer.run((ctx) => confirmOffer({ ...ctx, now: after(37) }, { offerId }));
  expect(await open()).toEqual([]);
  await night(after(60));
  expect(await open()).toEqual([]);
  await night(after(73));
  expect(await open()).toEqual([question]);
  await officer.do(moveOffer, { offerId, verb: 'withdraw' as const });
  expect(await open()).toEqual([]);
});

test('l’agence choisit après combien de semaines, ou jamais', async () => {
  const { ml, publish, night, open } = await agency();
  await publish();
  await ml.as('admin').do(changeSetting, { key: 'offerAskWeeks' as const, value: 0 });
  await night(after(300));
  expect(await open()).toEqual([]);
  await ml.as('admin').do(changeSetting, { key: 'offerAskWeeks' as const, value: 2 });
  await night(after(15));
  expect(await open()).toEqual([question]);
});

test('une semaine avant de se fermer, l’offre prévient ; prolongée, elle se tait', async () => {
  const { officer, publish, night, open } = await agency();
  const closesOn = addDays(parisDay(new Date()), 20);
  const offerId = await publish({ closesOn });
  await night(after(12));
  expect(await open()).toEqual([]);
  await night(after(14));
  expect(await open()).toEqual([expect.stringMatching(/^« Vestiaire » se ferme le .* : la prolonger \?$/)]);
  await officer.run((ctx) => renewOffer({ ...ctx, now: after(14) }, { offerId }));
  expect(await open()).toEqual([]);
  await night(after(15));
  expect(await open()).toEqual([]);
});
