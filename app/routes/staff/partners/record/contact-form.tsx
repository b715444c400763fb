import { Form } from '@remix-run/react';
import { channelNames, channels, type ContactChannel } from '~/domain/contact/channels';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { CheckboxField } from '~/ui/checkbox-field';
import { DateField } from '~/ui/date-field';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';
import { StaleNotice } from './stale-notice';
import { prefixed, typedAgain } from './typed-again';

export type KnownContact = { id: string; version: number; isMain: boolean; firstName: string | null; lastName: string; jobTitle: string | null; phone: string | null; email: string | null; preference: string | null; channel: ContactChannel | null; origin: string | null; informedOn: string | null };

/** Adds a contact, or corrects the one given. */
export function ContactForm({ contact, failure }: { contact?: KnownContact; failure?: Failure }) {
  const prefix = contact?.id ?? 'nouveau';
  const { firstName, lastName, jobTitle, phone, email, preference, channel, origin, informedOn } = contact ?? {};
  const value = typedAgain(failure, { firstName, lastName, jobTitle, phone, email, preference, channel, origin, informedOn });
  const field = (name: string) => ({ name, id: `champ-${prefix}-${name}`, defaultValue: value(name), error: failure?.errors[name] });
  return (
    <Form method="post" preventScrollReset>
      <FormStack>
        <StaleNotice failure={failure} />
        {failure && !failure.stale && <ErrorSummary errors={prefixed(prefix, failure.errors)} formError={failure.errors.form} />}
        {contact && <input type="hidden" name="contactId" value={contact.id} />}
        {contact && <input type="hidden" name="version" value={failure?.stale?.version ?? contact.version} />}
        <FormRow>
          <TextField label="Prénom" autoComplete="off" maxLength={100} {...field('firstName')} />
          <TextField label="Nom" required autoComplete="off" maxLength={100} {...field('lastName')} />
        </FormRow>
        <TextField label="Fonction" autoComplete="off" maxLength={150} {...field('jobTitle')} />
        <FormRow>
          <TextField label="Téléphone" type="tel" autoComplete="off" {...field('phone')} />
          <TextField label="Courriel" type="text" inputMode="email" autoComplete="off" {...field('email')} />
        </FormRow>
        <SelectField label="À joindre plutôt par" placeholder="Peu importe" options={channelNames.map((name) => ({ value: name, label: channels[name] }))} {...field('channel')} />
        <TextField label="Préférence" hint="Quand et comment joindre cette personne." autoComplete="off" maxLength={300} {...field('preference')} />
        <TextField label="Comment vous connaissez cette personne" hint="Son courriel, un forum, une collègue… Elle peut vous le demander." autoComplete="off" maxLength={200} {...field('origin')} />
        <DateField label="Informée que vous gardez ses coordonnées, le" {...field('informedOn')} />
        {!contact?.isMain && <CheckboxField name="isMain" id={`champ-${prefix}-isMain`} value="oui" label="À joindre en premier" defaultChecked={failure?.values.isMain === 'oui'} />}
        <FormActions>
          <Button type="submit" name="intent" value={contact ? 'edit' : 'add'} variant="main">{contact ? 'Enregistrer' : 'Ajouter'}</Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}
