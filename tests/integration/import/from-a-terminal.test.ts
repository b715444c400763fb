import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askToUndo } from '~/domain/import/ask-step.server';
import { importStep } from '~/jobs/import-step.server';
import { asSystem } from '~/server/db.server';
import { bundle } from '../../../scripts/local/esbuild.mjs';
import { inVar } from '../../../scripts/local/paths.mjs';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();

let folder = '';
const file = (name: string) => path.join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(inVar('test', 'terminal-')); // in the checkout, where the program finds its packages
  await bundle({ import: 'scripts/import-file.ts' }, folder);
  writeFileSync(file('partenaires.csv'), 'Nom;Commune;Code postal;Téléphone\nBoulangerie du Gave;Tarbes;65000;05 36 49 00 11\nGarage des Baronnies;Lannemezan;65300;05 36 49 00 12\n;Tarbes;65000;\n');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm run import -- <words>` with what is typed at its question, until it ends. */
function run(words: string[], typed = ''): Promise<{ code: number | null; said: string }> {
  const program = spawn(process.execPath, [file('import.js'), ...words], { env: process.env });
  let said = '';
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  program.stdin.end(typed);
  return new Promise((resolve) => program.on('close', (code) => resolve({ code, said })));
}

async function agency() {
  const ml = await missionLocale();
  const { email } = await ml.person('admin');
  const partners = () => ml.as('admin').run(async ({ db }) => (await db.organisation.findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name));
  const imports = () => ml.as('admin').run(({ db }) => db.importBatch.findMany({ orderBy: { id: 'asc' } }));
  return { ml, partners, imports, words: [file('partenaires.csv'), '--agency', ml.name.toUpperCase(), '--as', email] };
}

test('sans réponse ou avec « non », rien n’est importé et rien n’attend ; avec « oui », tout l’est, et s’annule', async () => {
  const { ml, partners, imports, words } = await agency();
  for (const typed of ['', 'non\n']) {
    const { code, said } = await run(words, typed);
    expect(said).toMatch(/3 lignes lues\. À créer : 2\..*Lignes refusées : 1\..*\n.*ligne 4 refusée.*\nImporter 2 organisations \? \(oui\/non\) Rien n’a été importé\./);
    expect(code).toBe(0);
  }
  expect([await partners(), (await imports()).map(({ state }) => state)]).toEqual([[], ['cancelled', 'cancelled']]);

  expect(await run(words, 'oui\n')).toMatchObject({ code: 0, said: expect.stringContaining('Importé. 3 lignes lues. À créer : 2.') });
  expect(await partners()).toEqual(['Boulangerie du Gave', 'Garage des Baronnies']);
  expect(await run([...words, '--yes'])).toMatchObject({ code: 0, said: expect.stringMatching(/Sans changement : 2\..*Il n’y a rien à importer\./s) });
  const batches = await imports();
  expect(batches.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'applied', 'cancelled']);

  const { userId } = await ml.person('admin');
  const { id: importId, createdById } = batches[2]!;
  expect(createdById).toBe(userId);
  await ml.as('admin').do(askToUndo, { importId });
  await importStep({ batchId: importId, step: 'undo', missionLocaleId: ml.id, actorId: userId }, { id: '0', attempt: 1, isLastAttempt: false });
  expect(await partners()).toEqual([]);
}, 90_000);

test('le fichier est lu par ce programme, sans qu’une tâche le lise aussi', async () => {
  const { ml, words } = await agency();
  await run(words);
  const asked = await asSystem('a test reads', (db) => db.outboxEvent.findMany({ where: { missionLocaleId: ml.id } }));
  expect(asked.map(({ payload }) => (payload as { step: string }).step)).not.toContain('read');
}, 60_000);

test('ce qui manque se dit en une phrase, sans rien changer', async () => {
  const { ml, partners, words } = await agency();
  const { email } = await ml.person('counsellor');
  const [, ...where] = words;
  const cases: [string[], RegExp][] = [
    [[], /^Il manque quelque chose\.\nnpm run import/],
    [[...words, '--vite'], /^Une de ces options n’existe pas\.\nnpm run import/],
    [[file('absent.csv'), ...where], /^Le fichier .*absent\.csv n’existe pas, ou ne peut pas être lu\.$/],
    [[folder, ...where], /^Le fichier .* n’existe pas, ou ne peut pas être lu\.$/],
    [[file('import.js'), ...where, '--yes'], /^[A-ZÀ-Ý][^\n]{10,300}\.$/],
    [[words[0]!, '--agency', ml.name, '--as', email, '--yes'], /^Le compte .* ne permet pas d’importer\.$/],
    [[words[0]!, '--agency', 'Ailleurs', '--as', email, '--yes'], /^Personne n’a le compte .* dans « Ailleurs »\.$/],
  ];
  for (const [given, sentence] of cases) {
    const { code, said } = await run(given);
    expect(said.trim()).toMatch(sentence);
    expect(code).toBe(1);
  }
  expect(await partners()).toEqual([]);
}, 90_000);
