import type { ServerBuild } from '@remix-run/node';

type Route = { id: string; parentId?: string; path?: string };
type Routes = Record<string, Route | undefined>;

/**
 * Chooses, for an address, the build that holds only the routes that this address, or its beginning, may match. Remix ranks its
 * whole table five times a request; with these few it finds the same ones, and the time of an empty page is halved.
 * One answer of `make` is kept for each set of routes: as many as there are shapes of address, not as many as addresses.
 */
export function byAddress<T>(build: ServerBuild, make: (part: ServerBuild) => T): (pathname: string) => T {
  const patterns = Object.keys(build.routes).map((id) => ({ id, pattern: patternOf(build.routes, id) }));
  const known = new Map<string, T>();
  const made = (ids: Set<string> | null) => {
    const key = ids ? [...ids].join() : '';
    const answer = known.get(key) ?? make(ids ? partOf(build, ids) : build);
    known.set(key, answer);
    return answer;
  };
  return (pathname) => {
    const address = segmentsOf(pathname);
    return made(address && new Set(patterns.filter(({ pattern }) => mayMatch(pattern, address)).map(({ id }) => id)));
  };
}

/** The segments of an address, without the ending by which its data are asked; null for what is better left to Remix (escapes, `//`). */
function segmentsOf(pathname: string): string[] | null {
  if (!/^\/([\w.-]+\/)*[\w.-]*$/.test(pathname)) return null;
  const address = pathname.toLowerCase().replace(/\.data$/, '').split('/').filter((segment) => segment !== '');
  return address.length === 1 && address[0] === '_root' ? [] : address;
}

function patternOf(routes: Routes, id: string): string[] {
  const route = routes[id];
  if (!route) return [];
  const own = (route.path ?? '').toLowerCase().split('/').filter((segment) => segment !== '');
  return route.parentId === undefined ? own : [...patternOf(routes, route.parentId), ...own];
}

/** Whether it matches the address or its beginning: a layout is above its pages. */
const mayMatch = (pattern: string[], address: string[]) =>
  pattern.some((part) => part.endsWith('?')) || pattern.every((part, i) => part === '*' || (i < address.length && (part.startsWith(':') || part === address[i])));

const partOf = (build: ServerBuild, ids: Set<string>): ServerBuild => ({ ...build, routes: only(build.routes, ids), assets: { ...build.assets, routes: only(build.assets.routes, ids) } });

const only = <T>(table: Record<string, T>, ids: Set<string>) => Object.fromEntries(Object.entries(table).filter(([id]) => ids.has(id)));
