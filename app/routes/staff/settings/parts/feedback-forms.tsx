import { Form, useActionData } from '@remix-run/react';
import { feedbackStateNames, feedbackStates, longestFeedback, stateNamesToChoose, type FeedbackState } from '~/domain/feedback/feedback';
import type { FeedbackCounts, FeedbackRow } from '~/domain/feedback/feedback.queries.server';
import { paths } from '~/paths';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { fieldId } from '~/ui/field';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';
import { frenchNumber } from '~/ui/french-number';
import { LinkButton } from '~/ui/link-button';
import { RadioGroup } from '~/ui/radio-group';
import { TextArea } from '~/ui/text-area';
import { StaleNotice } from './edit-memory';

export function FeedbackFilter({ current, counts }: { current: FeedbackState | null; counts: FeedbackCounts }) {
  const choices: { state: FeedbackState | null; label: string; count: number }[] = [
    { state: null, label: 'Tous', count: feedbackStateNames.reduce((sum, state) => sum + counts[state], 0) },
    ...feedbackStateNames.map((state) => ({ state, label: feedbackStates[state].label, count: counts[state] })),
  ];
  return (
    <nav aria-label="État des signalements" className="mb-4 flex flex-wrap gap-2">
      {choices.map(({ state, label, count }) => (
        <LinkButton key={label} size="small" to={state ? `${paths.settingsFeedback()}?etat=${state}` : paths.settingsFeedback()} aria-current={current === state ? 'page' : undefined} preventScrollReset>
          {label} {frenchNumber(count)}
        </LinkButton>
      ))}
    </nav>
  );
}

/** Answers a report and says where it stands. Folded, so that the list can be read; open when it was refused. */
export function FollowForm({ report: { id, version, state, answer, author } }: { report: FeedbackRow }) {
  const answered = useActionData<Failure>();
  const failure = answered?.ok === false && answered.values.id === id ? answered : undefined;
  const typed = (name: string, before: string) => (typeof failure?.values[name] === 'string' ? failure.values[name] : before);
  const { form: formError, ...errors } = failure?.errors ?? {};
  return (
    <details className="mt-3" open={failure !== undefined || undefined}>
      <summary>{answer ? 'Suivre' : 'Répondre, suivre'}<span className="visually-hidden"> ce signalement de {author ?? 'un ancien compte'}</span></summary>
      <Form method="post" className="mt-3" preventScrollReset>
        <FormStack>
          <StaleNotice failure={failure} />
          <ErrorSummary errors={{ [`reponse-${id}`]: errors.answer, [`etat-${id}`]: errors.state }} formError={failure?.stale ? undefined : formError} />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={failure?.stale?.version ?? version} />
          <TextArea id={fieldId(`reponse-${id}`)} name="answer" label="Votre réponse" hint="La personne la reçoit par courriel et la garde dans son compte." rows={3} maxLength={longestFeedback} defaultValue={typed('answer', answer ?? '')} error={errors.answer} />
          <RadioGroup id={fieldId(`etat-${id}`)} name="state" label="Où en est-on" inline options={(state === 'new' ? feedbackStateNames : stateNamesToChoose).map((value) => ({ value, label: feedbackStates[value].label }))} defaultValue={typed('state', state)} error={errors.state} />
          <FormActions>
            <Button>Enregistrer</Button>
          </FormActions>
        </FormStack>
      </Form>
    </details>
  );
}
