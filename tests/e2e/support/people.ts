import { readFileSync } from 'node:fs';
import { expect, type Cookie, type Page } from '@playwright/test';
import { roles, type Role } from '~/access/permissions';

export type Account = { name: string; email: string; password: string; role: string };

/** The demonstration's accounts, as the seed wrote them for whoever starts it: the first of a role, or the last. */
export function accountOf(role: Role, which: 'first' | 'last' = 'first'): Account {
  const file = `var/test/e2e-${process.env.E2E_PORT}/demo.json`;
  const { accounts } = JSON.parse(readFileSync(file, 'utf8')) as { accounts: Account[] };
  const account = accounts.filter((candidate) => candidate.role === roles[role]).at(which === 'first' ? 0 : -1);
  if (!account) throw new Error(`The demonstration has no ${role}: ${accounts.map((known) => known.role).join(', ')}`);
  return account;
}

const sessions = new Map<Role, Cookie[]>();

/** Somebody of this role is signed in: by the form the first time, then with the same session. */
export async function signIn(page: Page, role: Role, back = '/'): Promise<void> {
  const session = sessions.get(role);
  if (!session) {
    await signInByForm(page, role, back);
    sessions.set(role, (await page.context().cookies()).filter(({ name }) => name === 'maillage'));
    return;
  }
  await page.context().addCookies(session);
  await page.goto(back);
  await expect(page).not.toHaveURL(/connexion/);
}

/** Signs in as a person does; for a test that signs out, or is about signing in. */
export async function signInByForm(page: Page, role: Role, back = '/'): Promise<void> {
  await typePassword(page, accountOf(role), back);
  await expect(page).not.toHaveURL(/connexion/);
}

/** The form of sign-in, filled and sent. */
export async function typePassword(page: Page, { email, password }: Account, back = '/'): Promise<void> {
  await page.goto(`/connexion?retour=${encodeURIComponent(back)}`);
  await page.getByLabel('Adresse de courriel').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}
