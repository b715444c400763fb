import { type ComponentPropsWithoutRef, useRef } from 'react';
import { fieldId } from './field';
import { Icon } from './icon';
import { Kbd } from './kbd';
import { useShortcut } from './use-shortcut';

export type SearchFieldProps = {
  name: string;
  /** Read by screen readers; the placeholder is only an example. */
  label: string;
  id?: string;
  /** The field that the `/` key reaches: one a page. */
  shortcut?: boolean;
  /** Round, as in the top bar. */
  pill?: boolean;
} & Omit<ComponentPropsWithoutRef<'input'>, 'name' | 'id' | 'type' | 'className'>;

/** A search box. Put it in a GET form, so that what is sought stays in the URL. */
export function SearchField({ name, label, id = fieldId(name), shortcut, pill, ...native }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useShortcut('/', () => input.current?.focus(), { enabled: Boolean(shortcut) });
  return (
    <div
      className="search-field control-wrap"
      data-start
      data-end={shortcut || undefined}
      data-pill={pill || undefined}
    >
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <span className="control-start">
        <Icon name="search" />
      </span>
      <input
        ref={input}
        className="control"
        type="search"
        id={id}
        name={name}
        placeholder={label}
        autoComplete="off"
        aria-keyshortcuts={shortcut ? '/' : undefined}
        {...native}
      />
      {shortcut && (
        <span className="control-end" aria-hidden="true">
          <Kbd>/</Kbd>
        </span>
      )}
    </div>
  );
}
