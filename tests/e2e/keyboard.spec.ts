import { expect, test, type Page } from '@playwright/test';
import { signIn } from './support/people';

/** Walks with Tab until this is in focus, as somebody without a mouse; fails when it is never reached. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const label = element?.id ? document.querySelector(`label[for="${CSS.escape(element.id)}"]`)?.textContent : '';
      return `${label ?? ''} ${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''}`;
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Tab never reaches ${name}`);
}

test('the main job with the keyboard alone: find, open, add, correct, note, archive', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, 'officer');

  // Find: "/" from anywhere, then a row by its letters.
  await expect(async () => {
    await page.keyboard.press('/'); // answered once the page's scripts have come
    await expect(page.locator('input[name=q]').first()).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type('garage');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=garage/);
  await expect(page.locator('tbody tr').first()).toBeVisible();

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

  // Note a call: N opens the form on its text, Ctrl+Enter sends.
  await page.goto(record);
  await page.getByRole('main').focus();
  await expect(async () => {
    await page.keyboard.press('n'); // answered once the page's scripts have come
    await expect(page.getByLabel('Ce qui s’est dit')).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.type('Vu sans souris.');
  await tabTo(page, /Et ensuite/);
  await page.keyboard.type('Rappeler sans souris');
  await page.keyboard.press('Shift+Tab');
  await page.getByLabel('Ce qui s’est dit').focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('p', { hasText: 'Vu sans souris.' }).first()).toBeVisible();

  // Go anywhere: Ctrl+K.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('clavier libre');
  await expect(page.getByRole('option', { name: /Atelier du clavier libre/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Atelier du clavier libre' })).toBeVisible();
});
