import type { ImportItemView } from '~/domain/import/imports.queries.server';
import { formatSiret } from '~/domain/organisation/siret';

/** What tells an organisation of the file from another: `SIRET 812 345 678 00011 · 65000 Tarbes · ligne 12`. */
export function ItemFacts({ item: { siret, place, lines } }: { item: ImportItemView }) {
  return <>{[siret ? `SIRET ${formatSiret(siret)}` : null, place, sayLines(lines)].filter(Boolean).join(' · ')}</>;
}

export function Sentences({ said }: { said: readonly string[] }) {
  return (
    <ul className="grid gap-1">
      {said.map((sentence, index) => (
        <li key={index} className="break-words">
          {sentence}
        </li>
      ))}
    </ul>
  );
}

/** `ligne 12`, `lignes 12, 40 et 41`. */
function sayLines(lines: readonly number[]): string {
  if (lines.length === 1) return `ligne ${lines[0]}`;
  const shown = lines.slice(0, 6);
  const more = lines.length - shown.length;
  return `lignes ${more > 0 ? `${shown.join(', ')} et ${more} autres` : `${shown.slice(0, -1).join(', ')} et ${shown.at(-1)}`}`;
}
