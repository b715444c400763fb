import path from 'node:path';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { doorOf, type Command, type Door } from '~/server/http.server';

export type RouteModule = { loader?: unknown; action?: Command };
export type Route = { file: string; address: string; module: RouteModule };

/** Every route of the table with its module, however deep. */
export async function everyRoute(): Promise<Route[]> {
  const { default: table } = await import('~/routes');
  const routes: { file: string; address: string }[] = [];
  const walk = (entries: readonly RouteConfigEntry[], above: string) => {
    for (const entry of entries) {
      const address = path.posix.join(above, entry.path ?? '');
      routes.push({ file: entry.file, address });
      walk(entry.children ?? [], address);
    }
  };
  walk(await table, '/');
  return Promise.all(routes.map(async (route) => ({ ...route, module: (await import(path.resolve('app', route.file))) as RouteModule })));
}

export type OneCommand = { file: string; address: string; intent: string | null; door: Door['door'] | undefined; command: Command };

/** Every command of a route: itself, or each of its intents. */
export function commandsOf({ file, address, module: { action } }: Route): OneCommand[] {
  if (!action) return [];
  if (!action.intents) return [{ file, address, intent: null, door: doorOf(action), command: action }];
  return Object.entries(action.intents).map(([intent, command]) => ({ file, address, intent, door: doorOf(command), command }));
}
