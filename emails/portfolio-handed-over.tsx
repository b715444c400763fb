import { Action, Layout, Paragraph } from './layout';

export type PortfolioHandedOverProps = {
  firstName: string;
  by: string | null;
  /** Whose partners they were; null when the account is gone. */
  from: string | null;
  place: string;
  partners: number;
  tasks: number;
  hasWord: boolean;
  link: string;
};

const some = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

export const portfolioHandedOverSubject = ({ partners }: PortfolioHandedOverProps) => `${some(partners, 'partenaire vous est confié', 'partenaires vous sont confiés')} · Maillage`;

/** To who takes a portfolio over. Neither partners nor the word are in it: both wait behind the link. */
export function PortfolioHandedOver({ firstName, by, from, place, partners, tasks, hasWord, link }: PortfolioHandedOverProps) {
  return (
    <Layout preview={`Un portefeuille change de mains à ${place}.`} title={`Bonjour, ${firstName}`} foot="Vous recevez ce message parce que des partenaires vous ont été confiés dans Maillage.">
      <Paragraph>
        {by ?? 'Votre agence'} vous confie <b>{some(partners, 'partenaire', 'partenaires')}</b>
        {from && from !== by ? ` que suivait ${from}` : ''}
        {tasks > 0 ? `, avec ${some(tasks, 'tâche', 'tâches')} à faire` : ''}.
      </Paragraph>
      <Paragraph>{place}</Paragraph>
      <Paragraph>{hasWord ? 'Un mot vous attend avec la liste : où en est chaque partenaire, dans quelle commune.' : 'La liste vous attend : où en est chaque partenaire, dans quelle commune.'}</Paragraph>
      <Action href={link}>Voir ces partenaires</Action>
    </Layout>
  );
}
