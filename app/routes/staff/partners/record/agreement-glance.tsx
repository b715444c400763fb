import { Link } from '@remix-run/react';
import { agreementStates } from '~/domain/agreement/agreement.lifecycle';
import type { AgreementRow } from '~/domain/agreement/agreement.queries.server';
import { dayOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { EndsIn } from '~/routes/staff/partners/agreements/ends-in';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { Card } from '~/ui/card';
import { Chip, Chips } from '~/ui/chip';

/** What is signed with the partner, and when it ends. */
export function AgreementGlance({ partnershipId, agreements, today }: { partnershipId: string; agreements: readonly AgreementRow[]; today: string }) {
  const along = useAlong();
  if (agreements.length === 0) return null;
  return (
    <Card title={agreements.length > 1 ? 'Conventions' : 'Convention'} action={<Link to={along(paths.partnerAgreements(partnershipId))}>Tout voir</Link>}>
      <ul className="grid gap-3">
        {agreements.map((agreement) => (
          <li key={`${agreement.id}${agreement.link}`}>
            <p>{[agreement.title, agreement.signedOn && `signée le ${dayOf(new Date(`${agreement.signedOn}T12:00:00Z`))}`].filter(Boolean).join(', ')}</p>
            <Chips>
              {agreement.state !== 'active' && <Chip tone={agreementStates[agreement.state].tone}>{agreementStates[agreement.state].label}</Chip>}
              <EndsIn {...agreement} today={today} />
            </Chips>
          </li>
        ))}
      </ul>
    </Card>
  );
}
