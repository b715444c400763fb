import { env } from '~/server/env.server';
import type { DataInclusion } from './data-inclusion';
import { httpDataInclusion } from './http-data-inclusion';

/** Where services come from, as the environment chooses; null when nowhere. */
export function chosenDataInclusion(): DataInclusion | null {
  const { dataInclusion } = env();
  return dataInclusion.DATA_INCLUSION === 'api' ? httpDataInclusion({ url: dataInclusion.DATA_INCLUSION_URL, token: dataInclusion.DATA_INCLUSION_TOKEN }) : null;
}
