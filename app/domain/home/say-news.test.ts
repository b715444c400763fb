import { expect, test } from 'vitest';
import type { PortfolioNews } from './portfolio-news.server';
import { sayNews, sayWho } from './say-news';

const about = { key: '1', partnershipId: 'p', name: 'Garage', at: new Date(0), who: 'Camille E.' };
const facts = (columns: string[], who: string | null = 'Camille E.', isOurs = true): PortfolioNews => ({ ...about, who, type: 'facts', columns, isOurs });

test('a call, a stage and changed facts are said in a few words; columns of the machine are not', () => {
  expect(sayNews({ ...about, type: 'exchange', kind: 'call', direction: 'in' })).toBe('Appel reçu');
  expect(sayNews({ ...about, type: 'move', toStage: 'dormant' })).toBe('Étape : en veille');
  expect(sayNews(facts(['phone', 'version', 'updated_at']))).toBe('Fiche corrigée : téléphone');
  expect(sayNews(facts(['phone', 'email', 'website']))).toBe('Fiche corrigée : téléphone, courriel…');
  expect(sayNews(facts(['version', 'updated_at']))).toBeNull();
});

test('another agency is not named', () => {
  expect([facts([], 'Camille E.'), facts([], null, false), facts([], null, true)].map(sayWho)).toEqual(['Camille E.', 'hors de l’agence', 'Maillage']);
});
