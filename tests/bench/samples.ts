import type pg from 'pg';
import type { OfferSamples } from './offer-scenarios';
import { themes, type Samples } from './scenarios';
import type { Visitor } from './visitor';

/** Real values of one reader's partners to ask for: names, places, numbers, drawn the same at each run. */
export async function drawSamples(client: pg.Client, where: string, visitor: Visitor): Promise<Samples> {
  const rows = async <T>(sql: string) => (await client.query<{ value: T }>(sql)).rows.map(({ value }) => value);
  const drawn = `FROM search.partner WHERE ${where} AND NOT is_archived`;
  const some = (n: number) => `ORDER BY md5(partnership_id::text) LIMIT ${n}`;
  const names = await rows<string>(`SELECT sort_name AS value ${drawn} ${some(60)}`);
  const words = names.map((name) => name.split(' ').filter((word) => word.length > 3).slice(0, 2).join(' '));
  return {
    words,
    typos: words.map(slip),
    ids: await rows(`SELECT partnership_id AS value ${drawn} ${some(80)}`),
    sirets: await rows(`SELECT siret AS value ${drawn} AND siret IS NOT NULL ${some(60)}`),
    communes: await rows(`SELECT DISTINCT commune_code AS value ${drawn} AND latitude IS NOT NULL LIMIT 40`),
    departements: await rows(`SELECT DISTINCT departement_code AS value ${drawn} LIMIT 8`),
    officers: await rows(`SELECT DISTINCT officer_id AS value ${drawn} AND officer_id IS NOT NULL LIMIT 20`),
    kinds: await rows(`SELECT code AS value FROM organisation_kind WHERE mission_locale_id IS NULL ORDER BY position LIMIT 10`),
    nextPages: await nextPages(visitor, '/partenaires', 15),
    walks: await walks(visitor),
    // A region reads no exchange.
    talkative: where.startsWith('mission_locale_id') ? ((await rows<string>(`SELECT partnership_id AS value FROM interaction WHERE ${where} GROUP BY 1 HAVING count(*) >= 1000 LIMIT 1`))[0] ?? null) : null,
    ...(await offerSamples(client, where, visitor)),
  };
}

/** The last letter but one doubled: a slip of the finger that no prefix forgives. */
const slip = (text: string) => text.replace(/(\w)(\w)(\w)$/, '$1$2$2$3');

async function offerSamples(client: pg.Client, where: string, visitor: Visitor): Promise<OfferSamples> {
  const offers = (await client.query<{ id: string; title: string }>(`SELECT offer_id AS id, app.norm(title) AS title FROM search.offer WHERE ${where} ORDER BY md5(offer_id::text) LIMIT 80`)).rows;
  const offerWords = offers.map(({ title }) => title.split(/[^a-z]+/).filter((word) => word.length > 3).slice(0, 2).join(' '));
  const extentOf = async (layer: string) => (JSON.parse(await visitor.get(`/${layer}/points`)) as { bounds: OfferSamples['extent']['offres'] }).bounds;
  return {
    offers: offers.map(({ id }) => id),
    offerWords,
    offerTypos: offerWords.map(slip),
    offerCommunes: (await client.query<{ code: string; name: string }>(`SELECT c.code, c.name FROM (SELECT commune_code AS code, count(*) FROM search.offer WHERE ${where} AND latitude IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 40) o JOIN commune c USING (code)`)).rows,
    nextOffers: await nextPages(visitor, '/offres', 15),
    extent: { partenaires: await extentOf('partenaires'), offres: await extentOf('offres') },
    points: (await client.query<{ latitude: number; longitude: number }>(`SELECT latitude, longitude FROM search.partner WHERE ${where} AND latitude IS NOT NULL ORDER BY md5(partnership_id::text) LIMIT 60`)).rows,
  };
}

/** The addresses of the pages that follow the first, as its own links give them. */
async function nextPages(visitor: Visitor, list: string, count: number): Promise<string[]> {
  const pages: string[] = [];
  let html = await visitor.get(list);
  while (pages.length < count) {
    const link = /<a[^>]*rel="next"[^>]*>/.exec(html)?.[0] ?? '';
    const href = /href="([^"]+)"/.exec(link)?.[1]?.replaceAll('&amp;', '&');
    if (!href) break;
    const address = href.startsWith('?') ? `${list}${href}` : href;
    pages.push(address);
    html = await visitor.get(address);
  }
  return pages.length > 0 ? pages : [list];
}

/** What the rows of a list lead to, for several lists: first pages, and pages far in. */
async function walks(visitor: Visitor): Promise<string[]> {
  const pages = [...themes.map((theme) => `/partenaires?thematique=${theme}&tri=nom`), ...(await nextPages(visitor, '/partenaires', 4))];
  const found: string[] = [];
  for (const page of pages) for (const [, href] of (await visitor.get(page)).matchAll(/<a class="row-link" href="([^"]+)"/g)) found.push(href!.replaceAll('&amp;', '&'));
  // Not from one list at a time: neighbours of a row were just read.
  return found.map((href, n) => ({ href, turn: (n * 37) % found.length })).sort((a, b) => a.turn - b.turn).map(({ href }) => href);
}
