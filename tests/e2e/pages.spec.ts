import { expect, test, type Page } from '@playwright/test';
import type { Role } from '~/access/permissions';
import { signIn } from './support/people';
import { complaintsOf, expectAccessible, expectNoSidewaysScroll } from './support/watch-page';

/** Every page of the site, by who opens it. `everyPageIsHere` in tests/integration/walls compares this list with the table of addresses. */
const pages: Partial<Record<Role | 'nobody', string[]>> = {
  nobody: ['/connexion', '/mot-de-passe-oublie', '/mot-de-passe/jeton-inconnu', '/invitation/jeton-inconnu', '/accessibilite', '/donnees-personnelles', '/nulle-part', '/deconnexion', '/dev/mail'],
  officer: ['/', '/partenaires', '/partenaires?q=introuvable-partout', '/partenaires?typologie=association&thematique=emploi', '/partenaires?forme=immersion&niveau=tried&mois=5&metier=I16', '/partenaires/matrice', '/partenaires/etapes', '/partenaires/listes', '/partenaires/doublons', '/partenaires/doublons?voir=ecartes', '/partenaires/nouveau', '/partenaires/import', '/portefeuilles', '/portefeuilles/transmettre', '/mecenes', '/mecenes?nature=money', '/conventions', '/conventions?etat=ended', '/echanges', '/echanges?mots=introuvable-partout', '/taches', '/taches?de=equipe', '/taches?voir=faites', '/?arranger=oui', '/decouvrir', '/signaler?page=/partenaires', '/compte', '/compte/signalements', '/compte/sessions', '/compte/double-authentification', '/composants'],
  admin: ['/', '/reglages', '/reglages/agence', '/reglages/sites', '/reglages/comptes', '/reglages/valeurs', '/reglages/valeurs/typologies', '/reglages/valeurs/etiquettes', '/reglages/taches', '/reglages/courriels', '/reglages/signalements'],
  regional: ['/', '/partenaires'],
  counsellor: ['/', '/partenaires', '/reglages'],
  partnerAdmin: ['/', '/partenaires'],
  platformAdmin: ['/', '/accords-nationaux'],
};
const today = new Date().toISOString().slice(0, 10);
const ofOnePartner = ['', '/echanges', '/echanges?noter=appel', '/interlocuteurs', '/engagements', '/conventions', '/mecenat', '/historique', `/historique/au?date=${today}`, '/historique/au?date=2020-01-05', `/historique/comparer?du=${today}`, '/modifier', '/groupe', '/imprimer'];

/** A telephone in the light and a desk in the dark: every width and every theme once (contrasts of both are unit tests of the tokens). */
const views = [
  { name: 'telephone', width: 360, height: 740, colorScheme: 'light' },
  { name: 'desk', width: 1440, height: 900, colorScheme: 'dark' },
] as const;

async function look(page: Page, address: string, who: string) {
  for (const { name, colorScheme, ...size } of views) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    const where = `${who} ${address} ${name}`;
    await page.waitForTimeout(400); // colours on their way from one theme to the other are nobody's to read
    await expectNoSidewaysScroll(page, where);
    await expectAccessible(page, where);
    await page.screenshot({ path: `test-results/pages/${who}${address.replace(/[^a-z-]+/gi, '_')}-${name}.png`, fullPage: true });
  }
}

for (const [who, addresses] of Object.entries(pages) as [Role | 'nobody', string[]][]) {
  test(`every page of ${who}: axe without a filter, 360 and 1440 px, no complaint of the browser`, async ({ page }) => {
    test.setTimeout(600_000);
    const complaints = complaintsOf(page);
    if (who !== 'nobody') await signIn(page, who);
    for (const address of addresses) {
      await page.goto(address);
      await expect(page.locator('h1').first()).toBeVisible();
      await look(page, address, who);
    }
    expect(complaints).toEqual([]);
  });
}

test('every page of a partner’s record', async ({ page }) => {
  test.setTimeout(600_000);
  const complaints = complaintsOf(page);
  await signIn(page, 'officer', '/partenaires');
  await page.locator('table tbody a').first().click();
  await expect(page).toHaveURL(/\/partenaires\/[0-9a-f-]{36}/);
  const record = new URL(page.url()).pathname;
  for (const tab of ofOnePartner) {
    await page.goto(record + tab);
    await expect(page.locator('h1').first()).toBeVisible();
    await look(page, `/partenaires/fiche${tab}`, 'officer');
  }
  expect(complaints).toEqual([]);
});
