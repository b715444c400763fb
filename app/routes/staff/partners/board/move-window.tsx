import { Form, useNavigation } from '@remix-run/react';
import { verbs, verbsFrom, type Verb } from '~/domain/partnership/partnership.lifecycle';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { Dialog } from '~/ui/dialog';
import { ErrorSummary } from '~/ui/error-summary';
import { FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';
import { RadioGroup } from '~/ui/radio-group';
import { SelectField } from '~/ui/select-field';
import { TextArea } from '~/ui/text-area';
import { useHydrated } from '~/ui/use-hydrated';
import type { Moving } from './stage-board';

type MoveWindowProps = { moving: Moving; allowed: readonly Verb[]; endReasons: readonly { value: string; label: string }[]; action: string; failure?: Failure; onClose: () => void };

/** Asks where a card goes: a window above the board, or a card before it when there is no script. */
export function MoveWindow(props: MoveWindowProps) {
  const hydrated = useHydrated();
  const title = `Déplacer ${props.moving.card.name}`;
  if (!hydrated) return <Card title={title}><MoveForm {...props} /></Card>;
  return (
    <Dialog open onClose={props.onClose} title={title}>
      <MoveForm {...props} />
    </Dialog>
  );
}

function MoveForm({ moving: { card, stage, verb }, allowed, endReasons, action, failure, onClose }: MoveWindowProps) {
  const { state } = useNavigation();
  const hydrated = useHydrated();
  const possible = verbsFrom(stage).filter((one) => allowed.includes(one));
  const failed = failure?.values.partnerId === card.id ? failure : undefined;
  const { form: formError, ...errors } = failed?.errors ?? {};
  const typed = (name: string) => (typeof failed?.values[name] === 'string' ? failed.values[name] : undefined);
  return (
    <Form method="post" action={action} preventScrollReset>
      <FormStack>
        <ErrorSummary errors={errors} formError={formError} />
        <input type="hidden" name="partnerId" value={card.id} />
        <RadioGroup name="intent" label="Que se passe-t-il ?" required defaultValue={failed?.intent ?? verb ?? possible[0]} options={possible.map((one) => ({ value: one, label: verbs[one].label }))} />
        {possible.includes('end') && <div className="if-ended"><SelectField name="endReasonId" label="Pourquoi se termine-t-il ?" placeholder="Choisir…" options={endReasons} defaultValue={typed('endReasonId')} error={errors.endReasonId} /></div>}
        <TextArea name="comment" label="Un mot à garder" hint="Facultatif." rows={2} maxLength={2000} defaultValue={typed('comment')} error={errors.comment} />
        <div className="dialog-actions">
          {hydrated ? <Button type="button" onClick={onClose}>Annuler</Button> : <LinkButton to={action}>Annuler</LinkButton>}
          <Button type="submit" variant="main" pending={state !== 'idle'}>Enregistrer</Button>
        </div>
      </FormStack>
    </Form>
  );
}
