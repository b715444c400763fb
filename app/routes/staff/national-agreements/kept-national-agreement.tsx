import { Form } from '@remix-run/react';
import type { CarriedAgreement } from '~/domain/national-agreement/national-agreements.queries.server';
import { nationalStateOn } from '~/domain/national-agreement/national-agreement';
import { formatSiret } from '~/domain/organisation/siret';
import type { Choice } from '~/domain/partner/choices.queries.server';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Flash } from '~/ui/flash';
import { NationalAgreementFacts } from './national-agreement-facts';
import { NationalAgreementForm } from './national-agreement-form';

type KeptProps = { agreement: CarriedAgreement; forms: readonly Choice[]; today: string; failure?: Failure };

/** A national agreement as the platform keeps it: what it says, and what can be done. */
export function KeptNationalAgreement({ agreement, forms, today, failure }: KeptProps) {
  const { id, version, title, carrier, siret, establishments, endedOn } = agreement;
  const isOver = nationalStateOn(agreement, today) === 'over';
  return (
    <Card
      title={title}
      action={
        (!isOver || endedOn) && (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="agreementId" value={id} />
            <input type="hidden" name="version" value={version} />
            {endedOn ? (
              <Button size="small" name="intent" value="resume" aria-label={`Reprendre l’accord ${title}`}>Reprendre</Button>
            ) : (
              <Button size="small" name="intent" value="end" aria-label={`Mettre fin à l’accord ${title}`}>Mettre fin</Button>
            )}
          </Form>
        )
      }
    >
      {failure && failure.intent !== 'edit' && <Flash kind="error">{failure.errors.form}</Flash>}
      <p className="mb-3"><b>{carrier}</b>, SIRET {formatSiret(siret)}{establishments > 0 && <>{' · '}{establishments > 1 ? `${establishments} établissements rattachés` : '1 établissement rattaché'}</>}</p>
      <NationalAgreementFacts agreement={agreement} today={today} />
      <details className="mt-3" open={failure?.intent === 'edit' ? true : undefined}>
        <summary>Modifier</summary>
        <div className="mt-3"><NationalAgreementForm agreement={agreement} forms={forms} failure={failure?.intent === 'edit' ? failure : undefined} /></div>
      </details>
    </Card>
  );
}
