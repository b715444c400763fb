import { Action, Layout, Paragraph } from './layout';

export type PasswordResetProps = { firstName: string; link: string; hours: number };

export const passwordResetSubject = () => 'Choisir un nouveau mot de passe · Maillage';

/** To somebody who forgot their password, or to whom somebody else wishes ill: it says what to do in both cases. */
export function PasswordReset({ firstName, link, hours }: PasswordResetProps) {
  return (
    <Layout
      preview="Le lien pour choisir un nouveau mot de passe."
      title={`Bonjour, ${firstName}`}
      foot="Vous n’avez rien demandé ? Ne faites rien : votre mot de passe reste le même."
    >
      <Paragraph>Un nouveau mot de passe a été demandé pour votre compte Maillage.</Paragraph>
      <Action href={link}>Choisir un nouveau mot de passe</Action>
      <Paragraph>Ce lien sert une seule fois, pendant {hours} heures. Une fois le mot de passe changé, vos autres appareils sont déconnectés.</Paragraph>
    </Layout>
  );
}
