import { expect, test, type Page } from '@playwright/test';
import { signIn } from './support/people';
import { tabTo } from './support/keyboard';
import { complaintsOf, look } from './support/watch-page';

/** A counsellor with a youth in front of them: the offers that one can reach, compared, sent. Told with the mouse, then without it. */
const inMailbox = async (page: Page, subject: RegExp) => {
  await expect(async () => {
    await page.goto('/dev/mail');
    await expect(page.getByText(subject).first()).toBeVisible({ timeout: 500 });
  }).toPass();
};
/** What the demonstration, or an earlier run, had put there. */
const emptySelection = async (page: Page) => {
  await page.goto('/offres/selection');
  await expect(page.getByRole('heading', { level: 1, name: 'Ma sélection' })).toBeVisible();
  const empty = page.getByRole('button', { name: 'Vider' });
  if (await empty.isVisible()) await empty.click();
  await expect(empty).toBeHidden();
};
const soon = () => new Date(Date.now() + 80 * 86_400_000).toISOString().slice(0, 10);

test('serveuse à Tarbes, 30 minutes en bus : filtrer, comparer trois offres, les envoyer', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signIn(page, 'counsellor');
  await emptySelection(page);
  await page.goto('/offres');
  await page.getByRole('searchbox', { name: 'Chercher une offre' }).fill('serveuse tarbes 30 min en bus');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Tarbes, 30\smin en bus/).first()).toBeVisible();
  await page.locator('summary', { hasText: 'Quand, comment' }).click();
  await page.getByLabel('Commence avant le').fill(soon());
  await page.locator('summary', { hasText: 'Pour qui' }).click();
  await page.getByLabel('Niveau de la personne').selectOption({ label: 'CAP, BEP (niveau 3)' });
  await page.locator('details[open]').getByRole('button', { name: 'Appliquer' }).click();
  await expect(page.getByText('jusqu’à CAP, BEP (niveau 3)')).toBeVisible();

  const ticks = page.getByRole('checkbox', { name: /^Choisir / });
  const placeOfFirst = () => ticks.first().evaluate((tick) => tick.getBoundingClientRect().top + window.scrollY);
  const before = await placeOfFirst();
  for (const index of [0, 1, 2]) await ticks.nth(index).check();
  expect(await placeOfFirst(), 'the list does not move under the hand that ticks').toBe(before);
  await page.getByRole('button', { name: 'Ajouter à ma sélection' }).click();
  await expect(page.getByText('Votre sélection a 3 offres.')).toBeVisible();
  await page.getByRole('link', { name: 'Ma sélection (3)' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ma sélection' })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Trajet estimé/ })).toContainText('min en bus');
  await expect(page.locator('.compare thead th')).toHaveCount(3);
  await look(page, 'selection');

  await page.getByRole('link', { name: 'Envoyer par courriel' }).click();
  await page.getByLabel(/Courriel du jeune/).fill('lea');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByText('Cette adresse de courriel n’est pas valable').first()).toBeVisible();
  await page.getByLabel(/Courriel du jeune/).fill('lea.exemple@courrier.example');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByText('3 offres partent par courriel dans un instant.')).toBeVisible();
  expect(page.url()).not.toContain('courrier');
  await inMailbox(page, /3 offres à regarder/);
  expect(complaints).toEqual([]);
});

test('la même chose au clavier', async ({ page }) => {
  await signIn(page, 'officer');
  await emptySelection(page);
  await page.goto('/offres?q=serveuse+tarbes+30+min+en+bus');
  await tabTo(page, /^Choisir /, 80);
  await page.keyboard.press('Space');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText('2 lignes choisies')).toBeVisible();
  await page.getByRole('button', { name: 'Ajouter à ma sélection' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Votre sélection a 2 offres.')).toBeVisible();
  await page.goto('/offres/selection');
  await tabTo(page, /Envoyer par courriel/, 60);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Envoyer des offres' })).toBeVisible();
  await tabTo(page, /Courriel du jeune/, 60);
  await page.keyboard.type('noe.exemple@courrier.example');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 offres partent par courriel dans un instant.')).toBeVisible();
  await inMailbox(page, /2 offres à regarder/);
});
