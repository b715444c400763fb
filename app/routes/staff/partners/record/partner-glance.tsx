import { Link } from '@remix-run/react';
import { shortName } from '~/access/actor';
import { dayOf, sinceOf } from '~/domain/text/french-date';
import type { Partner } from '~/domain/partner/partner.queries.server';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { paths } from '~/paths';
import { Glance } from '~/ui/glance';
import type { PhoneLink } from '~/domain/partner/phone-link';

type PartnerGlanceProps = { partner: Partner; mainPhone: PhoneLink | null; now: Date; mayReadContacts: boolean };

/** What one wants to know first: where it stands, who looks after it, whom to call, what moved last. */
export function PartnerGlance({ partner, mainPhone, now, mayReadContacts }: PartnerGlanceProps) {
  const { stage, stageSince, endReason, officer, mainContact, changedAt, changedBy } = partner;
  const items = [
    {
      label: 'Étape',
      value: (
        <>
          <b>{stages[stage].label}</b> {sinceOf(stageSince, now)}
          {endReason && <div className="muted">{endReason}</div>}
        </>
      ),
    },
    { label: 'Personne référente', value: officer ? <b>{shortName(officer)}</b> : <span className="muted">Personne pour l’instant</span> },
    ...(mayReadContacts ? [{ label: 'À joindre en premier', value: <MainContact contact={mainContact} phone={mainPhone} to={paths.partnerContacts(partner.partnershipId)} /> }] : []),
    {
      label: 'Dernier changement',
      value: (
        <>
          <b>{dayOf(changedAt)}</b>
          {changedBy && <>, par {shortName(changedBy)}</>}
        </>
      ),
    },
  ];
  return <Glance items={items} />;
}

function MainContact({ contact, phone, to }: { contact: Partner['mainContact']; phone: PhoneLink | null; to: string }) {
  if (!contact) return <Link to={to}>Ajouter un interlocuteur</Link>;
  return (
    <>
      <b>{[contact.firstName, contact.lastName].filter(Boolean).join(' ')}</b>
      {contact.jobTitle && <>, {contact.jobTitle}</>}
      {phone ? <div><a href={phone.href}>{phone.text}</a></div> : contact.email && <div><a href={`mailto:${contact.email}`}>{contact.email}</a></div>}
    </>
  );
}
