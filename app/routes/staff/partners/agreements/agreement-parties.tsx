import { Form } from '@remix-run/react';
import { searchPartners } from '~/routes/staff/partners/partner-search';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { ComboField } from '~/ui/combo-field';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';

/** The other partners who sign: adds one, takes one off. Without script, the whole name or the SIRET is typed. */
export function AgreementParties({ agreementId, parties, failure }: { agreementId: string; parties: readonly { id: string; name: string }[]; failure?: Failure }) {
  const typed = failure?.values.partyText;
  return (
    <details className="mt-3" open={failure ? true : undefined}>
      <summary>Autres parties</summary>
      <div className="mt-3 grid gap-3">
        {parties.map(({ id, name }) => (
          <Form key={id} method="post" preventScrollReset className="flex flex-wrap items-center gap-2">
            <input type="hidden" name="agreementId" value={agreementId} />
            <input type="hidden" name="party" value={id} />
            <span>{name}</span>
            <Button size="small" variant="quiet" name="intent" value="removeParty" aria-label={`Retirer ${name} de la convention`}>Retirer</Button>
          </Form>
        ))}
        <Form method="post" preventScrollReset>
          <FormStack>
            <input type="hidden" name="agreementId" value={agreementId} />
            <ComboField name="party" id={`champ-${agreementId}-party`} label="Un autre de vos partenaires" hint="Son nom ou son SIRET." search={searchPartners} defaultText={typeof typed === 'string' ? typed : ''} error={failure?.errors.party ?? failure?.errors.form} />
            <FormActions><Button type="submit" name="intent" value="addParty">Ajouter comme partie</Button></FormActions>
          </FormStack>
        </Form>
      </div>
    </details>
  );
}
