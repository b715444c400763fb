import { expect, test, type Page } from '@playwright/test';
import { paths } from '~/paths';
import { fictionalSiret } from '../../prisma/seed/demo-partners';
import { arrowTo, goTo, tabTo } from './support/keyboard';
import { signIn } from './support/people';
import { complaintsOf } from './support/watch-page';

/**
 * The whole life of a partnership, as an officer lives it: met, engaged, called, thanked, ended, taken up again, put away, found
 * again. Told twice: with the mouse, then without it.
 */
type Known = { siret: string; name: string };

/** An organisation that the neighbour agency brought to the network, and that is not among our partners. */
async function knownToTheNetwork(page: Page): Promise<Known> {
  for (let number = 2001; number < 2040; number += 1) {
    const siret = fictionalSiret(number);
    const answer = await page.request.get(`${paths.partnersKnown()}?siret=${siret}`);
    const { known } = (await answer.json()) as { known: (Known & { partnershipId: string | null })[] };
    if (known[0] && !known[0].partnershipId) return { siret, name: known[0].name };
  }
  throw new Error('The neighbour of the demonstration has no organisation of its own');
}

const heading = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
const told = (page: Page, text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible();
/** The chip of the stage at the top of the record. */
const stageIs = (page: Page, label: string) => expect(page.locator('.chip').first()).toContainText(label);

test('met, engaged, called, thanked, ended, taken up again, archived, found again', async ({ page }) => {
  test.setTimeout(120_000);
  const complaints = complaintsOf(page);
  await signIn(page, 'officer', '/partenaires');
  const { siret, name } = await knownToTheNetwork(page);
  const tab = (label: RegExp) => page.getByRole('navigation', { name: 'Rubriques de la fiche' }).getByRole('link', { name: label });
  const changeStage = () => page.locator('summary', { hasText: 'Changer l’étape' });

  await test.step('create from a SIRET: what the network knows is taken over', async () => {
    await page.getByRole('region', { name: 'Recherche et actions' }).getByRole('link', { name: 'Ajouter' }).click();
    await page.getByLabel('SIRET').fill(siret);
    await page.getByRole('link', { name: 'Reprendre ses informations' }).click();
    await expect(page.getByLabel(/^Nom/)).toHaveValue(name);
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await heading(page, name);
    await told(page, 'Le réseau connaissait déjà cet établissement');
    await stageIs(page, 'Prospect');
  });

  await test.step('fill the matrix', async () => {
    await tab(/Engagements/).click();
    const visit = page.getByRole('group', { name: /^Visite/ }).first();
    await visit.getByText('partant').click();
    await visit.getByLabel(/combien par mois/).fill('2');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await told(page, /C’est noté\s: Visite/);
  });

  await test.step('note a call with a next step', async () => {
    await page.getByRole('link', { name: /Noter un échange/ }).click();
    await page.getByLabel('Ce qui s’est dit').fill('D’accord pour une visite de l’atelier.');
    await page.getByLabel('Et ensuite ?').fill('Confirmer le jour de la visite');
    await page.getByLabel('Demain').check();
    await page.getByRole('button', { name: 'Noter l’échange' }).click();
    await told(page, 'L’échange est noté. La suite est dans « À faire ».');
  });

  await test.step('see the task of tomorrow', async () => {
    await page.getByRole('navigation', { name: 'Principal' }).getByRole('link', { name: /À faire/ }).click();
    const task = page.locator('.task-line', { hasText: 'Confirmer le jour de la visite' });
    await expect(task).toContainText('pour demain');
    await task.getByRole('link', { name }).click();
    await heading(page, name);
    await expect(page.locator('.glance')).toContainText('demain');
  });

  await test.step('add a patron’s gift', async () => {
    await tab(/Mécénat/).click();
    await page.getByLabel('Montant en euros').fill('1 500,50 €');
    await page.getByLabel('Pour quoi').fill('Bourses de mobilité');
    await page.getByRole('button', { name: 'Noter le don' }).click();
    await told(page, 'Le don est noté.');
    await told(page, /^Mécène \d{4}$/);
    await told(page, /1.500,50.€/);
  });

  await test.step('end it: a reason is asked, then kept', async () => {
    await changeStage().click();
    await page.getByRole('radio', { name: 'Terminer' }).check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await told(page, 'Indiquez pourquoi le partenariat se termine.');
    await page.getByLabel('Pourquoi se termine-t-il ?').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await told(page, 'Le partenariat est terminé.');
    await stageIs(page, 'Terminé');
  });

  await test.step('take it up again', async () => {
    await changeStage().click();
    await page.getByRole('radio', { name: 'Reprendre le partenariat' }).check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await stageIs(page, 'Actif');
  });

  await test.step('archive it: lists no longer show it', async () => {
    await changeStage().click();
    await page.getByRole('radio', { name: 'Archiver' }).check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await stageIs(page, 'Archivé');
  });

  await test.step('find it again by its SIRET, all its life with it', async () => {
    await page.getByLabel('Chercher partout').fill(siret);
    await page.getByLabel('Chercher partout').press('Enter');
    await told(page, 'Aucun partenaire ne correspond');
    await page.getByRole('link', { name: /dans les archives/ }).click();
    await page.getByRole('link', { name, exact: true }).click();
    await stageIs(page, 'Archivé');
    await tab(/Échanges/).click();
    await told(page, 'D’accord pour une visite de l’atelier.');
  });
  expect(complaints).toEqual([]);
});

test('the same life with the keyboard alone, the call noted in 20 seconds of typing', async ({ page }) => {
  test.setTimeout(180_000);
  const complaints = complaintsOf(page);
  await signIn(page, 'officer');
  const { siret, name } = await knownToTheNetwork(page);
  const { keyboard } = page;
  const changeStage = async (verb: RegExp, { reason = false } = {}) => {
    await expect(async () => {
      await keyboard.press('e'); // answered once the record that has just changed is there
      await expect(page.locator('details[open] input[name=intent]:checked')).toBeFocused({ timeout: 500 });
    }).toPass();
    await arrowTo(page, verb, 'ArrowDown');
    if (reason) {
      await tabTo(page, /^Pourquoi se termine-t-il/);
      await keyboard.press('ArrowDown');
    }
    await tabTo(page, /^Enregistrer$/, 4);
    await keyboard.press('Enter');
  };

  await test.step('create from a SIRET', async () => {
    await goTo(page, 'ajouter un', /Ajouter un partenaire/);
    await heading(page, 'Ajouter un partenaire');
    await tabTo(page, /^SIRET/);
    await keyboard.type(siret);
    await expect(page.getByRole('link', { name: 'Reprendre ses informations' })).toBeVisible();
    await tabTo(page, /^Reprendre ses informations$/, 4);
    await keyboard.press('Enter');
    await expect(page.getByLabel(/^Nom/)).toHaveValue(name);
    await tabTo(page, /^Ajouter$/);
    await keyboard.press('Enter');
    await heading(page, name);
  });

  await test.step('fill the matrix', async () => {
    await tabTo(page, /^Engagements/);
    await keyboard.press('Enter');
    await expect(page.getByText('Les flèches changent la réponse')).toBeVisible();
    await tabTo(page, /rien de dit/);
    await arrowTo(page, /partant/);
    await keyboard.press('Tab');
    await keyboard.type('2');
    await keyboard.press('Control+Enter');
    await told(page, /C’est noté\s: /);
  });

  await test.step('note a call with a next step in at most 20 seconds', async () => {
    const begun = Date.now();
    await expect(async () => {
      await keyboard.press('n');
      await expect(page.getByLabel('Ce qui s’est dit')).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await keyboard.type('Prêt à recevoir une immersion en mai.\n- mécanique\n- carrosserie', { delay: 40 });
    await tabTo(page, /^Et ensuite/, 12);
    await keyboard.type('Envoyer la convention', { delay: 40 });
    await keyboard.press('Tab');
    await arrowTo(page, /^Demain/);
    await keyboard.press('Control+Enter');
    await told(page, 'L’échange est noté. La suite est dans « À faire ».');
    expect(Date.now() - begun).toBeLessThan(20_000);
    await expect(page.locator('.timeline li', { hasText: 'mécanique' }).getByRole('listitem')).toHaveCount(2);
  });

  await test.step('see the task of tomorrow, and come back by it', async () => {
    await goTo(page, 'relances', /À faire/);
    await expect(page.locator('.task-line', { hasText: 'Envoyer la convention' })).toContainText('pour demain');
    await goTo(page, name, new RegExp(name));
    await heading(page, name);
  });

  await test.step('add a patron’s gift', async () => {
    await tabTo(page, /^Mécénat/);
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Noter un don' })).toBeVisible();
    await tabTo(page, /^Montant en euros/);
    await keyboard.type('1 500,50 €');
    await keyboard.press('Enter');
    await told(page, 'Le don est noté.');
  });

  await test.step('end with a reason, take up again, archive', async () => {
    await changeStage(/^Terminer/, { reason: true });
    await stageIs(page, 'Terminé');
    await changeStage(/^Reprendre le partenariat/);
    await stageIs(page, 'Actif');
    await changeStage(/^Archiver/);
    await stageIs(page, 'Archivé');
  });

  await test.step('find it again', async () => {
    await keyboard.press('/');
    await expect(page.getByLabel('Chercher partout')).toBeFocused();
    await keyboard.type(siret);
    await keyboard.press('Enter');
    await told(page, 'Aucun partenaire ne correspond');
    await tabTo(page, /dans les archives/, 60);
    await keyboard.press('Enter');
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
    await tabTo(page, new RegExp(`^${name}$`), 60);
    await keyboard.press('Enter');
    await heading(page, name);
    await stageIs(page, 'Archivé');
  });
  expect(complaints).toEqual([]);
});
