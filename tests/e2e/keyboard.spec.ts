import { expect, test } from '@playwright/test';
import { tabTo } from './support/keyboard';
import { signIn } from './support/people';

test('the main job with the keyboard alone: find, add, correct, go back to it', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, 'officer');

  // Find: "/" from anywhere, then what answers.
  await expect(async () => {
    await page.keyboard.press('/'); // answered once the page's scripts have come
    await expect(page.locator('input[name=q]').first()).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type('garage');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/recherche\?q=garage/);
  await expect(page.getByRole('heading', { level: 1, name: /garage/ })).toBeVisible();
  await tabTo(page, /^Garage /, 40);

  // Add a partner.
  await page.goto('/partenaires/nouveau');
  await tabTo(page, /^Nom/);
  await page.keyboard.type('Atelier du clavier');
  await tabTo(page, /Code postal/);
  await page.keyboard.type('65000');
  await tabTo(page, /Ajouter (le|ce|un)? ?partenaire|^\s*Ajouter\s*$|Enregistrer/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Atelier du clavier' })).toBeVisible();
  const record = page.url().split('?')[0]!;

  // Correct it.
  await page.goto(`${record}/modifier`);
  await tabTo(page, /^Nom/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Atelier du clavier libre');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Atelier du clavier libre' })).toBeVisible();

  // Go anywhere: Ctrl+K.
  await expect(async () => {
    await page.keyboard.press('Control+k'); // answered once the page's scripts have come
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.keyboard.type('clavier libre');
  await expect(page.getByRole('option', { name: /Atelier du clavier libre/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Atelier du clavier libre' })).toBeVisible();
});
