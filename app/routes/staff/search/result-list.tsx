import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { inGuillemets } from '~/domain/text/in-guillemets';

export type Result = { id: string; to: string; name: string; detail: string; chip?: ReactNode };

/** Some results of one kind: a name that leads there, and what tells it from another. */
export function ResultList({ results }: { results: readonly Result[] }) {
  return (
    <ul className="results">
      {results.map(({ id, to, name, detail, chip }) => (
        <li key={id}>
          <span className="grow">
            <Link to={to} prefetch="intent">{name}</Link>
            {detail && <span className="muted block text-sm">{detail}</span>}
          </span>
          {chip}
        </li>
      ))}
    </ul>
  );
}

/** « Rien ne s'écrit ainsi » : what was looked for instead. */
export function Corrected({ corrected }: { corrected: string | null }) {
  return corrected ? <p className="mb-2">Rien ne s’écrit exactement ainsi : voici {inGuillemets(corrected)} et ce qui s’en approche.</p> : null;
}
