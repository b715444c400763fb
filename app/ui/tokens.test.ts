import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const sheet = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8');
const tokens = Object.fromEntries(
  [...sheet.matchAll(/--([\w-]+):\s*light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
);

/** Contrast of WCAG 2.2, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const text: readonly [ink: string, ground: string][] = [
  ...['paper', 'card', 'raised'].flatMap((ground): [string, string][] =>
    ['ink', 'muted', 'accent', 'accent-hover', 'stop', 'wait'].map((ink) => [ink, ground]),
  ),
  ['accent-ink', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['muted', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-stop', 'stop'],
  ...['ok', 'wait', 'stop', 'sleep'].flatMap((state): [string, string][] => [
    [state, `${state}-soft`],
    ['ink', `${state}-soft`],
    ['accent', `${state}-soft`],
  ]),
  ...['side-ink', 'side-strong', 'side-muted'].map((ink): [string, string] => [ink, 'side']),
  ['side-strong', 'side-on'],
  ['on-badge', 'badge'],
  ['ink', 'map-land'],
  ['muted', 'map-land'],
  // The drawing in a mark, the number in a bubble.
  ...['teal', 'blue', 'earth', 'rose', 'violet', 'leaf', 'gold', 'slate'].map((hue): [string, string] => ['card', `mark-${hue}`]),
];

const shapes: readonly [shape: string, ground: string][] = [
  ...['paper', 'card', 'raised'].flatMap((ground): [string, string][] => [
    ['line-strong', ground],
    ['accent', ground],
    ['focus', ground],
  ]),
  ['focus', 'accent-soft'],
  ['focus-on-side', 'side'],
  ['focus-on-side', 'side-on'],
  ['badge', 'side-on'],
  ...['teal', 'blue', 'earth', 'rose', 'violet', 'leaf', 'gold', 'slate'].map((hue): [string, string] => [`mark-${hue}`, 'map-land']),
];

describe.each(['light', 'dark'] as const)('thème %s', (theme) => {
  const colour = (name: string) => {
    const value = tokens[name]?.[theme];
    if (!value) throw new Error(`Pas de couleur nommée ${name}`);
    return value;
  };

  test.each(text)('on lit %s sur %s', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapes)('on distingue %s sur %s', (shape, ground) => {
    expect(contrast(colour(shape), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

test('chaque couleur existe dans les deux thèmes', () => {
  const declared = [...sheet.matchAll(/--([\w-]+):\s*(#|light-dark)/g)].map(([, name]) => name);
  expect(declared.length).toBeGreaterThan(30);
  expect(declared.filter((name) => !tokens[name ?? ''])).toEqual([]);
});
