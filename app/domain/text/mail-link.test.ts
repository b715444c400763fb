import { expect, test } from 'vitest';
import { mailLink } from './mail-link';

test.each([
  ['contact@garage.example', 'contact@garage.example'],
  ['zoe+essai@garage.example', 'zoe%2Bessai@garage.example'],
  ['contact%40garage.example?bcc=espion@ailleurs.example', 'contact%2540garage.example%3Fbcc%3Despion@ailleurs.example'],
  ['a&body=x@ailleurs.example', 'a%26body%3Dx@ailleurs.example'],
])('« %s » écrit à cette adresse seule', (email, written) => {
  expect(mailLink(email)).toBe(`mailto:${written}`);
  expect(new URL(mailLink(email)).search).toBe('');
  expect(decodeURIComponent(new URL(mailLink(email)).pathname)).toBe(email);
});
