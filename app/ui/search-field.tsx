import type { ComponentPropsWithoutRef } from 'react';
import { fieldId } from './field';
import { Icon } from './icon';
import { Kbd } from './kbd';

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
        className="control"
        type="search"
        id={id}
        name={name}
        placeholder={label}
        autoComplete="off"
        data-shortcut-search={shortcut || undefined}
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
