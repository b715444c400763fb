import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSiret, parseSiren, parseSiret, sirenOf } from './siret';

const reasonOf = (text: string) => {
  const parsed = parseSiret(text);
  return parsed.ok ? '' : parsed.reason;
};

describe('SIRET', () => {
  test.each([
    ['41071771400035', '41071771400035'],
    ['410 717 714 00035', '41071771400035'],
    ['410\u00A0717\u202F714 00035', '41071771400035'],
    ['\t41071771400035\t', '41071771400035'],
    ["'41071771400035", '41071771400035'],
    ['SIRET : 410.717.714.00035', '41071771400035'],
    ['41071771400035,00', '41071771400035'],
    ['4.1071771400035E+13', '41071771400035'],
    ['4,1071771400035E13', '41071771400035'],
  ])('« %s » se lit', (text, siret) => {
    expect(parseSiret(text)).toMatchObject({ ok: true, siret });
  });

  test('un zéro de tête perdu par le tableur est remis, et c’est dit', () => {
    expect(parseSiret('00572078400106')).toEqual({ ok: true, siret: '00572078400106', restored: false });
    expect(parseSiret('572078400106')).toEqual({ ok: true, siret: '00572078400106', restored: true });
    expect(parseSiret('5410117200010')).toMatchObject({ ok: false, reason: expect.stringMatching(/13 chiffres au lieu de 14/) });
  });

  test('La Poste suit sa propre règle : somme des chiffres divisible par 5', () => {
    expect(parseSiret('35600000049837')).toMatchObject({ ok: true });
    expect(parseSiret('35600000049838')).toMatchObject({ ok: false });
    expect(parseSiret('35600000000048')).toMatchObject({ ok: true });
  });

  test('chaque refus dit pourquoi, en une phrase', () => {
    expect(reasonOf('410717714000351')).toMatch(/15 chiffres au lieu de 14/);
    expect(reasonOf('410717714')).toMatch(/c’est un SIREN/);
    expect(reasonOf('41071771400036')).toMatch(/sa clé ne correspond pas/);
    expect(reasonOf('4,10718E+13')).toMatch(/arrondi/);
    expect(reasonOf('4107177140003A')).toMatch(/autre chose que des chiffres/);
    expect(reasonOf('00000000000000')).toMatch(/zéros/);
    expect(reasonOf(' \t ')).toMatch(/vide/);
    expect(reasonOf('en cours')).toMatch(/autre chose que des chiffres/);
  });

  test('changer un seul chiffre d’un SIRET juste le rend faux', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digits = [...'41071771400035'];
        digits[at] = String((Number(digits[at]) + shift) % 10);
        expect(parseSiret(digits.join('')).ok).toBe(false);
      }),
    );
  });

  test('se montre par groupes, et le SIREN en est le début', () => {
    expect(formatSiret('81234567800011')).toBe('812 345 678 00011');
    expect(sirenOf('41071771400035')).toBe('410717714');
    expect(parseSiren('410 717 714')).toEqual({ ok: true, siren: '410717714' });
    expect(parseSiren('410 717 715').ok).toBe(false);
  });
});
