import type { HeldAgreement } from '~/domain/national-agreement/national-agreements.queries.server';
import { dayOf } from '~/domain/text/french-date';
import { Card } from '~/ui/card';

/** What the group signed for the whole network, in a few lines. */
export function NationalAgreementGlance({ agreements }: { agreements: readonly HeldAgreement[] }) {
  if (agreements.length === 0) return null;
  return (
    <Card title={agreements.length > 1 ? 'Accords nationaux' : 'Accord national'}>
      <ul className="grid gap-3">
        {agreements.map(({ id, title, carrier, isOwn, endsOn, forms, contactName }) => (
          <li key={id}>
            <p><b>{title}</b>{!isOwn && <>, porté par {carrier}</>}</p>
            <p className="muted">{[forms.map(({ label }) => label).join(', '), endsOn && `jusqu’au ${dayOf(new Date(`${endsOn}T12:00:00Z`))}`, contactName && `contact : ${contactName}`].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
