import { describe, expect, test } from 'vitest';
import { formatPhone, parsePhones } from './phone';

const numbers = (text: string, departement?: string) => parsePhones(text, departement).phones.map((phone) => phone.number);
const reasonOf = (text: string) => parsePhones(text).unread.map((one) => one.reason).join(' ');

describe('téléphones', () => {
  test.each([
    ['0536491208', ['+33536491208']],
    ['05 36 49 12 08', ['+33536491208']],
    ['05.36.49.12.08', ['+33536491208']],
    ['05-36-49-12-08', ['+33536491208']],
    ['05,36,49,12,08', ['+33536491208']],
    ['536491208', ['+33536491208']],
    ['+33 5 36 49 12 08', ['+33536491208']],
    ['+33 (0)5 36 49 12 08', ['+33536491208']],
    ['0033536491208', ['+33536491208']],
    ['Tél. : 05 36 49 12 08', ['+33536491208']],
    ['05 36 49 12 08 / 06 39 98 00 12', ['+33536491208', '+33639980012']],
    ['05 36 49 12 08 06 39 98 00 12', ['+33536491208', '+33639980012']],
    ['0536491208;0536491208', ['+33536491208']],
    ['05 36 49 12 08 ou 06 39 98 00 12', ['+33536491208', '+33639980012']],
    ['05 36 49 12 08 (standard) - 06 39 98 00 12 (portable)', ['+33536491208', '+33639980012']],
    ['3949', ['3949']],
    ['39 49', ['3949']],
    ['115', ['115']],
    ['+32 2 555 12 12', ['+3225551212']],
    ['\u202A05 36 49 12 08\u202C', ['+33536491208']],
    ['-', []],
    ['non communiqué', []],
  ])('« %s »', (text, expected) => {
    expect(numbers(text)).toEqual(expected);
    expect(parsePhones(text).unread).toEqual([]);
  });

  test('un numéro d’outre-mer prend l’indicatif de son territoire', () => {
    expect(numbers('0262 90 12 34', '974')).toEqual(['+262262901234']);
    expect(numbers('0262 90 12 34', '75')).toEqual(['+262262901234']);
    expect(numbers('0590 81 23 45', '971')).toEqual(['+590590812345']);
    expect(numbers('0596 51 23 45')).toEqual(['+596596512345']);
    expect(numbers('06 39 98 00 12', '976')).toEqual(['+33639980012']);
    expect(numbers('05 36 49 12 08', '971')).toEqual(['+33536491208']);
  });

  test('le poste et le zéro remis sont gardés', () => {
    expect(parsePhones('05 36 49 12 08 poste 12').phones).toEqual([{ number: '+33536491208', extension: '12' }]);
    expect(parsePhones('536491208').phones).toEqual([{ number: '+33536491208', restored: true }]);
  });

  test('chaque refus dit pourquoi', () => {
    expect(reasonOf('069')).toMatch(/trop court : il a 3 chiffres/);
    expect(reasonOf('05 36 49 12 08 9')).toMatch(/trop long/);
    expect(reasonOf('0000000000')).toMatch(/n’existe pas/);
    expect(reasonOf('voir accueil')).toMatch(/n’est pas un numéro/);
    expect(reasonOf('5,36491E+08')).toMatch(/arrondi|trop|existe/);
    expect(parsePhones('05 36 49 12 08 / 069')).toMatchObject({ phones: [{ number: '+33536491208' }], unread: [{ value: '069' }] });
  });

  test('se montrent deux chiffres par deux', () => {
    expect(formatPhone('+33536491208')).toBe('05 36 49 12 08');
    expect(formatPhone('+262262901234')).toBe('02 62 90 12 34');
    expect(formatPhone('3949')).toBe('39 49');
    expect(formatPhone('115')).toBe('115');
    expect(formatPhone('+3225551212')).toBe('+32 2 555 12 12');
  });
});
