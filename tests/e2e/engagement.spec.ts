import { expect, test, type Locator, type Page } from '@playwright/test';
import { signIn } from './support/people';
import { complaintsOf } from './support/watch-page';

/** The first card of what is shown, by its address: two partners may bear one name. */
async function firstCard(page: Page, within: Locator): Promise<{ name: string; card: Locator }> {
  const link = within.locator('.board-card > a').first();
  const [name, address] = [await link.textContent(), await link.getAttribute('href')];
  return { name: name ?? '', card: page.locator('.board-card', { has: page.locator(`> a[href="${address}"]`) }) };
}
const column = (page: Page, name: RegExp) => page.getByRole('region', { name });

test('the matrix of a partner is filled by keyboard alone, and the next partner of the list is one link away', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signIn(page, 'officer', '/partenaires?q=garage&tri=nom');
  await page.locator('table tbody a.row-link').first().click();
  await expect(page.getByRole('navigation', { name: 'Dans la liste' })).toContainText(/1 sur \d+/);
  await page.getByRole('link', { name: 'Engagements' }).click();
  const event = page.getByRole('group', { name: 'Accueil d’évènement', exact: true });
  await event.locator('input[type=radio]:checked').focus();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('Tab'); // to the box of May
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('C’est noté : Accueil d’évènement.')).toBeVisible();
  await expect(event.locator('summary')).toContainText('mai');
  await expect(event.getByRole('radio', { name: 'partant' })).toBeChecked();
  const first = await page.locator('h1').textContent();
  await page.getByRole('navigation', { name: 'Dans la liste' }).getByRole('link', { name: 'suivant' }).click();
  await expect(page.getByRole('navigation', { name: 'Dans la liste' })).toContainText(/2 sur \d+/);
  await expect(page).toHaveURL(/engagements\?liste=/);
  expect(await page.locator('h1').textContent()).not.toBe(first);
  expect(complaints).toEqual([]);
});

test('what is wrong is said at its box, and what was typed stays', async ({ page }) => {
  await signIn(page, 'officer', '/partenaires?q=garage&tri=nom');
  await page.locator('table tbody a.row-link').first().click();
  await page.getByRole('link', { name: 'Engagements' }).click();
  const stage = page.getByRole('group', { name: 'Parrainage', exact: true });
  await stage.getByText('régulier').click();
  await stage.getByLabel('Parrainage, combien par mois').fill('deux');
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(stage.getByText('Un nombre entier par mois, ou rien.')).toBeVisible();
  await expect(stage.getByLabel('Parrainage, combien par mois')).toHaveValue('deux');
  await expect(stage.getByRole('radio', { name: 'régulier' })).toBeChecked();
});

test('a card of the board is dragged, and the move is undone; ending asks why', async ({ page }) => {
  const complaints = complaintsOf(page);
  // Every column on screen: the mouse of a test does not wait for a board that slides.
  await page.setViewportSize({ width: 1900, height: 900 });
  await signIn(page, 'officer', '/partenaires/etapes');
  const { name, card } = await firstCard(page, column(page, /^Prospect/));
  await card.dragTo(column(page, /^Contacté/).locator('h2'));
  await expect(page.getByText(`${name} est maintenant contacté.`)).toBeVisible();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByText('l’étape est de nouveau « Prospect »')).toBeVisible();
  await card.dragTo(column(page, /^Terminé/).locator('h2'));
  await expect(page.getByRole('dialog', { name: `Déplacer ${name}` }).getByRole('radio', { name: 'Terminer' })).toBeChecked();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('dialog').getByText('Indiquez pourquoi le partenariat se termine.').first()).toBeVisible();
  expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
});

test('by keyboard, the button of a card moves it', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await signIn(page, 'officer', '/partenaires/etapes?etape=contacted');
  const { name, card } = await firstCard(page, column(page, /^Contacté/));
  await card.getByRole('link', { name: `Déplacer ${name}` }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: `Déplacer ${name}` });
  await dialog.getByRole('radio', { name: 'Rendre actif' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${name} est maintenant actif.`)).toBeVisible();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('a card moves, a list is kept and worked through', async ({ page }) => {
    await signIn(page, 'officer', '/partenaires/etapes?etape=building');
    const { name, card } = await firstCard(page, page.locator('main'));
    await card.getByText('Déplacer').click();
    await page.getByLabel('Rendre actif').check();
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expect(page.getByText(`${name} est maintenant actif.`)).toBeVisible();
    await page.goto('/partenaires?forme=immersion&niveau=tried');
    await page.locator('summary', { hasText: 'Listes' }).click();
    await page.getByLabel('Enregistrer cette liste').fill('Déjà en immersion');
    await page.locator('button[value=enregistrer-liste]').click();
    await expect(page.getByText('La liste « Déjà en immersion » est enregistrée.')).toBeVisible();
    await page.goto('/partenaires/listes');
    await page.locator('.card', { hasText: 'Déjà en immersion' }).getByRole('link', { name: 'Parcourir' }).click();
    await expect(page.getByRole('navigation', { name: 'Dans la liste' })).toContainText(/1 sur \d+/);
  });
});
