import { Form, Link, useFetcher } from '@remix-run/react';
import { useRef } from 'react';
import type { SavedListRow } from '~/domain/saved-list/saved-lists.queries.server';
import { paths } from '~/paths';
import type { Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { CheckboxField } from '~/ui/checkbox-field';
import { FormStack } from '~/ui/form-layout';
import { Icon } from '~/ui/icon';
import { TextField } from '~/ui/text-field';
import { useClosingDetails } from '~/ui/use-closing-details';

/** The lists that one keeps, and the way to keep this one. They are asked for when the menu opens: the page never waits for them. */
export function SavedListMenu({ action, failure }: { action: string; failure?: Failure }) {
  const details = useRef<HTMLDetailsElement>(null);
  useClosingDetails(details);
  const { load, data } = useFetcher<{ lists: SavedListRow[] }>();
  return (
    <details ref={details} className="action-menu" data-side="end" open={Boolean(failure) || undefined} onToggle={(event) => event.currentTarget.open && !data && load(paths.savedLists())}>
      <summary className="button">
        <Icon name="list" />
        Listes
        <Icon name="expand" size={16} />
      </summary>
      <div className="popover max-h-[min(40rem,80vh)]">
        {data?.lists.slice(0, 12).map(({ id, name, address }) => (
          <Link key={id} className="menu-item" to={`${paths.partners()}?${address}`}>
            {name}
          </Link>
        ))}
        <Link className="menu-item" to={paths.savedLists()}>
          <Icon name="settings" />
          Toutes les listes
        </Link>
        <Form method="post" action={action} className="border-t border-(--line) p-3" preventScrollReset>
          <FormStack>
            <TextField id="nom-de-liste" name="name" label="Enregistrer cette liste" hint="Un nom, par exemple : Mécanique en mai." maxLength={120} required defaultValue={typeof failure?.values.name === 'string' ? failure.values.name : ''} error={failure?.errors.name} />
            <CheckboxField id="liste-partagee" name="isShared" label="Partager avec l’agence" defaultChecked={failure?.values.isShared === 'on'} />
            <Button type="submit" name="intent" value="enregistrer-liste" variant="main" size="small">
              Enregistrer
            </Button>
          </FormStack>
        </Form>
      </div>
    </details>
  );
}
