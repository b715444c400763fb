import { env } from '~/server/env.server';
import type { FranceTravail } from './france-travail';
import { httpFranceTravail } from './http-france-travail';

let opened: FranceTravail | undefined;

/** Where job offers come from, as the environment chooses; null when nowhere. One a process: its token and its pace are shared. */
export function chosenFranceTravail(): FranceTravail | null {
  const { franceTravail: chosen } = env();
  if (chosen.FRANCE_TRAVAIL === 'off') return null;
  return (opened ??= httpFranceTravail({ tokenUrl: chosen.FRANCE_TRAVAIL_TOKEN_URL, url: chosen.FRANCE_TRAVAIL_URL, clientId: chosen.FRANCE_TRAVAIL_CLIENT_ID, clientSecret: chosen.FRANCE_TRAVAIL_CLIENT_SECRET }));
}
