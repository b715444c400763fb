import { expect, test } from 'vitest';
import { DomainError } from '~/domain/errors';
import { editedOver, fieldsToWrite } from './edit-over';

const labels = { name: 'Nom', phone: 'Téléphone' };
const was = { name: 'Tarbes', phone: '05 36 49 00 10' };

test('only what the form changed is written', () => {
  expect(fieldsToWrite({ version: 1, was, yours: { ...was, name: 'Tarbes centre' }, theirs: was, current: 1, labels })).toEqual(['name']);
  expect(fieldsToWrite({ version: 1, was, yours: was, theirs: was, current: 1, labels })).toEqual([]);
});

test('two people on two fields: both are kept, nobody is asked', () => {
  const theirs = { ...was, phone: '05 36 49 00 11' };
  expect(fieldsToWrite({ version: 1, was, yours: { ...was, name: 'Tarbes centre' }, theirs, current: 2, labels })).toEqual(['name']);
});

test('two people on one field: the second sees both values, then chooses', () => {
  const theirs = { ...was, name: 'Tarbes nord' };
  const yours = { ...was, name: 'Tarbes centre' };
  const refused = (() => {
    try {
      return fieldsToWrite({ version: 1, was, yours, theirs, current: 2, labels });
    } catch (error) {
      return error;
    }
  })();
  expect(refused).toBeInstanceOf(DomainError);
  expect((refused as DomainError).refusal).toEqual({ kind: 'stale', version: 2, changes: [{ field: 'name', label: 'Nom', theirs: 'Tarbes nord', yours: 'Tarbes centre' }] });
  expect(fieldsToWrite({ version: 2, was, yours, theirs, current: 2, labels })).toEqual(['name']);
});

test('two people who typed the same thing do not disagree', () => {
  const same = { ...was, name: 'Tarbes centre' };
  expect(fieldsToWrite({ version: 1, was, yours: same, theirs: same, current: 2, labels })).toEqual(['name']);
});

test('a form whose memory was lost or forged never overwrites silently', () => {
  expect(editedOver.was.parse('{"name":')).toEqual({});
  expect(editedOver.was.parse('[1]')).toEqual({});
  expect(() => fieldsToWrite({ version: 1, was: {}, yours: { ...was, name: 'Autre' }, theirs: was, current: 2, labels })).toThrow(DomainError);
});
