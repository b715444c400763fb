import { useLocation } from '@remix-run/react';
import type { FormText } from '~/domain/agency/edit-over';
import type { Failure } from '~/server/http.server';
import { Flash } from '~/ui/flash';

type Opened = { version: number; was: FormText; failure?: Failure };

/**
 * What an edit form remembers: the version that it was opened on and what it showed. A refused form keeps its own memory,
 * although the page was read again meanwhile; one refused because somebody else was quicker goes on from what it was told.
 */
export function EditMemory({ version, was, failure }: Opened) {
  const kept = (name: string) => (typeof failure?.values[name] === 'string' ? failure.values[name] : undefined);
  return (
    <>
      <input type="hidden" name="version" value={failure?.stale?.version ?? kept('version') ?? version} />
      <input type="hidden" name="was" value={kept('was') ?? JSON.stringify(was)} />
    </>
  );
}

/** Somebody changed the same field meanwhile: both values, and the two ways out. What was typed is still in the form below. */
export function StaleNotice({ failure }: { failure?: Failure }) {
  const { pathname, search } = useLocation();
  if (!failure?.stale) return null;
  return (
    <Flash kind="warning" title={failure.errors.form}>
      <ul className="my-2 grid gap-1">
        {failure.stale.changes.map(({ field, label, theirs, yours }) => (
          <li key={field}>
            <b>{label}</b> : maintenant « {theirs || 'vide'} », vous aviez écrit « {yours || 'vide'} ».
          </li>
        ))}
      </ul>
      <p>
        Enregistrez pour garder ce que vous avez écrit, ou <a href={pathname + search}>repartez de la version actuelle</a>.
      </p>
    </Flash>
  );
}
