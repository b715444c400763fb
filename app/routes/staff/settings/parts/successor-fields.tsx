import { heldInWords, type Held } from '~/domain/agency/held';
import { CheckboxField } from '~/ui/checkbox-field';
import { DescriptionList } from '~/ui/description-list';
import { SelectField } from '~/ui/select-field';
import { useFormFailure } from './use-form-failure';

export type Successors = readonly { id: string; firstName: string; lastName: string }[];
type SuccessorFieldsProps = { intent: string; held: Held; successors: Successors; /** Must somebody take over? */ required?: boolean };

/** What somebody holds, who takes it over, and what of theirs alone goes along. */
export function SuccessorFields({ intent, held, successors, required }: SuccessorFieldsProps) {
  const { errors, typed, failure } = useFormFailure(intent);
  const isTicked = (name: string) => (failure ? failure.values[name] === 'oui' : true);
  return (
    <>
      <input type="hidden" name="expected" value={held.total} />
      <DescriptionList items={heldInWords(held)} />
      <SelectField
        name="successorId"
        label="Qui reprend ?"
        hint="Les partenaires et ce qui reste à faire passent à cette personne."
        required={required}
        options={successors.map((person) => ({ value: person.id, label: `${person.firstName} ${person.lastName}` }))}
        placeholder={required ? 'Choisir une personne…' : 'Personne pour l’instant : les laisser à l’agence'}
        defaultValue={typed('successorId')}
        error={errors.successorId}
      />
      {held.lists > 0 && (
        <CheckboxField name="withLists" value="oui" defaultChecked={isTicked('withLists')} label={`Lui confier aussi ses listes enregistrées (${held.lists})`}
          hint={held.personalLists > 0 ? 'Les listes personnelles aussi : seule la personne qui reprend les verra.' : undefined} />
      )}
      {held.searches > 0 && <CheckboxField name="withSearches" value="oui" defaultChecked={isTicked('withSearches')} label={`Lui confier aussi ses recherches d’offres et leurs alertes (${held.searches})`} />}
    </>
  );
}
