import { Link } from '@remix-run/react';
import type { Partner } from '~/domain/partner/partner.queries.server';
import type { PhoneLink } from '~/domain/partner/phone-link';
import { mailLink } from '~/domain/text/mail-link';
import { paths } from '~/paths';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { Card } from '~/ui/card';

/** Whom to call first, with what they prefer. */
export function MainContactCard({ partner, phone }: { partner: Partner; phone: PhoneLink | null }) {
  const along = useAlong();
  const { mainContact, partnershipId } = partner;
  const to = along(paths.partnerContacts(partnershipId));
  return (
    <Card title="Interlocuteurs" action={<Link to={to}>{mainContact ? 'Tout voir' : 'Ajouter'}</Link>}>
      {mainContact ? (
        <>
          <p><b>{[mainContact.firstName, mainContact.lastName].filter(Boolean).join(' ')}</b>{mainContact.jobTitle && `, ${mainContact.jobTitle}`}</p>
          {phone && <p><a href={phone.href}>{phone.text}</a></p>}
          {mainContact.email && <p><a href={mailLink(mainContact.email)}>{mainContact.email}</a></p>}
          {mainContact.preference && <p className="muted">{mainContact.preference}</p>}
        </>
      ) : (
        <p className="muted">Qui appeler ici ? Ajoutez la première personne que vous connaissez.</p>
      )}
    </Card>
  );
}
