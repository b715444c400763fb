import { env } from '~/server/env.server';
import { geoplateformeReach } from './geoplateforme-reach';
import type { Reach } from '~/domain/reach/reach';

let opened: Reach | null | undefined;

/** Who computes what is reached, as the environment chooses; null where it is only estimated. */
export const reach = (): Reach | null => (opened === undefined ? (opened = open()) : opened);

function open(): Reach | null {
  const { reach: chosen } = env();
  return chosen.REACH === 'geoplateforme' ? geoplateformeReach({ url: chosen.REACH_URL }) : null;
}
