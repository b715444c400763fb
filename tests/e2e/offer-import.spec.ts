import { expect, test } from '@playwright/test';
import { offerFile } from '../support/offer-file';
import { signIn } from './support/people';
import { complaintsOf, look } from './support/watch-page';

/** A file of offers from its sending to its undo, with a partner that the agency does not have and a line in fault. */
const content = offerFile([
  { type: 'Emploi', intitule: 'Veilleur ou veilleuse de nuit', description: 'Trois nuits par semaine.', entreprise: 'Hôtel des Trois Cols', villePartenaire: 'Lourdes', metier: 'G1703', contrat: 'CDD', places: '1' },
  { type: 'Stage', intitule: 'Découvrir la réception', description: 'Une semaine.', entreprise: 'hôtel des trois cols' },
  { type: 'Atelier', intitule: 'Atelier « oser téléphoner »', description: 'Une matinée à l’agence.' },
  { type: 'Emploi', intitule: 'Plonge', description: 'Le soir.', places: '-3' },
]);
const minute = { timeout: 60_000 };

test('importer un tableau d’offres : ce qui va se faire, le partenaire inconnu, l’accord, le retour en arrière', async ({ page }) => {
  const complaints = complaintsOf(page);
  await signIn(page, 'officer', '/offres/gestion');
  await page.getByRole('link', { name: 'Importer' }).click();
  await page.locator('input[type=file]').setInputFiles({ name: 'offres.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: 'Lire le fichier' }).click();
  await expect(page.getByText('4 lignes lues')).toBeVisible(minute);
  await page.getByRole('link', { name: /^Lignes refusées/ }).click();
  await expect(page.getByText(/«\s-3\s»\s: Indiquez un nombre de places/)).toBeVisible();
  await page.getByRole('link', { name: /^À vérifier/ }).click();
  await look(page, 'offer import, questions');
  await page.getByRole('button', { name: 'Ajouter tous ces partenaires' }).click();
  await page.getByLabel(/Publiées tout de suite/).check();
  await page.getByRole('button', { name: /^Importer 3 / }).click();
  await expect(page.getByRole('button', { name: 'Annuler l’import' })).toBeVisible(minute);
  await look(page, 'offer import, done');
  const address = page.url();

  await page.goto('/offres?q=veilleuse');
  await page.getByRole('link', { name: 'Veilleur ou veilleuse de nuit' }).click();
  await page.getByRole('link', { name: 'Hôtel des Trois Cols' }).click();
  await page.getByRole('link', { name: /^Offres/ }).last().click();
  await expect(page.getByRole('row', { name: /Découvrir la réception/ })).toBeVisible();
  await look(page, 'offers of a partner');

  await page.goto(address);
  await page.getByRole('button', { name: 'Annuler l’import' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Annuler l’import' }).click();
  await expect(page.getByText('L’import est annulé.')).toBeVisible(minute);
  await page.goto('/partenaires?q=trois+cols');
  await expect(page.getByRole('row', { name: /Trois Cols/ })).toHaveCount(0);
  expect(complaints).toEqual([]);
});
