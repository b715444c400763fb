import axe from 'axe-core';
import { expect, type Page } from '@playwright/test';

/** What the browser complains of: errors of scripts, refusals of the security policy, hydration that differs. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A page that answers 404 on purpose is announced by the browser as an error of the network.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  return complaints;
}

/** Its scripts have run, its letters are there, nothing moves: what is read now is what a person reads. */
const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const rest = async () => {
      await document.fonts.ready;
      await new Promise((rested) => requestIdleCallback(rested));
      const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(ending.map(({ finished }) => finished));
    };
    // A loaded browser may never say that an animation is over: what is looked at then is looked at all the same.
    await Promise.race([rest(), new Promise((waited) => setTimeout(waited, 5_000))]);
  });

/** axe with all its rules: nothing filtered out. Brought to a document once, however often it is looked at. */
async function expectAccessible(page: Page, where: string): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => (await (window as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] })).violations);
  expect(violations.map(({ id, help, nodes }) => `${where}: ${id} (${help}) ${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(' | ')}`)).toEqual([]);
}

/** At this width, nothing makes the page scroll sideways. */
async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(`${where}: ${overflow} px too wide`).toBe(`${where}: 0 px too wide`);
}

/** What WCAG 1.4.12 asks for: lines, letters and words set apart by whoever reads so. A sheet of the document's own, which no policy refuses. */
const apart = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

/** Four times larger on a desk (WCAG 1.4.10: 320 px wide), then with its letters set apart on a telephone: the page still holds in its width. */
async function expectReflow(page: Page, where: string): Promise<void> {
  const { width, height } = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height });
  await expectNoSidewaysScroll(page, `${where} 320 px`);
  await page.setViewportSize({ width, height });
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, apart);
  await expectNoSidewaysScroll(page, `${where}, letters apart`);
  await page.evaluate(() => (document.adoptedStyleSheets = []));
}

/** Full-page pictures of all that is looked at, in test-results/pages, for a person: `PICTURES=1 npm test -- --only=e2e -- pages`. */
const pictures = process.env.PICTURES !== undefined;

/** A telephone in the light and a desk in the dark: every width and every theme once (contrasts of both are unit tests of the tokens). */
const views = [
  { name: 'telephone', width: 360, height: 740, colorScheme: 'light' },
  { name: 'desk', width: 1440, height: 900, colorScheme: 'dark' },
] as const;

/** The page as it stands, in each view: it holds in its width, and axe has nothing to say. */
export async function look(page: Page, where: string): Promise<void> {
  for (const { name, colorScheme, ...size } of views) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    await expect(page.locator('h1').first()).toBeVisible();
    await atRest(page);
    await expectNoSidewaysScroll(page, `${where} ${name}`);
    await expectAccessible(page, `${where} ${name}`);
    if (name === 'telephone') await expectReflow(page, where);
    if (pictures) await page.screenshot({ path: `test-results/pages/${where.replace(/[^a-z-]+/gi, '_')}-${name}.png`, fullPage: true });
  }
}
