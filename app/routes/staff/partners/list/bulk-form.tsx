import { Form, useNavigation } from '@remix-run/react';
import { themes } from '~/domain/organisation/themes';
import { movesTogether, partnersInWords, type BulkVerb, type ChangePreview } from '~/domain/partner/list/bulk-change';
import type { Selection } from '~/domain/partner/list/bulk-change.schema';
import type { Choice } from '~/domain/partner/together/choices-together.server';
import { verbs } from '~/domain/partnership/partnership.lifecycle';
import { longestTitle } from '~/domain/task/longest-title';
import type { ListValues } from '~/domain/partner/list/list-values';
import { Button } from '~/ui/button';
import { DateField } from '~/ui/date-field';
import { ErrorSummary } from '~/ui/error-summary';
import { FormStack } from '~/ui/form-layout';
import { LinkButton } from '~/ui/link-button';
import { RadioGroup } from '~/ui/radio-group';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';

/** What the server understood of a choice: how many partners, and which. */
export type Prepared = Selection & { verb: BulkVerb; count: number; choices: Choice[]; /** What would change; null while it is being asked. */ preview: ChangePreview | null; typed: Record<string, string | string[]> };

export type BulkFormProps = {
  prepared: Prepared;
  values: ListValues;
  action: string;
  errors: Record<string, string>;
  typed: Record<string, string | string[]>;
  onCancel?: () => void;
};

const confirmed: Record<BulkVerb, string> = { attribuer: 'Attribuer', etiqueter: 'Enregistrer', thematiser: 'Enregistrer', typer: 'Enregistrer', deplacer: 'Changer l’étape', lister: 'Ajouter', planifier: 'Noter les tâches', archiver: 'Archiver' };

/** The question of a change made together, then its preview: what exactly, what it would do, then the verb. */
export function BulkForm({ prepared, values, action, errors: { form: formError, ...errors }, typed, onCancel }: BulkFormProps) {
  const { verb, ids, isAll, choices, preview } = prepared;
  const { state } = useNavigation();
  const pending = state !== 'idle';
  const isNothing = preview?.changing === 0;
  return (
    <Form method="post" action={action}>
      <FormStack>
        <ErrorSummary errors={errors} formError={formError} />
        <input type="hidden" name="verb" value={verb} />
        {isAll ? <input type="hidden" name="tous" value="on" /> : ids.map((id) => <input key={id} type="hidden" name="partenaire" value={id} />)}
        {preview ? <PreviewLines preview={preview} /> : <BulkQuestion verb={verb} values={values} errors={errors} typed={typed} choices={choices} />}
        {verb === 'archiver' && <p>La liste et les recherches ne les montreront plus. Rien n’est perdu : les fiches restent dans les archives, et vous pourrez annuler juste après.</p>}
        {preview && <TypedAgain typed={typed} />}
        {preview && <input type="hidden" name="expected" value={preview.changing} />}
        {!preview && choices.length > 0 && <input type="hidden" name="choices" value={JSON.stringify(choices)} />}
        <div className="dialog-actions">
          {onCancel ? (
            <Button type="button" onClick={onCancel}>
              Annuler
            </Button>
          ) : (
            <LinkButton to={action}>Annuler</LinkButton>
          )}
          {preview && verb !== 'archiver' && (
            <Button type="submit" name="intent" value={`preparer-${verb}`}>
              Revenir
            </Button>
          )}
          {!isNothing && (
            <Button type="submit" name="intent" value={preview ? verb : `apercu-${verb}`} variant="main" pending={pending}>
              {preview ? confirmed[verb] : 'Voir ce qui changera'}
            </Button>
          )}
        </div>
      </FormStack>
    </Form>
  );
}

/** What was answered goes with the confirmation, as it was previewed. */
function TypedAgain({ typed }: { typed: BulkFormProps['typed'] }) {
  return Object.entries(typed).flatMap(([name, value]) => (['verb', 'expected', 'choices'].includes(name) ? [] : [value].flat().map((one) => <input key={`${name}${one}`} type="hidden" name={name} value={one} />)));
}

function PreviewLines({ preview: { changing, already, refused, notes } }: { preview: ChangePreview }) {
  return (
    <div>
      <ul className="grid gap-1">
        <li>
          <b>{partnersInWords(changing)}</b> {changing > 1 ? 'changeront' : 'changera'}.
        </li>
        {already > 0 && <li>{partnersInWords(already)} {already > 1 ? 'sont déjà ainsi : rien ne change pour eux' : 'est déjà ainsi : rien ne change'}.</li>}
        {refused.map(({ count, why }) => (
          <li key={why}>
            {partnersInWords(count)} {count > 1 ? 'ne changeront pas' : 'ne changera pas'} : {why}.
          </li>
        ))}
      </ul>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}

function BulkQuestion({ verb, values, errors, typed, choices }: Pick<BulkFormProps, 'values' | 'errors' | 'typed'> & { verb: BulkVerb; choices: readonly Choice[] }) {
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
    case 'deplacer':
      return (
        <>
          <SelectField name="move" label="Que se passe-t-il ?" placeholder="Choisir…" required error={errors.move} defaultValue={before('move')} options={movesTogether.map((move) => ({ value: move, label: verbs[move].label }))} />
          <div className="if-ended"><SelectField name="endReasonId" label="Pourquoi il se termine" placeholder="Choisir…" error={errors.endReasonId} defaultValue={before('endReasonId')} options={choices} /></div>
        </>
      );
    case 'lister':
      if (choices.length === 0) return <p>Aucune liste choisie à la main pour l’instant : « Garder en liste » en fait une de ces partenaires.</p>;
      return <SelectField name="listId" label="Liste" placeholder="Choisir une liste…" required error={errors.listId} defaultValue={before('listId')} options={choices} />;
    case 'planifier':
      return (
        <>
          <TextField name="title" label="Que faut-il faire ?" required maxLength={longestTitle} error={errors.title} defaultValue={before('title')} />
          <DateField name="dueOn" label="Pour le" required error={errors.dueOn} defaultValue={before('dueOn')} />
          <RadioGroup name="forWhom" label="Par qui ?" error={errors.forWhom} defaultValue={before('forWhom') || 'referent'} options={[{ value: 'referent', label: 'La personne référente de chacun' }, { value: 'moi', label: 'Moi' }]} />
        </>
      );
    case 'archiver':
      return null;
  }
}
