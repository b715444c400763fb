import { Form } from '@remix-run/react';
import type { PhoneLink } from '~/domain/partner/phone-link';
import { dayOf } from '~/domain/text/french-date';
import type { Failure } from '~/server/http.server';
import { ActionMenu, MenuButton } from '~/ui/action-menu';
import { Card } from '~/ui/card';
import { Chip } from '~/ui/chip';
import { ContactForm, type KnownContact } from './contact-form';

type ContactCardProps = { contact: KnownContact & { leftAt: Date | null; phoneLink: PhoneLink | null }; mayWrite: boolean; failure?: Failure };

/** A person at the partner: how to reach them, and what can be noted of them. */
export function ContactCard({ contact, mayWrite, failure }: ContactCardProps) {
  const { id, firstName, lastName, jobTitle, email, preference, isMain, leftAt, phoneLink } = contact;
  const name = [firstName, lastName].filter(Boolean).join(' ');
  return (
    <Card
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
          {email && <a href={`mailto:${email}`}>{email}</a>}
        </p>
      )}
      {preference && <p className="muted">{preference}</p>}
      {mayWrite && (
        <details className="mt-3" open={failure ? true : undefined}>
          <summary>Modifier</summary>
          <div className="mt-3"><ContactForm contact={contact} failure={failure} /></div>
        </details>
      )}
    </Card>
  );
}
