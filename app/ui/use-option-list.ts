import { type KeyboardEvent, useId, useState } from 'react';

type OptionListOptions = {
  count: number;
  open: boolean;
  onOpen?: () => void;
  onClose?: () => void;
  onPick: (index: number) => void;
  /** The first option is ready for Enter; otherwise the person must go down to it. */
  firstIsActive?: boolean;
};

/**
 * The keyboard and the ARIA of a text box with a list of options (the "combobox" pattern of the ARIA practices guide): the
 * focus stays in the box, `aria-activedescendant` says which option is meant.
 */
export function useOptionList({ count, open, onOpen, onClose, onPick, firstIsActive }: OptionListOptions) {
  const listId = useId();
  const [wanted, setActive] = useState<number | null>(null);
  const active = open ? Math.min(wanted ?? (firstIsActive ? 0 : -1), count - 1) : -1;
  const optionId = (index: number) => `${listId}-${index}`;

  function go(index: number) {
    setActive(index);
    document.getElementById(optionId(index))?.scrollIntoView?.({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        event.preventDefault();
        if (!open) return onOpen?.();
        if (count === 0) return;
        const step = event.key === 'ArrowDown' ? 1 : -1;
        return go(active === -1 && step === -1 ? count - 1 : (active + step + count) % count);
      }
      case 'Enter':
        if (!open || active < 0) return;
        event.preventDefault();
        return onPick(active);
      case 'Escape':
        if (!open || !onClose) return;
        event.preventDefault();
        event.stopPropagation();
        return onClose();
    }
  }

  return {
    active,
    /** Back to the start: the options have changed. */
    reset: () => setActive(null),
    inputProps: {
      role: 'combobox',
      'aria-expanded': open,
      'aria-controls': listId,
      'aria-autocomplete': 'list' as const,
      'aria-activedescendant': active >= 0 ? optionId(active) : undefined,
      autoComplete: 'off',
      onKeyDown,
    },
    listProps: { id: listId, role: 'listbox' },
    optionProps: (index: number) => ({
      id: optionId(index),
      role: 'option',
      'aria-selected': index === active,
      // The box keeps the focus, so that its blur does not close the list before the click.
      onPointerDown: (event: { preventDefault: () => void }) => event.preventDefault(),
      onPointerMove: () => index !== active && setActive(index),
      onClick: () => onPick(index),
    }),
  };
}
