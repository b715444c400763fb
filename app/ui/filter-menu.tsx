import { type ReactNode, useRef, useState } from 'react';
import { Button } from './button';
import { fold } from './fold';
import { frenchNumber } from './french-number';
import { Icon } from './icon';
import { useClosingDetails } from './use-closing-details';
import { useHydrated } from './use-hydrated';

export type FilterOption = { value: string; label: string; count?: number };

export type FilterMenuProps = {
  name: string;
  label: string;
  options: readonly FilterOption[];
  selected: readonly string[];
  /** One value at most: buttons instead of boxes, with "peu importe" first. */
  single?: boolean;
  /** Opens to the left, for the last ones of a bar. */
  side?: 'start' | 'end';
  /** Further fields of the same question, under the values. */
  children?: ReactNode;
  /** Whether one of these further fields is filled. */
  isActive?: boolean;
};

const MANY = 12;

/** A filter of a list, inside a GET form: opens without script, closes on Escape and on a click elsewhere with it. */
export function FilterMenu({ name, label, options, selected, single, side, children, isActive }: FilterMenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  const hydrated = useHydrated();
  const [words, setWords] = useState('');
  useClosingDetails(details);

  const sought = fold(words);
  const choices: readonly FilterOption[] = single ? [{ value: '', label: 'Peu importe' }, ...options] : options;

  return (
    <details
      ref={details}
      className="filter-menu"
      name="filtres"
      data-active={selected.length > 0 || isActive || undefined}
      data-side={side}
    >
      <summary>
        {label}
        {selected.length > 0 && (
          <span className="filter-number">
            {selected.length}
            <span className="visually-hidden">{selected.length > 1 ? ' choisis' : ' choisi'}</span>
          </span>
        )}
        <Icon name="expand" size={16} />
      </summary>
      <div className="filter-panel">
        {hydrated && options.length > MANY && (
          <input
            className="control"
            type="search"
            aria-label={`Chercher dans ${label}`}
            placeholder="Chercher…"
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
        <fieldset className="filter-options">
          <legend className="visually-hidden">{label}</legend>
          {choices.map((option) => (
            // Two elements a value: a region has hundreds of them.
            <label key={option.value} className="choice" hidden={sought !== '' && !fold(option.label).includes(sought)}>
              <input
                className="tick"
                type={single ? 'radio' : 'checkbox'}
                name={name}
                value={option.value}
                defaultChecked={selected.includes(option.value) || (option.value === '' && selected.length === 0)}
              />
              {option.label}
              {option.count !== undefined && <span className="choice-count"> {frenchNumber(option.count)}</span>}
            </label>
          ))}
        </fieldset>
        {children}
        <div className="filter-actions">
          {!single && hydrated ? (
            <Button type="button" variant="quiet" size="small" onClick={() => untick(details.current)}>
              Tout décocher
            </Button>
          ) : (
            <span />
          )}
          <Button type="submit" variant="main" size="small">
            Appliquer
          </Button>
        </div>
      </div>
    </details>
  );
}

function untick(details: HTMLDetailsElement | null) {
  for (const box of details?.querySelectorAll<HTMLInputElement>('input:checked') ?? []) box.checked = false;
}
