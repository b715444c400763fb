import { expect, test, type Page } from '@playwright/test';
import { goTo, tabTo } from './support/keyboard';
import { signIn } from './support/people';
import { complaintsOf, look } from './support/watch-page';

/**
 * An officer publishes an offer from a partner's record and sees it on the map, in less than two minutes; then the same without a
 * mouse, by the names that a screen reader says. (axe looks at both maps in pages.spec.ts, and here at one whose card is open.)
 */
const drawn = (page: Page) => expect(page.locator('.list-map-box[data-state=drawn]')).toBeVisible({ timeout: 20_000 });
const marks = (page: Page) => page.getByRole('toolbar', { name: /Sur la carte/ });
const twoMinutes = 120_000;

/** From a partner's record, an offer of its own. */
async function publishFrom(page: Page, title: string) {
  await page.getByRole('link', { name: /^Offres/ }).last().click();
  await page.getByRole('link', { name: 'Ajouter une offre' }).first().click();
  await page.getByLabel(/^Titre/).fill(title);
  await page.getByLabel(/^Description/).fill('Ranger, étiqueter, accueillir. Débutants acceptés.');
  await page.getByRole('button', { name: /^Publier/ }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test('une offre publiée depuis la fiche d’un partenaire est sur la carte', async ({ page }) => {
  test.setTimeout(twoMinutes);
  const complaints = complaintsOf(page);
  const title = 'Aide au magasin vu de la carte';
  await signIn(page, 'officer', '/partenaires?q=garage&departement=65');
  const from = Date.now();
  await page.locator('main table a.row-link').first().click();
  await publishFrom(page, title);

  await page.goto('/offres?q=magasin+vu+carte');
  await page.getByRole('navigation', { name: 'Présentation' }).getByRole('link', { name: /carte/i }).click();
  await drawn(page);
  await expect(page.getByText('1 offre sur la carte.')).toBeVisible();
  const mark = marks(page).getByRole('button', { name: new RegExp(title) });
  await expect(mark).toBeAttached();
  expect(Date.now() - from).toBeLessThan(twoMinutes);
  // Under the button of the keyboard, the mark itself: the pointer goes through to the map.
  const [box, map] = [(await mark.boundingBox())!, page.locator('.list-map-box')];
  const frame = (await map.boundingBox())!;
  await map.click({ position: { x: box.x + box.width / 2 - frame.x, y: box.y + box.height / 2 - frame.y } });
  await expect(page.getByRole('dialog', { name: title }).getByRole('link', { name: 'Ouvrir l’offre' })).toBeVisible();
  await look(page, 'la carte, une fiche ouverte');
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  // The other layer too, in the same place.
  await page.getByRole('link', { name: 'Partenaires aussi' }).click();
  await expect(page).toHaveURL(/vue=tout/);
  await expect(marks(page).getByRole('button', { name: /partenaires|Garage/ }).first()).toBeAttached();
  // On a telephone, one or the other.
  await page.setViewportSize({ width: 360, height: 760 });
  await expect(page.locator('main table')).toBeHidden();
  await page.getByRole('navigation', { name: 'Présentation' }).getByRole('link', { name: 'Liste' }).click();
  await expect(page.locator('main table')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('la même chose au clavier, par les noms que dit un lecteur d’écran', async ({ page }) => {
  test.setTimeout(twoMinutes);
  const title = 'Accueil au comptoir vu du clavier';
  await signIn(page, 'officer', '/partenaires?q=garage&departement=65');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /garage/i })).toBeVisible();
  await tabTo(page, /^Offres$/, 60);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/offres/);
  await tabTo(page, /^Ajouter une offre/, 60);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/offres\/nouvelle/);
  await tabTo(page, /^Titre/, 40);
  await page.keyboard.type(title);
  await tabTo(page, /^Description/, 40);
  await page.keyboard.type('Accueillir, orienter.');
  await tabTo(page, /^Publier/, 120);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await goTo(page, 'offres', /^Offres/);
  await expect(page).toHaveURL(/\/offres$/);
  await page.keyboard.press('/');
  await tabTo(page, /^Chercher une offre/, 40);
  await page.keyboard.type('comptoir vu clavier');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=comptoir/);
  await tabTo(page, /^Liste et carte/, 60);
  await page.keyboard.press('Enter');
  await drawn(page);
  await expect(marks(page).getByRole('button', { name: new RegExp(title) })).toBeAttached();
  // The list says its title before the map does; the mark says more of it.
  await tabTo(page, new RegExp(`^${title}, .`), 120);
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: title });
  await expect(card).toBeFocused();
  await tabTo(page, /^Ouvrir l’offre/, 5);
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
});

