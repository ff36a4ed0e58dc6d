import { Checkbox } from '@mantine/core';
import type { Virtualizer } from '@tanstack/react-virtual';
import type { ComponentProps, KeyboardEvent, MouseEvent, ReactNode, RefObject } from 'react';
import { type ColumnSort, directionOf, nextSort } from './column-sort.ts';
import { type MenuPlace, placeOfMenu } from './context-menu.tsx';
import classes from './row-table.module.css';
import { SortButton } from './sort-button.tsx';

/** Width of the column with the boxes. */
export const TICK_WIDTH = 34;

interface RowTableProps {
  readonly label: string;
  readonly testId: string;
  readonly className: string | undefined;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly table: RefObject<HTMLTableElement | null>;
  /** Which of its lines are drawn (`useRowsInView`). */
  readonly virtualizer: Virtualizer<HTMLElement, Element>;
  /** How many lines there are. */
  readonly count: number;
  /** Of the columns beside the boxes, in CSS terms, and the least of all of them together. */
  readonly widths: readonly (number | string | undefined)[];
  readonly minWidth: number;
  /** Id of the row that the keys act on, where it is one of the lines. */
  readonly activeId: string | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly head: ReactNode;
  readonly line: (index: number, key: string) => ReactNode;
}

/** A table whose rows are chosen and walked by keys; the focus stays on the table, and only the lines in view are drawn. */
export function RowTable({ frame, table, virtualizer, count, widths, ...props }: RowTableProps) {
  const drawn = virtualizer.getVirtualItems();
  const before = drawn[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  return (
    <div ref={frame} className={classes.frame} data-testid={`${props.testId}-frame`}>
      <table
        ref={table}
        className={[classes.table, props.className].filter(Boolean).join(' ')}
        style={{ minWidth: props.minWidth }}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen is a grid
        role="grid"
        aria-label={props.label}
        aria-multiselectable
        aria-rowcount={count + 1}
        aria-activedescendant={props.activeId}
        tabIndex={0}
        onKeyDown={props.onKeyDown}
        data-testid={props.testId}
      >
        <colgroup>
          <col style={{ width: TICK_WIDTH }} />
          {widths.map((width, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name here
            <col key={column} style={{ width }} />
          ))}
        </colgroup>
        {props.head}
        <tbody>
          {before > 0 && <tr aria-hidden className={classes.spacer} style={{ height: before }} />}
          {drawn.map(({ index, key }) => props.line(index, String(key)))}
          {after > 0 && <tr aria-hidden className={classes.spacer} style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  );
}

interface RowTableHeadProps<C extends string> {
  readonly columns: readonly { readonly id: C; readonly label: string; readonly edge?: ReactNode }[];
  readonly sort: ColumnSort<C>;
  readonly onSort: (sort: ColumnSort<C>) => void;
  /** How much of what is shown is chosen. */
  readonly chosen: 'none' | 'some' | 'all';
  readonly chooseLabel: string;
  readonly onAll: (on: boolean) => void;
}

/** The heads: a box for all rows, and of each column a button that sorts. */
export function RowTableHead<C extends string>({ columns, sort, onSort, ...all }: RowTableHeadProps<C>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th className={classes.tick} scope="col">
          <Checkbox
            size="xs"
            aria-label={all.chooseLabel}
            checked={all.chosen === 'all'}
            indeterminate={all.chosen === 'some'}
            onChange={(event) => all.onAll(event.currentTarget.checked)}
          />
        </th>
        {columns.map(({ id, label, edge }) => {
          const direction = directionOf(sort, id);
          return (
            <th key={id} scope="col" data-column={id} aria-sort={direction ?? 'none'}>
              <SortButton
                label={label}
                direction={direction}
                quiet
                onClick={() => onSort(nextSort(sort, id))}
              />
              {edge}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface TableRowProps extends Pick<ComponentProps<'tr'>, 'id' | 'ref' | 'style'> {
  readonly index: number;
  readonly testId: string;
  readonly isActive: boolean;
  readonly isOpen?: boolean;
  readonly isChosen: boolean;
  readonly chooseLabel: string;
  readonly onClick: (event: MouseEvent) => void;
  readonly onTick: (range: boolean) => void;
  readonly onMenu: (at: MenuPlace) => void;
  readonly children: ReactNode;
}

/** A row: its box, and the cells that it is given. */
export function TableRow({ index, testId, isActive, isOpen = false, isChosen, ...props }: TableRowProps) {
  const { chooseLabel, onClick, onTick, onMenu, children, ...row } = props;
  return (
    <tr
      {...row}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      className={classes.row}
      data-open={isOpen || undefined}
      data-active={isActive || undefined}
      data-testid={testId}
      onClick={onClick}
      onContextMenu={(event) => onMenu(placeOfMenu(event))}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: only keeps a click on the box from opening the row */}
      <td className={classes.tick} onClick={(event) => event.stopPropagation()}>
        <Checkbox
          size="xs"
          tabIndex={-1}
          aria-label={chooseLabel}
          checked={isChosen}
          onChange={() => {}}
          onClick={(event) => onTick(event.shiftKey)}
        />
      </td>
      {children}
    </tr>
  );
}
