import { type ComponentPropsWithoutRef, type DragEvent, useRef, useState } from 'react';
import { Field, type FieldProps } from './field';
import { frenchNumber } from './french-number';
import { useHydrated } from './use-hydrated';

export type FileFieldProps = FieldProps & {
  /** Told of what was chosen or dropped, to check it before sending. */
  onFiles?: (files: readonly File[]) => void;
} & Omit<ComponentPropsWithoutRef<'input'>, keyof FieldProps | 'type' | 'onChange' | 'className'>;

/** The browser's own file input, in a zone where a file can also be dropped. */
export function FileField({ name, label, hint, error, required, id, onFiles, ...native }: FileFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const hydrated = useHydrated();

  function take() {
    const files = [...(input.current?.files ?? [])];
    setChosen(files);
    onFiles?.(files);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!input.current || event.dataTransfer.files.length === 0) return;
    input.current.files = event.dataTransfer.files;
    take();
  }

  return (
    <Field {...{ name, label, hint, error, required, id }}>
      {(wiring) => (
        <div
          className="drop"
          data-over={over || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <input ref={input} type="file" onChange={take} {...native} {...wiring} />
          {hydrated && chosen.length === 0 && <p className="field-hint">ou déposez le fichier ici</p>}
          <div role="status">
            {chosen.map((file) => (
              <p key={file.name} className="field-hint">
                {file.name}, {fileSize(file.size)}
              </p>
            ))}
          </div>
        </div>
      )}
    </Field>
  );
}

/** A size in bytes, in the unit that gives a short number: `340 ko`, `12,4 Mo`. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes}\u00a0octets`;
  if (bytes < 1_000_000) return `${frenchNumber(Math.round(bytes / 1000))}\u00a0ko`;
  return `${frenchNumber(Math.round(bytes / 100_000) / 10)}\u00a0Mo`;
}
