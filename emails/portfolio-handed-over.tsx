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

/** What is given besides the partners, or instead of them. */
const tasksOf = (tasks: number) => some(tasks, 'tâche', 'tâches');

export const portfolioHandedOverSubject = ({ partners, tasks }: PortfolioHandedOverProps) => `${partners === 0 ? (tasks > 0 ? some(tasks, 'tâche vous est confiée', 'tâches vous sont confiées') : 'Des listes vous sont confiées') : some(partners, 'partenaire vous est confié', 'partenaires vous sont confiés')} · Maillage`;

/** To who takes a portfolio over. Neither partners nor the word are in it: both wait behind the link. */
export function PortfolioHandedOver({ firstName, by, from, place, partners, tasks, hasWord, link }: PortfolioHandedOverProps) {
  return (
    <Layout preview={`Un portefeuille change de mains, ${place}.`} title={`Bonjour, ${firstName}`} foot="Vous recevez ce message parce que le travail d’une personne de votre agence vous a été confié dans Maillage.">
      <Paragraph>
        {by ?? 'Votre agence'} vous confie <b>{partners > 0 ? some(partners, 'partenaire', 'partenaires') : tasks > 0 ? `${tasksOf(tasks)} à faire` : 'des listes'}</b>
        {from && from !== by ? ` que ${partners > 0 ? 'suivait' : 'tenait'} ${from}` : ''}
        {partners > 0 && tasks > 0 ? `, avec ${tasksOf(tasks)} à faire` : ''}.
      </Paragraph>
      <Paragraph>{place}</Paragraph>
      {partners > 0 && <Paragraph>{hasWord ? 'Un mot vous attend avec la liste : où en est chaque partenaire, dans quelle commune.' : 'La liste vous attend : où en est chaque partenaire, dans quelle commune.'}</Paragraph>}
      <Action href={link}>{partners > 0 ? 'Voir ces partenaires' : 'Voir la passation'}</Action>
    </Layout>
  );
}
