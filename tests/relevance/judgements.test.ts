import { expect, test } from 'vitest';
import { gradeOf, readJudgements } from './judgements';

const [restos, coiffeuse] = readJudgements(`
// a comment
# Names
? restos du coeur toulouse
3 siret=38153384300045
2 nom~restaurants du cœur ; commune=Toulouse
1 nom^Les Restaurants

# Trades
? coiffeuse
3 rome=D1202
`);
const thing = (facts: Record<string, string>) => ({ id: 'x', nom: 'Sans nom', ...facts });

test('queries are read with their group and their judgements', () => {
  expect([restos!.group, restos!.query, restos!.judgements.length]).toEqual(['Names', 'restos du coeur toulouse', 3]);
  expect([coiffeuse!.group, coiffeuse!.line]).toEqual(['Trades', 10]);
});

test('the first judgement that a thing meets gives its grade, without accents or case', () => {
  expect(gradeOf(restos!, thing({ siret: '38153384300045', nom: 'Les Restaurants du Cœur', commune: 'Toulouse' }))).toBe(3);
  expect(gradeOf(restos!, thing({ nom: 'ASSOC RESTAURANTS DU COEUR', commune: 'TOULOUSE' }))).toBe(2);
  expect(gradeOf(restos!, thing({ nom: 'Les restaurants du quai', commune: 'Toulouse' }))).toBe(1);
  expect(gradeOf(restos!, thing({ nom: 'Bons Restaurants du Cœurs', commune: 'Toulouse' }))).toBe(0);
  expect(gradeOf(coiffeuse!, thing({ rome: 'D1101 D1202' }))).toBe(3);
  expect(gradeOf(coiffeuse!, thing({ rome: 'D12020' }))).toBe(0);
});

test('a line that says nothing names itself', () => {
  expect(() => readJudgements('# G\n? q\n4 nom=x')).toThrow('line 3');
  expect(() => readJudgements('# G\n? q\n3 nom')).toThrow('line 3');
  expect(() => readJudgements('? q\n3 nom=x')).toThrow('line 2');
});
