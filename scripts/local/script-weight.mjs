import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { inRoot } from './paths.mjs';

/** Bytes of JavaScript, compressed, that a page may make a telephone read before it answers. The map comes apart, when it is shown. */
export const weightBudget = 150_000;

/**
 * The JavaScript of each page of the site as built, by the table that Vite and Remix wrote: that table, the entry, what surrounds the page,
 * the page and all that they import at once. Gzip, in bytes, the heaviest first; `later` is what pages only ask for when it is needed (the map).
 * @returns {{ pages: { id: string, bytes: number, own: number }[], later: { file: string, bytes: number }[] }}
 */
export function scriptWeight(folder = inRoot('build', 'client')) {
  const assets = path.join(folder, 'assets');
  const table = fs.readdirSync(assets).find((name) => /^manifest-\w+\.js$/.test(name));
  if (!table) throw new Error('The site is not built');
  const { entry, routes } = JSON.parse(fs.readFileSync(path.join(assets, table), 'utf8').replace(/^window\.__remixManifest=/, '').replace(/;$/, ''));
  const known = new Map();
  const weight = (file) => {
    if (!known.has(file)) known.set(file, gzipSync(fs.readFileSync(path.join(folder, file))).length);
    return known.get(file);
  };
  const filesOf = (route) => (route ? [route.module, ...route.imports, ...filesOf(routes[route.parentId])] : []);
  const everywhere = [`/assets/${table}`, ...filesOf(entry)];
  const sum = (files) => [...new Set(files)].reduce((bytes, file) => bytes + weight(file), 0);
  const common = sum([...everywhere, ...filesOf(routes.root)]);
  const pages = Object.values(routes)
    // What answers with a file or with data has no screen: a module of a few bytes.
    .filter(({ module }) => weight(module) > 100)
    .map((route) => ({ id: route.id, bytes: sum([...everywhere, ...filesOf(route)]) }))
    .map(({ id, bytes }) => ({ id, bytes, own: bytes - common }))
    .sort((a, b) => b.bytes - a.bytes);
  const atOnce = new Set([entry, ...Object.values(routes)].flatMap(filesOf));
  const later = fs.readdirSync(assets).filter((name) => /\.m?js$/.test(name) && name !== table && !atOnce.has(`/assets/${name}`));
  return { pages, later: later.map((file) => ({ file, bytes: weight(`/assets/${file}`) })).sort((a, b) => b.bytes - a.bytes) };
}
