import { Layout, Paragraph } from './layout';

export type OffersInDoubtProps = { firstName: string; offers: readonly { title: string; holder: string; since: string; link: string }[]; days: number; link: string; switchOff: string };

export const offersInDoubtSubject = ({ offers }: OffersInDoubtProps) => (offers.length > 1 ? `${offers.length} offres sont-elles toujours d’actualité ? · Maillage` : `« ${offers[0]?.title ?? ''} » : toujours d’actualité ? · Maillage`);

/** Asks whoever wrote offers that nobody has confirmed for weeks; each link answers by itself, without an account. */
export function OffersInDoubt({ firstName, offers, days, link, switchOff }: OffersInDoubtProps) {
  return (
    <Layout
      preview="Un appui suffit pour répondre, sans vous connecter."
      title={`Bonjour, ${firstName}`}
      foot={
        <>
          Chaque lien ne sert qu’une fois et pendant {days} jours. Les mêmes questions sont dans{' '}
          <a className="muted" href={link} style={{ color: '#545b6b' }}>
            À faire
          </a>
          .{' '}
          <a className="muted" href={switchOff} style={{ color: '#545b6b' }}>
            Ne plus recevoir ces courriels
          </a>
          .
        </>
      }
    >
      <Paragraph>
        <b>{offers.length > 1 ? 'Ces offres sont-elles toujours d’actualité ?' : 'Cette offre est-elle toujours d’actualité ?'}</b> Un appui suffit pour répondre, sans vous connecter.
      </Paragraph>
      {offers.map((offer) => (
        <Paragraph key={offer.link}>
          {offer.title}
          <br />
          {offer.holder} · sans nouvelles depuis le {offer.since}
          <br />
          <a className="link" href={offer.link} style={{ color: '#0a6168' }}>
            Répondre pour cette offre
          </a>
        </Paragraph>
      ))}
    </Layout>
  );
}
