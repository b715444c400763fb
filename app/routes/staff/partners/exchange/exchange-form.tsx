import { Form, Link, useNavigation } from '@remix-run/react';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ExchangeChoices } from '~/domain/exchange/exchange-choices.server';
import { directions, exchangeKindNames, exchangeKinds, type ExchangeKind } from '~/domain/exchange/exchange-kinds';
import { longestText } from '~/domain/exchange/longest-text';
import type { TimelineExchange } from '~/domain/exchange/partner-timeline.server';
import { parisClock } from '~/domain/text/paris-time';
import { paths } from '~/paths';
import { StaleNotice } from '~/routes/staff/partners/record/stale-notice';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { DateField } from '~/ui/date-field';
import { ErrorSummary } from '~/ui/error-summary';
import { fieldId } from '~/ui/field';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { frenchNumber } from '~/ui/french-number';
import { Kbd } from '~/ui/kbd';
import { RadioGroup } from '~/ui/radio-group';
import { SelectField } from '~/ui/select-field';
import { TextArea } from '~/ui/text-area';
import { useHydrated } from '~/ui/use-hydrated';
import { DictationButton } from './dictation-button';
import { ExchangeFiles } from './exchange-files';
import { NextStepFields } from './next-step-fields';
import { useDraft } from './use-draft';

type ExchangeFormProps = {
  partnershipId: string;
  kind: ExchangeKind;
  /** The one to correct; none notes a new one. */
  exchange: TimelineExchange | null;
  choices: ExchangeChoices;
  /** Paris time, as the field of a date wants it. */
  now: string;
  failure?: Failure;
};

