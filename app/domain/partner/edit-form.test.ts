import { expect, test } from 'vitest';
import { mergeTyped, withChoices } from './edit-form';

const base = { name: 'Garage', phone: '05 36 49 12 08', commune: 'Tarbes', communeCode: '65440' };

test('des changements qui ne se touchent pas sont gardés tous les deux', () => {
  const { values, conflicts, mine, theirs } = mergeTyped({ base, typed: { ...base, name: 'Garage Lafitte' }, current: { ...base, phone: '05 36 49 99 99' } });
  expect(values).toMatchObject({ name: 'Garage Lafitte', phone: '05 36 49 99 99' });
  expect({ conflicts, mine, theirs }).toEqual({ conflicts: [], mine: ['name'], theirs: ['phone'] });
});

test('le même champ changé de deux façons est montré, jamais choisi à la place des gens', () => {
  const { conflicts } = mergeTyped({ base, typed: { ...base, name: 'Lafitte' }, current: { ...base, name: 'Garage L.' } });
  expect(conflicts).toEqual([{ field: 'name', label: 'Nom', theirs: 'Garage L.', yours: 'Lafitte' }]);
});

test('le même champ changé de la même façon n’est pas un désaccord', () => {
  expect(mergeTyped({ base, typed: { ...base, name: 'Lafitte' }, current: { ...base, name: 'Lafitte' } })).toMatchObject({ conflicts: [], mine: [] });
});

test('un champ ouvert et refermé ne défait pas le changement d’une autre personne', () => {
  expect(mergeTyped({ base, typed: { ...base, name: ' Garage ' }, current: { ...base, name: 'Lafitte' } }).values.name).toBe('Lafitte');
});

test('deux communes de même nom restent deux communes', () => {
  const { mine, values } = mergeTyped({ base, typed: { ...base, communeCode: '99999' }, current: base });
  expect({ mine, code: values.communeCode }).toEqual({ mine: ['commune'], code: '99999' });
});

test('les fins de ligne du navigateur ne sont pas un changement', () => {
  expect(mergeTyped({ base: { description: 'a\nb' }, typed: { description: 'a\r\nb' }, current: { description: 'a\nb' } }).mine).toEqual([]);
});

test('laisser le champ à l’autre personne prend sa valeur', () => {
  expect(withChoices({ name: 'Lafitte', phone: '1' }, { name: 'Garage L.', phone: '2' }, { name: 'theirs', phone: 'mine' })).toEqual({ name: 'Garage L.', phone: '1' });
});
