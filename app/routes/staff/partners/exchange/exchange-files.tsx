import type { ComponentProps } from 'react';
import { FilesField } from '~/routes/staff/partners/files/files-field';

/** Folded, since most exchanges have no file: an intention takes no room of those who only write. */
export function ExchangeFiles(props: Omit<ComponentProps<typeof FilesField>, 'label' | 'required'>) {
  return (
    <details open={Boolean(props.error) || props.sentBefore.length > 0 || undefined}>
      <summary>Joindre des fichiers</summary>
      <div className="mt-2 grid gap-2">
        <FilesField label="Fichiers de l’échange" {...props} />
      </div>
    </details>
  );
}