test('une bulle s’ouvre au clavier jusqu’à ce qu’il ne reste qu’un endroit', async ({ page }) => {
  await signIn(page, 'officer', '/partenaires?vue=carte&q=garage');
  await drawn(page);
  await expect(marks(page).getByRole('button').first()).toBeAttached();
  await tabTo(page, /^\d+ partenaires/, 120);
  const card = page.getByRole('dialog');
  // Each press comes closer or opens the card: what is next is pressed once the map says so, and the focus is on it.
  const said = () => page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[data-spot]')].map((mark) => mark.textContent + mark.style.cssText).join());
  const onMark = () => page.evaluate(() => document.activeElement?.hasAttribute('data-spot') ?? false);
  for (let presses = 0; presses < 12 && !(await card.isVisible()); presses += 1) {
    const before = await said();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await card.isVisible()) || ((await said()) !== before && (await onMark()))).toBe(true);
  }
  await expect(card).toBeFocused();
  await expect(card.getByRole('link').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
});

test('des tuiles qui ne répondent pas ne retiennent pas la carte ; elles viennent dessous quand elles répondent', async ({ page }) => {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const style = { version: 8, sources: { essai: { type: 'geojson', attribution: 'Fond d’essai', data: { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [0, 43] } }] } } }, layers: [{ id: 'essai', type: 'circle', source: 'essai' }] };
  await page.route('**/carte/fond', (route) => route.fulfill({ json: { style: '/carte/fond/style-d-essai', departements: { type: 'FeatureCollection', features: [] } } }));
  await page.route('**/style-d-essai', async (route) => {
    await answered;
    await route.fulfill({ json: style });
  });
  await signIn(page, 'officer', '/partenaires?vue=carte&q=garage');
  await drawn(page);
  await expect(marks(page).getByRole('button').first()).toBeAttached();
  await expect(page.getByText('Fond d’essai')).toHaveCount(0);
  answer();
  await expect(page.getByText('Fond d’essai')).toBeAttached();
  // What was drawn is drawn on it.
  await expect(marks(page).getByRole('button').first()).toBeAttached();
});

test('un style comme celui de l’IGN : ses tuiles muettes ne retiennent pas les repères, absentes elles laissent le fond de la carte', async ({ page }) => {
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const asked: string[] = [];
  await page.route('**/carte/fond', (route) => route.fulfill({ json: { style: '/essai/style.json', departements: { type: 'FeatureCollection', features: [] } } }));
  await page.route('**/essai/**', async (route) => {
    const { pathname, origin } = new URL(route.request().url());
    asked.push(pathname);
    const at = `${origin}/essai`;
    if (pathname.endsWith('style.json')) {
      const layer = { source: 'plan_ign', layout: { 'text-field': ['get', 'texte'], 'text-font': ['Source Sans Pro Bold'], 'icon-image': 'carre' } };
      return route.fulfill({ json: { version: 8, glyphs: `${at}/fonts/{fontstack}/{range}.pbf`, sprite: `${at}/sprite/PlanIgn`, sources: { plan_ign: { type: 'vector', minzoom: 0, maxzoom: 18, tiles: [`${at}/tms/{z}/{x}/{y}.pbf`] } }, layers: [{ id: 'fond', type: 'background', paint: { 'background-color': '#eee' } }, { id: 'noms', type: 'symbol', 'source-layer': 'toponyme_localite_ponc', ...layer }] } });
    }
    if (pathname.endsWith('.json')) return route.fulfill({ json: {} });
    if (pathname.includes('/tms/')) await answered;
    return route.fulfill({ status: 404 });
  });
  await signIn(page, 'officer', '/partenaires?vue=carte&q=garage');
  await drawn(page);
  await expect(marks(page).getByRole('button').first()).toBeAttached();
  await expect(page.getByText('© IGN')).toBeAttached();
  expect(asked.some((path) => path.includes('/tms/'))).toBe(true);
  answer();
  await expect(page.getByText('Natural Earth')).toBeAttached();
  await expect(page.getByText('© IGN')).toHaveCount(0);
  expect(asked.filter((path) => path.includes('/fonts/'))).toEqual([]);
});

