import { expect, test } from 'vitest';
import { returnPath } from './return-path';

test.each(['/', '/partenaires?q=caf%C3%A9&typologie=cfa', '/partenaires/0193a5b2#notes'])('on revient à %s', (path) => {
  expect(returnPath(path)).toBe(path);
});

test.each([
  null, '', 'https://ailleurs.example', '//ailleurs.example', '/\\ailleurs.example', '/\t/ailleurs.example', '\\\\ailleurs.example', 'javascript:alert(1)',
  '/./\\/ailleurs.example', '/x/..//ailleurs.example', 'partenaires', ' /partenaires', '/connexion', '/connexion/code', '/deconnexion', `/${'a'.repeat(3000)}`,
])('« %s » ramène à l’accueil', (path) => {
  expect(returnPath(path)).toBe('/');
});
