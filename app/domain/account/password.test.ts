import { expect, test } from 'vitest';
import { passwordProblem } from './password';

const owner = { email: 'nadia.ben-salah@ml-adour.example', firstName: 'Nadia', lastName: 'Ben Salah' };
const problem = (password: string) => passwordProblem(password, owner);

test.each(['le canoë traverse à midi', 'correct horse battery staple', 'gX7#qv!2Lm0Zt', 'quatre-vingt-dix pommes', 'Nadia aime les nuages violets', '密码很长而且不容易猜到的句子'])('« %s » convient', (password) => {
  expect(problem(password)).toBeNull();
});

test.each(['', 'court', 'onzecaracte'])('« %s » est trop court', (password) => {
  expect(problem(password)).toContain('au moins 12 caractères');
});

test('douze caractères suffisent, comptés comme on les voit', () => {
  expect(problem('vélo+tram=42')).toBeNull();
  expect(problem('🚲🚲🚲🚲🚲🚲')).toContain('au moins 12');
});

test.each(['motdepasse2026', 'MotDePasse!!2026', '123456789012', 'abcdefghijklmn', 'azertyuiop123', 'azertyazerty', 'aaaaaaaaaaaaaaa', 'Missionlocale65', 'mission-locale-65', 'Administrateur1', 'bonjourbonjour', 'motdepassé2026'])(
  '« %s » est trop courant',
  (password) => expect(problem(password)).toContain('trop courant'),
);

test.each(['nadia.ben-salah@ml-adour.example', 'NadiaBenSalah1985', 'bensalahnadia', 'ben-salah 2026!', 'nadia-ml-adour'])('« %s » ressemble à la personne', (password) => {
  expect(problem(password)).toContain('ressemble');
});
