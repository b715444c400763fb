import { Form } from '@remix-run/react';
import { themes } from '~/domain/organisation/themes';
import type { Choice } from '~/domain/partner/choices.queries.server';
import type { Partner } from '~/domain/partner/partner.queries.server';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { Chip, Chips } from '~/ui/chip';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';

type SortingCardProps = {
  action: string;
  partner: Pick<Partner, 'themes' | 'tags' | 'kind' | 'otherKinds'>;
  /** What one may choose; null when this person may not sort. */
  choices: { tags: readonly Choice[]; kinds: { network: readonly Choice[]; local: readonly Choice[] } } | null;
};

/** Themes, further kinds and tags: how the agency finds this partner again. */
export function SortingCard({ action, partner: { themes: chosenThemes, tags, kind, otherKinds }, choices }: SortingCardProps) {
  const along = useAlong();
  // The main kind is the shared record's: corrected with it.
  const kinds = choices ? [...choices.kinds.network.filter(({ label }) => label !== kind), ...choices.kinds.local] : [];
  const retired = otherKinds.filter(({ id }) => !kinds.some(({ value }) => value === id)).map(({ id, label }) => ({ value: id, label }));
  return (
    <Card title="Étiquettes">
      {tags.length > 0 ? <Chips>{tags.map(({ id, label }) => <Chip key={id} tone="theme">{label}</Chip>)}</Chips> : <p className="muted">Aucune étiquette.</p>}
      {choices && (
        <details className="mt-3">
          <summary>Changer thématiques, typologies et étiquettes</summary>
          <Form method="post" action={along(action)} className="mt-3" preventScrollReset>
            <FormStack>
              <CheckboxGroup name="themes[]" label="Thématiques" options={themes.map(({ code, label }) => ({ value: code, label }))} defaultValue={chosenThemes.map(({ code }) => code)} />
              <CheckboxGroup name="kindIds[]" label="Autres typologies" options={[...kinds, ...retired]} defaultValue={otherKinds.map(({ id }) => id)} />
              {choices.tags.length > 0 ? (
                <CheckboxGroup name="tagIds[]" label="Étiquettes" options={choices.tags} defaultValue={tags.map(({ id }) => id)} />
              ) : (
                <p className="muted">Votre agence n’a pas encore d’étiquette : la personne qui l’administre peut en créer dans les réglages.</p>
              )}
              <FormActions>
                <Button type="submit" name="intent" value="sort" variant="main">Enregistrer</Button>
              </FormActions>
            </FormStack>
          </Form>
        </details>
      )}
    </Card>
  );
}
