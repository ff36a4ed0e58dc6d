import { Checkbox } from '@mantine/core';
import { type KeyboardEvent, type MouseEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { SupplierWords } from '#shared/suppliers/row-words.ts';
import type { SupplierColumn, SupplierRow } from '#shared/suppliers/rows.ts';
import { directionOf, nextSort } from '../../ui/column-sort.ts';
import { type MenuPlace, placeOfMenu, underEdge } from '../../ui/context-menu.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { SortButton } from '../../ui/sort-button.tsx';
import { useRowsInView } from '../../ui/use-rows-in-view.ts';
import classes from './suppliers.module.css';
import { SupplierCell } from './table-cell.tsx';
import { COLUMN_WIDTH, type Look } from './use-look.ts';

/** Height of a row and of the heads: two lines of text. */
const ROW = 48;
const HEAD = 34;
const TICK_WIDTH = 34;

export interface SupplierTableProps {
  readonly rows: readonly SupplierRow[];
  readonly columns: readonly SupplierColumn[];
  readonly sort: Look['sort'];
  readonly onSort: (sort: Look['sort']) => void;
  readonly words: SupplierWords;
  readonly active: Id | null;
  readonly chosen: ReadonlySet<Id>;
  readonly ticked: 'none' | 'some' | 'all';
  readonly onClick: (id: Id, event: MouseEvent) => void;
  readonly onTick: (id: Id, range: boolean) => void;
  readonly onAll: (on: boolean) => void;
  readonly onMenu: (id: Id, at: MenuPlace) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly handle: Ref<TableHandle>;
}

export interface TableHandle {
  readonly focus: () => void;
  readonly placeOf: (id: Id) => MenuPlace | null;
  /** How many rows are seen at once. */
  readonly page: () => number;
}

const rowId = (id: Id) => `supplier-row-${id}`;

/** The suppliers as a table that is walked by keys; only the rows in view are drawn, all of one height. */
export function SupplierTable(props: SupplierTableProps) {
  const { rows, columns, active } = props;
  const { t } = useSpeech();
  const frame = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const virtualizer = useRowsInView({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    scrollPaddingStart: HEAD + 4,
  });
  const at = active === null ? -1 : rows.findIndex(({ id }) => id === active);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where another row is active
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'auto' });
  }, [active]);
  useImperativeHandle(props.handle, () => ({
    focus: () => table.current?.focus(),
    placeOf: (id) => {
      const row = document.getElementById(rowId(id));
      return row && underEdge(row);
    },
    page: () => Math.max(1, Math.floor(((frame.current?.clientHeight ?? ROW) - HEAD) / ROW) - 1),
  }));
  const drawn = virtualizer.getVirtualItems();
  const before = drawn[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const width = columns.reduce((sum, column) => sum + COLUMN_WIDTH[column], TICK_WIDTH);
  return (
    <div ref={frame} className={classes.frame} data-testid="suppliers-frame">
      <table
        ref={table}
        className={classes.table}
        style={{ minWidth: width }}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are chosen is a grid
        role="grid"
        aria-label={t('suppliers.title')}
        aria-multiselectable
        aria-rowcount={rows.length + 1}
        aria-activedescendant={at >= 0 && active ? rowId(active) : undefined}
        tabIndex={0}
        onKeyDown={props.onKeyDown}
        data-testid="suppliers"
      >
        <colgroup>
          <col style={{ width: TICK_WIDTH }} />
          {columns.map((column) => (
            <col key={column} style={{ width: COLUMN_WIDTH[column] }} />
          ))}
        </colgroup>
        <Head {...props} />
        <tbody>
          {before > 0 && <tr aria-hidden style={{ height: before }} />}
          {drawn.map(({ index, key }) => {
            const row = rows[index];
            return row && <Row key={key} {...props} row={row} index={index} />;
          })}
          {after > 0 && <tr aria-hidden style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  );
}

function Head({ columns, sort, onSort, ticked, onAll }: SupplierTableProps) {
  const { t } = useSpeech();
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th className={classes.tick} scope="col">
          <Checkbox
            size="xs"
            aria-label={t('suppliers.tickAll')}
            checked={ticked === 'all'}
            indeterminate={ticked === 'some'}
            onChange={(event) => onAll(event.currentTarget.checked)}
          />
        </th>
        {columns.map((column) => {
          const direction = directionOf(sort, column);
          return (
            <th key={column} scope="col" data-column={column} aria-sort={direction ?? 'none'}>
              <SortButton
                label={t(`suppliers.column.${column}`)}
                direction={direction}
                quiet
                onClick={() => onSort(nextSort(sort, column))}
              />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function Row({ row, index, ...props }: SupplierTableProps & { row: SupplierRow; index: number }) {
  const { t } = useSpeech();
  const { id } = row;
  const ticked = props.chosen.has(id);
  return (
    <tr
      id={rowId(id)}
      aria-rowindex={index + 2}
      aria-selected={ticked}
      className={classes.row}
      style={{ height: ROW }}
      data-active={id === props.active || undefined}
      data-testid="supplier-row"
      onClick={(event) => props.onClick(id, event)}
      onContextMenu={(event) => props.onMenu(id, placeOfMenu(event))}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: only keeps a click on the box from opening the supplier */}
      <td className={classes.tick} onClick={(event) => event.stopPropagation()}>
        <Checkbox
          size="xs"
          tabIndex={-1}
          aria-label={t('suppliers.tick', { name: row.name })}
          checked={ticked}
          onChange={() => {}}
          onClick={(event) => props.onTick(id, event.shiftKey)}
        />
      </td>
      {props.columns.map((column) => (
        <td key={column} data-column={column}>
          <SupplierCell row={row} column={column} words={props.words} />
        </td>
      ))}
    </tr>
  );
}
