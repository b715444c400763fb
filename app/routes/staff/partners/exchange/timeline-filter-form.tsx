import { Form, Link, useSearchParams } from '@remix-run/react';
import { timelineKinds } from '~/domain/exchange/timeline-filters';
import type { Choice } from '~/domain/partner/choices.queries.server';
import { useAlong, WalkFields } from '~/routes/staff/partners/record/use-along';
import { Button } from '~/ui/button';
import { FormRow } from '~/ui/form-layout';
import { SelectField } from '~/ui/select-field';
import { TextField } from '~/ui/text-field';

type TimelineFilterFormProps = { people: { colleagues: readonly Choice[]; contacts: readonly Choice[] }; isFiltered: boolean };

/** By kind, by person, by words; the address keeps it. Folded until it serves: the newest is what one wants most often. */
export function TimelineFilterForm({ people, isFiltered }: TimelineFilterFormProps) {
  const along = useAlong();
  const [search] = useSearchParams();
  const groups = [{ label: 'Chez nous', options: people.colleagues }, { label: 'Chez le partenaire', options: people.contacts }].filter(({ options }) => options.length > 0);
  return (
    <details className="mb-4" open={isFiltered || undefined}>
      <summary>Chercher dans les échanges</summary>
      <Form method="get" className="mt-3" preventScrollReset>
        <WalkFields />
        <FormRow>
          <SelectField name="type" label="Type" placeholder="Tous" options={timelineKinds} defaultValue={search.get('type') ?? ''} />
          <SelectField name="personne" label="Personne" placeholder="Toutes" options={groups} defaultValue={search.get('personne') ?? ''} />
          <TextField name="mots" label="Mots" autoComplete="off" maxLength={200} defaultValue={search.get('mots') ?? ''} />
        </FormRow>
        <p className="mt-3 flex flex-wrap items-center gap-3">
          <Button type="submit" size="small" icon="filter">Filtrer</Button>
          {isFiltered && <Link to={along('?')} preventScrollReset>Tout voir</Link>}
        </p>
      </Form>
    </details>
  );
}
