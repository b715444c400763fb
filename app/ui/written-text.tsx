import type { ReactNode } from 'react';

/**
 * What a person typed, with its paragraphs, its lists (« - » at the start of a line) and its links. Built as elements, never as
 * HTML: whatever was typed, tags included, is shown as it is.
 */
export function WrittenText({ text }: { text: string }) {
  return (
    <div className="written-text" dir="auto">
      {blocksOf(text).map((block, place) =>
        block.kind === 'list' ? (
          <ul key={place}>
            {block.lines.map((line, row) => (
              <li key={row}>{withLinks(line)}</li>
            ))}
          </ul>
        ) : (
          <p key={place}>{withLinks(block.lines.join('\n'))}</p>
        ),
      )}
    </div>
  );
}

type Block = { kind: 'text' | 'list'; lines: string[] };

/** Paragraphs are parted by an empty line, lists by their dashes. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let isNew = true;
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      isNew = true;
      continue;
    }
    const item = /^\s*[-–•*]\s+(.*)$/.exec(line);
    const kind = item ? 'list' : 'text';
    const last = blocks.at(-1);
    if (!last || isNew || last.kind !== kind) blocks.push({ kind, lines: [item?.[1] ?? line] });
    else last.lines.push(item?.[1] ?? line);
    isNew = false;
  }
  return blocks;
}

const address = /\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}»’']/gi;

/** Web addresses become links; only http and https are looked for, so no other kind of address can be clicked. */
function withLinks(text: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const { 0: url, index } of text.matchAll(address)) {
    parts.push(text.slice(end, index), <a key={index} href={url} rel="noreferrer noopener" target="_blank">{url}</a>);
    end = index + url.length;
  }
  return [...parts, text.slice(end)];
}
