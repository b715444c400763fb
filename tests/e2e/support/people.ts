import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { roles, type Role } from '~/access/permissions';

export type Account = { name: string; email: string; password: string; role: string };

/** The demonstration's accounts, as the seed wrote them for whoever starts it. */
export function accountOf(role: Role): Account {
  const file = process.env.DEMO_FILE ?? `var/test/e2e-${process.env.E2E_PORT}/demo.json`;
  const { accounts } = JSON.parse(readFileSync(file, 'utf8')) as { accounts: Account[] };
  const account = accounts.find((candidate) => candidate.role === roles[role]);
  if (!account) throw new Error(`The demonstration has no ${role}: ${accounts.map((known) => known.role).join(', ')}`);
  return account;
}

/** Signs in by the form, as a person does. */
export async function signIn(page: Page, role: Role, back = '/'): Promise<void> {
  const { email, password } = accountOf(role);
  await page.goto(`/connexion?retour=${encodeURIComponent(back)}`);
  await page.getByLabel('Adresse de courriel').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page).not.toHaveURL(/connexion/);
}
