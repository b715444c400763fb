import { Form } from '@remix-run/react';
import type { NationalAgreement } from '~/domain/national-agreement/national-agreement';
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
import { TextArea } from '~/ui/text-area';
import { TextField } from '~/ui/text-field';

type NationalAgreementFormProps = { agreement?: NationalAgreement; forms: readonly Choice[]; failure?: Failure };

/** Writes down a national agreement, or corrects the one given; who carries it stays. */
export function NationalAgreementForm({ agreement, forms, failure }: NationalAgreementFormProps) {
  const prefix = agreement?.id ?? 'nouveau';
  const value = typedAgain(failure, agreement && { ...agreement, version: null, forms: null });
  const field = (name: string) => ({ name, id: `champ-${prefix}-${name}`, defaultValue: value(name), error: failure?.errors[name] });
  const ticked = failure ? [failure.values.formIds ?? []].flat() : (agreement?.forms.map(({ id }) => id) ?? []);
  const retired = (agreement?.forms ?? []).filter(({ id }) => !forms.some((one) => one.value === id)).map(({ id, label }) => ({ value: id, label }));
  return (
    <Form method="post" preventScrollReset noValidate>
      <FormStack>
        <StaleNotice failure={failure} />
        {failure && !failure.stale && <ErrorSummary errors={prefixed(prefix, failure.errors)} formError={failure.errors.form} />}
        {agreement && <input type="hidden" name="agreementId" value={agreement.id} />}
        {agreement && <input type="hidden" name="version" value={failure?.stale?.version ?? agreement.version} />}
        {!agreement && <TextField label="SIRET du siège du groupe" hint="L’organisation doit déjà être connue du réseau." required inputMode="numeric" autoComplete="off" {...field('siret')} />}
        <TextField label="Titre" required maxLength={200} autoComplete="off" {...field('title')} />
        <FormRow>
          <DateField label="Commence le" {...field('startsOn')} />
          <DateField label="Se termine le" {...field('endsOn')} />
        </FormRow>
        <CheckboxGroup label="Formes d’engagement concernées" hint="Aucune cochée : toutes." name="formIds" id={`champ-${prefix}-formIds`} options={[...forms, ...retired]} defaultValue={ticked} error={failure?.errors.formIds} />
        <TextArea label="Ce qu’il prévoit" rows={4} maxLength={5000} {...field('says')} />
        <TextField label="Lien vers le texte" inputMode="url" autoComplete="off" {...field('link')} />
        <TextField label="Contact du groupe" hint="Nom et fonction." maxLength={200} autoComplete="off" {...field('contactName')} />
        <FormRow>
          <TextField label="Courriel du contact" inputMode="email" autoComplete="off" {...field('contactEmail')} />
          <TextField label="Téléphone du contact" inputMode="tel" autoComplete="off" {...field('contactPhone')} />
        </FormRow>
        <FormActions>
          <Button type="submit" name="intent" value={agreement ? 'edit' : 'add'} variant="main">{agreement ? 'Enregistrer' : 'Noter l’accord'}</Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}
