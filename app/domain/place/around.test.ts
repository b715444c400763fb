import { expect, test } from 'vitest';
import { fromPlace, pointOf, readAround } from './around';

test.each([
  ['43.2327,0.0712', '43.2327,0.0712', null],
  ['43,23271 ; 0,07119', '43.2327,0.0712', null],
  ['0.0712,43.2327', '43.2327,0.0712', /échangées/],
  ['-20.88,55.45', '-20.88,55.45', null],
  ['NaN,NaN', '', /ne sont pas des nombres/],
  ['0,0', '', /ne désignent aucun lieu/],
  ['12.5,-30', '', /hors de France/],
  ['43.2', '', /pas lisibles/],
  ["43.2,0.07'); DROP TABLE", '', /pas lisibles|pas des nombres/],
  ['', '', null],
])('autour=%s', (text, around, notice) => {
  const read = readAround(text);
  expect(read.around).toBe(around);
  if (notice) expect(read.notice).toMatch(notice);
  else expect(read.notice).toBeNull();
  if (around) expect(pointOf(around)).toEqual({ latitude: Number(around.split(',')[0]), longitude: Number(around.split(',')[1]) });
});

test.each([['Tarbes', 'de Tarbes'], ['Albi', 'd’Albi'], ['Évry', 'd’Évry'], ['un point près de Pau', 'd’un point près de Pau']])('%s', (name, words) => expect(fromPlace(name)).toBe(words));
