import { Action, Layout, Paragraph } from './layout';

export type PasswordChangedProps = { firstName: string; /** « le 12 mars 2026 à 14 h 05 » */ when: string; link: string };

export const passwordChangedSubject = () => 'Votre mot de passe a changé · Maillage';

/** To somebody whose password was just changed: by themselves, mostly, and by this message they learn when it was not. */
export function PasswordChanged({ firstName, when, link }: PasswordChangedProps) {
  return (
    <Layout
      preview="Si ce n’est pas vous, choisissez tout de suite un autre mot de passe."
      title={`Bonjour, ${firstName}`}
      foot="Vous recevez ce message à chaque changement de mot de passe, pour que personne ne le fasse à votre insu."
    >
      <Paragraph>Le mot de passe de votre compte Maillage a été changé {when}. Vos autres appareils ont été déconnectés.</Paragraph>
      <Paragraph>C’était vous ? Vous n’avez rien à faire.</Paragraph>
      <Paragraph>
        <b>Ce n’était pas vous ?</b> Choisissez tout de suite un autre mot de passe, puis prévenez la personne qui administre votre agence.
      </Paragraph>
      <Action href={link}>Choisir un autre mot de passe</Action>
    </Layout>
  );
}
