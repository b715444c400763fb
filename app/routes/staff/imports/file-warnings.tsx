import type { ImportedSheet } from '~/domain/import/imported-sheet';
import { Flash } from '~/ui/flash';

/** What a person should know of the whole file. */
export function FileWarnings({ sheet }: { sheet: ImportedSheet | null }) {
  if (!sheet?.warnings.length) return null;
  return (
    <Flash kind="warning">
      {sheet.warnings.length === 1 ? (
        sheet.warnings[0]
      ) : (
        <ul className="list-disc pl-5">
          {sheet.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </Flash>
  );
}
