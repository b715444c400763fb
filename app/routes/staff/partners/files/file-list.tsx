import { Form } from '@remix-run/react';
import { Button } from '~/ui/button';
import { fileSize } from '~/ui/file-field';
import { Icon } from '~/ui/icon';

export type ListedFile = { id: string; name: string; size: number };
type FileListProps<File extends ListedFile> = { files: readonly File[]; addressOf: (file: File) => string; mayRemove: (file: File) => boolean; /** What the files hang on, for the form that takes one off. */ of: { name: string; value: string } };

/** Files to save, each with its size, to be taken off by those who may. */
export function FileList<File extends ListedFile>({ files, addressOf, mayRemove, of }: FileListProps<File>) {
  return (
    <ul className="grid gap-1">
      {files.map((file) => (
        <li key={file.id} className="flex items-baseline gap-2">
          <Icon name="attachment" />
          <div className="flex min-w-0 flex-wrap items-center gap-x-2">
            <a className="min-w-0 break-words" href={addressOf(file)} download>{file.name}</a>
            <span className="muted">{fileSize(file.size)}</span>
            {mayRemove(file) && (
              <Form method="post" preventScrollReset>
                <input type="hidden" {...of} />
                <input type="hidden" name="fileId" value={file.id} />
                <Button size="small" variant="quiet" name="intent" value="removeFile" aria-label={`Retirer ${file.name}`}>Retirer</Button>
              </Form>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
