import { expect, test, type Page } from '@playwright/test';
import { signIn } from './support/people';
import { complaintsOf, expectAccessible, expectNoSidewaysScroll } from './support/watch-page';

/** A partner of one's own, whose record nothing else touches. */
async function newPartner(page: Page, name: string): Promise<string> {
  await page.goto('/partenaires/nouveau');
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=name]').press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname;
}

test('an officer notes a call with its next step in less than 20 seconds, the keyboard alone', async ({ page }) => {
  test.setTimeout(120_000);
  const complaints = complaintsOf(page);
  await signIn(page, 'officer');
  const record = await newPartner(page, 'Garage de l’appel');
  await expect(page.getByRole('link', { name: /Noter un échange/ }).locator('kbd')).toBeVisible();
  const begun = Date.now();
  await page.keyboard.press('n');
  await expect(page.getByLabel('Ce qui s’est dit')).toBeFocused();
  await page.keyboard.type('Prêt à recevoir une immersion en mai.\n- mécanique\n- carrosserie', { delay: 40 });
  await page.getByLabel('Et ensuite ?').focus();
  await page.keyboard.type('Envoyer la convention', { delay: 40 });
  await page.getByLabel('Ce qui s’est dit').focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('L’échange est noté. La suite est dans « À faire ».')).toBeVisible();
  expect(Date.now() - begun).toBeLessThan(20_000);
  await expect(page.locator('.timeline li', { hasText: 'mécanique' }).getByRole('listitem')).toHaveCount(2);
  await expect(page.locator('.glance')).toContainText('Envoyer la convention');
  await expect(page).toHaveURL(new RegExp(`${record}/echanges$`));

  // Corrected, then taken away and brought back.
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
  await expect(page.getByRole('alert')).toContainText(/15.999 caractères : 10.000 au plus/);
  expect((await text.inputValue()).length).toBeGreaterThan(15_000);
  // As a form without script would send it: a browser takes long to lay out two megabytes, the server must not.
  const endless = 'Bonjour à vous. '.repeat(125_000);
  const answer = await page.request.post(`${record}/echanges?noter=appel`, { form: { intent: 'add', kind: 'call', body: endless }, headers: { origin: new URL(page.url()).origin } });
  expect(answer.status()).toBe(422);
  const html = await answer.text();
  expect(html).toMatch(/1.999.999 caractères : 10.000 au plus/);
  expect(html.split('Bonjour à vous.').length).toBeGreaterThan(125_000);
  await text.fill('Fini.');
  await page.getByRole('button', { name: 'Noter l’échange' }).click();
  await expect(page.getByText('L’échange est noté.')).toBeVisible();
  await page.goto(`${record}/echanges?noter=appel`);
  await expect(text).toBeFocused();
  await expect(text).toHaveValue('');
});

test('without script: a visit is noted, a day to come is refused at its field, what was typed is kept', async ({ browser }) => {
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
  await page.getByRole('button', { name: 'Noter l’échange' }).click();
  await expect(page.locator('.timeline li', { hasText: 'Vu l’atelier.' })).toContainText('15 janv. 2026');
  await page.context().close();
});

test('the timeline and its form hold on a telephone and on a desk', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'officer', '/partenaires?etape=active');
  await page.locator('table tbody a').first().click();
  await expect(page).toHaveURL(/\/partenaires\/[0-9a-f-]{36}/);
  const record = new URL(page.url()).pathname;
  for (const [width, height] of [[360, 740], [1440, 900]] as const) {
    await page.setViewportSize({ width, height });
    for (const address of ['/echanges', '/echanges?noter=appel', '/echanges?type=appel']) {
      await page.goto(record + address);
      await expectNoSidewaysScroll(page, `${address} ${width}`);
      await expectAccessible(page, `${address} ${width}`);
      await page.screenshot({ path: `test-results/pages/echanges-${address.replace(/\W+/g, '_')}-${width}.png`, fullPage: true });
    }
  }
});
