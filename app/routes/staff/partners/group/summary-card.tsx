import { Link } from '@remix-run/react';
import type { GroupSummary } from '~/domain/group/family.queries.server';
import { paths } from '~/paths';
import { EndsIn } from '~/routes/staff/partners/agreements/ends-in';
import { Card } from '~/ui/card';

/** What the establishments that are ours accept, and which agreements end next. */
export function SummaryCard({ summary: { establishments, forms, ending }, isFederation, today }: { summary: GroupSummary; isFederation: boolean; today: string }) {
  return (
    <Card title={isFederation ? 'Ce que les membres acceptent' : 'Ce que le groupe accepte'}>
      <p className="mb-3 muted">{establishments > 1 ? `Parmi ${establishments} partenaires suivis` : 'Un seul partenaire suivi'}</p>
      {forms.length === 0 ? (
        <p>Rien de noté pour l’instant.</p>
      ) : (
        <ul className="grid gap-2">
          {forms.map(({ id, label, accepts, regular, refuses, capacity }) => (
            <li key={id}>
              <b>{label}</b>{' : '}{[accepts > 0 ? `${accepts} sur ${establishments}` : 'aucun', regular > 0 && `dont ${regular} régulier${regular > 1 ? 's' : ''}`, refuses > 0 && `${refuses} refus`, capacity && `${capacity} place${capacity > 1 ? 's' : ''} par mois`].filter(Boolean).join(', ')}
            </li>
          ))}
        </ul>
      )}
      {ending.length > 0 && (
        <>
          <h3 className="mt-4 mb-2">Conventions qui se terminent</h3>
          <ul className="grid gap-2">
            {ending.map(({ id, title, endsOn, partnershipId, name }) => (
              <li key={id}><Link to={paths.partnerAgreements(partnershipId)}>{title}</Link>, {name} <EndsIn state="active" endsOn={endsOn} isRenewed={false} today={today} /></li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
