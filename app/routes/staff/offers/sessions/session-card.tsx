import { Form } from '@remix-run/react';
import type { Registered, SessionRow } from '~/domain/offer/session/sessions.queries.server';
import { paths } from '~/paths';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Chip, Chips } from '~/ui/chip';
import { TextField } from '~/ui/text-field';
import { SessionForm } from './session-form';
import { seatsOf, whenOf } from './session-words';

type SessionCardProps = { offerId: string; session: SessionRow; registered: readonly Registered[]; mayWrite: boolean; failure?: Failure };

/** One session: when, how many seats are left, and for the agency's own who sits, who waits. */
export function SessionCard({ offerId, session, registered, mayWrite, failure }: SessionCardProps) {
  const { id, place, cancelledAt, isOver } = session;
  const of = (state: Registered['state']) => registered.filter((one) => one.state === state);
  const isOpen = !cancelledAt && !isOver;
  return (
    <Card title={whenOf(session)} action={<a href={paths.offerSessionCalendar(offerId, id)}>Pour mon agenda</a>}>
      <Chips>
        {cancelledAt ? <Chip tone="stop">Annulée</Chip> : isOver ? <Chip>Passée</Chip> : <Chip tone={session.left > 0 ? 'ok' : 'wait'}>{seatsOf(session)}</Chip>}
        {place && <Chip>{place}</Chip>}
      </Chips>
      {mayWrite && <Seats title="Ont une place" list={of('seated')} sessionId={id} />}
      {mayWrite && <Seats title="En attente, dans l’ordre" list={of('waiting')} sessionId={id} isNumbered />}
      {mayWrite && isOpen && of('released').length > 0 && (
        <details className="mt-3">
          <summary>Places libérées ({of('released').length})</summary>
          <Seats list={of('released')} sessionId={id} />
        </details>
      )}
      {mayWrite && isOpen && (
        <Form method="post" className="mt-3 flex flex-wrap items-end gap-3" preventScrollReset>
          <input type="hidden" name="sessionId" value={id} />
          <TextField key={registered.length} name="label" id={`label-${id}`} label="Inscrire" placeholder="Léa M." hint="Le prénom et une initiale suffisent." autoComplete="off" maxLength={60} defaultValue={failure?.intent === 'register' ? [failure.values.label ?? ''].flat()[0] : ''} error={failure?.intent === 'register' ? failure.errors.label : undefined} />
          <Button type="submit" name="intent" value="register" icon="add">{session.left > 0 ? 'Inscrire' : 'Mettre en attente'}</Button>
        </Form>
      )}
      {failure?.errors.form && failure.intent !== 'edit' && <p role="alert" className="field-error mt-2">{failure.errors.form}</p>}
      {mayWrite && !isOver && (
        <details className="mt-4" open={failure?.intent === 'edit' || undefined}>
          <summary>Modifier, annuler</summary>
          <div className="mt-3 grid gap-3">
            {!cancelledAt && <SessionForm session={session} failure={failure?.intent === 'edit' ? failure : undefined} />}
            <Form method="post">
              <input type="hidden" name="sessionId" value={id} />
              {cancelledAt ? <Button type="submit" name="intent" value="restore" icon="undo">Elle a lieu finalement</Button> : <Button type="submit" name="intent" value="cancel" icon="close">Annuler cette session</Button>}
            </Form>
          </div>
        </details>
      )}
    </Card>
  );
}

function Seats({ title, list, sessionId, isNumbered }: { title?: string; list: readonly Registered[]; sessionId: string; isNumbered?: boolean }) {
  if (list.length === 0) return null;
  const List = isNumbered ? 'ol' : 'ul';
  return (
    <>
      {title && <h3 className="mt-3 font-semibold">{title} ({list.length})</h3>}
      <List className={isNumbered ? 'list-decimal ps-6' : ''}>
        {list.map(({ id, label, state }) => (
          <li key={id}>
            <Form method="post" className="inline-flex items-center gap-2" preventScrollReset>
              <input type="hidden" name="sessionId" value={sessionId} />
              <input type="hidden" name="registrationId" value={id} />
              {label ?? <span className="muted">nom oublié</span>}
              {state === 'released' ? (
                <Button type="submit" name="intent" value="giveBack" size="small" variant="quiet" icon="undo" aria-label={`Remettre ${label ?? 'cette personne'}`}>Remettre</Button>
              ) : (
                <Button type="submit" name="intent" value="release" size="small" variant="quiet" aria-label={`Libérer la place de ${label ?? 'cette personne'}`}>Libérer</Button>
              )}
            </Form>
          </li>
        ))}
      </List>
    </>
  );
}
