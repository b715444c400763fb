import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFiltered, noFilters, withoutIdle, writeFilters } from './filters';
import { readFilters } from './read-filters';

const read = (search: string) => readFilters(new URLSearchParams(search));

describe('the list’s address', () => {
  test('says every filter, once or several times', () => {
    expect(read('q=garage&typologie=entreprise&typologie=cfa&etape=active&commune=65440&rayon=30&miens=oui&archives=oui&tri=-nom').filters).toEqual({
      ...noFilters, q: 'garage', typologie: ['entreprise', 'cfa'], etape: ['active'], commune: '65440', rayon: 30, miens: true, archives: true, tri: '-nom',
    });
  });
  test('what cannot be understood is dropped with a sentence', () => {
    expect(read('rayon=5000')).toMatchObject({ filters: { rayon: 200 }, notices: ['Le rayon a été ramené à 200 km.'] });
    expect(read('rayon=-3').notices).toHaveLength(1);
    expect(read('rayon=0').notices).toEqual([]);
    expect(read('commune=Tarbes')).toMatchObject({ filters: { commune: '' }, notices: ['La commune n’a pas été comprise.'] });
    expect(read('tri=DROP TABLE').notices).toHaveLength(1);
    expect(read(`q=${'a'.repeat(2000)}`).filters.q).toHaveLength(200);
  });
  test('NUL bytes and control characters do not reach the database', () => {
    expect(read('q=a%00b&typologie=%00&etiquette=x%00y').filters).toMatchObject({ q: 'ab', typologie: [], etiquette: ['xy'] });
  });
  test('whatever the address, reading it succeeds, and writing what was read reads the same', () => {
    const names = fc.constantFrom('q', 'typologie', 'etape', 'commune', 'communeText', 'rayon', 'miens', 'archives', 'tri', 'etiquette', 'referent', 'niveau', 'mois', 'metier', 'liste', 'autre');
    const value = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom('oui', 'nom', '65440', '30', 'aucun', 'tried', '5', 'i16'));
    fc.assert(
      fc.property(fc.array(fc.tuple(names, value), { maxLength: 8 }), (pairs) => {
        const { filters } = readFilters(new URLSearchParams(pairs));
        const again = readFilters(writeFilters(filters)).filters;
        expect(again).toEqual({ ...filters, communeText: filters.commune ? '' : filters.communeText });
      }),
      { numRuns: 40 },
    );
  });
  test('what says nothing goes, and nothing else', () => {
    const tidy = (search: string) => decodeURIComponent(withoutIdle(new URLSearchParams(search)).toString());
    expect(tidy('q=&commune=&communeText=+&rayon=20')).toBe('');
    expect(tidy('typologie=cfa&typologie=&typologie=mairie&tri=-nom&apres=x&q=')).toBe('typologie=cfa&typologie=mairie&tri=-nom&apres=x');
    expect(tidy('commune=65440&rayon=20')).toBe('commune=65440&rayon=20');
    expect(tidy('communeText=tarbes&rayon=20&commune=')).toBe('communeText=tarbes&rayon=20');
    expect(tidy('tri=rien&commune=Tarbes')).toBe('tri=rien&commune=Tarbes');
  });
  test('an order or a radius without a place is not a filter', () => {
    expect(isFiltered(read('tri=nom&rayon=20').filters)).toBe(false);
    expect(isFiltered(read('miens=oui').filters)).toBe(true);
    expect(isFiltered(read('commune=65440&rayon=20').filters)).toBe(true);
  });
});
