import { useNavigate } from '@remix-run/react';
import { Fragment, isValidElement, type MouseEvent, type ReactNode, useRef } from 'react';
import { moveInTable } from './row-keys';
import { type Selection, SelectionBar, TickAll } from './selection-bar';
import { SortHeader, type Sort } from './sort-header';
import { useShortcut } from './use-shortcut';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** A second, quieter line in the cell. */
  detail?: (row: Row) => ReactNode;
  /** Names the row; the first column if none says so. With `rowTo` its content is the link. */
  isRowHeader?: boolean;
  /** Numbers line up on the right. */
  align?: 'end';
  nowrap?: boolean;
  /** Where the header leads to sort by this column, and how it is sorted now. */
  sort?: Sort;
};

/** The columns whose head sorts. */
export const headsOf = (columns: readonly Column<never>[]) => columns.filter(({ sort }) => sort).map(({ key }) => key);

export type DataTableProps<Row> = {
  /** Says what the table holds; read aloud, not shown. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The row in a few words, for its checkbox. */
  rowName?: (row: Row) => string;
  rowTo?: (row: Row, index: number) => string;
  selection?: Selection;
  /** In the place of the table when there is no row: an EmptyState. */
  empty?: ReactNode;
  /** Rows stay rows on a telephone: for two or three short columns. */
  keepRows?: boolean;
};

/** A real table. Up, down, j and k go from row to row, Enter opens, x ticks; under 760 px rows become cards. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowName = rowKey,
  rowTo,
  selection,
  empty,
  keepRows,
}: DataTableProps<Row>) {
  const table = useRef<HTMLTableElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const openRow = useOpenRow();
  const hasKeys = Boolean(rowTo || selection);
  useShortcut('j', () => moveInTable(body.current, 'next'), { enabled: hasKeys });
  useShortcut('k', () => moveInTable(body.current, 'previous'), { enabled: hasKeys });
  useShortcut('x', () => moveInTable(body.current, 'toggle'), { enabled: Boolean(selection) });

  if (rows.length === 0 && empty) return <>{empty}</>;
  const headColumn = columns.find((column) => column.isRowHeader) ?? columns[0];

  return (
    <>
      <div className="table-scroll" {...(hasKeys ? {} : { tabIndex: 0, role: 'group', 'aria-label': caption })}>
        <table ref={table} className="data-table" data-cards={keepRows ? undefined : ''}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {selection && (
                <th scope="col" className="cell-tick">
                  <TickAll />
                </th>
              )}
              {columns.map((column) => (
                <SortHeader key={column.key} align={column.align} sort={column.sort}>
                  {column.header}
                </SortHeader>
              ))}
            </tr>
          </thead>
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- heard here once for the links and boxes of all rows */}
          <tbody
            ref={body}
            onClick={rowTo && openRow}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown' && moveInTable(body.current, 'next')) event.preventDefault();
              if (event.key === 'ArrowUp' && moveInTable(body.current, 'previous')) event.preventDefault();
            }}
          >
            {rows.map((row, index) => (
              <tr key={rowKey(row)} data-row={rowKey(row)} data-clickable={rowTo ? '' : undefined}>
                {selection && (
                  <td className="cell-tick">
                    <input
                      className="tick row-tick"
                      type="checkbox"
                      name={selection.name}
                      form={selection.form}
                      value={rowKey(row)}
                      aria-label={`Choisir ${rowName(row)}`}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <Cell key={column.key} column={column} row={row} isHead={column === headColumn} to={column === headColumn ? rowTo?.(row, index) : undefined} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {selection && <SelectionBar selection={selection} table={table} keys={rows.map(rowKey)} />}
    </>
  );
}

type CellProps<Row> = { column: Column<Row>; row: Row; isHead: boolean; to?: string };

function Cell<Row>({ column, row, isHead, to }: CellProps<Row>) {
  const content = column.cell(row);
  const detail = column.detail?.(row);
  const look = { 'data-align': column.align, 'data-nowrap': column.nowrap ? '' : undefined };
  const below = detail !== undefined && detail !== null && <div className="muted">{detail}</div>;
  if (!isHead) {
    const blank = content === null || content === undefined || content === false || content === '' ? '' : undefined;
    // As a card a cell is its label and one thing beside it: several are wrapped.
    const isOne = !below && (typeof content !== 'object' || (isValidElement(content) && content.type !== Fragment));
    return (
      <td data-label={column.header} data-blank={below ? undefined : blank} {...look}>
        {isOne ? content : <div>{content}{below}</div>}
      </td>
    );
  }
  return (
    <th scope="row" {...look}>
      {to ? (
        <a className="row-link" href={to} data-row-focus="">
          {content}
        </a>
      ) : (
        content
      )}
      {below}
    </th>
  );
}

/**
 * The whole row opens its record, without stealing the clicks of what it holds nor the selection of its text. Heard once for
 * all rows, whose links are plain: fifty router links took the server as long as the rest of the table.
 */
function useOpenRow() {
  const navigate = useNavigate();
  return (event: MouseEvent<HTMLTableSectionElement>) => {
    if (!(event.target instanceof Element) || event.defaultPrevented) return;
    const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    const held = event.target.closest('a, button, input, label, select, summary');
    if (held ? isElsewhere || !held.matches('[data-row-focus]') : window.getSelection()?.toString()) return;
    const href = event.target.closest('tr')?.querySelector('[data-row-focus]')?.getAttribute('href');
    if (!href) return;
    event.preventDefault();
    if (isElsewhere) window.open(href, '_blank', 'noopener');
    else navigate(href);
  };
}
