import { useState } from 'react';
import { mostFiles } from '~/domain/stored-file/file-limits';
import { keptFiles, problemOfFiles } from '~/routes/staff/partners/files/what-is-kept';
import { fieldId } from '~/ui/field';
import { FileField } from '~/ui/file-field';

type ExchangeFilesProps = {
  error?: string;
  /** What was sent with a form that was refused: without script, it is no longer in the field. */
  sentBefore: readonly string[];
  /** Why the form cannot be sent with these files. */
  problem: string | null;
  onProblem: (problem: string | null) => void;
};

/** Folded, since most exchanges have no file: an intention takes no room of those who only write. */
export function ExchangeFiles({ error, sentBefore, problem, onProblem }: ExchangeFilesProps) {
  const [chosen, setChosen] = useState(0);
  const again = chosen === 0 && sentBefore.length > 0;
  return (
    <details open={Boolean(error) || again || undefined}>
      <summary>Joindre des fichiers</summary>
      <div className="mt-2 grid gap-2">
        {again && <p role="status">Rien n’est encore noté. Choisissez de nouveau{'\u00a0'}: {sentBefore.join(', ')}.</p>}
        <FileField
          name="files[]"
          id={fieldId('files')}
          label="Fichiers de l’échange"
          hint={`${keptFiles.hint} ${mostFiles} au plus à la fois.`}
          accept={keptFiles.accept}
          multiple
          error={problem ?? error}
          onFiles={(files) => {
            setChosen(files.length);
            onProblem(problemOfFiles(files));
          }}
        />
      </div>
    </details>
  );
}
