import { describe, expect, test } from 'vitest';
import { answerAll, answerQuestion } from '~/domain/import/answer-question.server';
import { itemsOfImport, refusedLines } from '~/domain/import/imports.queries.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { importing } from '../../support/imports';
import { sirets } from '../../support/sirets';

useDatabase();
const siret = sirets();
const csv = (...lines: string[]) => ['SIRET;Nom;Adresse;Code postal;Commune;Téléphone', ...lines].join('\n');
type Agency = Awaited<ReturnType<typeof missionLocale>>;
const organisationsOf = (ml: Agency) => ml.as('officer').run((ctx) => ctx.db.organisation.findMany({ orderBy: { name: 'asc' } }));
const partners = (ml: Agency) => ml.as('officer').run((ctx) => ctx.db.partnership.count());

describe('une organisation que le réseau connaît', () => {
  test('est rejointe, pas copiée : une fiche, deux relations', async () => {
    const [tarbes, lourdes] = [await missionLocale(), await missionLocale()];
    const file = csv(`${siret()};BOULANGERIE MARTIN;1 rue des Forges;65000;Tarbes;05 36 49 12 08`, `${siret()};GARAGE DU PIC;;65000;Tarbes;`);
    const first = await importing(tarbes, file);
    await first.plan();
    await first.apply();
    const second = await importing(lourdes, file);
    await second.plan();
    expect(await second.counts()).toMatchObject({ create: 0, join: 2 });
    await second.apply();
    expect((await organisationsOf(lourdes)).map(({ id }) => id)).toEqual((await organisationsOf(tarbes)).map(({ id }) => id));

    // The first takes its import back: the records belong to the network now, the second keeps its partners.
    expect((await first.undo()).state).toBe('undone');
    expect(await partners(tarbes)).toBe(0);
    expect(await organisationsOf(tarbes)).toEqual([]);
    expect(await partners(lourdes)).toBe(2);
  });

  test('sans SIRET, celle d’une autre agence reste invisible', async () => {
    const [tarbes, lourdes] = [await missionLocale(), await missionLocale()];
    const file = csv(';Amicale des Pêcheurs;;65000;Tarbes;');
    const first = await importing(tarbes, file);
    await first.plan();
    await first.apply();
    const second = await importing(lourdes, file);
    await second.plan();
    expect(await second.counts()).toMatchObject({ create: 1, join: 0 });
  });

  test('prise par une autre agence entre la préparation et l’import : elle est rejointe', async () => {
    const [tarbes, lourdes] = [await missionLocale(), await missionLocale()];
    const number = siret();
    const mine = await importing(tarbes, csv(`${number};Scierie Duclos;;65000;Tarbes;`));
    await mine.plan();
    expect(await mine.counts()).toMatchObject({ create: 1 });
    await lourdes.as('officer').do(addPartner, { name: 'Scierie Duclos', siret: number });
    await mine.apply();
    expect(await mine.counts()).toMatchObject({ create: 0, join: 1 });
    expect(await partners(tarbes)).toBe(1);
  });
});

