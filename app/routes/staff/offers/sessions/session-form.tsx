import { Form } from '@remix-run/react';
import type { SessionRow } from '~/domain/offer/session/sessions.queries.server';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { DateField } from '~/ui/date-field';
import { FormRow, FormStack } from '~/ui/form-layout';
import { TextField } from '~/ui/text-field';

/** A session, new or to correct; what was typed comes back with its errors. */
export function SessionForm({ session, failure }: { session?: SessionRow; failure?: Failure }) {
  const errors = failure?.errors ?? {};
  const known: Record<string, string> = session ? { startsOn: session.from.slice(0, 10), startsAt: session.from.slice(11), endsOn: session.to.slice(0, 10), endsAt: session.to.slice(11), place: session.place ?? '', seats: String(session.seats) } : {};
  const field = (name: string) => ({ name, id: `${name}-${session?.id ?? 'nouvelle'}`, defaultValue: [failure?.values[name] ?? known[name] ?? ''].flat()[0], error: errors[name] });
  return (
    <Form method="post" noValidate>
      {errors.form && <p role="alert" className="field-error">{errors.form}</p>}
      {session && <><input type="hidden" name="sessionId" value={session.id} /><input type="hidden" name="version" value={session.version} /></>}
      <FormStack>
        <FormRow>
          <DateField label="Jour" required {...field('startsOn')} />
          <TextField label="De" required width="short" autoComplete="off" placeholder="9 h 30" {...field('startsAt')} />
          <TextField label="À" required width="short" autoComplete="off" placeholder="12 h" {...field('endsAt')} />
          <DateField label="Dernier jour, si c’en est un autre" {...field('endsOn')} />
        </FormRow>
        <FormRow>
          <TextField label="Places" required width="short" inputMode="numeric" autoComplete="off" {...field('seats')} />
          <TextField label="Lieu, s’il diffère de celui de l’offre" autoComplete="off" maxLength={300} {...field('place')} />
        </FormRow>
        <div><Button type="submit" name="intent" value={session ? 'edit' : 'add'} variant={session ? undefined : 'main'}>{session ? 'Enregistrer' : 'Ajouter la session'}</Button></div>
      </FormStack>
    </Form>
  );
}
