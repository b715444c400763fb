import type { ReactNode } from 'react';
import { agreementStates } from '~/domain/agreement/agreement.lifecycle';
import type { AgreementRow } from '~/domain/agreement/agreement.queries.server';
import { channels } from '~/domain/contact/channels';
import type { ContactRow } from '~/domain/contact/contact.queries.server';
import type { HeldAgreement } from '~/domain/national-agreement/national-agreements.queries.server';
import { youthLabel } from '~/domain/organisation/youth-label';
import { sayKind } from '~/domain/exchange/exchange-kinds';
import type { TimelineExchange } from '~/domain/exchange/partner-timeline.server';
import type { EngagementRow, Partner, PartnerOverview } from '~/domain/partner/partner.queries.server';
import { openingHoursLines } from '~/domain/partner/say-opening-hours';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { sayAmount } from '~/domain/patronage/amount';
import { patronageKinds, patronageState, patronageStates, type Gift } from '~/domain/patronage/patronage';
import { monthsInWords } from '~/domain/engagement/months-in-words';
import { dayOf } from '~/domain/text/french-date';
import { Level } from '~/ui/level';

const said = (day: string) => dayOf(new Date(`${day}T12:00:00Z`));
const joined = (...parts: (string | null | false | undefined)[]) => parts.filter(Boolean).join(' · ');

function Part({ title, none, children }: { title: string; none?: string; children?: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children ?? <p className="muted">{none}</p>}
    </section>
  );
}

type OrganisationLinesProps = { partner: Partner; size: string | null; overview: PartnerOverview; phones: readonly string[] };

/** Who they are and where. */
export function OrganisationLines({ partner, size, overview, phones }: OrganisationLinesProps) {
  const { kind, otherKinds, hasYouthLabel, stage, officer, addressLine, addressExtra, postcode, commune, cedex, themes, patronYear } = partner;
  const hours = overview.openingHours ? openingHoursLines(overview.openingHours).map(({ days, times }) => `${days} ${times}`) : [];
  const lines = [
    joined([kind, ...otherKinds.map(({ label }) => label)].join(', '), size, hasYouthLabel && `label « ${youthLabel} »`, stages[stage].label, patronYear !== null && `mécène ${patronYear}`, officer && `suivi par ${officer.firstName} ${officer.lastName}`),
    joined(addressLine, addressExtra, [postcode, commune, cedex].filter(Boolean).join(' ')),
    joined(...phones, overview.email, overview.website),
    joined(...themes.map(({ label }) => label)),
    joined(...hours),
  ].filter(Boolean);
  return (
    <Part title="L’organisation">
      {lines.map((line) => <p key={line}>{line}</p>)}
      {overview.description && <p className="whitespace-pre-line">{overview.description}</p>}
    </Part>
  );
}

/** Whom to ask for. */
export function ContactLines({ contacts }: { contacts: readonly ContactRow[] }) {
  return (
    <Part title="Interlocuteurs" none="Personne de connu pour l’instant.">
      {contacts.length > 0 && (
        <ul>
          {contacts.map(({ id, firstName, lastName, jobTitle, phone, email, channel, preference, isMain }) => (
            <li key={id}><b>{[firstName, lastName].filter(Boolean).join(' ')}</b>{isMain && contacts.length > 1 && ' (à joindre en premier)'} {joined(jobTitle, phone, email, channel && `plutôt par ${channels[channel]}`, preference)}</li>
          ))}
        </ul>
      )}
    </Part>
  );
}

/** What they accept, the surest first. */
export function EngagementLines({ engagements }: { engagements: readonly EngagementRow[] }) {
  return (
    <Part title="Ce que ce partenaire accepte" none="Rien de noté : c’est le moment de demander.">
      {engagements.length > 0 && (
        <ul>
          {engagements.map(({ form, readiness, capacityPerMonth, months, comment }) => (
            <li key={form}>
              <b>{form}</b> <Level level={readiness} /> {joined(capacityPerMonth !== null && `${capacityPerMonth} par mois`, monthsInWords(months), comment)}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

/** The last words exchanged, pinned ones first. */
export function ExchangeLines({ exchanges }: { exchanges: readonly TimelineExchange[] }) {
  return (
    <Part title="Derniers échanges" none="Aucun échange noté.">
      {exchanges.length > 0 && (
        <ul>
          {exchanges.map(({ id, at, kind, direction, body }) => (
            <li key={id}><b>{dayOf(at)}</b> {sayKind(kind, direction)}{body && <span className="whitespace-pre-line"> : {shortened(body)}</span>}</li>
          ))}
        </ul>
      )}
    </Part>
  );
}

/** A page is short: the rest is on the record. */
const shortened = (text: string) => ([...text].length > 300 ? `${[...text].slice(0, 300).join('')}…` : text);

/** What is signed or about to be. */
export function AgreementLines({ agreements, national }: { agreements: readonly AgreementRow[]; national: readonly HeldAgreement[] }) {
  if (agreements.length + national.length === 0) return null;
  return (
    <Part title="Conventions">
      <ul>
        {agreements.map(({ id, title, state, endsOn, forms }) => (
          <li key={id}><b>{title}</b> {joined(agreementStates[state].label, endsOn && `jusqu’au ${said(endsOn)}`, forms.map(({ label }) => label).join(', '))}</li>
        ))}
        {national.map(({ id, title, carrier, isOwn, endsOn, forms }) => (
          <li key={id}><b>{title}</b> {joined('accord national', !isOwn && `porté par ${carrier}`, endsOn && `jusqu’au ${said(endsOn)}`, forms.map(({ label }) => label).join(', '))}</li>
        ))}
      </ul>
    </Part>
  );
}

/** What they gave lately. */
export function GiftLines({ gifts }: { gifts: readonly Gift[] }) {
  if (gifts.length === 0) return null;
  return (
    <Part title="Mécénat">
      <ul>
        {gifts.map((gift) => (
          <li key={gift.id}><b>{gift.year}</b> {joined(gift.amount && sayAmount(gift.amount), patronageKinds[gift.kind].label.toLowerCase(), gift.purpose, patronageStates[patronageState(gift)].label.toLowerCase(), gift.renewalOn && `à reproposer le ${said(gift.renewalOn)}`)}</li>
        ))}
      </ul>
    </Part>
  );
}
