import { expect, test, type Page } from '@playwright/test';
import { signIn } from './support/people';
import { complaintsOf } from './support/watch-page';

/** A partner of one's own, whose record nothing else touches. */
async function newPartner(page: Page, name: string): Promise<string> {
  await page.goto('/partenaires/nouveau');
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=name]').press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname;
}

const document = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });

test('an exchange is noted with two files, corrected, taken away and brought back', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signIn(page, 'officer');
  await newPartner(page, 'Garage de l’appel');
  await page.getByRole('link', { name: /Noter un échange/ }).click();
  await page.getByLabel('Ce qui s’est dit').fill('Rappellera.');
  await page.getByText('Joindre des fichiers').click();
  const files = page.getByLabel('Fichiers de l’échange');
  await files.setInputFiles(document('affiche.pdf'));
  await files.setInputFiles(document('brouillon.pdf'));
  await page.getByRole('button', { name: 'Retirer brouillon.pdf' }).click();
  await files.setInputFiles(document('plan.pdf'));
  await page.getByRole('button', { name: 'Noter l’échange' }).click();
  await expect(page.getByText('L’échange est noté.')).toBeVisible();
  await expect(page.locator('.timeline li', { hasText: 'Rappellera.' }).locator('a[download]')).toHaveText(['affiche.pdf', 'plan.pdf']);
  await page.getByText('Actions pour : Appel').first().locator('..').click();
  await page.getByRole('link', { name: 'Corriger' }).click();
  await page.getByLabel('Visite').check();
  await page.getByLabel('Ce qui s’est dit').fill('Vu sur place.');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.locator('.timeline li', { hasText: 'Vu sur place.' })).toContainText('Visite');
  await page.getByText('Actions pour : Visite').first().locator('..').click();
  await page.getByRole('button', { name: 'Supprimer' }).click();
  await expect(page.getByText('L’échange est supprimé.')).toBeVisible();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByText('Vu sur place.')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('what is being typed waits on the device; two megabytes are answered by a sentence, and kept', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'officer');
  const record = await newPartner(page, 'Garage du brouillon');
  await page.goto(`${record}/echanges?noter=appel`);
  const text = page.getByLabel('Ce qui s’est dit');
  await expect(text).toBeFocused();
  await page.keyboard.type('Interrompu par');
  await page.goto('/partenaires');
  await page.goto(`${record}/echanges?noter=appel`);
  await expect(text).toHaveValue('Interrompu par');

  await text.fill('Bonjour à vous. '.repeat(1_000));
  await page.getByRole('button', { name: 'Noter l’échange' }).click();
  await expect(page.getByRole('alert')).toContainText(/15.999 caractères\s: 10.000 au plus/);
  expect((await text.inputValue()).length).toBeGreaterThan(15_000);
  // As a form without script would send it: a browser takes long to lay out two megabytes, the server must not.
  const endless = 'Bonjour à vous. '.repeat(125_000);
  const answer = await page.request.post(`${record}/echanges?noter=appel`, { form: { intent: 'add', kind: 'call', body: endless }, headers: { origin: new URL(page.url()).origin } });
  expect(answer.status()).toBe(422);
  const html = await answer.text();
  expect(html).toMatch(/1.999.999 caractères\s: 10.000 au plus/);
  expect(html.split('Bonjour à vous.').length).toBeGreaterThan(125_000);
  await text.fill('Fini.');
  await page.getByRole('button', { name: 'Noter l’échange' }).click();
  await expect(page.getByText('L’échange est noté.')).toBeVisible();
  await page.goto(`${record}/echanges?noter=appel`);
  await expect(text).toBeFocused();
  await expect(text).toHaveValue('');
});

test('without script: a visit is noted, a day to come and a program are refused at their field, what was typed is kept', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(page, 'officer');
  const record = await newPartner(page, 'Garage sans script');
  await page.goto(`${record}/echanges`);
  await page.getByRole('link', { name: 'Visite' }).click();
  await page.getByLabel('Ce qui s’est dit').fill('Vu l’atelier.');
  await page.locator('input[name=happenedAt]').evaluate((field: HTMLInputElement) => {
    field.removeAttribute('max');
    field.value = '2099-01-01T10:00';
  });
  await page.getByRole('button', { name: 'Noter l’échange' }).click();
  await expect(page.locator('#champ-happenedAt-erreur')).toContainText('n’est pas encore passé');
  await expect(page.getByLabel('Ce qui s’est dit')).toHaveValue('Vu l’atelier.');
  await page.locator('input[name=happenedAt]').fill('2026-01-15T10:00');
  await page.getByText('Joindre des fichiers').click();
  const files = page.getByLabel('Fichiers de l’échange');
  await files.setInputFiles([document('plan.pdf'), { ...document('outil.pdf'), buffer: Buffer.from('MZ') }]);
  await page.getByRole('button', { name: 'Noter l’échange' }).click();
  await expect(page.locator('#champ-files-erreur')).toContainText('« outil.pdf » est refusé');
  await expect(page.getByText('Choisissez de nouveau : plan.pdf.')).toBeVisible();
  await expect(page.getByLabel('Ce qui s’est dit')).toHaveValue('Vu l’atelier.');
  await files.setInputFiles(document('plan.pdf'));
  await page.getByRole('button', { name: 'Noter l’échange' }).click();
  await expect(page.locator('.timeline li', { hasText: 'Vu l’atelier.' })).toContainText(/15 janv. 2026.*plan\.pdf/s);
  await page.context().close();
});

test('the demonstration proposes to put to sleep partners that are silent, not one that wrote lately', async ({ page }) => {
  await signIn(page, 'officer', '/taches');
  const silent = page.locator('.task-line', { hasText: /Aucun échange depuis 12\smois/ });
  await expect(silent.first()).toBeVisible();
  const yearAgo = Date.now() - 360 * 86_400_000;
  for (const record of await silent.locator('a[href^="/partenaires/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
    await page.goto(`${record}/echanges`);
    await expect(page.locator('.timeline li').first()).toBeVisible();
    const said = await page.locator('.timeline li', { hasText: 'Actions pour' }).locator('time').evaluateAll((times) => times.map((time) => Date.parse(time.getAttribute('datetime')!)));
    expect(said.filter((at) => at > yearAgo), `what was said with ${record} within a year`).toEqual([]);
  }
});
