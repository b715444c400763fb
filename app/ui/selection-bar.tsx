import { type ReactNode, type RefObject, useCallback, useEffect, useState } from 'react';
import { frenchNumber } from './french-number';
import { useHydrated } from './use-hydrated';

export type Selection = {
  /** Each ticked row sends `name=<row key>`. */
  name: string;
  /** The id of the form that the checkboxes belong to, when the table is not inside it. */
  form?: string;
  /** Buttons of that form. With script they are shown once something is ticked; without, always. */
  actions?: ReactNode;
  /** What is done with two rows, when exactly two are ticked: their keys, in the order of the table. Needs script. */
  withTwo?: (first: string, second: string) => ReactNode;
  /** How many rows the filter finds in all. With `allName`, the person may then choose them all beyond this page. */
  total?: number;
  /** Sent as `allName=on` when all the rows of the filter are meant. */
  allName?: string;
};

type SelectionBarProps = {
  selection: Selection;
  table: RefObject<HTMLTableElement>;
  /** The rows shown; new rows start unticked. */
  keys: readonly string[];
};

const rowBoxes = (table: HTMLTableElement | null) => [...(table?.querySelectorAll<HTMLInputElement>('.row-tick') ?? [])];

/**
 * What is ticked and what can be done with it, at the foot of the window: the list does not move under the hand that ticks.
 * The checkboxes are the browser's own (they work, and are sent, without script); this bar only counts them.
 */
export function SelectionBar({ selection, table, keys }: SelectionBarProps) {
  const [chosenKeys, setChosenKeys] = useState<readonly string[]>([]);
  const ticked = chosenKeys.length;
  const [everyPage, setEveryPage] = useState(false);
  const hydrated = useHydrated();

  const count = useCallback(() => {
    const boxes = rowBoxes(table.current);
    const values = boxes.filter((box) => box.checked).map((box) => box.value);
    const checked = values.length;
    setChosenKeys(values);
    if (checked < boxes.length) setEveryPage(false);
    const all = table.current?.querySelector<HTMLInputElement>('.tick-all input');
    if (!all) return;
    all.checked = checked > 0 && checked === boxes.length;
    all.indeterminate = checked > 0 && checked < boxes.length;
  }, [table]);

  useEffect(() => {
    const here = table.current;
    const heard = ({ target }: Event) => {
      if (target instanceof HTMLInputElement && target.closest('.tick-all')) for (const box of rowBoxes(here)) box.checked = target.checked;
      count();
    };
    here?.addEventListener('change', heard);
    return () => here?.removeEventListener('change', heard);
  }, [table, count]);

  const shown = keys.join(' ');
  useEffect(count, [shown, count, hydrated]);

  const { total = 0, allName, form, actions, withTwo } = selection;
  const [first, second] = chosenKeys;
  const chosen = everyPage ? total : ticked;
  return (
    <div className="selection-bar" data-empty={chosen === 0 || undefined}>
      <span role="status">{chosen > 0 && chosenSentence(chosen)}</span>
      {allName && ticked === keys.length && ticked > 0 && total > ticked && (
        <label>
          <input
            className="tick"
            type="checkbox"
            name={allName}
            form={form}
            checked={everyPage}
            onChange={(event) => setEveryPage(event.currentTarget.checked)}
          />
          Choisir aussi les autres pages, {frenchNumber(total)} en tout
        </label>
      )}
      {actions && (
        <fieldset className="selection-actions" hidden={hydrated && chosen === 0}>
          <legend className="visually-hidden">Avec les lignes choisies</legend>
          {actions}
          {withTwo && ticked === 2 && !everyPage && first && second && withTwo(first, second)}
        </fieldset>
      )}
    </div>
  );
}

/** Ticks all the rows shown. Without script there is none. */
export function TickAll() {
  if (!useHydrated()) return <span className="visually-hidden">Choix</span>;
  return (
    <label className="tick-all">
      <input className="tick" type="checkbox" />
      <span>Tout choisir</span>
    </label>
  );
}

function chosenSentence(count: number): string {
  return count === 1 ? '1 ligne choisie' : `${frenchNumber(count)} lignes choisies`;
}
