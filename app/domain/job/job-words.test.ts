import { expect, test } from 'vitest';
import { failureWords, jobWords } from './job-words';

test('a task is said in words, with what it follows', () => {
  expect(jobWords('import:step')).toBe('Import d’un fichier');
  expect(jobWords('react', 'partner.added')).toBe('Suites d’un évènement : un partenaire ajouté');
  expect(jobWords('unheard-of')).toBe('Tâche de fond');
});

test('the number of an error is told apart from its sentence', () => {
  expect(failureWords('Le serveur ne répond pas (ab12cd34)')).toEqual({ sentence: 'Le serveur ne répond pas', errorId: 'ab12cd34' });
  expect(failureWords('Le serveur (mail) ne répond pas')).toEqual({ sentence: 'Le serveur (mail) ne répond pas', errorId: null });
  expect(failureWords(null)).toBeNull();
});
