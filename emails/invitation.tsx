import { Action, Layout, Paragraph } from './layout';

export type InvitationProps = { firstName: string; inviter: string | null; place: string; role: string; link: string; days: number };

export const invitationSubject = ({ place }: InvitationProps) => `Votre accès à Maillage · ${place}`;

/** To somebody who has no account yet. */
export function Invitation({ firstName, inviter, place, role, link, days }: InvitationProps) {
  return (
    <Layout
      preview={`Choisissez votre mot de passe pour rejoindre ${place}.`}
      title={`Bienvenue, ${firstName}`}
      foot="Vous n’attendiez pas ce message ? Ne faites rien : sans vous, aucun accès n’est ouvert."
    >
      <Paragraph>
        {inviter ? `${inviter} vous ouvre un accès` : 'Un accès vous est ouvert'} à Maillage, l’outil de suivi des partenaires des Missions Locales.
      </Paragraph>
      <Paragraph>
        <b>{place}</b>
        <br />
        Votre rôle : {role}
      </Paragraph>
      <Paragraph>Il vous reste à choisir votre mot de passe.</Paragraph>
      <Action href={link}>Choisir mon mot de passe</Action>
      <Paragraph>Ce lien sert une seule fois, pendant {days} jours.</Paragraph>
    </Layout>
  );
}
