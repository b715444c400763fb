import { expect, test, type Page } from '@playwright/test';
import type { Role } from '~/access/permissions';
import { signIn } from './support/people';
import { complaintsOf, look } from './support/watch-page';

/** Every page of the site, by who opens it. `every-door.test.ts` in tests/integration/walls compares these lists with the table of addresses. */
const pages: Partial<Record<Role | 'nobody', string[]>> = {
  nobody: [
    '/connexion',
    '/mot-de-passe-oublie',
    '/mot-de-passe/jeton-inconnu',
    '/invitation/jeton-inconnu',
    '/alertes/lien-inconnu',
    '/toujours-d-actualite/lien-inconnu',
    '/accessibilite',
    '/donnees-personnelles',
    '/nulle-part',
    '/deconnexion',
    '/dev/mail',
  ],
  officer: [
    '/',
    '/partenaires',
    '/partenaires?q=introuvable-partout',
    '/partenaires?q=garage+introuvable+tarbes',
    '/offres?q=serveuse+introuvable+lyon',
    '/partenaires?typologie=association&thematique=emploi',
    '/partenaires?forme=immersion&niveau=tried&mois=5&metier=I16',
    '/partenaires?vue=carte',
    '/offres?vue=tout&commune=65440&rayon=20',
    '/partenaires/matrice',
    '/partenaires/etapes',
    '/partenaires/listes',
    '/partenaires/fusions',
    '/partenaires/doublons',
    '/partenaires/doublons?voir=ecartes',
    '/partenaires/nouveau',
    '/partenaires/import',
    '/portefeuilles',
    '/portefeuilles/transmettre',
    '/mecenes',
    '/mecenes?nature=money',
    '/conventions',
    '/conventions?etat=ended',
    '/echanges',
    '/echanges?mots=introuvable-partout',
    '/taches',
    '/taches?de=equipe',
    '/taches?voir=faites',
    '/?arranger=oui',
    '/decouvrir',
    '/signaler?page=/partenaires',
    '/compte',
    '/compte/signalements',
    '/compte/sessions',
    '/compte/double-authentification',
    '/composants',
    '/offres',
    '/offres?q=serveuse+tarbes+30+min+en+bus',
    '/offres?q=introuvable-partout',
    '/recherche',
    '/recherche?q=tarbes',
    '/recherche?q=lafitte',
    '/recherche?q=serveuse+tarbes+30+min+en+bus',
    '/recherche?q=introuvable-partout',
    '/recherche?q=garage+introuvable+tarbes',
    '/offres/nouvelle',
    '/offres/nouvelle?sorte=formation',
    '/offres/favoris',
    '/offres/selection',
    '/offres/selection?commune=65440&moyen=bus',
    '/offres/selection/envoyer',
    '/offres/gestion',
    '/offres/import',
    '/offres/gestion?etat=archivees',
  ],
  admin: [
    '/',
    '/reglages',
    '/reglages/agence',
    '/reglages/sites',
    '/reglages/comptes',
    '/reglages/valeurs',
    '/reglages/valeurs/typologies',
    '/reglages/valeurs/etiquettes',
    '/reglages/taches',
    '/reglages/courriels',
    '/reglages/sources',
    '/reglages/sources/fichier',
    '/reglages/signalements',
  ],
  regional: ['/', '/partenaires'],
  counsellor: ['/', '/partenaires', '/reglages'],
  partnerAdmin: ['/', '/partenaires'],
  platformAdmin: ['/', '/accords-nationaux', '/reseau/doublons', '/reseau/doublons?voir=ecartes', '/reseau/fusions'],
};
const today = new Date().toISOString().slice(0, 10);
const ofOnePartner = [
  '',
  '/echanges',
  '/echanges?noter=appel',
  '/echanges?type=appel',
  '/interlocuteurs',
  '/engagements',
  '/offres',
  '/conventions',
  '/mecenat',
  '/historique',
  `/historique/au?date=${today}`,
  '/historique/au?date=2020-01-05',
  `/historique/comparer?du=${today}`,
  '/modifier',
  '/position',
  '/fusionner',
  '/groupe',
  '/imprimer',
];

/** Those whose address holds an id, by the links that lead there. */
const reached: [who: Role, address: string, from: string, ...links: string[]][] = [
  ['admin', '/reglages/comptes/:membershipId', '/reglages/comptes', 'a[href^="/reglages/comptes/"]'],
  ['officer', '/offres/import/:importId', '/offres/import', 'main table a.row-link'],
  ['officer', '/offres/:offerId', '/offres/gestion', 'main table a.row-link'],
  ['officer', '/offres/:offerId/historique', '/offres/gestion', 'main table a.row-link', 'main a[href$="/historique"]'],
  ['officer', '/offres/:offerId/sessions', '/offres?sorte=atelier', 'main table tr:has-text("session") a.row-link', 'main a[href$="/sessions"]'],
  ['officer', '/offres/:offerId/position', '/offres/gestion?etat=a-situer', 'main table a.row-link', 'main a[href$="/position"]'],
  ['officer', '/offres/:offerId/ailleurs', '/offres/gestion', 'main table a.row-link', 'main a[href$="/ailleurs"]'],
  ['officer', '/offres/:offerId/modifier', '/offres/gestion', 'main table a.row-link', 'main a[href$="/modifier"]'],
  ['manager', '/portefeuilles/:handoverId', '/portefeuilles', 'main table a.row-link'],
  ['officer', '/partenaires/:partnerId/fusionner/:otherId', '/partenaires/doublons', 'main a[href*="/fusionner/"]'],
  ['platformAdmin', '/reseau/fusionner/:keptId/:otherId', '/reseau/doublons', 'main a[href*="/fusionner/"]'],
  ['officer', '/partenaires/:partnerId/echanges/:exchangeId/fichier', '/echanges', 'main .timeline a[href$="/echanges"]', 'a[href$="/fichier"]'],
  ['officer', '/partenaires/:partnerId/conventions/:agreementId/fichier', '/conventions', 'main a[href$="/conventions"]', 'a[href$="/fichier"]'],
];

/** Opens it and looks at it; the browser has nothing to complain of. */
async function lookAt(page: Page, address: string) {
  const complaints = complaintsOf(page);
  await page.goto(address);
  await look(page, test.info().title);
  expect(complaints).toEqual([]);
}

// They only look: any of them may go beside any other.
test.describe.configure({ mode: 'parallel' });

for (const [who, addresses] of Object.entries(pages) as [Role | 'nobody', string[]][]) {
  for (const address of addresses) {
    test(`${who} ${address}`, async ({ page }) => {
      if (who !== 'nobody') await signIn(page, who);
      await lookAt(page, address);
    });
  }
}

for (const tab of ofOnePartner) {
  test(`officer /partenaires/une-fiche${tab}`, async ({ page }) => {
    await signIn(page, 'officer', '/partenaires');
    const record = await page.locator('table tbody a.row-link').first().getAttribute('href');
    await lookAt(page, `${record?.split('?')[0]}${tab}`);
  });
}

for (const [who, address, from, ...links] of reached) {
  test(`${who} ${address}`, async ({ page }) => {
    await signIn(page, who, from);
    let to = from;
    for (const link of links) {
      if (to !== from) await page.goto(to);
      to = (await page.locator(link).first().getAttribute('href')) ?? '';
    }
    await lookAt(page, to);
  });
}
