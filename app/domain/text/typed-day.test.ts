import { expect, test } from 'vitest';
import { typedDay } from './typed-day';

test.each([
  ['2026-11-22', '2026-11-22'],
  ['22/11/2026', '2026-11-22'],
  ['', null],
])('« %s » se lit', (typed, day) => expect(typedDay().parse(typed)).toBe(day));

test.each([
  ['2190-01-31', 'La date « 31/01/2190 » est trop lointaine.'],
  ['0002-01-31', 'La date « 31/01/0002 » est trop ancienne.'],
  ['12026-01-31', 'Cette année est trop lointaine.'],
])('« %s » se refuse comme on l’écrit', (typed, sentence) => expect(typedDay().safeParse(typed).error?.issues[0]?.message.replace(/\u00a0/g, ' ')).toBe(sentence));
