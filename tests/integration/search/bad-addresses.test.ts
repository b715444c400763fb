import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '~/access/actor';
import { addOffer } from '~/domain/offer/add-offer.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { noFilters } from '~/domain/partner/list/filters';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { everyRoute, type Route } from '../../support/doors';
import { engines, useSearchEngine } from '../../support/search-engine';
import { visit } from '../../support/visits';
import { partners } from '../partner-list/some-partners';

/**
 * Every address of the lists, the map and the search × every parameter × every bad value: never a breakdown, never a row more than
 * without it, never a word of another agency; and what was dropped is said where a person reads it.
 */
useDatabase();

const secret = 'Zinzolin';
const bad: Record<string, string> = {
  'une lettre': 'a',
  'deux mille lettres': 'é'.repeat(2000),
  'des emoji, coupés au milieu': '👩‍🍳'.repeat(90),
  'une apostrophe': "'",
  'SQL dans une chaîne': "' OR 1=1 --",
  'SQL dans une parenthèse': "') OR ('1'='1",
  'SQL dans un tableau': "'} OR true; DROP TABLE partnership; --",
  'des opérateurs de tsquery': "a & !b | (c:* <-> 'd') \\",
  'un filtre de Meilisearch': 'x" OR agency EXISTS OR id != "x',
  'des jokers de LIKE': '%_%',
  'des guillemets': '"serveur" AND NOT « cuisine »',
  'un octet nul': 'a\u0000b',
  'un nom de JavaScript': '__proto__',
  'un autre': 'constructor',
  'un nombre négatif': '-1',
  'zéro': '0',
  'cinq mille': '5000',
  'un nombre à virgule': '2,51',
  'un nombre trop grand': '9'.repeat(40),
  'un exposant': '1e400',
  'pas un nombre': 'NaN',
  'des coordonnées en mer': '46.2,-8.5',
  'des coordonnées échangées': '0.0712,43.2327',
  'un rectangle à travers le 180ᵉ méridien': '179.9,-15,-179.9,-12',
  'des tuiles à rebours': '5/30/9/2/3',
  'une date impossible': '2026-02-31',
  'une balise': '<script>alert(1)</script>',
  'un identifiant de personne': '00000000-0000-4000-8000-000000000000',
};
/** Where the same reader was walked with all of them already: what would break a query or open a wall. */
const breaking = ['SQL dans une parenthèse', 'SQL dans un tableau', 'des opérateurs de tsquery', 'un filtre de Meilisearch', 'deux mille lettres', 'un octet nul'];

type Address = { address: string; params: readonly string[]; /** What stands beside the parameter, so that a condition lost would show. */ base: string; rows: (answer: Record<string, never>) => number; /** A list, which says what it dropped. */ isList?: boolean };
const sum = (counts: Record<string, number> | undefined) => Object.values(counts ?? {}).reduce((all, one) => all + one, 0);
const partnerParams = [...Object.keys(noFilters), 'apres', 'avant'];
const offerParams = [...Object.keys(readOfferFilters(new URLSearchParams()).filters), 'metierText', 'apres', 'avant'];
const total = ({ total }: { total?: number }) => total ?? 0;
const addresses: Address[] = [
  { address: '/partenaires', params: partnerParams, base: 'thematique=emploi', rows: total, isList: true },
  { address: '/offres', params: offerParams, base: 'sorte=emploi', rows: total, isList: true },
  { address: '/partenaires/points', params: [...partnerParams, 'tuiles'], base: 'thematique=emploi&tuiles=0/0/0/0/0', rows: total },
  { address: '/offres/points', params: [...offerParams, 'tuiles'], base: 'sorte=emploi&tuiles=0/0/0/0/0', rows: total },
  { address: '/partenaires/ici', params: [...partnerParams, 'boite'], base: 'thematique=emploi&boite=-180,-90,180,90', rows: total },
  { address: '/offres/ici', params: [...offerParams, 'boite'], base: 'sorte=emploi&boite=-180,-90,180,90', rows: total },
  { address: '/partenaires/compteurs', params: partnerParams, base: 'thematique=emploi', rows: ({ counts }: { counts?: { etape?: Record<string, number> } }) => sum(counts?.etape) },
  { address: '/offres/compteurs', params: offerParams, base: 'sorte=emploi', rows: ({ counts }: { counts?: { thematique?: Record<string, number> } }) => sum(counts?.thematique) },
  { address: '/partenaires/matrice', params: partnerParams, base: 'thematique=emploi', rows: total },
  { address: '/partenaires/etapes', params: partnerParams, base: 'thematique=emploi', rows: total },
  { address: '/offres/gestion', params: ['etat', 'page'], base: '', rows: ({ offers }: { offers?: unknown[] }) => offers?.length ?? 0 },
  { address: '/recherche', params: ['q'], base: '', rows: () => 0 },
  { address: '/recherche-rapide', params: ['q'], base: '', rows: () => 0 },
  { address: '/communes', params: ['q'], base: '', rows: () => 0 },
  { address: '/metiers', params: ['q'], base: '', rows: () => 0 },
  { address: '/carte/fond', params: ['q', 'tuiles'], base: '', rows: () => 0 },
];
/** These say where to look: one of them alone. */
const alone = ['boite', 'tuiles', 'page', 'etat'];
/** Without a place a way says nothing. */
const beside: Record<string, string> = { rayon: '&commune=65440', minutes: '&commune=65440', moyen: '&commune=65440&minutes=30' };

