import { Form, useNavigation } from '@remix-run/react';
import { useRef } from 'react';
import { mergeMatrix, readBase, sameRow, typedMatrix, unsaid, type MatrixText } from '~/domain/engagement/matrix-form';
import type { MatrixRow, SpokenContact } from '~/domain/engagement/matrix.queries.server';
import { ConflictChoices } from '~/routes/staff/partners/edit/conflict-choices';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DateField } from '~/ui/date-field';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { Kbd } from '~/ui/kbd';
import { TextField } from '~/ui/text-field';
import { useShortcut } from '~/ui/use-shortcut';
import { EngagementLine } from './engagement-line';

type MatrixFormProps = { rows: readonly MatrixRow[]; contacts: readonly SpokenContact[]; current: MatrixText; failure?: Failure };

/** All forms of engagement on one screen: a line each, one button for all. What the page showed goes with what was typed. */
export function MatrixForm({ rows, contacts, current, failure }: MatrixFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { state } = useNavigation();
  useShortcut('Enter', () => form.current?.requestSubmit(), { withControl: true });

  const isStale = Boolean(failure?.stale);
  const base = (failure && readBase(failure.values.base)) ?? current;
  const typed = failure ? typedMatrix(failure.values) : current;
  const forms = rows.map(({ formId, form: label }) => ({ id: formId, label }));
  const merged = mergeMatrix({ forms, base, typed, current });
  const { form: formError, ...errors } = failure?.errors ?? {};
  const said = (name: string) => (typeof failure?.values[name] === 'string' ? failure.values[name] : undefined);

  return (
    <Form ref={form} method="post" noValidate preventScrollReset>
      {!isStale && <ErrorSummary errors={errors} formError={formError} />}
      <ConflictChoices conflicts={isStale ? merged.conflicts : []} />
      <input type="hidden" name="base" value={JSON.stringify(isStale ? current : base)} />
      <Card title="Ce que ce partenaire accepte">
        <p className="field-hint">
          Une ligne par forme. <span className="keys">Les flèches changent la réponse, Tab passe à la suite, <Kbd>Ctrl</Kbd> <Kbd>Entrée</Kbd> enregistre tout.</span>
        </p>
        <div className="engagement-lines">
          {rows.map((row) => {
            const shown = merged.rows[row.formId] ?? unsaid;
            return <EngagementLine key={row.formId} row={row} text={shown} errors={errors} isChanged={!sameRow(shown, current[row.formId] ?? unsaid)} />;
          })}
        </div>
      </Card>
      <Card title="Qui l’a dit ?">
        <FormStack>
          <FormRow>
            <TextField name="saidBy" label="Dit par" hint="Une personne du partenaire, ou qui vous voulez. Vaut pour ce que vous venez de changer." list="interlocuteurs" maxLength={200} autoComplete="off" defaultValue={said('saidBy')} error={errors.saidBy} />
            <DateField name="saidOn" label="Le" hint="Vide : aujourd’hui." defaultValue={said('saidOn')} error={errors.saidOn} />
          </FormRow>
          <datalist id="interlocuteurs">
            {contacts.map(({ id, name }) => (
              <option key={id} value={name} />
            ))}
          </datalist>
        </FormStack>
        <FormActions>
          <Button type="submit" variant="main" pending={state !== 'idle'}>
            Enregistrer
          </Button>
        </FormActions>
      </Card>
    </Form>
  );
}
