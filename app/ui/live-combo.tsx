import { useState } from 'react';
import type { ComboFieldProps, ComboOption } from './combo-field';
import type { Wiring } from './field';
import { matches } from './fold';
import { frenchNumber } from './french-number';
import { Icon } from './icon';
import { useOptionList } from './use-option-list';
import { useSearch } from './use-search';

type LiveComboProps = Omit<ComboFieldProps, keyof Wiring | 'label' | 'hint' | 'error'> & {
  wiring: Wiring;
  hydrated: boolean;
};

/** More than anyone reads; the rest comes by typing. */
const MOST = 80;

/** The text box of a ComboField and its list. The server renders the same box, which then sends its text alone. */
export function LiveCombo({
  wiring,
  hydrated,
  options,
  search,
  textName = `${wiring.name}Text`,
  defaultValue = '',
  defaultText,
  placeholder,
  onChoose,
}: LiveComboProps) {
  const knownText = options?.find((option) => option.value === defaultValue)?.label;
  const [text, setText] = useState(knownText ?? defaultText ?? '');
  const [value, setValue] = useState(defaultValue);
  const [open, setOpen] = useState(false);

  // With a choice made, the list opens on everything rather than on that choice alone.
  const answers = useSearch(search, open && !value ? text : '');
  const found = options?.filter((option) => value || matches(text, option.label)) ?? answers.items;
  const items = found.slice(0, MOST);
  const waiting = answers.waiting;
  const hasList = open && (items.length > 0 || Boolean(text.trim()));

  const list = useOptionList({
    count: items.length,
    open: hasList,
    onOpen: () => setOpen(true),
    onClose: () => setOpen(false),
    onPick: (index) => pick(items[index]),
    firstIsActive: Boolean(text) && !value,
  });

  function pick(option: ComboOption | undefined) {
    if (!option || option.disabled) return;
    setText(option.label);
    setValue(option.value);
    setOpen(false);
    onChoose?.(option);
  }

  function type(typed: string) {
    setText(typed);
    setOpen(true);
    list.reset();
    if (value) onChoose?.(null);
    setValue('');
  }

  /** Leaving a closed list on a whole label takes it; on a half word it takes nothing, and says so by emptying. */
  function leave() {
    setOpen(false);
    if (value || !options) return;
    const exact = options.find((option) => option.label.toLowerCase() === text.trim().toLowerCase());
    if (exact) pick(exact);
    else setText('');
  }

  return (
    <div className="combo control-wrap" data-end="">
      <input
        className="control"
        placeholder={placeholder}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onClick={() => setOpen(true)}
        onBlur={leave}
        {...wiring}
        {...list.inputProps}
        name={search ? textName : undefined}
      />
      <span className="control-end" aria-hidden="true">
        {waiting ? <span className="spinner" /> : <Icon name={search ? 'search' : 'expand'} size={16} />}
      </span>
      {hydrated && <input type="hidden" name={wiring.name} value={value} />}
      <ul {...list.listProps} className="popover combo-list" aria-label="Choix" hidden={!hasList}>
        {items.map((option, index) => (
          <li
            key={option.value}
            className="menu-item"
            {...list.optionProps(index)}
            role="option"
            aria-selected={index === list.active}
            aria-disabled={option.disabled}
          >
            <span>{option.label}</span>
            {option.hint && <span className="menu-hint">{option.hint}</span>}
          </li>
        ))}
        {hasList && items.length === 0 && (
          <li className="menu-empty" role="presentation">
            {sentence(answers)}
          </li>
        )}
      </ul>
      <div className="visually-hidden" role="status">
        {hasList && !waiting && (items.length === 0 ? 'Aucun résultat' : countSentence(found.length))}
      </div>
    </div>
  );
}

function sentence({ waiting, failed }: { waiting: boolean; failed: boolean }): string {
  if (waiting) return 'Recherche…';
  return failed ? 'La recherche n’a pas répondu. Réessayez.' : 'Aucun résultat. Essayez avec moins de lettres.';
}

const countSentence = (count: number) => (count === 1 ? '1 choix' : `${frenchNumber(count)} choix`);
