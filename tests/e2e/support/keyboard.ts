import { expect, type Page } from '@playwright/test';

/** What the thing in focus calls itself: its label, its legend, its name, its text. */
const inFocus = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement ? [...(element.labels ?? [])].map((label) => label.textContent ?? '') : [];
    return [...labels, element?.getAttribute('aria-label') ?? '', element?.textContent ?? ''].map((text) => text.trim()).find(Boolean) ?? '';
  });

/** Walks with Tab until this is in focus, as somebody without a mouse; fails when it takes more presses than a person would bear. */
export async function tabTo(page: Page, name: RegExp, most = 40): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await inFocus(page);
    if (name.test(focused)) return;
    passed.push(focused.slice(0, 30));
  }
  throw new Error(`Tab does not reach ${name} in ${most} presses: ${passed.join(' → ')}`);
}

/** Arrows of a group of buttons until this one is chosen. */
export async function arrowTo(page: Page, name: RegExp, key: 'ArrowDown' | 'ArrowRight' = 'ArrowRight'): Promise<void> {
  for (let presses = 0; presses < 10; presses += 1) {
    if (name.test(await inFocus(page))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not reach ${name}`);
}

/** Ctrl+K, some letters, Enter: anywhere. A key is answered once the scripts of the page have come. */
export async function goTo(page: Page, words: string, option: RegExp): Promise<void> {
  const box = page.getByRole('dialog').getByRole('textbox').or(page.getByRole('dialog').getByRole('combobox'));
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(box).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.type(words);
  await expect(page.getByRole('option', { name: option }).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
