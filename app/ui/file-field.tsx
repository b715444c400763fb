import { type ComponentPropsWithoutRef, type DragEvent, useRef, useState } from 'react';
import { Button } from './button';
import { Field, type FieldProps } from './field';
import { frenchNumber } from './french-number';
import { useHydrated } from './use-hydrated';

export type FileFieldProps = FieldProps & {
  /** Told of what was chosen or dropped, to check it before sending. */
  onFiles?: (files: readonly File[]) => void;
} & Omit<ComponentPropsWithoutRef<'input'>, keyof FieldProps | 'type' | 'onChange' | 'className'>;

/** The browser's own file input, in a zone where files can also be dropped. Several (`multiple`) add up, and each can be left out again. */
export function FileField({ name, label, hint, error, required, id, onFiles, ...native }: FileFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const hydrated = useHydrated();
  const { multiple } = native;

  function tell(files: readonly File[]) {
    setChosen(files);
    onFiles?.(files);
  }

  function hold(files: readonly File[]) {
    const held = new DataTransfer();
    for (const file of files) held.items.add(file);
    if (input.current) input.current.files = held.files;
    tell(files);
  }

  function take() {
    const files = [...(input.current?.files ?? [])];
    if (multiple) hold([...chosen.filter((before) => !files.some((file) => isSame(file, before))), ...files]);
    else tell(files);
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
          {hydrated && chosen.length === 0 && <p className="field-hint">{multiple ? 'ou déposez-les ici' : 'ou déposez le fichier ici'}</p>}
          <div role="status">
            {chosen.map((file) => (
              <p key={`${file.name}${file.size}`} className="field-hint">
                {file.name}, {fileSize(file.size)}{' '}
                {multiple && <Button type="button" size="small" variant="quiet" aria-label={`Retirer ${file.name}`} onClick={() => hold(chosen.filter((one) => one !== file))}>Retirer</Button>}
              </p>
            ))}
          </div>
        </div>
      )}
    </Field>
  );
}

const isSame = (one: File, other: File) => one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

/** A size in bytes, in the unit that gives a short number: `340 ko`, `12,4 Mo`. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes}\u00a0octets`;
  if (bytes < 1_000_000) return `${frenchNumber(Math.round(bytes / 1000))}\u00a0ko`;
  return `${frenchNumber(Math.round(bytes / 100_000) / 10)}\u00a0Mo`;
}
