import { beforeAll, expect, test } from 'vitest';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { learnWords, manyPartners } from '../integration/partner-list/some-partners';
import { missionLocale } from '../support/agencies';
import { useDatabase } from '../support/database';

useDatabase();

/** What must come first for what people type. A search that disappointed somebody becomes a line here. */
const expected: [typed: string, first: string][] = [
  ['restos du coeur', 'Les Restaurants du Cœur'],
  ['RESTAURENTS DU COEUR', 'Les Restaurants du Cœur'],
  ['resto coeur lourdes', 'Les Restaurants du Cœur, antenne de Lourdes'],
  ['asso mobilité', 'Association Mobilité Solidaire'],
  ['association mobilite solidaires', 'Association Mobilité Solidaire'],
  ['st vincent', 'Foyer Saint-Vincent'],
  ['saint vincent', 'Foyer Saint-Vincent'],
  ['fjt', 'Foyer des Jeunes Travailleurs de l’Adour'],
  ['foyer jeunes travailleurs', 'Foyer des Jeunes Travailleurs de l’Adour'],
  ['mjc', 'Maison des Jeunes et de la Culture d’Aureilhan'],
  ['ccas tarbes', 'CCAS de Tarbes'],
  ['centre communal action sociale', 'CCAS de Tarbes'],
  ['cfa batiment', 'Centre de Formation d’Apprentis du Bâtiment'],
  ['centre de formation apprentis', 'Centre de Formation d’Apprentis du Bâtiment'],
  ['boulangrie martin', 'Boulangerie Martin'],
  ['boulangerie martn', 'Boulangerie Martin'],
  ['martin', 'Martin'],
  ['garages du pic', 'Garage du Pic'],
  ['garrage pic', 'Garage du Pic'],
  ['garagiste pic', 'Garage du Pic'],
  ['menuisreie des cretes', 'Menuiserie des Crêtes'],
  ['menui', 'Menuiserie des Crêtes'],
  ['hopitaux', 'Hôpital de Lannemezan'],
  ['l’étape', 'L’Étape'],
  ['etape', 'L’Étape'],
  ['œuvres', 'Les Œuvres du Plateau'],
  ['oeuvre plateau', 'Les Œuvres du Plateau'],
  ['e2c', 'École de la Deuxième Chance'],
  ['tp pyrenees', 'Travaux Publics des Pyrénées'],
  ['mission locale', 'Mission Locale des Neiges'],
  ['ml neiges', 'Mission Locale des Neiges'],
];

let agency: Awaited<ReturnType<typeof missionLocale>>;

beforeAll(async () => {
  agency = await missionLocale();
  const names = [...new Set(expected.map(([, name]) => name)), 'Station Vincent', 'Foyer rural', 'Martin et Filles, charpente', 'Boulangerie du Marché', 'Garage Lafitte', 'Restaurant Le Phare', 'Maison Martinez'];
  await manyPartners(agency, names.map((name) => ({ name, kindCode: 'autre', ...(name.includes('Lourdes') ? { communeCode: '65286', departementCode: '65' } : { communeCode: '65440', departementCode: '65' }) })));
  await learnWords();
});

test.each(expected)('« %s » trouve d’abord « %s »', async (typed, first) => {
  const { rows } = await agency.as('counsellor').do(listPartners, { q: typed });
  expect(rows[0]?.name).toBe(first);
});
