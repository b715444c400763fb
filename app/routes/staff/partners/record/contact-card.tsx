import { Form, Link } from '@remix-run/react';
import { channels } from '~/domain/contact/channels';
import type { ContactRow } from '~/domain/contact/contact.queries.server';
import { whatIsMissing } from '~/domain/contact/what-is-missing';
import type { PhoneLink } from '~/domain/partner/phone-link';
import { dayOf } from '~/domain/text/french-date';
import { mailLink } from '~/domain/text/mail-link';
import { paths } from '~/paths';
import type { Failure } from '~/server/http.server';
import { ActionMenu, MenuButton } from '~/ui/action-menu';
import { Card } from '~/ui/card';
import { Chip } from '~/ui/chip';
import { ContactForm } from './contact-form';

type ContactCardProps = { partnershipId: string; contact: ContactRow & { phoneLink: PhoneLink | null }; mayWrite: boolean; failure?: Failure };

/** A person at the partner: how to reach them, and what can be noted of them. */
export function ContactCard({ partnershipId, contact, mayWrite, failure }: ContactCardProps) {
  const { id, firstName, lastName, jobTitle, email, preference, channel, origin, informedOn, isMain, leftAt, elsewhere, phoneLink } = contact;
  const missing = leftAt ? null : whatIsMissing(contact);
  const name = [firstName, lastName].filter(Boolean).join(' ');
  return (
    <Card
      id={`interlocuteur-${id}`}
      title={name}
      action={
        mayWrite && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="contactId" value={id} />
            <ActionMenu label={`Actions pour ${name}`} iconOnly>
              {!isMain && !leftAt && <MenuButton name="intent" value="main" icon="star">Joindre en premier</MenuButton>}
              {leftAt ? <MenuButton name="intent" value="back" icon="undo">De nouveau en place</MenuButton> : <MenuButton name="intent" value="left" icon="logout">A quitté l’organisation</MenuButton>}
              <MenuButton name="intent" value="delete" icon="remove" tone="danger">Supprimer</MenuButton>
            </ActionMenu>
          </Form>
        )
      }
    >
      {(isMain || leftAt) && <p className="mb-1">{isMain ? <Chip tone="ok">À joindre en premier</Chip> : leftAt && <Chip tone="sleep">N’est plus en place, noté le {dayOf(leftAt)}</Chip>}</p>}
      {jobTitle && <p>{jobTitle}</p>}
      {(phoneLink || email) && (
        <p>
          {phoneLink && <a href={phoneLink.href}>{phoneLink.text}</a>}
          {phoneLink && email && ' · '}
          {email && <a href={mailLink(email)}>{email}</a>}
        </p>
      )}
      {(channel || preference) && <p className="muted">{[channel && `plutôt par ${channels[channel] === 'SMS' ? 'SMS' : channels[channel].toLowerCase()}`, preference].filter(Boolean).join(' · ')}</p>}
      {missing && <p className="mt-1"><Chip tone="wait">À compléter</Chip> {missing}</p>}
      {elsewhere.length > 0 && (
        <p className="mt-1">
          Aussi chez{' '}
          {elsewhere.map((other, rank) => (
            <span key={other.partnershipId}>{rank > 0 && ', '}<Link to={paths.partnerContacts(other.partnershipId)}>{other.name}</Link></span>
          ))}
        </p>
      )}
      {(origin || informedOn) && <p className="muted mt-1">{[origin && `Connue par : ${origin}`, informedOn ? `informée le ${dayOf(new Date(`${informedOn}T12:00:00Z`))}` : 'pas encore informée que vous gardez ses coordonnées'].filter(Boolean).join(' · ')}</p>}
      <p className="mt-1"><a href={paths.partnerContactCard(partnershipId, id)} download>Carte pour le téléphone (vCard)</a></p>
      {mayWrite && (
        <details className="mt-3" open={failure ? true : undefined}>
          <summary>Modifier</summary>
          <div className="mt-3"><ContactForm contact={contact} failure={failure} /></div>
        </details>
      )}
    </Card>
  );
}
