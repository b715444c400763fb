import type { Failure } from '~/server/http.server';
import { Diff } from '~/ui/diff';
import { Flash } from '~/ui/flash';

/** Somebody else was quicker: what they wrote and what you typed. Saving again keeps yours. */
export function StaleNotice({ failure }: { failure?: Failure }) {
  if (!failure?.stale) return null;
  return (
    <Flash kind="warning" title={failure.errors.form}>
      <p>Rien n’est perdu : votre saisie est ci-dessous. En enregistrant de nouveau, vous la gardez à la place de la sienne.</p>
      <ul>
        {failure.stale.changes.map(({ field, label, theirs, yours }) => (
          <li key={field}>{label}{' : '}<Diff from={theirs} to={yours} /></li>
        ))}
      </ul>
    </Flash>
  );
}