test('la vue reste où on l’a laissée : rechargée, au retour d’une fiche ; une carte vide dit pourquoi', async ({ page }) => {
  await signIn(page, 'officer', '/partenaires?vue=carte');
  await drawn(page);
  const named = () => marks(page).getByRole('button').allTextContents();
  await expect.poll(async () => (await named()).length).toBeGreaterThan(3);
  await page.getByRole('button', { name: 'Guyane' }).click();
  const empty = page.getByText('Rien dans cette partie de la carte.');
  await expect(empty).toBeVisible();
  await page.reload();
  await expect(empty).toBeVisible({ timeout: 20_000 });
  await page.locator('main table a.row-link').first().click();
  await expect(page.getByRole('heading', { level: 2, name: 'Situation' })).toBeAttached();
  await page.goBack();
  await expect(empty).toBeVisible({ timeout: 20_000 });
  await page.locator('.map-empty').getByRole('button', { name: 'Tous les résultats' }).click();
  await expect.poll(async () => (await named()).length).toBeGreaterThan(3);
  await page.goto('/partenaires?vue=carte&q=zzzzz');
  await expect(page.getByText('Aucun partenaire ne correspond à ces filtres.')).toBeVisible({ timeout: 20_000 });
});

test('plusieurs offres à une adresse : éventail et fiche, l’une puis toutes', async ({ page }) => {
  // Offers of the demonstration open and close with the days: these two stand at the address of one partner, whatever the day.
  await signIn(page, 'officer', '/partenaires?q=garage&departement=65');
  const record = await page.locator('main table a.row-link').first().getAttribute('href');
  for (const title of ['Éventail de la vitrine', 'Éventail du comptoir']) {
    await page.goto(record!);
    await publishFrom(page, title);
  }
  await page.goto('/offres?vue=carte&q=eventail');
  await drawn(page);
  await marks(page).getByRole('button', { name: /offres à la même adresse/ }).first().press('Enter');
  const card = page.getByRole('dialog', { name: /offres ici$/ });
  await expect(card).toBeFocused();
  const markOf = (title: string) => marks(page).getByRole('button', { name: new RegExp(`^${title}`) });
  const titles = await card.getByRole('link').allTextContents();
  for (const one of titles) await expect(markOf(one).first()).toBeAttached();
  const title = titles[0]!;
  await markOf(title).press('Enter');
  await expect(page.getByRole('dialog', { name: title }).getByRole('link', { name: 'Ouvrir l’offre' })).toBeVisible();
  await page.getByRole('button', { name: /^Les \d+ offres d’ici$/ }).click();
  await page.keyboard.press('Escape');
  await expect(markOf(title)).toHaveCount(0);
});

test('une position à vérifier, puis la suivante', async ({ page }) => {
  await signIn(page, 'officer', '/partenaires?position=oui');
  const records = await page.locator('main table a.row-link').evaluateAll((links) => links.map((link) => link.getAttribute('href')!.split('?')[0]!));
  expect(records.length).toBeGreaterThan(2);
  // The service found a point for some of them only.
  const found = page.getByRole('link', { name: 'Voir le point trouvé' });
  let at = 0;
  for (await page.goto(`${records[at]}/position`); (await found.count()) === 0 && at < records.length - 1; ) await page.goto(`${records[(at += 1)]}/position`);
  await found.click();
  await expect(page.getByText(/Le repère y est/)).toBeVisible();
  await page.getByRole('button', { name: 'Enregistrer cette position' }).click();
  await page.getByRole('link', { name: 'Position suivante à vérifier' }).click();
  await expect(page).toHaveURL(new RegExp(`${records.find((_, i) => i !== at)}/position`));
  await expect(page.getByText('Cette position est à vérifier.')).toBeVisible();
});
