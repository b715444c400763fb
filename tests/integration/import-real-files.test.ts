import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readSheet } from '~/adapters/spreadsheet/read-sheet';
import { mappingProblems } from '~/domain/import/fields';
import type { ReadRow } from '~/domain/import/facts';
import { groupRows } from '~/domain/import/group-rows';
import { readRow } from '~/domain/import/read-row';
import { proposedMapping, recogniseColumns } from '~/domain/import/recognise-columns';
import { createCommuneLookup } from '~/domain/place/commune-lookup';
import { communesFromEtalab, type EtalabCommune } from '~/domain/place/communes-from-etalab';
import { departementOfPostcode } from '~/domain/place/postcode';

const communesFile = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json');
const communes = createCommuneLookup(communesFromEtalab(JSON.parse(readFileSync(communesFile, 'utf8')) as EtalabCommune[]));

type Accepted = Extract<ReadRow, { ok: true }>;

/** Reads a public list wholly, as the import does: columns found, no person's help. */
async function importFile(name: string) {
  const path = fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url));
  expect(existsSync(path), `il faut ${path} pour ce test`).toBe(true);
  const sheet = await readSheet(path);
  const sample: string[][] = [];
  for await (const row of sheet.rows) if (sample.push(row.cells) >= 300) break;
  const columns = recogniseColumns(sheet.headers, sample);
  const mapping = proposedMapping(columns);
  const accepted: Accepted[] = [];
  const refused: Extract<ReadRow, { ok: false }>[] = [];
  const raw: string[][] = [];
  for await (const row of sheet.rows) {
    raw.push(row.cells);
    const read = readRow(row, { mapping, communes, today: '2025-01-01' });
    if (read.ok) accepted.push(read);
    else refused.push(read);
  }
  const organisations = groupRows(accepted);
  return { sheet, columns, mapping, accepted, refused, raw, organisations };
}