describe('un partenaire déjà là', () => {
  test('le label « Je m’engage pour la jeunesse » vient du fichier, et repart avec l’import', async () => {
    const ml = await missionLocale();
    const number = siret();
    await ml.as('officer').do(addPartner, { name: 'Menuiserie du Pic', siret: number });
    const labels = async () => (await organisationsOf(ml)).map(({ name, hasYouthLabel }) => [name, hasYouthLabel]);
    const file = await importing(ml, ['SIRET;Nom;Commune;Label « Je m’engage pour la jeunesse »', `${number};Menuiserie du Pic;;oui`, `${siret()};Garage Duval;Tarbes;oui`, `${siret()};Scierie Haute;Tarbes;`].join('\n'));
    await file.plan();
    expect(await file.counts()).toMatchObject({ complete: 1, create: 2, questions: 0 });
    await file.apply();
    expect(await labels()).toEqual([['Garage Duval', true], ['Menuiserie du Pic', true], ['Scierie Haute', false]]);
    await file.undo();
    expect(await labels()).toEqual([['Menuiserie du Pic', false]]);
  });

  test('est complété là où rien n’était écrit, et redevient comme avant quand on annule', async () => {
    const ml = await missionLocale();
    const number = siret();
    await ml.as('officer').do(addPartner, { name: 'Menuiserie du Pic', siret: number, phone: '05 36 49 12 08' });
    const before = await organisationsOf(ml);
    const file = await importing(ml, csv(`${number};MENUISERIE DU PIC;3 rue Haute;65000;Tarbes;05 36 49 12 08`));
    await file.plan();
    expect(await file.counts()).toMatchObject({ complete: 1, create: 0, questions: 0 });
    await file.apply();
    expect((await organisationsOf(ml))[0]).toMatchObject({ name: 'Menuiserie du Pic', addressLine: '3 rue Haute', postcode: '65000' });
    expect((await file.undo()).state).toBe('undone');
    const [{ version: _v, updatedAt: _u, ...after }, { version: _w, updatedAt: _x, ...was }] = [(await organisationsOf(ml))[0]!, before[0]!];
    expect(after).toEqual(was);
    expect(await partners(ml)).toBe(1);
  });

  test('garde ses valeurs quand le fichier en dit d’autres, sauf si la personne choisit celles du fichier', async () => {
    const ml = await missionLocale();
    const [one, two] = [siret(), siret()];
    for (const number of [one, two]) await ml.as('officer').do(addPartner, { name: `Atelier ${number}`, siret: number, phone: '05 36 49 12 08' });
    const file = await importing(ml, csv(`${one};Atelier ${one};;;;05 36 49 99 01`, `${two};Atelier ${two};;;;05 36 49 99 02`));
    await file.plan();
    expect(await file.counts()).toMatchObject({ unchanged: 2, complete: 0, questions: 2 });

    const { items } = await ml.as('officer').run((ctx) => itemsOfImport(ctx, file.id, 'questions', {}));
    expect(items[0]?.questions[0]).toMatchObject({ field: 'phone', chosen: 0, options: [{ from: 'record', says: '05 36 49 12 08' }, { from: 'file', says: '05 36 49 99 01' }] });
    await ml.as('officer').do(answerQuestion, { importId: file.id, position: items[0]!.position, field: 'phone', chosen: 1 });
    expect(await file.counts()).toMatchObject({ unchanged: 1, complete: 1 });
    await file.apply();
    expect((await organisationsOf(ml)).map(({ phone }) => phone).sort()).toEqual(['+33536491208', '+33536499901']);
    await file.undo();
    expect((await organisationsOf(ml)).map(({ phone }) => phone)).toEqual(['+33536491208', '+33536491208']);
  });

  test('corrigé par quelqu’un depuis la préparation, il garde cette correction malgré un choix antérieur', async () => {
    const ml = await missionLocale();
    const number = siret();
    await ml.as('officer').do(addPartner, { name: 'Cycles du Pic', siret: number, phone: '05 36 49 12 08' });
    const file = await importing(ml, csv(`${number};Cycles du Pic;;;;05 36 49 99 01`));
    await file.plan();
    await ml.as('officer').do(answerAll, { importId: file.id, field: 'phone', from: 'file' });
    await ml.as('manager').run((ctx) => ctx.db.organisation.updateMany({ data: { phone: '+33536490000' } }));
    await file.apply();
    expect((await organisationsOf(ml))[0]?.phone).toBe('+33536490000');
  });

  test('n’est pas doublé par une seconde ligne du fichier sans SIRET', async () => {
    const ml = await missionLocale();
    const file = await importing(ml, csv(`${siret()};Fleurs d’Adour;2 rue Basse;65000;Tarbes;`, ';FLEURS D ADOUR;;65000;TARBES;05 36 49 12 08'));
    await file.plan();
    await file.apply();
    expect(await partners(ml)).toBe(1);
    expect((await organisationsOf(ml))[0]?.phone).toBe('+33536491208');
  });
});

test('les lignes refusées sortent avec leur motif, se corrigent et s’importent', async () => {
  const ml = await missionLocale();
  const file = await importing(ml, csv(`${siret()};Bonne Ligne;;65000;Tarbes;`, '123;Mauvais Siret;;65000;Tarbes;', ';;;65000;Tarbes;', `${siret()};Ailleurs;;99999;Nullepart;`));
  await file.plan();
  expect(await file.counts()).toMatchObject({ lines: 4, create: 1, refused: 3 });
  const lines = await ml.as('officer').run(async (ctx) => {
    const all: string[][] = [];
    for await (const line of refusedLines(ctx, file.id)) all.push(line);
    return all;
  });
  expect(lines[0]).toEqual(['SIRET', 'Nom', 'Adresse', 'Code postal', 'Commune', 'Téléphone', 'Motif']);
  expect(lines.slice(1).map((line) => [line[1], line.at(-1)])).toEqual([
    ['Mauvais Siret', 'Le SIRET « 123 » a 3 chiffres au lieu de 14.'],
    ['', 'Le nom est vide.'],
    ['Ailleurs', expect.stringContaining('99999')],
  ]);
  // Corrected in a spreadsheet, the `Motif` column still there.
  lines[1]![0] = siret();
  const again = await importing(ml, lines.slice(0, 2).map((line) => line.map((cell) => `"${cell}"`).join(';')).join('\n'));
  await again.plan();
  expect(await again.counts()).toMatchObject({ lines: 1, create: 1, refused: 0 });
});
