import { Link } from '@remix-run/react';
import type { HeldAgreement } from '~/domain/national-agreement/national-agreements.queries.server';
import { paths } from '~/paths';
import { NationalAgreementFacts } from '~/routes/staff/national-agreements/national-agreement-facts';
import { Card } from '~/ui/card';

/** A national agreement on the record of an establishment, or of the group that carries it. */
export function HeldNationalAgreement({ agreement, today }: { agreement: HeldAgreement; today: string }) {
  const { title, isOwn, carrier, carrierId } = agreement;
  return (
    <Card title={title}>
      <p className="mb-3">Accord national, signé pour tout le réseau{!isOwn && <> et porté par {carrierId ? <Link to={paths.partnerAgreements(carrierId)}>{carrier}</Link> : <b>{carrier}</b>}</>}</p>
      <NationalAgreementFacts agreement={agreement} today={today} />
    </Card>
  );
}
