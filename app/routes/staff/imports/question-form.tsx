import { useFetcher } from '@remix-run/react';
import type { ImportItemView } from '~/domain/import/imports.queries.server';
import { askedFields, type AnyQuestion, type AskedField } from '~/domain/import/import-question';
import { Button } from '~/ui/button';
import { useHydrated } from '~/ui/use-hydrated';

/** The values that differ, one choice a field; a choice is kept as soon as it is made. */
export function QuestionForm({ importId, item }: { importId: string; item: ImportItemView }) {
  return (
    <div className="grid gap-4">
      {item.questions.map((question) => (
        <OneQuestion key={question.field} importId={importId} item={item} question={question} />
      ))}
    </div>
  );
}

function OneQuestion({ importId, item, question }: { importId: string; item: ImportItemView; question: AnyQuestion }) {
  const answer = useFetcher();
  const hydrated = useHydrated();
  const name = `chosen-${item.position}-${question.field}`;
  return (
    <answer.Form method="post" onChange={(event) => answer.submit(event.currentTarget)}>
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="position" value={item.position} />
      <input type="hidden" name="field" value={question.field} />
      <fieldset className="field">
        <legend className="field-label">
          {question.label ?? askedFields[question.field as AskedField].label}
          <span className="visually-hidden"> de {item.label}</span>
        </legend>
        <div className="choices">
          {question.options.map((option, rank) => (
            <div key={rank} className="choice">
              <input className="tick" type="radio" name="chosen" id={`${name}-${rank}`} value={rank} defaultChecked={rank === question.chosen} />
              <label htmlFor={`${name}-${rank}`} className="break-words">
                {option.says || 'rien'} {question.label === undefined && <span className="muted">({whereFrom(option)})</span>}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      {!hydrated && <Button size="small">Garder ce choix</Button>}
      <span role="status" className="muted">
        {answer.state !== 'idle' ? 'Enregistrement…' : ''}
      </span>
    </answer.Form>
  );
}

function whereFrom({ from, lines = [] }: AnyQuestion['options'][number]): string {
  if (from === 'record') return 'votre fiche';
  if (lines.length === 0) return 'le fichier';
  return lines.length === 1 ? `ligne ${lines[0]}` : `lignes ${lines.slice(0, 4).join(', ')}${lines.length > 4 ? '…' : ''}`;
}
