import { Form } from '@remix-run/react';
import type { ListedFeed } from '~/domain/offer/elsewhere/feeds.server';
import { contracts, experiences } from '~/domain/offer/vocabulary/work';
import { useFailure, useSending } from '~/routes/public/use-failure';
import { Button } from '~/ui/button';
import { CheckboxField } from '~/ui/checkbox-field';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { ErrorSummary } from '~/ui/error-summary';
import { fieldId } from '~/ui/field';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';

const asked = ['CDI', 'CDD', 'MIS', 'SAI', 'DDI'] as const;

/** What an agency takes from a source. */
export function FeedForm({ feed: { source, isOn, filters } }: { feed: ListedFeed }) {
  const all = useFailure('save');
  const isMine = all.failure?.values.source === source;
  const isSending = useSending('save');
  // A list in fault (`departements.1`) is said at its field.
  const errors = isMine ? Object.fromEntries(Object.entries(all.errors).map(([name, sentence]) => [name.split('.')[0]!, sentence])) : {};
  const typed = (name: string, before: string) => (isMine ? all.typed(name, before) : before);
  // Two such forms on one page: each field has an id of its own.
  const id = (name: string) => fieldId(`${source}.${name}`);
  const chosen = isMine ? [all.failure?.values.contracts ?? []].flat().map(String) : filters.contracts;
  return (
    <Form method="post">
      <input type="hidden" name="source" value={source} />
      <FormStack>
        <ErrorSummary errors={Object.fromEntries(Object.entries(errors).map(([name, sentence]) => [`${source}.${name}`, sentence]))} />
        <CheckboxField id={id('isOn')} name="isOn" value="oui" label="Prendre les offres de cette source" hint="Décoché, celles qu’elle a données quittent vos listes." defaultChecked={isMine ? Boolean(all.failure?.values.isOn) : isOn} />
        <FormRow>
          <TextField id={id('departements')} name="departements" label="Départements" hint="Par leur numéro, séparés par des virgules : 65, 32." defaultValue={typed('departements', filters.departements.join(', '))} error={errors.departements} />
          {source === 'franceTravail' && <TextField id={id('communes')} name="communes" label="Communes seulement" hint="Codes INSEE ; vide : tout le département." defaultValue={typed('communes', filters.communes.join(', '))} error={errors.communes} />}
        </FormRow>
        {source === 'franceTravail' && (
          <>
            <CheckboxGroup name="contracts" label="Contrats" hint="Rien de coché : tous." options={asked.map((code) => ({ value: code, label: contracts[code] }))} defaultValue={chosen} />
            <SelectField id={id('experience')} name="experience" label="Expérience" placeholder="Toutes les offres" options={Object.entries(experiences).map(([value, label]) => ({ value, label }))} defaultValue={typed('experience', filters.experience)} />
          </>
        )}
        <FormActions>
          <Button name="intent" value="save" variant="main" pending={isSending}>Enregistrer</Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}
