import { Action, Layout, Paragraph } from './layout';

export type OfferAlertProps = { firstName: string; offers: readonly { title: string; where: string; search: string; link: string }[]; count: number; link: string; stop: string };

const some = (count: number) => (count > 1 ? `${count} nouvelles offres` : 'Une nouvelle offre');
export const offerAlertSubject = ({ count }: OfferAlertProps) => `${some(count)} pour vos recherches · Maillage`;

/** What the saved searches of somebody found since the last time. */
export function OfferAlert({ firstName, offers, count, link, stop }: OfferAlertProps) {
  return (
    <Layout
      preview={`${some(count)}.`}
      title={`Bonjour, ${firstName}`}
      foot={
        <>
          Vous recevez ce message parce que vous avez gardé une recherche d’offres avec une alerte.{' '}
          <a className="muted" href={stop} style={{ color: '#545b6b' }}>
            Ne plus recevoir ces alertes
          </a>
          .
        </>
      }
    >
      <Paragraph>
        <b>{some(count)} pour vos recherches.</b>
      </Paragraph>
      {offers.map((offer, index) => (
        <Paragraph key={index}>
          <a className="link" href={offer.link} style={{ color: '#0a6168' }}>
            {offer.title}
          </a>
          <br />
          {offer.where} · {offer.search}
        </Paragraph>
      ))}
      {count > offers.length && <Paragraph>{count - offers.length > 1 ? `Et ${count - offers.length} autres.` : 'Et une autre.'}</Paragraph>}
      <Action href={link}>Voir mes recherches</Action>
    </Layout>
  );
}
