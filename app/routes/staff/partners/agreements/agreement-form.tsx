import { Form } from '@remix-run/react';
import { renewals, renewalNames } from '~/domain/agreement/agreement';
import { agreementStates } from '~/domain/agreement/agreement.lifecycle';
import type { AgreementRow } from '~/domain/agreement/agreement.queries.server';
import type { Choice } from '~/domain/partner/choices.queries.server';
import { StaleNotice } from '~/routes/staff/partners/record/stale-notice';
import { prefixed, typedAgain } from '~/routes/staff/partners/record/typed-again';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { DateField } from '~/ui/date-field';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { SelectField } from '~/ui/select-field';
import { TextArea } from '~/ui/text-area';
import { TextField } from '~/ui/text-field';

type AgreementFormProps = { agreement?: AgreementRow; forms: readonly Choice[]; failure?: Failure };

const firstStates = (['active', 'awaitingSignatures', 'draft'] as const).map((state) => ({ value: state, label: `${agreementStates[state].label} : ${agreementStates[state].says}` }));

/** Writes down an agreement, or corrects the one given. */
export function AgreementForm({ agreement, forms, failure }: AgreementFormProps) {
  const prefix = agreement?.id ?? 'nouvelle';
  const known = agreement
    ? { title: agreement.title, startsOn: agreement.startsOn, endsOn: agreement.endsOn, signedOn: agreement.signedOn, renewal: agreement.renewal, noticeDays: String(agreement.noticeDays ?? ''), comment: agreement.comment }
    : { state: 'active', renewal: 'none' };
  const value = typedAgain(failure, known);
  const field = (name: string) => ({ name, id: `champ-${prefix}-${name}`, defaultValue: value(name), error: failure?.errors[name] });
  const ticked = failure ? [failure.values.formIds ?? []].flat() : (agreement?.forms.map(({ id }) => id) ?? []);
  // A form out of service stays ticked where it was.
  const options = [...forms, ...(agreement?.forms ?? []).filter(({ id }) => !forms.some(({ value: one }) => one === id)).map(({ id, label }) => ({ value: id, label }))];
  return (
    <Form method="post" preventScrollReset>
      <FormStack>
        <StaleNotice failure={failure} />
        {failure && !failure.stale && <ErrorSummary errors={prefixed(prefix, failure.errors)} formError={failure.errors.form} />}
        {agreement && <input type="hidden" name="agreementId" value={agreement.id} />}
        {agreement && <input type="hidden" name="version" value={failure?.stale?.version ?? agreement.version} />}
        <TextField label="Titre" hint="Comme « Accueil en immersion »." required maxLength={200} autoComplete="off" {...field('title')} />
        {!agreement && <SelectField label="Où en est-on" options={firstStates} {...field('state')} />}
        <FormRow>
          <DateField label="Commence le" {...field('startsOn')} />
          <DateField label="Se termine le" {...field('endsOn')} />
        </FormRow>
        <DateField label="Signée le" {...field('signedOn')} />
        <FormRow>
          <SelectField label="Reconduction" options={renewalNames.map((name) => ({ value: name, label: renewals[name].label }))} {...field('renewal')} />
          <TextField label="Préavis en jours" inputMode="numeric" width="short" autoComplete="off" {...field('noticeDays')} />
        </FormRow>
        <CheckboxGroup label="Formes d’engagement couvertes" name="formIds" id={`champ-${prefix}-formIds`} options={options} defaultValue={ticked} error={failure?.errors.formIds} />
        <TextArea label="Commentaire" maxLength={5000} {...field('comment')} />
        <FormActions>
          <Button type="submit" name="intent" value={agreement ? 'edit' : 'add'} variant="main">{agreement ? 'Enregistrer' : 'Noter la convention'}</Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}
