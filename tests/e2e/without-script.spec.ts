import { expect, test } from '@playwright/test';
import { accountOf, signInByForm } from './support/people';

test.use({ javaScriptEnabled: false });

test('without JavaScript: sign in, search, add a partner, see a mistake at its field with all that was typed, sign out', async ({ page }) => {
  await signInByForm(page, 'officer', '/partenaires');
  await page.locator('input[name=q]').fill('boulangerie tarbes');
  await page.keyboard.press('Enter');
  await expect(page.locator('tbody tr').first()).toContainText(/Boulangerie/i);

  await page.goto('/partenaires/nouveau');
  await page.locator('input[name=name]').fill('Atelier sans script');
  await page.locator('input[name=siret]').fill('123 456 789 00011');
  await page.locator('form input[name=name] >> xpath=ancestor::form').getByRole('button', { name: /Ajouter|Enregistrer/ }).last().click();
  await expect(page.locator('input[name=siret]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('input[name=name]')).toHaveValue('Atelier sans script');
  await page.locator('input[name=siret]').fill('');
  await page.locator('form input[name=name] >> xpath=ancestor::form').getByRole('button', { name: /Ajouter|Enregistrer/ }).last().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Atelier sans script' })).toBeVisible();

  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.goto('/partenaires');
  await expect(page).toHaveURL(/connexion/);
});

test('a wrong password and an unknown account get the same answer', async ({ page }) => {
  const answers: string[] = [];
  for (const email of [accountOf('manager').email, 'personne@maillage.example']) {
    await page.goto('/connexion');
    await page.locator('input[name=email]').fill(email);
    await page.locator('input[name=password]').fill('pas le bon');
    await page.getByRole('button', { name: 'Se connecter' }).click();
    answers.push((await page.getByRole('alert').first().textContent()) ?? '');
    await expect(page.locator('input[name=email]')).toHaveValue(email);
    await expect(page.locator('input[name=password]')).toHaveValue('');
  }
  expect(answers[0]).toMatch(/incorrect/);
  expect(answers[1]).toBe(answers[0]);
});

test('without JavaScript: everything is searched from the top of a page; partners chosen in the list are changed after a preview, and back', async ({ page }) => {
  await signInByForm(page, 'officer', '/taches');
  await page.getByLabel('Chercher partout').fill('garage');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recherche : « garage »');
  await expect(page.getByLabel('Chercher partout')).toHaveValue('garage');
  for (const [heading, way] of [[/partenaires$/, 'Voir les'], [/offres?$/, 'Ouvrir dans la liste']] as const) {
    await expect(page.getByRole('heading', { level: 2, name: heading })).toBeVisible();
    await expect(page.getByRole('link', { name: way }).first()).toBeVisible();
  }
  await page.getByRole('link', { name: /^Voir les \d+ partenaires/ }).click();
  await expect(page).toHaveURL(/\/partenaires\?.*q=garage/);

  await page.getByRole('button', { name: 'Étiquette', exact: true }).click();
  await expect(page.getByText('Cochez au moins un partenaire.')).toBeVisible();
  const boxes = page.locator('tbody input[type=checkbox]');
  for (const rank of [0, 1]) await boxes.nth(rank).check();
  await page.getByRole('button', { name: 'Étiquette', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Ajouter ou enlever une étiquette : 2 partenaires' })).toBeVisible();
  await page.locator('main form select').first().selectOption({ label: 'Logé sur place' });
  await page.getByRole('button', { name: 'Voir ce qui changera' }).click();
  await expect(page.getByText(/partenaires? changer/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText(/^Étiquette ajoutée à \d partenaire/)).toBeVisible();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByText(/^C’est annulé pour \d partenaire/)).toBeVisible();
  await expect(page).toHaveURL(/q=garage/);
});
