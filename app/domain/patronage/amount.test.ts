import { describe, expect, test } from 'vitest';
import { parseAmount, sayAmount, typeableAmount } from './amount';

describe('un montant', () => {
  test.each([
    ['1500', '1500.00'], ['1 500', '1500.00'], ['1\u202F500,50\u00A0€', '1500.50'], ['1500.5', '1500.50'], ['1500,5 euros', '1500.50'], ['€ 20', '20.00'], ['0,01', '0.01'], ['007', '7.00'], ['1.500,00', '1500.00'], ['1,500.25', '1500.25'],
    ['1.500.000', '1500000.00'], ['12 345 678,90 EUR', '12345678.90'], [' 80 ', '80.00'], ['99999999,99', '99999999.99'],
  ])('%j se lit %s', (typed, amount) => {
    expect(parseAmount(typed)).toEqual({ ok: true, amount });
  });

  test.each([
    ['mille', /n’est pas un montant/], ['', /n’est pas un montant/], ['1 50', /n’est pas un montant/], ['1500,505', /n’est pas un montant/], ['2k€', /n’est pas un montant/], ['1e3', /n’est pas un montant/], ['12;50', /n’est pas un montant/],
    ['1.500', /deux façons/], ['1,500', /deux façons/], ['-20', /sans signe moins/], ['−20 €', /sans signe moins/], ['0', /plus grand que zéro/], ['0,00 €', /plus grand que zéro/], ['100000000', /100 millions/], ['9'.repeat(400), /100 millions/],
  ])('%j est refusé par une phrase', (typed, reason) => {
    expect(parseAmount(typed)).toEqual({ ok: false, reason: expect.stringMatching(reason) as string });
  });

  test('s’écrit en français et se retape tel quel', () => {
    expect([sayAmount('1500.50'), sayAmount('1234567.00'), sayAmount('20'), sayAmount('0.10')]).toEqual(['1\u202F500,50\u00A0€', '1\u202F234\u202F567\u00A0€', '20\u00A0€', '0,10\u00A0€']);
    for (const typed of ['1500,50', '20', '0,10']) {
      const read = parseAmount(typed);
      expect(read.ok && typeableAmount(read.amount)).toBe(typed);
    }
  });
});
