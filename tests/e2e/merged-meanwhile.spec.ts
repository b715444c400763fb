import { expect, test } from '@playwright/test';
import { signIn } from './support/people';

test('what is typed in a form while a colleague merges the record stays in it, and says where the record is', async ({ page, context }) => {
  await signIn(page, 'officer');
  await page.goto('/partenaires?q=boulangerie');
  const [kept, merged] = await page.locator('tbody a[href^="/partenaires/"]').evaluateAll((links) => [...new Set(links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))]);
  if (!kept || !merged) throw new Error('The demonstration has no two bakeries.');
  const contact = await context.newPage();
  await contact.goto(`${merged}/interlocuteurs`);
  const record = await context.newPage();
  await record.goto(`${merged}/modifier`);

  await page.goto(`${kept}/fusionner/${merged.split('/').at(-1)}`);
  await page.getByRole('button', { name: /^Fusionner/ }).last().click();
  const sure = page.getByRole('dialog').getByRole('button', { name: /^Fusionner/ });
  if (await sure.isVisible()) await sure.click();
  await expect(page).toHaveURL(new RegExp(`${kept}$`));

  const form = contact.locator('form', { has: contact.locator('button[value=add]') });
  await form.locator('[name=lastName]').fill('Roux');
  await form.locator('[name=preference]').fill('Plutôt le matin');
  await form.locator('button[value=add]').click();
  await expect(contact.getByText('Ce que vous avez saisi est encore ici')).toBeVisible();
  await expect(form.locator('[name=lastName]')).toHaveValue('Roux');
  await expect(form.locator('[name=preference]')).toHaveValue('Plutôt le matin');
  expect(new URL(contact.url()).pathname).toBe(`${merged}/interlocuteurs`);

  // A form that is read again after a refusal keeps what was typed too.
  await record.locator('[name=description]').fill('Mécanique et carrosserie');
  await record.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(record.getByText('Ce que vous avez saisi est encore ici')).toBeVisible();
  await expect(record.locator('[name=description]')).toHaveValue('Mécanique et carrosserie');
  await record.reload();
  await expect(record).toHaveURL(new RegExp(`${kept}$`));
});
