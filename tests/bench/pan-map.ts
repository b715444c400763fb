import { chromium } from '@playwright/test';
import { chromiumArguments, ensureChromium } from '../../scripts/local/chromium.mjs';
import { figures, type Figures } from './measure';

export type Panned = { frames: Figures; worst: number; longTasks: number[]; cells: number; bytes: number };

/** Milliseconds. */
const SPAN = 20_000;
const HEAVY = 50;

/** Runs in the page. A text: what compiles this file would add names that the page does not know. */
const record = `{
  const seen = (window.seen = { frames: [], tasks: [] });
  new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  let last = performance.now();
  const frame = (now) => {
    seen.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}`;

/**
 * A person drags and zooms over the whole map for 20 s, without a rest: the time between frames, and the tasks that held the page for more
 * than 50 ms. Chromium draws without a graphics card here: a person's machine does better, never worse.
 */
export async function panMap(port: number, cookie: string, address: string): Promise<Panned> {
  const browser = await chromium.launch({ executablePath: (await ensureChromium()) ?? undefined, args: chromiumArguments() });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: `http://127.0.0.1:${port}`, locale: 'fr-FR' });
    const [name, value] = cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, url: `http://127.0.0.1:${port}` }]);
    const page = await context.newPage();
    let [cells, bytes] = [0, 0];
    page.on('response', async (answer) => {
      if (!answer.url().includes('/points?')) return;
      cells += 1;
      bytes += (await answer.body().catch(() => Buffer.alloc(0))).length;
    });
    await page.goto(address);
    await page.locator('.list-map-box[data-state=drawn]').waitFor({ timeout: 60_000 });
    const box = (await page.locator('.list-map-box').boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.evaluate(record);
    const until = Date.now() + SPAN;
    for (let turn = 0; Date.now() < until; turn += 1) {
      // In and out again, then on to another part of the country.
      await page.mouse.move(x, y);
      await page.mouse.wheel(0, turn % 6 < 3 ? -400 : 400);
      await page.mouse.down();
      const [dx, dy] = [Math.cos(turn) * box.width * 0.3, Math.sin(turn) * box.height * 0.3];
      for (let step = 1; step <= 12; step += 1) await page.mouse.move(x + (dx * step) / 12, y + (dy * step) / 12);
      await page.mouse.up();
    }
    const { frames, tasks } = await page.evaluate(() => (window as unknown as { seen: { frames: number[]; tasks: number[] } }).seen);
    const [, ...times] = frames;
    return { frames: figures(times), worst: Math.max(...times), longTasks: tasks.filter((task) => task >= HEAVY).sort((a, b) => b - a), cells, bytes };
  } finally {
    await browser.close();
  }
}
