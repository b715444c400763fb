import { isEmail } from '~/domain/organisation/email';
import { cleanText } from '~/domain/text/clean';
import { z } from '~/domain/zod';

/** An account's address: as typed by somebody in a hurry, kept in lower case. */
export const accountEmail = z
  .string()
  .transform((text) => cleanText(text).replace(/ /g, '').toLowerCase())
  .refine(isEmail, 'Écrivez une adresse de courriel, par exemple prenom.nom@agence.example.');

/** Beyond this, it is not a password but an attack on the hash. */
export const longestPassword = 200;
export const givenPassword = z.string().min(1, 'Écrivez votre mot de passe.').max(longestPassword, 'Ce mot de passe est trop long.');

export const personName = (sentence: string) =>
  z
    .string()
    .transform(cleanText)
    .pipe(z.string().min(1, sentence).max(80, 'Ce nom est trop long : 80 caractères au plus.'));

export const signInSchema = z.object({ email: accountEmail, password: givenPassword });
export type SignIn = z.output<typeof signInSchema>;
