import { Link } from '@remix-run/react';
import { shortName } from '~/access/actor';
import { sayKind } from '~/domain/exchange/exchange-kinds';
import type { Partner } from '~/domain/partner/partner.queries.server';
import type { PhoneLink } from '~/domain/partner/phone-link';
import { stages } from '~/domain/partnership/partnership.lifecycle';
import { dueWords } from '~/domain/task/due';
import { parisDay } from '~/domain/text/paris-day';
import { dayOf, sinceOf } from '~/domain/text/french-date';
import { mailLink } from '~/domain/text/mail-link';
import { paths } from '~/paths';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { Glance } from '~/ui/glance';

type PartnerGlanceProps = { partner: Partner; mainPhone: PhoneLink | null; now: Date; mayReadContacts: boolean; mayReadExchanges: boolean };

/** What one wants to know first: when we last spoke, what comes next, who looks after it, whom to call. A region, where it stands. */
export function PartnerGlance({ partner, mainPhone, now, mayReadContacts, mayReadExchanges }: PartnerGlanceProps) {
  const along = useAlong();
  const { stage, stageSince, officer, mainContact, changedAt } = partner;
  const relation = mayReadExchanges
    ? [
        { label: 'Dernier échange', value: <LastExchange partner={partner} /> },
        { label: 'Et ensuite ?', value: <NextTask partner={partner} now={now} /> },
      ]
    : [
        { label: 'Étape', value: <><b>{stages[stage].label}</b> {sinceOf(stageSince, now)}</> },
        { label: 'Dernier changement', value: <b>{dayOf(changedAt)}</b> },
      ];
  const items = [
    ...relation,
    { label: 'Personne référente', value: officer ? <b>{shortName(officer)}</b> : <span className="muted">Personne pour l’instant</span> },
    ...(mayReadContacts ? [{ label: 'À joindre en premier', value: <MainContact contact={mainContact} phone={mainPhone} to={along(paths.partnerContacts(partner.partnershipId))} /> }] : []),
  ];
  return <Glance items={items} />;
}

function LastExchange({ partner: { lastExchange, partnershipId } }: { partner: Partner }) {
  if (!lastExchange) return <Link to={paths.partnerExchangeNew(partnershipId)}>Noter le premier</Link>;
  return (
    <>
      <b>{dayOf(lastExchange.at)}</b>, {sayKind(lastExchange.kind, lastExchange.direction).toLowerCase()}
      {lastExchange.by && <div>par {shortName(lastExchange.by)}</div>}
    </>
  );
}

function NextTask({ partner: { nextTask }, now }: { partner: Partner; now: Date }) {
  if (!nextTask) return <span className="muted">Rien de prévu</span>;
  const today = parisDay(now);
  const when = nextTask.dueOn < today ? `en retard, ${dueWords(nextTask.dueOn, today)}` : dueWords(nextTask.dueOn, today);
  return (
    <>
      <b>{nextTask.title}</b>
      <div>{when}{nextTask.assignee && <>, {shortName(nextTask.assignee)}</>}</div>
    </>
  );
}

function MainContact({ contact, phone, to }: { contact: Partner['mainContact']; phone: PhoneLink | null; to: string }) {
  if (!contact) return <Link to={to}>Ajouter un interlocuteur</Link>;
  return (
    <>
      <b>{[contact.firstName, contact.lastName].filter(Boolean).join(' ')}</b>
      {contact.jobTitle && <>, {contact.jobTitle}</>}
      {phone ? <div><a href={phone.href}>{phone.text}</a></div> : contact.email && <div><a href={mailLink(contact.email)}>{contact.email}</a></div>}
    </>
  );
}
