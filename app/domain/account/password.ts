import { fold } from '~/domain/text/fold';
import { commonPasswords } from './common-passwords';

/** NIST SP 800-63B and the CNIL's recommendation of 2022: length counts, composition rules do not. */
export const shortestPassword = 12;
export const passwordHint = `Au moins ${shortestPassword} caractères. Une phrase de quelques mots convient très bien.`;

export type PasswordOwner = { email: string; firstName: string; lastName: string };

/** What is wrong with a password that somebody chooses, in a sentence; null when it will do. */
export function passwordProblem(password: string, owner: PasswordOwner): string | null {
  if ([...password].length < shortestPassword) return `Choisissez au moins ${shortestPassword} caractères : une phrase de quelques mots convient très bien.`;
  if (isCommon(password)) return 'Ce mot de passe est trop courant : il serait deviné. Choisissez-en un autre.';
  if (saysWhoIsThere(password, owner)) return 'Ce mot de passe ressemble à votre nom ou à votre adresse. Choisissez-en un autre.';
  return null;
}

const lettersAndDigits = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

function isCommon(password: string): boolean {
  const bare = lettersAndDigits(password);
  // "Motdepasse2026!" is "motdepasse": digits and signs around a word add nothing.
  const word = bare.replace(/^\d+|\d+$/g, '');
  if (commonPasswords.has(bare) || commonPasswords.has(word)) return true;
  return new Set(fold(password)).size < 5 || isRepeated(fold(password)) || isRun(bare);
}

/** "azertyazerty": one piece said twice or more. */
const isRepeated = (text: string) => text.length > 1 && (text + text).indexOf(text, 1) < text.length;

/** "123456789012", "abcdefghijkl": each character follows the one before. */
const isRun = (text: string) => [...text].slice(1).every((letter, index) => [1, -9, -1, 9].includes(letter.charCodeAt(0) - text.charCodeAt(index)));

/** Once the name and the address are taken out, is there enough left to guess? */
function saysWhoIsThere(password: string, { email, firstName, lastName }: PasswordOwner): boolean {
  const [mailbox = '', host = ''] = email.split('@');
  const known = [mailbox, ...mailbox.split(/[^a-z0-9]+/i), host, host.split('.')[0] ?? '', firstName, lastName].map(lettersAndDigits).filter((piece) => piece.length >= 3);
  const bare = lettersAndDigits(password);
  const left = known.sort((a, b) => b.length - a.length).reduce((text, piece) => text.replaceAll(piece, ''), bare);
  return left !== bare && left.replace(/\d/g, '').length < 6;
}
