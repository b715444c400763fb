import { expect, test, type Page } from '@playwright/test';
import { signIn } from './support/people';
import { complaintsOf, expectAccessible, expectNoSidewaysScroll } from './support/watch-page';

/** Every page of the site, by who opens it. `everyPageIsHere` in tests/integration/walls compares this list with the table of addresses. */
const pages: Record<string, string[]> = {
  nobody: ['/connexion', '/mot-de-passe-oublie', '/mot-de-passe/jeton-inconnu', '/invitation/jeton-inconnu', '/accessibilite', '/donnees-personnelles', '/nulle-part', '/deconnexion', '/dev/mail'],
  officer: ['/', '/partenaires', '/partenaires?q=introuvable-partout', '/partenaires?typologie=association&thematique=emploi', '/partenaires/nouveau', '/partenaires/import', '/compte', '/compte/sessions', '/compte/double-authentification', '/composants'],
  admin: ['/', '/reglages', '/reglages/agence', '/reglages/sites', '/reglages/comptes', '/reglages/valeurs', '/reglages/valeurs/typologies', '/reglages/valeurs/etiquettes', '/reglages/taches', '/reglages/courriels'],
  regional: ['/', '/partenaires'],
  counsellor: ['/', '/partenaires', '/reglages'],
  partnerAdmin: ['/', '/partenaires'],
  platformAdmin: ['/'],
};
const ofOnePartner = ['', '/interlocuteurs', '/notes', '/historique', '/modifier'];

const sizes = { telephone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } };
const themes = ['light', 'dark'] as const;

async function look(page: Page, address: string, who: string) {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    for (const [name, size] of Object.entries(sizes)) {
      await page.setViewportSize(size);
      const where = `${who} ${address} ${name} ${theme}`;
      await expectNoSidewaysScroll(page, where);
      await expectAccessible(page, where);
      if (theme === 'light' || name === 'desk') await page.screenshot({ path: `test-results/pages/${who}${address.replace(/[^a-z-]+/gi, '_')}-${name}-${theme}.png`, fullPage: true });
    }
  }
}

for (const [who, addresses] of Object.entries(pages)) {
  test(`every page of ${who}: axe without a filter, 360 and 1440 px, light and dark, no complaint of the browser`, async ({ page }) => {
    test.setTimeout(240_000);
    const complaints = complaintsOf(page);
    if (who !== 'nobody') await signIn(page, who);
    for (const address of addresses) {
      await page.goto(address);
      await expect(page.locator('h1')).toHaveCount(1);
      await look(page, address, who);
    }
    expect(complaints).toEqual([]);
  });
}

test('every page of a partner’s record', async ({ page }) => {
  test.setTimeout(240_000);
  const complaints = complaintsOf(page);
  await signIn(page, 'officer', '/partenaires');
  await page.locator('table tbody a').first().click();
  await expect(page).toHaveURL(/\/partenaires\/[0-9a-f-]{36}/);
  const record = new URL(page.url()).pathname;
  for (const tab of ofOnePartner) {
    await page.goto(record + tab);
    await expect(page.locator('h1')).toHaveCount(1);
    await look(page, `/partenaires/fiche${tab}`, 'officer');
  }
  expect(complaints).toEqual([]);
});
