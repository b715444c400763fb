import { editedOver } from '~/domain/agency/edit-over';
import { typedPhone } from '~/domain/agency/typed-address';
import { isEmail } from '~/domain/organisation/email';
import { cleanText } from '~/domain/text/clean';
import { seenVersion } from '~/domain/partner/typed-text';
import { z } from '~/domain/zod';
import { agencyRoles } from './agency-roles';
import { typedCode } from './totp';

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

const agencyRole = z.enum(agencyRoles, 'Choisissez un rôle.');
const site = z.preprocess((value) => (value === '' ? null : value), z.uuid('Choisissez un site de la liste.').nullish());

export const inviteMemberSchema = z.object({
  email: accountEmail,
  firstName: personName('Écrivez le prénom.'),
  lastName: personName('Écrivez le nom.'),
  role: agencyRole,
  siteId: site,
});
export type InviteMember = z.output<typeof inviteMemberSchema>;

/** `siteId` left out: the site stays as it is; null: no site in particular. */
export const changeRoleSchema = z.object({ membershipId: z.uuid(), role: agencyRole, siteId: site, version: seenVersion().optional() });
export type ChangeRole = z.output<typeof changeRoleSchema>;

export const newPassword = z.string().min(1, 'Choisissez un mot de passe.').max(longestPassword, `Choisissez un mot de passe de ${longestPassword} caractères au plus.`);

export const acceptInvitationSchema = z.object({
  firstName: personName('Écrivez votre prénom.'),
  lastName: personName('Écrivez votre nom.'),
  password: newPassword,
});
export type AcceptInvitation = z.output<typeof acceptInvitationSchema>;

export const forgottenPasswordSchema = z.object({ email: accountEmail });
export const resetPasswordSchema = z.object({ password: newPassword });

export const changePasswordSchema = z.object({ currentPassword: givenPassword, newPassword });
export type ChangePassword = z.output<typeof changePasswordSchema>;

export const editProfileSchema = z.object({
  ...editedOver,
  firstName: personName('Écrivez votre prénom.'),
  lastName: personName('Écrivez votre nom.'),
  phone: typedPhone,
});
export type EditProfile = z.output<typeof editProfileSchema>;

const sixDigits = z.string().transform(typedCode).pipe(z.string().regex(/^\d{6}$/, 'Écrivez les 6 chiffres affichés par votre téléphone.'));
export const codeSchema = z.object({ code: sixDigits });
export const recoveryCodeSchema = z.object({ recoveryCode: z.string().trim().min(8, 'Écrivez un de vos codes de secours, par exemple ABCD-EFGH-JKMN.').max(40, 'Ce code est trop long.') });
export const passwordSchema = z.object({ password: givenPassword });
export const chooseSchema = z.object({ id: z.uuid() });
