import { Link } from '@remix-run/react';
import { noFilters } from '~/domain/partner/list/filters';
import type { FewerForPartners } from '~/domain/partner/list/partners-with-fewer-words.server';
import type { FewerForOffers } from '~/domain/offer/list/offers-with-fewer-words.server';
import { fewerOffers } from '~/routes/staff/offers/fewer-offers';
import { fewerPartners } from '~/routes/staff/partners/list/fewer-partners';
import { listAddress } from '~/routes/staff/partners/list/list-address';
import { Card } from '~/ui/card';
import { FewerWords } from './fewer-words';
import { OfferRows, type FoundOffer } from './offer-results';
import { PartnerRows, type FoundPartner } from './partner-results';

type FewerFoundProps = { partners: { ways: FewerForPartners[]; list: { rows: FoundPartner[] } } | null; offers: { ways: FewerForOffers[]; list: { rows: FoundOffer[] } } | null; typed: string };

/** Nothing of any kind answers all the words: what fewer of them find, said first. */
export function FewerFound({ partners, offers, typed }: FewerFoundProps) {
  return (
    <>
      <p className="mb-3" role="status">
        Rien ne répond à tous ces mots. Voici ce que donnent moins de mots. <Link to={listAddress({ ...noFilters, q: typed, archives: true })}>Chercher dans les archives</Link>
      </p>
      <div className="grid max-w-5xl">
        {offers && <Card><FewerWords fewer={fewerOffers(offers.ways)}><OfferRows rows={offers.list.rows} /></FewerWords></Card>}
        {partners && <Card><FewerWords fewer={fewerPartners(partners.ways)}><PartnerRows rows={partners.list.rows} /></FewerWords></Card>}
      </div>
    </>
  );
}
