import { describe, expect, test } from 'vitest';
import { compareRecords, takenSides, takenValues, type MergeRecord } from './compare-records';
import { columnsBack } from './merge-journal';

const record = (organisation: object = {}, partnership: object = {}): MergeRecord => ({ organisation: { id: 'o', name: 'Garage', ...organisation }, partnership: { id: 'p', stage: 'prospect', ...partnership } });
const proposed = (kept: MergeRecord, merged: MergeRecord) => Object.fromEntries(compareRecords(kept, merged).map(({ field, proposed: side }) => [field, side]));
const from = (source: string, at = '2026-01-01') => ({ source, at });

describe('what is proposed', () => {
  test('nothing where both say the same, an empty text and nothing being one', () => {
    expect(compareRecords(record({ email: '' }), record({ email: null }))).toEqual([]);
  });
  test('what is filled, whichever side it is on', () => {
    expect(proposed(record({ email: 'a@a.example' }), record({ phone: '+33536491010' }))).toEqual({ email: 'kept', phone: 'merged' });
  });
  test('the better source, and between equals the record that is kept, however old', () => {
    const kept = record({ email: 'a@a.example', website: 'a.example', phone: '1', fact_sources: { email: from('register'), website: from('agency'), phone: from('agency', '2025-02-01') } });
    const merged = record({ email: 'b@b.example', website: 'b.example', phone: '2', fact_sources: { email: from('agency', '2026-03-01'), website: from('register'), phone: from('agency', '2026-01-01') } });
    expect(proposed(kept, merged)).toEqual({ email: 'kept', website: 'merged', phone: 'kept' });
  });
  test('an address goes whole, and a point on a map alone is none', () => {
    expect(proposed(record({ latitude: 43.2 }), record({ address_line: '1 rue A', postcode: '65000' }))).toEqual({ address: 'merged' });
  });
  test('the stage that says most, never the archive over life', () => {
    expect(proposed(record({}, { stage: 'archived' }), record({}, { stage: 'active' }))).toEqual({ stage: 'merged' });
    expect(proposed(record({}, { stage: 'active' }), record({}, { stage: 'dormant' }))).toEqual({ stage: 'kept' });
  });
  test('« Autre » is never offered in the place of a kind, and gives way to one', () => {
    const [precise, other] = [record({ kind_id: 'company', fact_sources: { kindId: from('agency') } }), { ...record({ kind_id: 'other', fact_sources: { kindId: from('register') } }), isOfOtherKind: true }];
    expect(compareRecords(precise, other)).toEqual([]);
    expect(proposed(other, precise)).toEqual({ kindId: 'merged' });
  });
  test('an organisation hangs neither on itself nor on its double', () => {
    expect(compareRecords(record({ id: 'a', parent_id: 'g' }), record({ id: 'b', parent_id: 'a' }))).toEqual([]);
  });
});

describe('what is taken', () => {
  test('a word of the organisation itself stays, whatever was chosen', () => {
    const [kept, merged] = [record({ email: 'a@a.example', fact_sources: { email: from('organisation') } }), record({ email: 'b@b.example', fact_sources: { email: from('register') } })];
    expect(takenSides(compareRecords(kept, merged), { email: 'merged' }).get('email')).toBe('kept');
  });
  test('the source goes with the fact, and the number that is not chosen goes beside', () => {
    const [kept, merged] = [record({ phone: '+33536491010', fact_sources: { phone: from('agency') } }), record({ phone: '+33536491011', other_phones: ['+33536491012'], fact_sources: { phone: from('register') } })];
    expect(takenValues(kept, merged, takenSides(compareRecords(kept, merged), {})).organisation).toEqual({ phone: '+33536491011', other_phones: ['+33536491010', '+33536491012'], fact_sources: { phone: from('register') } });
  });
});

test('undone, a group of columns goes back whole or stays whole', () => {
  const journal = { before: { a: 1, b: 2, c: 3 }, after: { a: 10, b: 20, c: 30 } };
  expect(columnsBack([['a', 'b'], ['c']], journal, { a: 10, b: 21, c: 30 }, Object.is)).toEqual({ back: { c: 3 }, edited: [['a', 'b']] });
});
