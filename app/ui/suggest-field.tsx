import { useNavigate } from '@remix-run/react';
import { useRef, useState } from 'react';
import type { Command } from './command-palette';
import { Icon } from './icon';
import { Kbd } from './kbd';
import { useHydrated } from './use-hydrated';
import { useOptionList } from './use-option-list';
import { useSearch, type Search } from './use-search';
import { useShortcut } from './use-shortcut';

export type SuggestFieldProps = {
  name: string;
  id: string;
  /** Read by screen readers; the placeholder is only an example. */
  label: string;
  placeholder: string;
  defaultValue?: string;
  /** Finds things as one types, by section; give the same function at each render. None: a plain box. */
  search?: Search<Command>;
};

/**
 * A search box of a GET form, which proposes things as one types: the arrows go down to one, Enter opens it; without them Enter sends the form, as it
 * does without script. The `/` key reaches it: one a page.
 */
export function SuggestField({ name, id, label, placeholder, defaultValue = '', search }: SuggestFieldProps) {
  const navigate = useNavigate();
  const hydrated = useHydrated();
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(defaultValue);
  const [open, setOpen] = useState(false);
  const { items, waiting, failed } = useSearch(search, open ? text : '');
  const isOpen = open && items.length > 0;
  const list = useOptionList({ count: items.length, open: isOpen, onOpen: () => setOpen(true), onClose: () => setOpen(false), onPick: (index) => go(items[index]) });
  useShortcut('/', () => box.current?.focus());

  function go(command: Command | undefined) {
    setOpen(false);
    if (command?.to) navigate(command.to);
  }

  return (
    <div className="search-field combo control-wrap" data-start data-end data-pill>
      <label className="visually-hidden" htmlFor={id}>{label}</label>
      <span className="control-start"><Icon name="search" /></span>
      <input
        ref={box}
        className="control"
        id={id}
        name={name}
        placeholder={placeholder}
        enterKeyHint="search"
        maxLength={2000}
        aria-keyshortcuts="/"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
          list.reset();
        }}
        onBlur={() => setOpen(false)}
        {...(hydrated && search ? list.inputProps : { autoComplete: 'off' })}
      />
      <span className="control-end" aria-hidden="true">{open && waiting ? <span className="spinner" /> : <Kbd>/</Kbd>}</span>
      {hydrated && search && (
        <>
          <ul {...list.listProps} className="popover combo-list" aria-label="Propositions" hidden={!isOpen}>
            {items.map((command, index) => (
              <Suggestion key={command.id} command={command} opensSection={command.section !== items[index - 1]?.section} option={list.optionProps(index)} isActive={index === list.active} />
            ))}
          </ul>
          <div className="visually-hidden" role="status">
            {isOpen && !waiting && (items.length === 1 ? '1 proposition' : `${items.length} propositions`)}
            {open && failed && 'La recherche n’a pas répondu. Entrée cherche quand même.'}
          </div>
        </>
      )}
    </div>
  );
}

type SuggestionProps = { command: Command; opensSection: boolean; option: ReturnType<ReturnType<typeof useOptionList>['optionProps']>; isActive: boolean };

function Suggestion({ command, opensSection, option, isActive }: SuggestionProps) {
  return (
    <>
      {opensSection && <li className="menu-section" role="presentation">{command.section}</li>}
      <li className="menu-item" {...option} role="option" aria-selected={isActive}>
        <Icon name={command.icon ?? 'next'} />
        <span>{command.label}</span>
        {command.hint && <span className="menu-hint">{command.hint}</span>}
      </li>
    </>
  );
}
