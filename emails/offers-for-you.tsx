import { Fragment } from 'react';
import { Layout, Paragraph } from './layout';

export type OfferTold = { title: string; facts: readonly { label: string; value: string }[]; /** How to apply by oneself; empty: with the agency. */ how: string; link: string | null };
export type OffersForYouProps = { from: string; place: string; phone: string | null; replyTo: string; word: string | null; offers: readonly OfferTold[] };

export const offersForYouSubject = ({ offers, place }: OffersForYouProps) => `${offers.length > 1 ? `${offers.length} offres` : 'Une offre'} à regarder · ${place}`;

/** To somebody who has no account, after a meeting: each offer in a few lines, and whom to answer. */
export function OffersForYou({ from, place, phone, replyTo, word, offers }: OffersForYouProps) {
  return (
    <Layout
      preview={offers.map(({ title }) => title).join(', ')}
      title={offers.length > 1 ? `${offers.length} offres à regarder` : 'Une offre à regarder'}
      foot={<>{place} vous envoie ce message après en avoir parlé avec vous. Votre adresse n’a servi qu’à cela : elle n’est pas gardée.</>}
    >
      <Paragraph>Bonjour,</Paragraph>
      {(word ?? `Voici ce que nous avons regardé ensemble.`).split('\n').filter(Boolean).map((line, index) => <Paragraph key={index}>{line}</Paragraph>)}
      {offers.map(({ title, facts, how, link }, index) => (
        <div key={index}>
          <h2 className="ink" style={{ margin: '24px 0 0', color: '#1d2230', fontSize: '18px', lineHeight: '24px' }}>{index + 1}. {title}</h2>
          <Paragraph>
            {facts.map(({ label, value }, line) => <Fragment key={label}>{line > 0 && <br />}<b>{label}</b> : {value}</Fragment>)}
          </Paragraph>
          {how && <Paragraph><b>Comment s’adresser</b> : {how}</Paragraph>}
          {link && <Paragraph><a className="link" href={link} style={{ color: '#0a6168' }}>{link}</a></Paragraph>}
          {!how && !link && <Paragraph><b>Comment s’adresser</b> : avec {from}.</Paragraph>}
        </div>
      ))}
      <Paragraph>
        Une question, une envie ? {from}, {place}{phone ? `, ${phone}` : ''}, {replyTo}.
      </Paragraph>
    </Layout>
  );
}
