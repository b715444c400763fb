import { parse } from 'csv-parse/sync';
import { stringify } from './csv-of-addresses';
import { askPolitely, jsonOf, perSecond, SourceProblem, type Politeness } from '~/adapters/http/ask-politely';
import type { AddressToPlace, FoundPlace, Geocoder } from './geocoder';

type Settings = { url: string; /** Addresses from which one file is sent rather than as many questions. */ batchFrom?: number } & Partial<Politeness>;

const types = ['housenumber', 'street', 'locality', 'municipality'] as const;
const typeOf = (text: unknown): FoundPlace['type'] => types.find((type) => type === text) ?? 'other';

/** The Géoplateforme (IGN), without a key: one question an address, or a CSV file for many; fifty calls a second. The commune's code filters, never the postcode: overseas addresses have none there. */
export function geoplateforme({ url, batchFrom = 5, ...politeness }: Settings): Geocoder {
  const polite = { name: 'La Géoplateforme', ...politeness };
  const base = url.replace(/\/+$/, '');
  const turn = perSecond(50);

  async function one({ line, communeCode }: AddressToPlace): Promise<FoundPlace | null> {
    await turn();
    const query = new URLSearchParams({ q: line, citycode: communeCode, limit: '1', autocomplete: '0' });
    const json = (await jsonOf(await askPolitely(`${base}/search?${query}`, { headers: { Accept: 'application/json' } }, polite), polite.name)) as { features?: { geometry?: { coordinates?: number[] }; properties?: { type?: string; score?: number } }[] } | null;
    const [feature] = json?.features ?? [];
    return placeOf(feature?.geometry?.coordinates?.[1], feature?.geometry?.coordinates?.[0], feature?.properties?.type, feature?.properties?.score);
  }

  async function many(addresses: readonly AddressToPlace[]): Promise<Map<string, FoundPlace>> {
    await turn();
    const form = new FormData();
    form.set('data', new Blob([stringify(addresses)], { type: 'text/csv' }), 'adresses.csv');
    form.append('columns', 'adresse');
    form.set('citycode', 'insee');
    for (const column of ['latitude', 'longitude', 'result_type', 'result_score', 'result_status']) form.append('result_columns', column);
    const answer = await askPolitely(`${base}/search/csv`, { method: 'POST', body: form }, { timeoutMs: 120_000, ...polite });
    if (!answer.ok) return (await jsonOf(answer, polite.name), new Map());
    const rows = new Map(readRows(await answer.text(), polite.name).map((row) => [row.id, row]));
    // A line that broke down on their side, or that did not come back, is not an address that nobody knows: it is asked alone.
    const isAnswered = ({ id }: AddressToPlace) => rows.has(id) && rows.get(id)?.result_status !== 'error';
    if (!addresses.some(isAnswered)) throw new SourceProblem(`${polite.name} a répondu autre chose que ce qu’on attend.`);
    const found = await each(addresses.filter((address) => !isAnswered(address)));
    for (const address of addresses.filter(isAnswered)) {
      const { result_status: status, ...row } = rows.get(address.id)!;
      const place = status === undefined || status === 'ok' ? placeOf(row.latitude, row.longitude, row.result_type, row.result_score) : null;
      if (place) found.set(address.id, place);
    }
    return found;
  }

  async function each(addresses: readonly AddressToPlace[]): Promise<Map<string, FoundPlace>> {
    const found = new Map<string, FoundPlace>();
    for (const address of addresses) {
      const place = await one(address);
      if (place) found.set(address.id, place);
    }
    return found;
  }

  return { find: (addresses) => (addresses.length >= batchFrom ? many(addresses) : each(addresses)) };
}

function readRows(csv: string, name: string): Record<string, string>[] {
  try {
    return parse(csv, { columns: true, bom: true, delimiter: ';', relax_column_count: true, skip_empty_lines: true });
  } catch {
    throw new SourceProblem(`${name} a répondu autre chose que ce qu’on attend.`);
  }
}

function placeOf(latitude: unknown, longitude: unknown, type: unknown, score: unknown): FoundPlace | null {
  const [lat, lon] = [number(latitude), number(longitude)];
  if (lat === null || lon === null || Math.abs(lat) > 90 || Math.abs(lon) > 180) return null;
  return { latitude: lat, longitude: lon, type: typeOf(type), score: number(score) ?? 0 };
}

const number = (value: unknown): number | null => (typeof value === 'number' ? value : typeof value === 'string' && value.trim() && Number.isFinite(Number(value)) ? Number(value) : null);
