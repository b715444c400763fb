import { expect, test } from 'vitest';
import { plainFromHtml } from './plain-from-html';

test.each([
  ['<p>Bonjour <b>à vous</b></p><p>Suite</p>', 'Bonjour à vous\nSuite'],
  ['<script>alert(1)</script>Texte<style>p{}</style>', 'Texte'],
  ['<img src=x onerror=alert(1)>Texte', 'Texte'],
  ['a<ul><li>un</li><li>deux</li></ul>', 'a\n- un\n- deux'],
  ['Caf&eacute; &amp; th&#233; &#x20AC;', 'Café & thé €'],
  ['&lt;script&gt;', '<script>'],
  ['Moins de < 26 ans, plus > 16', 'Moins de < 26 ans, plus > 16'],
  ['<script>sans fin', ''],
  ['ligne 1\nligne 2', 'ligne 1\nligne 2'],
])('%s', (html, text) => {
  expect(plainFromHtml(html)).toBe(text);
});
