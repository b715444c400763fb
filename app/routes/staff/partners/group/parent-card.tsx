import { Form } from '@remix-run/react';
import type { Relative } from '~/domain/group/family';
import { searchPartners } from '~/routes/staff/partners/partner-search';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { ComboField } from '~/ui/combo-field';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions } from '~/ui/form-actions';
import { FormStack } from '~/ui/form-layout';

type ParentCardProps = { version: number; parent: Relative | null; /** It hangs on something, even if that is not ours to read. */ hangs: boolean; failure?: Failure };

/** What a partner hangs on, and the way to change it. */
export function ParentCard({ version, parent, hangs, failure }: ParentCardProps) {
  const typed = failure?.values.parentText;
  return (
    <Card title="Rattachement">
      {parent && (
        <Form method="post" preventScrollReset className="mb-4 flex flex-wrap items-center gap-2">
          <input type="hidden" name="version" value={version} />
          <span>Rattaché à <b>{parent.name}</b></span>
          <Button size="small" variant="quiet" name="intent" value="detach" aria-label={`Détacher de ${parent.name}`}>Détacher</Button>
        </Form>
      )}
      <Form method="post" preventScrollReset>
        <FormStack>
          {failure && <ErrorSummary errors={failure.errors.parent ? { parent: failure.errors.parent } : {}} formError={failure.errors.form} />}
          <input type="hidden" name="version" value={version} />
          <ComboField name="parent" label={parent && hangs ? 'Rattacher à un autre groupe' : 'Groupe ou fédération'} hint="Un de vos partenaires par son nom ; un autre par son SIRET ou son nom entier." search={searchPartners} defaultText={typeof typed === 'string' ? typed : ''} error={failure?.errors.parent} />
          <FormActions><Button type="submit" name="intent" value="attach">Rattacher</Button></FormActions>
        </FormStack>
      </Form>
      <p className="muted mt-3">Ce lien est partagé avec les Missions Locales qui travaillent avec ce partenaire.</p>
    </Card>
  );
}