const tally = (values: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

describe('la liste des structures d’insertion (2019)', async () => {
  const { sheet, columns, mapping, accepted, refused, raw, organisations } = await importFile('siae-2019.csv');

  test('toutes les colonnes sont reconnues sans aide', () => {
    expect(sheet).toMatchObject({ encoding: 'utf-8', separator: ';', warnings: [] });
    expect(columns.map(({ field, confidence }) => `${field} ${confidence}`)).toEqual(
      'kind departement ignored postcode commune nafCode legalForm siret name addressNumber addressLine ignored ignored phone email'.split(' ').map((field) => `${field} sure`),
    );
    expect(mappingProblems(mapping)).toEqual([]);
  });

  test('3 932 lignes font 3 637 organisations, aucune n’est refusée ni perdue', () => {
    expect(refused).toEqual([]);
    expect(accepted).toHaveLength(3932);
    expect(organisations).toHaveLength(3637);
    expect(organisations.flatMap(({ lines }) => lines).sort((a, b) => a - b)).toEqual(Array.from({ length: 3932 }, (_, i) => i + 2));
    expect(new Set(organisations.map(({ key }) => key)).size).toBe(3637);
  });

  test('chaque organisation a sa commune et son département', () => {
    expect(organisations.filter(({ facts }) => !facts.address.communeCode)).toEqual([]);
    const known = new Map<string, string>([['59L', '59'], ['59V', '59']]);
    for (const [i, cells] of raw.entries()) {
      const typed = cells[1]!;
      const fromFile = known.get(typed) ?? (/^\d{3}$/.test(typed) && !typed.startsWith('97') ? typed.slice(1) : typed.replace(/^0/, ''));
      const found = accepted[i]!.facts.address.departementCode;
      if (fromFile !== found) expect([found, departementOfPostcode(cells[3]!)], `ligne ${i + 2}`).toContain(found);
    }
  });

  test('les mesures différentes d’un même SIRET sont réunies', () => {
    const measures = new Map<string, Set<string>>();
    for (const cells of raw) measures.set(cells[7]!, (measures.get(cells[7]!) ?? new Set()).add(cells[0]!));
    const several = [...measures.values()].filter((set) => set.size > 1).length;
    expect(several).toBe(185);
    expect(organisations.filter(({ facts }) => facts.kinds.length > 1)).toHaveLength(185);
    expect(tally(organisations.flatMap(({ facts }) => facts.unknownKinds))).toEqual({});
  });

  test('les téléphones différents d’un même SIRET sont réunis, les sept tronqués sont dits', () => {
    expect(organisations.filter(({ facts }) => facts.phones.length > 1).length).toBeGreaterThan(200);
    const cut = accepted.flatMap(({ notes }) => notes).filter(({ field }) => field === 'phone');
    expect(cut.map(({ value }) => value).sort()).toEqual(['015', '033', '038', '069', '069', '069', '069']);
  });

  test('les noms sont lisibles et l’original est gardé', () => {
    const first = organisations.find(({ facts }) => facts.siret === '41071771400035')!.facts;
    expect(first).toMatchObject({
      name: "Ainterim'Air",
      originalName: "AINTERIM'AIR",
      kinds: ['siae_etti'],
      nafCode: '78.20Z',
      address: { line: '62 avenue du Général Sarrail', postcode: '01500', communeCode: '01004', communeName: 'Ambérieu-en-Bugey', departementCode: '01' },
      emails: ['contact@ainterim-air.example'],
    });
    const shouting = organisations.filter(({ facts }) => /\p{Lu}{9,}/u.test(facts.name) && facts.originalName && !/\p{Lu}\.\p{Lu}/u.test(facts.name));
    expect(shouting.map(({ facts }) => facts.name)).toEqual([]);
  });
});

describe('la liste des espaces France services', async () => {
  const { sheet, columns, accepted, refused, organisations } = await importFile('france-services.csv');

  test('toutes les colonnes sont reconnues sans aide', () => {
    expect(sheet).toMatchObject({ encoding: 'windows-1252', separator: ';' });
    expect(columns.map(({ field, confidence }) => `${field} ${confidence}`)).toEqual(
      'externalId name kind addressLine addressComplement postcode commune communeCode latitude longitude email phone hoursMon hoursTue hoursWed hoursThu hoursFri hoursSat ignored'.split(' ').map((field) => `${field} sure`),
    );
  });

  test('908 lignes font 908 lieux, même quand deux portent le même nom', () => {
    expect(refused).toEqual([]);
    expect(organisations).toHaveLength(908);
    expect(organisations.filter(({ facts }) => /^Evreux (?:- )?Portes de Normandie/i.test(facts.name))).toHaveLength(2);
    expect(tally(organisations.flatMap(({ facts }) => facts.kinds))).toEqual({ france_services: 908 });
  });

  test('les coordonnées viennent du fichier ; une seule commune reste inconnue, et c’est dit', () => {
    expect(organisations.filter(({ facts }) => facts.place?.precision !== 'given').map(({ facts }) => facts.name)).toEqual([]);
    const unknown = accepted.filter(({ facts }) => !facts.address.communeCode);
    expect(unknown.map(({ facts }) => facts.address.communeName)).toEqual(['Ponte-Leccia']);
    expect(unknown[0]!.notes.map(({ text }) => text).join(' ')).toMatch(/PONTE-LECCIA.*placé par ses coordonnées/);
  });

  test('les horaires se lisent, ou restent en mots', () => {
    const hours = accepted.map(({ facts }) => facts.openingHours);
    expect(hours.filter((one) => one === null)).toHaveLength(103);
    expect(hours.filter((one) => one?.note).length).toBeLessThan(65);
    expect(accepted[0]!.facts.openingHours?.days.mon).toEqual([['09:00', '12:00'], ['13:30', '17:00']]);
    expect(accepted[0]!.facts.openingHours?.days.sat).toEqual([]);
  });
});
