import { Action, Layout, Paragraph } from './layout';

export type MembershipAddedProps = { firstName: string; inviter: string | null; place: string; role: string; link: string };

export const membershipAddedSubject = ({ place }: MembershipAddedProps) => `Un nouvel accès dans Maillage · ${place}`;

/** To somebody who has an account already, and joins one more agency. */
export function MembershipAdded({ firstName, inviter, place, role, link }: MembershipAddedProps) {
  return (
    <Layout
      preview={`${place} s’ajoute à votre compte.`}
      title={`Bonjour, ${firstName}`}
      foot="Vous n’attendiez pas ce message ? Parlez-en à la personne qui administre votre agence."
    >
      <Paragraph>
        {inviter ? `${inviter} vous ouvre un accès` : 'Un accès vous est ouvert'} de plus dans Maillage.
      </Paragraph>
      <Paragraph>
        <b>{place}</b>
        <br />
        Votre rôle : {role}
      </Paragraph>
      <Paragraph>Votre adresse et votre mot de passe ne changent pas. Depuis votre compte, vous passez d’une agence à l’autre.</Paragraph>
      <Action href={link}>Se connecter</Action>
    </Layout>
  );
}
