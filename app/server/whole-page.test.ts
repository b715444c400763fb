import { createElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { expect, test } from 'vitest';
import { wholePage } from './whole-page';

test('a letter that falls between two pieces of React stays whole, wherever it falls', async () => {
  for (let length = 1900; length < 2060; length += 1) {
    const title = `${'a'.repeat(300)}é`;
    const page = await new Promise<Buffer>((resolve, reject) => {
      const { pipe } = renderToPipeableStream(createElement('div', null, 'b'.repeat(length % 340), ...Array.from({ length: 20 }, (_, i) => createElement('p', { key: i, title }, 'ç€𝄞'))), { onAllReady: () => void wholePage(pipe).then(resolve, reject), onError: reject });
    });
    expect([length, page.includes(0), page.toString('utf8').match(/ç€𝄞/gu)?.length, page.toString('utf8').split(title).length]).toEqual([length, false, 20, 21]);
  }
});
