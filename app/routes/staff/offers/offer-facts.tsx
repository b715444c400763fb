import { mobilisationModes, mobilisers, publics, receptionModes, serviceTypes, costs } from '~/domain/offer/vocabulary/data-inclusion';
import { contracts, experiences, levels, schemes, workingTimes } from '~/domain/offer/vocabulary/work';
import type { WholeOffer } from '~/domain/offer/offer.queries.server';
import { themes } from '~/domain/organisation/themes';
import { writtenZone } from '~/domain/place/zone';
import { dayOf } from '~/domain/text/french-date';
import { mailLink } from '~/domain/text/mail-link';
import { payLabel } from './kind-words';
import { DescriptionList } from '~/ui/description-list';
import { frenchNumber } from '~/ui/french-number';

type OfferFactsProps = { offer: WholeOffer; phone: { href: string; text: string } | null; part: 'terms' | 'contact' };

const word = (vocabulary: Readonly<Record<string, string>>, code: string | null) => code && (vocabulary[code] ?? code);
const words = (vocabulary: Readonly<Record<string, string>>, codes: readonly string[]) => codes.map((code) => vocabulary[code] ?? code).join(', ');
const both = (...parts: (string | null | false | undefined)[]) => parts.filter(Boolean).join(', ');

/** What an offer says, by name; what it does not say is left out. */
export function OfferFacts({ offer, phone, part }: OfferFactsProps) {
  const facts = (part === 'terms' ? termsOf(offer) : contactOf(offer, phone)).filter(({ detail }) => detail);
  return facts.length > 0 ? <DescriptionList items={facts} /> : <p className="muted">{part === 'terms' ? 'Rien de précisé.' : 'Par votre agence.'}</p>;
}

function termsOf(offer: WholeOffer) {
  const { startsOn, endsOn, opensOn, closesOn, ageMin, ageMax, places } = offer;
  const age = ageMin && ageMax ? `de ${ageMin} à ${ageMax} ans` : ageMin ? `à partir de ${ageMin} ans` : ageMax ? `jusqu’à ${ageMax} ans` : null;
  return [
    { term: 'Métiers', detail: offer.trades.map(({ label, code }) => (label === code ? code : `${label} (${code})`)).join(', ') },
    { term: 'Prépare', detail: offer.prepares },
    { term: 'Contrat', detail: both(word(contracts, offer.contract), word(workingTimes, offer.workingTime)?.toLowerCase(), offer.weeklyHours !== null && `${frenchNumber(offer.weeklyHours)} h par semaine`) },
    { term: 'Horaires', detail: offer.schedule },
    { term: payLabel(offer.kind), detail: offer.pay },
    { term: 'Dates', detail: both(startsOn && `commence le ${dayOf(startsOn)}`, endsOn && `se termine le ${dayOf(endsOn)}`, offer.duration) },
    { term: 'Ouvre le', detail: opensOn && dayOf(opensOn) },
    { term: 'Date limite', detail: closesOn && dayOf(closesOn) },
    { term: 'Places', detail: places && frenchNumber(places) },
    { term: 'Niveau', detail: both(word(levels, offer.level), word(experiences, offer.experience)) },
    { term: 'Pour qui', detail: both(age, words(publics, offer.publics), words(schemes, offer.schemes)) },
    { term: 'Thématiques', detail: words(Object.fromEntries(themes.map(({ code, label }) => [code, label])), offer.themeCodes) },
    { term: 'En particulier', detail: offer.needs.join(', ') },
    { term: 'Service', detail: word(serviceTypes, offer.serviceType) },
    { term: 'Coût', detail: both(word(costs, offer.cost), offer.costText) },
    { term: 'Accueil', detail: words(receptionModes, offer.receptionModes) },
    { term: 'Zones desservies', detail: offer.zones.map(writtenZone).join(', ') },
  ];
}

function contactOf(offer: WholeOffer, phone: OfferFactsProps['phone']) {
  return [
    { term: 'Personne à joindre', detail: offer.contactName },
    { term: 'Téléphone', detail: phone && <a href={phone.href}>{phone.text}</a> },
    { term: 'Courriel', detail: offer.contactEmail && <a href={mailLink(offer.contactEmail)}>{offer.contactEmail}</a> },
    { term: 'Lien d’inscription', detail: offer.mobilisationUrl && <a href={offer.mobilisationUrl} rel="noreferrer noopener" target="_blank">{new URL(offer.mobilisationUrl).hostname}</a> },
    { term: 'Comment', detail: words(mobilisationModes, offer.mobilisationModes) },
    { term: 'Qui', detail: words(mobilisers, offer.mobilisableBy) },
    { term: 'Précisions', detail: offer.mobilisationText },
    { term: 'Source', detail: offer.sourceUrl && <a href={offer.sourceUrl} rel="noreferrer noopener" target="_blank">Voir l’original</a> },
  ];
}
