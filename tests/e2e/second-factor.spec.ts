import { expect, test } from '@playwright/test';
import { TOTP } from 'otpauth';
import { accountOf, typePassword } from './support/people';
import { complaintsOf, look } from './support/watch-page';

test('an agency asks its administrator for a second factor: set up at the next sign-in, asked for at the one after', async ({ page }) => {
  const complaints = complaintsOf(page);
  const admin = accountOf('admin', 'last'); // of the neighbour: the other administrator signs in elsewhere
  await typePassword(page, admin, '/reglages/agence');
  await page.getByLabel(/double authentification/i).check();
  await page.locator('form', { has: page.getByLabel(/double authentification/i) }).getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Le réglage de sécurité est enregistré.')).toBeVisible();

  await page.context().clearCookies();
  await typePassword(page, admin);
  await expect(page).toHaveURL(/double-authentification/);
  await look(page, 'double-authentification');
  await page.getByRole('button', { name: 'Commencer' }).click();
  const secret = (await page.locator('code').first().textContent()) ?? '';
  await look(page, 'double-authentification commencée');
  await page.getByLabel('Code affiché par le téléphone').fill(new TOTP({ secret: secret.replace(/\s/g, '') }).generate());
  await page.getByRole('button', { name: 'Vérifier et mettre en place' }).click();
  await expect(page.getByRole('heading', { name: 'Vos codes de secours' })).toBeVisible();
  await look(page, 'codes de secours');
  const [code] = (await page.locator('main, body').first().innerText()).match(/\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\b/) ?? [];

  await page.context().clearCookies();
  await typePassword(page, admin);
  await expect(page).toHaveURL(/connexion\/code/);
  await look(page, 'code de connexion');
  await page.getByText('Je n’ai pas mon téléphone').click();
  await page.locator('input[name=recoveryCode]').fill(code ?? '');
  await page.locator('input[name=recoveryCode]').press('Enter');
  await expect(page).not.toHaveURL(/connexion/);
  expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
});
