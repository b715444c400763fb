import { Action, Layout, Paragraph } from './layout';

export type FeedbackSentProps = { firstName: string; author: string; kind: string; page: string | null; place: string; link: string };

export const feedbackSentSubject = ({ kind, author }: FeedbackSentProps) => `${kind} : un signalement de ${author} · Maillage`;

/** To the administrators of the agency. The words of the report stay on the site: they may speak of somebody. */
export function FeedbackSent({ firstName, author, kind, page, place, link }: FeedbackSentProps) {
  return (
    <Layout preview={`${author} a quelque chose à vous dire.`} title={`Bonjour, ${firstName}`} foot={`Vous recevez ce message parce que vous administrez Maillage (${place}).`}>
      <Paragraph>
        {author} vous signale quelque chose dans Maillage.
      </Paragraph>
      <Paragraph>
        <b>{kind}</b>
        {page && (
          <>
            <br />
            Page : {page}
          </>
        )}
      </Paragraph>
      <Action href={link}>Lire et répondre</Action>
    </Layout>
  );
}
