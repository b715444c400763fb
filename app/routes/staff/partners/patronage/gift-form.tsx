import { Form } from '@remix-run/react';
import type { Choice } from '~/domain/partner/choices.queries.server';
import { typeableAmount } from '~/domain/patronage/amount';
import { patronageKinds, patronageKindNames, type Gift } from '~/domain/patronage/patronage';
import { StaleNotice } from '~/routes/staff/partners/record/stale-notice';
import { prefixed, typedAgain } from '~/routes/staff/partners/record/typed-again';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { DateField } from '~/ui/date-field';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { SelectField } from '~/ui/select-field';
import { TextArea } from '~/ui/text-area';
import { TextField } from '~/ui/text-field';

type GiftFormProps = { gift?: Gift; contacts: readonly Choice[]; /** `YYYY-MM-DD` */ today: string; failure?: Failure };

/** Notes a gift, or corrects the one given. */
export function GiftForm({ gift, contacts, today, failure }: GiftFormProps) {
  const prefix = gift?.id ?? 'nouveau';
  const known = gift
    ? { kind: gift.kind, year: String(gift.year), amount: typeableAmount(gift.amount), purpose: gift.purpose, contactId: gift.contactId, promisedOn: gift.promisedOn, receivedOn: gift.receivedOn, receiptOn: gift.receiptOn, receiptNumber: gift.receiptNumber, renewalOn: gift.renewalOn, comment: gift.comment }
    : { kind: 'money', year: today.slice(0, 4) };
  // Who left is proposed to nobody, but stays where they were named.
  const isGone = gift?.contactId && !contacts.some(({ value }) => value === gift.contactId);
  const people = isGone ? [...contacts, { value: gift.contactId ?? '', label: `${gift.contact ?? 'Une personne'}, n’est plus en place` }] : contacts;
  const value = typedAgain(failure, known);
  const field = (name: string) => ({ name, id: `champ-${prefix}-${name}`, defaultValue: value(name), error: failure?.errors[name] });
  return (
    <Form method="post" preventScrollReset>
      <FormStack>
        <StaleNotice failure={failure} />
        {failure && !failure.stale && <ErrorSummary errors={prefixed(prefix, failure.errors)} formError={failure.errors.form} />}
        {gift && <input type="hidden" name="patronageId" value={gift.id} />}
        {gift && <input type="hidden" name="version" value={failure?.stale?.version ?? gift.version} />}
        <FormRow>
          <SelectField label="Nature" options={patronageKindNames.map((kind) => ({ value: kind, label: patronageKinds[kind].label }))} {...field('kind')} />
          <TextField label="Année" inputMode="numeric" width="short" required autoComplete="off" {...field('year')} />
        </FormRow>
        <TextField label="Montant en euros" hint="Pour du matériel ou du temps, une valeur estimée, si vous l’avez." inputMode="decimal" width="short" autoComplete="off" {...field('amount')} />
        <TextField label="Pour quoi" hint="Le projet ou ce qui est donné." maxLength={300} autoComplete="off" {...field('purpose')} />
        {people.length > 0 && <SelectField label="Interlocuteur" placeholder="Personne en particulier" options={people} {...field('contactId')} />}
        <FormRow>
          <DateField label="Promis le" {...field('promisedOn')} />
          <DateField label="Reçu le" {...field('receivedOn')} />
        </FormRow>
        <FormRow>
          <DateField label="Reçu fiscal remis le" {...field('receiptOn')} />
          <TextField label="Numéro du reçu" width="short" maxLength={60} autoComplete="off" {...field('receiptNumber')} />
        </FormRow>
        <DateField label="À reproposer le" hint="On vous le rappelle sur la page des mécènes." {...field('renewalOn')} />
        <TextArea label="Commentaire" maxLength={2000} {...field('comment')} />
        <FormActions>
          <Button type="submit" name="intent" value={gift ? 'edit' : 'add'} variant="main">{gift ? 'Enregistrer' : 'Noter le don'}</Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}
