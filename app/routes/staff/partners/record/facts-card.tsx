import { sharedFacts, factSources, type FactSources, type SharedFact } from '~/domain/partner/shared-facts';
import { openingHoursLines } from '~/domain/partner/say-opening-hours';
import { dayOf } from '~/domain/text/french-date';
import type { PhoneLink } from '~/domain/partner/phone-link';
import type { PartnerOverview } from '~/domain/partner/partner.queries.server';
import { mailLink } from '~/domain/text/mail-link';
import { Card } from '~/ui/card';
import { DescriptionList } from '~/ui/description-list';

type FactsCardProps = { overview: PartnerOverview; phones: readonly PhoneLink[] };

/** How to reach the organisation and what it does, with where each fact comes from. */
export function FactsCard({ overview, phones }: FactsCardProps) {
  const { email, website, nafCode, legalForm, description, site, externalId, openingHours, factSources: sources } = overview;
  return (
    <Card title="Coordonnées et activité">
      <DescriptionList
        items={[
          { term: 'Téléphone', detail: phones.length > 0 && <ul>{phones.map(({ href, text }) => <li key={href}><a href={href}>{text}</a></li>)}</ul> },
          { term: 'Courriel', detail: email && <a href={mailLink(email)}>{email}</a> },
          { term: 'Site internet', detail: website && <a href={website} rel="noreferrer noopener" target="_blank">{website.replace(/^https?:\/\//, '')}<span className="visually-hidden"> (nouvel onglet)</span></a> },
          { term: 'Horaires', detail: openingHours && <Hours hours={openingHours} /> },
          { term: 'Présentation', detail: description && <p className="whitespace-pre-line">{description}</p> },
          { term: 'Activité (NAF)', detail: nafCode },
          { term: 'Forme juridique', detail: legalForm },
          ...(site ? [{ term: 'Site de la Mission Locale', detail: site }] : []),
          ...(externalId ? [{ term: 'Votre numéro', detail: externalId }] : []),
        ].map(({ term, detail }) => ({ term, detail: detail || undefined }))}
      />
      <Sources sources={sources} />
    </Card>
  );
}

function Hours({ hours }: { hours: NonNullable<PartnerOverview['openingHours']> }) {
  return (
    <>
      <ul>
        {openingHoursLines(hours).map(({ days, times }) => (
          <li key={days}><b className="font-semibold">{days}</b>{' : '}{times}</li>
        ))}
      </ul>
      {hours.note && <p className="muted">{hours.note}</p>}
    </>
  );
}

/** "Téléphone : saisie par une Mission Locale le 3 mars": folded, since one seldom asks. */
function Sources({ sources }: { sources: FactSources }) {
  const known = Object.entries(sources) as [SharedFact, { source: keyof typeof factSources; at: string }][];
  const shown = known.filter(([fact]) => fact in sharedFacts && !['latitude', 'longitude', 'placePrecision', 'cedex'].includes(fact));
  if (shown.length === 0) return null;
  return (
    <details className="mt-4">
      <summary>D’où viennent ces informations</summary>
      <ul className="mt-2 text-sm muted">
        {shown.map(([fact, { source, at }]) => (
          <li key={fact}>{sharedFacts[fact]}{' : '}{factSources[source] ?? source}, le {dayOf(new Date(at))}</li>
        ))}
      </ul>
    </details>
  );
}
