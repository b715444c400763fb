import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { signIn } from './support/people';
import { look } from './support/watch-page';

/** Real files, beside the repository: they are public but not ours to ship. */
function realFile(name: string): string {
  const file = path.resolve('..', 'shared', 'data', name);
  if (!existsSync(file)) throw new Error(`${name} is missing: put the data folder beside the repository`);
  return file;
}

const minutes = { timeout: 180_000 };
const dialog = (page: Page) => page.getByRole('alertdialog');

/** What the list counts, with these filters. */
async function counted(page: Page, query = ''): Promise<number> {
  await page.goto(`/partenaires${query}`);
  const sentence = await page.getByRole('status').filter({ hasText: /partenaire/ }).first().locator('b').last().textContent();
  return /aucun/i.test(sentence ?? '') ? 0 : Number((sentence ?? '').replace(/\D/g, ''));
}

/** From the file to the plan. */
async function send(page: Page, file: string): Promise<void> {
  await page.goto('/partenaires/import');
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Lire le fichier' }).click();
  await expect(page).toHaveURL(/\/partenaires\/import\/[0-9a-f-]{36}/, minutes);
}

async function apply(page: Page, button: RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).click(minutes);
  await expect(page.getByRole('button', { name: 'Annuler l’import' })).toBeVisible(minutes);
}

async function undo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Annuler l’import' }).click();
  await dialog(page).getByRole('button', { name: 'Annuler l’import' }).click();
  await expect(page.getByText('L’import est annulé.')).toBeVisible(minutes);
}

test.describe.configure({ mode: 'serial' });

test('an officer imports 3,637 organisations, finds them, imports them again for nothing, and undoes it all', async ({ page }) => {
  test.setTimeout(600_000);
  await signIn(page, 'officer');
  const before = await counted(page);

  const from = Date.now();
  await send(page, realFile('siae-2019.csv'));
  await apply(page, /^Importer 3\s637 /);
  console.log(`siae-2019.csv : ${((Date.now() - from) / 1000).toFixed(1)} s de l’envoi à la fin`);
  const address = page.url();
  expect(await counted(page)).toBe(before + 3637);

  // The demonstration has nobody in Ain; the département counts what the file counts: distinct SIRETs whose postcode begins so.
  const lines = readFileSync(realFile('siae-2019.csv'), 'utf8').split(/\r?\n/).slice(1).map((line) => line.split(';'));
  const ain = new Set(lines.filter((cells) => /^01/.test(cells[3] ?? '')).map((cells) => cells[7]));
  expect(await counted(page, '?departement=01')).toBe(ain.size);

  for (const words of ['restos coeur ain', 'RESTAURENTS DU COEUR', '42919265100025', '429 192 651 00025']) {
    await page.goto(`/partenaires?${new URLSearchParams({ q: words })}`);
    await expect(page.getByRole('link', { name: /Restaurants du Cœur/ }).first(), words).toBeVisible();
  }

  await send(page, realFile('siae-2019.csv'));
  await expect(page.getByText('Il n’y a rien à importer.')).toBeVisible(minutes);
  expect(await counted(page)).toBe(before + 3637);

  await undo(page, address);
  expect(await counted(page)).toBe(before);
});

test('908 places without a SIRET, at the coordinates of the file; undone, none is left', async ({ page }) => {
  test.setTimeout(600_000);
  await signIn(page, 'officer');
  const before = await counted(page);
  await send(page, realFile('france-services.csv'));
  await expect(page.getByRole('button', { name: /^Importer 908 / })).toBeVisible(minutes);
  await look(page, 'import à confirmer');
  await apply(page, /^Importer 908 /);
  const address = page.url();
  expect(await counted(page)).toBe(before + 908);
  await page.goto('/partenaires?q=valserhone');
  await page.getByRole('link', { name: 'Valserhône' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /Valserhône/ })).toBeVisible();
  await expect(page.getByText(/Position approchée/)).toHaveCount(0);
  await undo(page, address);
  expect(await counted(page)).toBe(before);
});

test('a file that is no table comes back with a sentence, and nothing is lost', async ({ page }) => {
  await signIn(page, 'officer', '/partenaires/import');
  await page.locator('input[type=file]').setInputFiles({ name: 'partenaires.xlsx', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('%PDF-1.7 not a table') });
  await page.getByRole('button', { name: 'Lire le fichier' }).click();
  await expect(page.getByText(/PDF/).first()).toBeVisible();
  await expect(page).toHaveURL(/\/partenaires\/import/);
});
