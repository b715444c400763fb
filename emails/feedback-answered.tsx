import { Action, Layout, Paragraph } from './layout';

export type FeedbackAnsweredProps = { firstName: string; answerer: string; when: string; place: string; link: string };

export const feedbackAnsweredSubject = (_props: FeedbackAnsweredProps) => 'Une réponse à votre signalement · Maillage';

/** To who reported something. */
export function FeedbackAnswered({ firstName, answerer, when, place, link }: FeedbackAnsweredProps) {
  return (
    <Layout preview={`${answerer} vous répond.`} title={`Bonjour, ${firstName}`} foot={`Vous recevez ce message parce que vous avez signalé quelque chose à l’administration de votre agence (${place}).`}>
      <Paragraph>
        {answerer} répond à ce que vous avez signalé {when}.
      </Paragraph>
      <Action href={link}>Lire la réponse</Action>
    </Layout>
  );
}
