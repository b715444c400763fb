import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { expect, test } from 'vitest';
import routes from './routes';
import { byAddress } from '~/server/narrow-build';

type RouteObject = Parameters<typeof matchRoutes>[0][number];
type Flat = { id: string; parentId?: string; path?: string; index?: boolean };

const flat = (entries: readonly RouteConfigEntry[], parentId: string): Flat[] =>
  entries.flatMap(({ file, path, index, children = [] }) => [{ id: file, parentId, path, index }, ...flat(children, file)]);
const all: Flat[] = [{ id: 'root' }, ...flat(routes, 'root')];
const build = { routes: Object.fromEntries(all.map((route) => [route.id, route])), assets: { routes: Object.fromEntries(all.map(({ id }) => [id, { id }])) } } as unknown as ServerBuild;

const tree = (table: readonly Flat[], parentId?: string): RouteObject[] =>
  table.filter((route) => route.parentId === parentId).map((route): RouteObject => (route.index ? { id: route.id, index: true } : { id: route.id, path: route.path ?? '', children: tree(table, route.id) }));
const found = (table: readonly Flat[], pathname: string) => matchRoutes(tree(table), pathname)?.map(({ route, params }) => [route.id, params]);
const kept = byAddress(build, (part) => part);
const partFor = (pathname: string) => Object.values(kept(pathname).routes) as unknown as Flat[];

const addressOf = (route: Flat): string => [route.parentId && addressOf(all.find(({ id }) => id === route.parentId)!), route.path].filter(Boolean).join('/');
const addresses = [...new Set(all.map((route) => `/${addressOf(route).replace(/:\w+/g, '0190aaaa-bbbb').replace('*', 'nulle/part')}`))];
const odd = ['/Partenaires', '/partenaires/', '/partenaires/nouveau/', '/partenaires/0190/inconnu', '//partenaires', '/partenaires//import', '/caf%C3%A9', '/partenaires/%6Eouveau', '/a/b/c/d/e/f/g'];

test('an address finds among the few routes kept for it what it finds in the whole table', () => {
  expect(addresses.length).toBeGreaterThan(60);
  for (const address of [...addresses, ...odd]) expect(found(partFor(address), address), address).toEqual(found(all, address));
});

test('so do the addresses above it', () => {
  for (const address of addresses) {
    const above = address.split('/').slice(0, -1).join('/') || '/';
    expect(found(partFor(address), above), `${above} from ${address}`).toEqual(found(all, above));
  }
});

test('few are kept, the same ones for the data of a page, and one part serves all addresses of one shape', () => {
  const record = '/partenaires/0190aaaa-bbbb/echanges';
  expect(partFor(record).length).toBeLessThan(12);
  expect(kept(`${record}.data`)).toBe(kept(record));
  expect(kept('/partenaires/0190cccc-dddd/echanges')).toBe(kept(record));
  expect(kept('/_root.data')).toBe(kept('/'));
  expect(Object.keys(kept(record).assets.routes)).toEqual(Object.keys(kept(record).routes));
});
