import { askPolitely, jsonOf, SourceProblem, type Politeness } from '~/adapters/http/ask-politely';
import type { DataInclusion } from './data-inclusion';

type Settings = { url: string; token: string; pageSize?: number } & Partial<Politeness>;
type Page = { items: unknown[]; pages: number; total: number };

/** The API itself: `structures` of the département first, then its `services` by pages. */
export function httpDataInclusion({ url, token, pageSize = 500, ...politeness }: Settings): DataInclusion {
  const polite = { name: 'data.inclusion', ...politeness };
  const base = url.replace(/\/+$/, '');

  async function page(list: 'services' | 'structures', departement: string, number: number): Promise<Page> {
    const query = new URLSearchParams({ code_departement: departement, page: String(number), size: String(pageSize), ...(list === 'services' ? { exclure_doublons: 'true' } : {}) });
    const answer = await askPolitely(`${base}/${list}?${query}`, { headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' } }, polite);
    const json = (await jsonOf(answer, polite.name)) as Partial<Page> | null;
    if (!json || !Array.isArray(json.items)) throw new SourceProblem('data.inclusion a répondu autre chose que ce qu’on attend.');
    return { items: json.items, pages: Number(json.pages) || 1, total: Number(json.total) || json.items.length };
  }

  return {
    async *services(departement) {
      const structures = new Map<string, unknown>();
      for (let number = 1, pages = 1; number <= pages; number += 1) {
        const read = await page('structures', departement, number);
        pages = Math.min(read.pages, 1000);
        for (const one of read.items) if (one && typeof one === 'object' && 'id' in one) structures.set(String(one.id), one);
      }
      for (let number = 1, pages = 1; number <= pages; number += 1) {
        const read = await page('services', departement, number);
        pages = Math.min(read.pages, 1000);
        yield { services: read.items, structures, total: read.total };
      }
    },
  };
}
