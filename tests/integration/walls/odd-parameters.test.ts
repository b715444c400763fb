import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { addOffer } from '~/domain/offer/add-offer.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { everyRoute, type Route } from '../../support/doors';
import { visit } from '../../support/visits';

useDatabase();

/** Every name that some page reads in its address, as the code says it. */
const names = [...new Set(readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  .flatMap((file) => [...readFileSync(`app/${file}`, 'utf8').matchAll(/(?:\.(?:get|getAll|has)|\basked)\('([a-zA-Z-]+)'\)/g)].map(([, name]) => name!)))];

let routes: Route[] = [];
let ml: Awaited<ReturnType<typeof missionLocale>>;
let params: Record<string, string> = {};
beforeAll(async () => {
  [routes, ml] = [await everyRoute(), await missionLocale()];
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Scierie' });
  const { exchangeId } = await ml.as('officer').do(addExchange, { partnershipId, kind: 'note', body: 'Une note' });
  const { offerId } = await ml.as('officer').do(addOffer, { kind: 'job', title: 'Commis' } as never);
  params = { partnerId: partnershipId, exchangeId, offerId, set: 'etiquettes' };
});

test.each([
  ['a name that every object of JavaScript has', 'constructor'],
  ['signs that no header may carry', "\u202e'\"{}[]\\"],
  ['the way out of a folder', '../../deconnexion'],
])('no address breaks down for %s in any parameter', async (_what, value) => {
  expect(names).toEqual(expect.arrayContaining(['q', 'type', 'personne', 'autre', 'etat', 'page', 'retour']));
  const [admin, broken, asked]: [Awaited<ReturnType<typeof ml.person>>, string[], string[]] = [await ml.person('admin'), [], []];
  for (const route of routes.filter(({ address, module }) => module.loader && address.startsWith('/') && !/\/metrics|\/ready|\/dev/.test(address))) {
    const search = `?${new URLSearchParams(names.map((name) => [name, value]))}`;
    asked.push(route.address);
    const answer = await visit(route, admin, { params, search }).catch(() => ({ status: 500, to: '' }));
    if (answer.status >= 500 || new URL(answer.to, 'http://x').pathname === '/deconnexion') broken.push(`${route.address} ${answer.to.slice(0, 200)}`);
  }
  expect(broken).toEqual([]);
  expect(asked.length).toBeGreaterThan(80);
});
