import { Form, useNavigation } from '@remix-run/react';
import { themes } from '~/domain/organisation/themes';
import type { BulkVerb, Selection } from '~/domain/partner/list/bulk-change';
import type { ListValues } from '~/domain/partner/list/list-values';
import { Button } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';
import { RadioGroup } from '~/ui/radio-group';
import { SelectField } from '~/ui/select-field';

/** What the server understood of a choice: how many partners, and which. */
export type Prepared = Selection & { verb: BulkVerb; count: number };

export type BulkFormProps = {
  prepared: Prepared;
  values: ListValues;
  action: string;
  errors: Record<string, string>;
  typed: Record<string, string | string[]>;
  onCancel?: () => void;
};

const confirmed: Record<BulkVerb, string> = { attribuer: 'Attribuer', etiqueter: 'Enregistrer', thematiser: 'Enregistrer', typer: 'Enregistrer', archiver: 'Archiver' };

/** The second step of a change made together: what exactly, then the verb. */
export function BulkForm({ prepared, values, action, errors: { form: formError, ...errors }, typed, onCancel }: BulkFormProps) {
  const { verb, ids, isAll } = prepared;
  const { state } = useNavigation();
  return (
    <Form method="post" action={action}>
      <FormStack>
        <ErrorSummary errors={errors} formError={formError} />
        <input type="hidden" name="verb" value={verb} />
        {isAll ? <input type="hidden" name="tous" value="on" /> : ids.map((id) => <input key={id} type="hidden" name="partenaire" value={id} />)}
        <BulkQuestion verb={verb} values={values} errors={errors} typed={typed} />
        <div className="dialog-actions">
          {onCancel ? (
            <Button type="button" onClick={onCancel}>
              Annuler
            </Button>
          ) : (
            <LinkButton to={action}>Annuler</LinkButton>
          )}
          <Button type="submit" name="intent" value={verb} variant="main" pending={state !== 'idle'}>
            {confirmed[verb]}
          </Button>
        </div>
      </FormStack>
    </Form>
  );
}

function BulkQuestion({ verb, values, errors, typed }: Pick<BulkFormProps, 'values' | 'errors' | 'typed'> & { verb: BulkVerb }) {
  const offered = (name: 'etiquette' | 'referent' | 'typologie') => values[name].filter(({ isRetired, value }) => !isRetired && value !== 'aucun').map(({ ids, label }) => ({ value: ids[0] ?? '', label }));
  const before = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
  const sense = (
    <RadioGroup
      name="sense"
      label="Que faire ?"
      inline
      error={errors.sense}
      defaultValue={before('sense') || 'ajouter'}
      options={[
        { value: 'ajouter', label: 'Ajouter' },
        { value: 'enlever', label: 'Enlever' },
      ]}
    />
  );
  switch (verb) {
    case 'attribuer':
      return (
        <SelectField name="officerId" label="Référent·e" placeholder="Choisir une personne…" required error={errors.officerId} defaultValue={before('officerId')}
          options={[...offered('referent'), { value: 'personne', label: 'Personne' }]} />
      );
    case 'etiqueter':
      if (offered('etiquette').length === 0) return <p>Votre agence n’a pas encore d’étiquette : la personne qui l’administre peut en créer dans les réglages.</p>;
      return (
        <>
          {sense}
          <SelectField name="tagId" label="Étiquette" placeholder="Choisir une étiquette…" required error={errors.tagId} defaultValue={before('tagId')} options={offered('etiquette')} />
        </>
      );
    case 'thematiser':
      return (
        <>
          {sense}
          <SelectField name="themeCode" label="Thématique" placeholder="Choisir une thématique…" required error={errors.themeCode} defaultValue={before('themeCode')}
            options={themes.map(({ code, label }) => ({ value: code, label }))} />
        </>
      );
    case 'typer':
      return (
        <>
          {sense}
          <SelectField name="kindId" label="Typologie" hint="En plus de la première, celle de la fiche." placeholder="Choisir une typologie…" required error={errors.kindId} defaultValue={before('kindId')} options={offered('typologie')} />
        </>
      );
    case 'archiver':
      return <p>La liste et les recherches ne les montreront plus. Rien n’est perdu : les fiches restent dans les archives, et vous pourrez annuler juste après.</p>;
  }
}