let routes: Route[] = [];
let officer: Actor;
beforeAll(async () => {
  routes = await everyRoute();
  const [ours, theirs] = [await missionLocale(), await missionLocale({ regionCode: '24', departementCode: '18' })];
  for (const [ml, name, commune, postcode] of [[ours, 'Auberge', 'Tarbes', '65000'], [theirs, secret, 'Bourges', '18000']] as const) {
    const ids = await partners(ml, ['a', 'b', 'c'].map((letter, i) => ({ name: `${name} ${letter}`, commune, postcode, themes: i < 2 ? ['emploi'] : ['sante'] })));
    for (const [i, kind] of (['job', 'training', 'job'] as const).entries()) {
      const { offerId } = await ml.as('officer').do(addOffer, { kind, title: `${name} ${i}`, description: 'À lire.', partnershipId: ids[i]!, audience: 'agency' } as never);
      await ml.as('officer').do(moveOffer, { offerId, verb: 'publish' });
    }
  }
  officer = await ours.person('officer');
});

const open = async (address: string, params: URLSearchParams, who = officer): Promise<{ status: number; json: Record<string, never>; text: string }> => {
  const { status, to, text } = await visit(routes.find((one) => one.address === address)!, who, { search: params.size > 0 ? `?${params}` : '' });
  // A tidy address is told by a redirect, once.
  if (status === 302) return open(address, new URL(to, 'http://x').searchParams, who);
  return { status, text, json: status === 200 ? (JSON.parse(text) as Record<string, never>) : {} };
};

/** Was it kept as it was typed? Then nothing need be said. */
function isKept(filters: Record<string, unknown>, param: string, value: string): boolean {
  const kept = filters[param];
  if (param === 'q' || param === 'metierText') return value.length <= 200;
  if (param === 'metier') return [kept].flat().includes(value.toUpperCase());
  return Array.isArray(kept) ? kept.includes(value) : String(kept) === value;
}
/** What is no filter, and starts again from its first page or usual place without harm. */
const unsaid = ['apres', 'avant', 'vue'];

describe.each(addresses)('$address', ({ address, params, base, rows, isList }) => {
  test.each(params)('%s', async (param) => {
    const without = rows((await open(address, new URLSearchParams(base))).json);
    const tried = Object.entries(bad).filter(([what]) => isList || params.length < 5 || alone.includes(param) || breaking.includes(what));
    for (const [what, value] of tried) {
      const asked = new URLSearchParams(base + (beside[param] ?? ''));
      if (alone.includes(param) || param === 'moyen') asked.set(param, value);
      else asked.append(param, value);
      const { status, json, text } = await open(address, asked);
      const told = `${param}, ${what}`;
      expect([told, status === 200 || status === 422, text.includes(secret)]).toEqual([told, true, false]);
      if (status === 422) expect([told, JSON.parse(text)]).toEqual([told, { title: 'Adresse non comprise', sentence: expect.stringMatching(/^[A-Z].+\.$/) as string }]);
      else if (!alone.includes(param)) expect([told, rows(json) <= without]).toEqual([told, true]);
      const { notices = [], filters } = json as { notices?: string[]; filters?: Record<string, unknown> };
      if (isList && !unsaid.includes(param) && !isKept(filters!, param, value)) expect([told, notices]).toEqual([told, [expect.stringMatching(/^[A-ZÀ].+\.$/), ...notices.slice(1)]]);
    }
  });
});

test('mille codes de métier : quarante comptent, et la liste le dit', async () => {
  const { json } = await open('/offres', new URLSearchParams(Array.from({ length: 1000 }, (_, i) => ['metier', `G${1000 + i}`])));
  expect(json).toMatchObject({ total: 0, notices: ['Un filtre prend 40 valeurs au plus : les autres ne comptent pas.'] });
});

test('sur le 180ᵉ méridien, un clic se lit de part et d’autre', async () => {
  const at = (boite: string) => open('/partenaires/ici', new URLSearchParams({ boite })).then(({ status, json }) => [status, total(json)]);
  expect(await at('179.9,-90,-179.9,90')).toEqual([200, 0]);
  expect(await at('179.9,-90,180.1,90')).toEqual([200, 0]);
  // Round the Earth the short way from Madrid to Rome, told from the other side of it.
  expect(await at('356,42,372,44')).toEqual([200, 3]);
});

describe.each(engines)('les mots, avec %s', (engine) => {
  const search = useSearchEngine(engine);
  beforeAll(search.learn);

  test.each(['/partenaires', '/offres', '/recherche', '/recherche-rapide'])('%s', async (address) => {
    for (const [what, value] of Object.entries(bad)) {
      for (const beyond of ['', '&commune=65440&rayon=20']) {
        const { status, json, text } = await open(address, new URLSearchParams(`q=${encodeURIComponent(value)}${beyond}`));
        expect([what, status, text.includes(secret), total(json) <= 3]).toEqual([what, 200, false, true]);
      }
    }
  });
});
