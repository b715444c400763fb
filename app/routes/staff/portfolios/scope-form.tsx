import { Form } from '@remix-run/react';
import type { Place } from '~/domain/partner/list/criteria';
import type { ListValue } from '~/domain/partner/list/list-values';
import type { PortfolioScope } from '~/domain/portfolio/portfolio-scope';
import { partnersInWords } from '~/domain/partner/list/bulk-change';
import { paths } from '~/paths';
import { searchCommunes } from '~/routes/staff/partners/new/commune-search';
import { Button } from '~/ui/button';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { ComboField } from '~/ui/combo-field';
import { FormActions } from '~/ui/form-actions';
import { FormRow, FormStack } from '~/ui/form-layout';
import { RadioGroup } from '~/ui/radio-group';
import { SelectField } from '~/ui/select-field';

const kilometres = [5, 10, 20, 30, 50, 100];

export type Giver = { id: string; name: string; count: number; hasLeft: boolean };

type ScopeFormProps = {
  givers: readonly Giver[];
  fromId: string | null;
  scope: PortfolioScope;
  place: Place | null;
  choices: Record<'departement' | 'etape' | 'thematique', ListValue[]>;
  sites: readonly { id: string; name: string }[];
  self: string;
  mayChoose: boolean;
};

/** First step: whose partners, and which. The address then says it: it can be sent, and the preview read again. */
export function ScopeForm({ givers, fromId, scope, place, choices, sites, self, mayChoose }: ScopeFormProps) {
  const { isAll, filters, siteId } = scope;
  const boxes = (name: keyof typeof choices) => choices[name].map(({ value, label }) => ({ value, label }));
  return (
    // What is only asked of a part shows with it, script or not.
    <Form method="get" action={paths.handoverNew()} className="[&:has([value=tout]:checked)_.only-part]:hidden" preventScrollReset>
      <FormStack>
        {mayChoose ? (
          <SelectField name="de" label="De qui ?" required placeholder="Choisir une personne…" defaultValue={fromId ?? ''}
            options={givers.map(({ id, name, count, hasLeft }) => ({ value: id, label: `${name}${id === self ? ' (vous)' : hasLeft ? ' (a quitté l’agence)' : ''} : ${partnersInWords(count)}` }))} />
        ) : (
          <input type="hidden" name="de" value={self} />
        )}
        <RadioGroup name="quoi" label="Quels partenaires ?" inline defaultValue={isAll ? 'tout' : 'partie'} options={[{ value: 'tout', label: 'Tout le portefeuille' }, { value: 'partie', label: 'Une partie' }]} />
        <div className="only-part grid gap-[inherit]">
          {choices.departement.length > 1 && <CheckboxGroup name="departement" label="Départements" inline options={boxes('departement')} defaultValue={filters.departement} />}
          <FormRow>
            <ComboField name="commune" textName="communeText" label="Autour d’une commune" search={searchCommunes} defaultValue={filters.commune} defaultText={place?.name} placeholder="Nom ou code postal" />
            <SelectField name="rayon" label="Jusqu’à" defaultValue={String(filters.rayon)} options={[{ value: '0', label: 'La commune seule' }, ...kilometres.map((km) => ({ value: String(km), label: `${km} km autour` }))]} />
          </FormRow>
          {sites.length > 0 && <SelectField name="site" label="Suivis par le site" placeholder="Peu importe" defaultValue={siteId ?? ''} options={sites.map(({ id, name }) => ({ value: id, label: name }))} />}
          <CheckboxGroup name="etape" label="Étapes" inline options={boxes('etape')} defaultValue={filters.etape} />
          <CheckboxGroup name="thematique" label="Thématiques" inline options={boxes('thematique')} defaultValue={filters.thematique} />
        </div>
        <FormActions>
          <Button type="submit" icon="search">Voir ce qui changera de mains</Button>
        </FormActions>
      </FormStack>
    </Form>
  );
}
