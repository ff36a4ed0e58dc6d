import { type KeyboardEvent, type MouseEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { SupplierWords } from '#shared/suppliers/row-words.ts';
import type { SupplierColumn, SupplierRow } from '#shared/suppliers/rows.ts';
import { type MenuPlace, underEdge } from '../../ui/context-menu.tsx';
import { useSpeech } from '../../ui/i18n.tsx';
import { RowTable, RowTableHead, TableRow, TICK_WIDTH } from '../../ui/row-table.tsx';
import { useRowsInView } from '../../ui/use-rows-in-view.ts';
import classes from './suppliers.module.css';
import { SupplierCell } from './table-cell.tsx';
import { COLUMN_WIDTH, type Look } from './use-look.ts';

/** Height of a row and of the heads: two lines of text. */
const ROW = 48;
const HEAD = 34;

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
  const width = columns.reduce((sum, column) => sum + COLUMN_WIDTH[column], TICK_WIDTH);
  return (
    <RowTable
      label={t('suppliers.title')}
      testId="suppliers"
      className={classes.table}
      frame={frame}
      table={table}
      virtualizer={virtualizer}
      count={rows.length}
      widths={columns.map((column) => COLUMN_WIDTH[column])}
      minWidth={width}
      activeId={at >= 0 && active ? rowId(active) : undefined}
      onKeyDown={props.onKeyDown}
      head={
        <RowTableHead
          columns={columns.map((id) => ({ id, label: t(`suppliers.column.${id}`) }))}
          sort={props.sort}
          onSort={props.onSort}
          chosen={props.ticked}
          chooseLabel={t('suppliers.tickAll')}
          onAll={props.onAll}
        />
      }
      line={(index, key) => {
        const row = rows[index];
        return row && <Row key={key} {...props} row={row} index={index} />;
      }}
    />
  );
}

function Row({ row, index, ...props }: SupplierTableProps & { row: SupplierRow; index: number }) {
  const { t } = useSpeech();
  const { id } = row;
  return (
    <TableRow
      id={rowId(id)}
      index={index}
      testId="supplier-row"
      style={{ height: ROW }}
      isActive={id === props.active}
      isChosen={props.chosen.has(id)}
      chooseLabel={t('suppliers.tick', { name: row.name })}
      onClick={(event) => props.onClick(id, event)}
      onTick={(range) => props.onTick(id, range)}
      onMenu={(at) => props.onMenu(id, at)}
    >
      {props.columns.map((column) => (
        <td key={column} data-column={column}>
          <SupplierCell row={row} column={column} words={props.words} />
        </td>
      ))}
    </TableRow>
  );
}
