import { useState } from 'react';
import { fieldId } from '~/ui/field';
import { FileField } from '~/ui/file-field';
import { keptFiles, problemOfFiles } from './what-is-kept';

type FilesFieldProps = {
  label: string;
  required?: boolean;
  error?: string;
  /** What was sent with a form that was refused: no browser puts it in the field again. */
  sentBefore: readonly string[];
  /** Why the form cannot be sent with these files, told before they leave. */
  problem: string | null;
  onProblem: (problem: string | null) => void;
};

/** The documents that a form sends, several at once. */
export function FilesField({ label, required, error, sentBefore, problem, onProblem }: FilesFieldProps) {
  const [chosen, setChosen] = useState(0);
  return (
    <>
      {chosen === 0 && sentBefore.length > 0 && <p role="status">Rien n’est encore enregistré. Choisissez de nouveau : {sentBefore.join(', ')}.</p>}
      <FileField
        name="files[]"
        id={fieldId('files')}
        label={label}
        {...keptFiles}
        multiple
        required={required}
        error={problem ?? error}
        onFiles={(files) => {
          setChosen(files.length);
          onProblem(problemOfFiles(files));
        }}
      />
    </>
  );
}