/** Notes an exchange, or corrects the one given: the text, what comes next, then what is filled as it most often is. Ctrl+Enter sends it. */
export function ExchangeForm({ partnershipId, kind: asked, exchange, choices, now, failure }: ExchangeFormProps) {
  const along = useAlong();
  const typed = (name: string) => (typeof failure?.values[name] === 'string' ? failure.values[name] : undefined);
  const many = (name: string, known: readonly string[]) => (failure ? [failure.values[name] ?? []].flat() : known);
  const start = typed('body') ?? exchange?.body ?? '';
  const [kind, setKind] = useState<ExchangeKind>(exchangeKindNames.find((name) => name === typed('kind')) ?? asked);
  const [length, setLength] = useState(start.length);
  const [filesProblem, setFilesProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const hydrated = useHydrated();
  const keepDraft = useDraft(form, partnershipId, !exchange && !failure);
  // Opened by a press on what is to be noted: the text is what one came for. A refused form leads to its errors instead.
  const isRefused = Boolean(failure);
  useEffect(() => {
    if (!isRefused) form.current?.querySelector('textarea')?.focus();
  }, [isRefused]);
  const isSending = useNavigation().formData?.has('kind') ?? false;
  const errors = failure && !failure.stale ? failure.errors : {};
  const { form: formError, ...fieldErrors } = errors;
  const isNote = kind === 'note';
  // Those who have left since stay noted: the choices of today are completed by the people of this exchange.
  const withKnown = (options: ExchangeChoices['contacts'], people: TimelineExchange['contacts'] = []) => [
    ...options,
    ...people.filter(({ id }) => !options.some(({ value }) => value === id)).map(({ id, firstName, lastName }) => ({ value: id, label: [firstName, lastName].filter(Boolean).join(' ') })),
  ];
  const contacts = withKnown(choices.contacts, exchange?.contacts);
  const colleagues = withKnown(choices.colleagues, exchange?.colleagues);
  const outcomes = exchange?.outcomeId && exchange.outcome && !choices.outcomes.some(({ value }) => value === exchange.outcomeId) ? [...choices.outcomes, { value: exchange.outcomeId, label: exchange.outcome }] : choices.outcomes;

  function onChange({ target }: FormEvent<HTMLFormElement>) {
    if (target instanceof HTMLInputElement && target.name === 'kind') setKind(target.value as ExchangeKind);
    if (target instanceof HTMLTextAreaElement) setLength(target.value.length);
    keepDraft();
  }

  function onSubmit(event: FormEvent) {
    if (!filesProblem) return;
    event.preventDefault();
    document.getElementById(fieldId('files'))?.focus();
  }

  return (
    <Form ref={form} method="post" encType={exchange ? undefined : 'multipart/form-data'} preventScrollReset onChange={onChange} onSubmit={onSubmit} onKeyDown={sendOnControlEnter}>
      <FormStack>
        <StaleNotice failure={failure} />
        <ErrorSummary errors={fieldErrors} formError={formError} />
        {exchange && <input type="hidden" name="exchangeId" value={exchange.id} />}
        {exchange && <input type="hidden" name="version" value={failure?.stale?.version ?? exchange.version} />}
        <RadioGroup name="kind" label="De quoi s’agit-il ?" inline required defaultValue={kind} options={exchangeKindNames.map((name) => ({ value: name, label: exchangeKinds[name].label }))} error={errors.kind} />
        <TextArea
          name="body"
          label={isNote ? 'Note' : 'Ce qui s’est dit'}
          hint={textHint(longestText - length, isNote)}
          rows={5}
          defaultValue={start}
          error={errors.body}
        />
        <DictationButton field={() => form.current?.querySelector('textarea') ?? null} />
        {!exchange && <NextStepFields typed={typed} errors={errors} />}
        <div hidden={isNote}>
          <FormStack>
            {contacts.length > 0 && <CheckboxGroup name="contactIds[]" label="Avec" inline options={contacts} defaultValue={many('contactIds', exchange ? exchange.contacts.map(({ id }) => id) : choices.contacts.slice(0, 1).map(({ value }) => value))} error={errors.contactIds} />}
            <FormRow>
              <SelectField name="outcomeId" label="Résultat" placeholder="Sans résultat à noter" options={outcomes} defaultValue={typed('outcomeId') ?? exchange?.outcomeId ?? ''} error={errors.outcomeId} />
              <DateField name="happenedAt" label="C’était quand ?" withTime max={now.slice(0, 10) + 'T23:59'} defaultValue={typed('happenedAt') ?? (exchange ? parisClock(exchange.at) : now)} error={errors.happenedAt} />
            </FormRow>
            <div hidden={!exchangeKinds[kind].goesOneWay}>
              <RadioGroup name="direction" label="Qui a fait le premier pas ?" inline defaultValue={typed('direction') ?? exchange?.direction ?? 'out'} options={[{ value: 'out', label: directions.out }, { value: 'in', label: directions.in }]} />
            </div>
            {colleagues.length > 0 && (
              <details open={Boolean(errors.colleagueIds) || many('colleagueIds', exchange?.colleagues.map(({ id }) => id) ?? []).length > 0 || undefined}>
                <summary>Avec des collègues</summary>
                <div className="mt-2"><CheckboxGroup name="colleagueIds[]" label="Collègues présents" inline options={colleagues} defaultValue={many('colleagueIds', exchange?.colleagues.map(({ id }) => id) ?? [])} error={errors.colleagueIds} /></div>
              </details>
            )}
          </FormStack>
        </div>
        {!exchange && <ExchangeFiles error={errors.files} sentBefore={many('fileNames', [])} problem={filesProblem} onProblem={setFilesProblem} />}
        <FormActions>
          <Button type="submit" name="intent" value={exchange ? 'edit' : 'add'} variant="main" pending={isSending}>{exchange ? 'Enregistrer' : isNote ? 'Ajouter la note' : 'Noter l’échange'}</Button>
          <Link to={along(paths.partnerExchanges(partnershipId))} preventScrollReset>Annuler</Link>
          {hydrated && <span className="keys muted text-sm"><Kbd>Ctrl</Kbd> + <Kbd>Entrée</Kbd></span>}
        </FormActions>
      </FormStack>
    </Form>
  );
}

function textHint(left: number, isNote: boolean): string {
  if (left < 0) return `${frenchNumber(-left)} caractères de trop : ${frenchNumber(longestText)} au plus.`;
  if (left < 1000) return `Encore ${frenchNumber(left)} caractères possibles.`;
  return isNote ? 'Seule votre Mission Locale la lira.' : 'Seule votre Mission Locale le lira. Un tiret en début de ligne fait une liste.';
}

// From any of its fields: one seldom goes back to the text to send it.
function sendOnControlEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  const form = event.currentTarget;
  form.requestSubmit(form.querySelector<HTMLButtonElement>('button[name="intent"]'));
}
