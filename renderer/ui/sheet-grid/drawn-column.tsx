import { createContext, memo, useContext } from 'react';
import type { Column } from 'react-data-grid';
import { EntryField } from './entry.tsx';
import type { SheetColumn } from './sheet.ts';
import classes from './sheet-grid.module.css';
import type { EntryState } from './use-entry.ts';

/** What is typed into the grid: beside its columns, which must stay the same for its rows not to be drawn anew. */
export const EntryContext = createContext<EntryState | null>(null);

/** A column as the grid draws it: what is typed in a cell stands in place of what it holds. */
export function drawnColumn<Row>(column: SheetColumn<Row>, rowKey: (row: Row) => string): Column<Row> {
  return {
    key: column.key,
    name: column.name,
    width: column.width,
    minWidth: 64,
    frozen: column.frozen ?? false,
    editable: column.editable,
    resizable: true,
    sortable: column.sortable ?? false,
    cellClass: (row) => column.className?.(row),
    ...(column.head ? { renderHeaderCell: () => column.head } : {}),
    renderCell: ({ row, tabIndex }) => (
      <Content column={column as SheetColumn<unknown>} row={row} rowKey={rowKey(row)} tabIndex={tabIndex} />
    ),
  };
}

interface ContentProps {
  readonly column: SheetColumn<unknown>;
  readonly row: unknown;
  readonly rowKey: string;
  readonly tabIndex: number;
}

function Content({ column, row, rowKey, tabIndex }: ContentProps) {
  const entry = useContext(EntryContext);
  if (!entry) return null;
  const cell = { row: rowKey, column: column.key };
  const now = entry.of(cell);
  return (
    <>
      {now.taken !== null ? (
        <span className={classes.taken} data-testid="cell-taken">
          {now.taken}
        </span>
      ) : now.typed === null ? (
        <Held column={column} row={row} />
      ) : (
        <span className={classes.typed} data-testid="cell-kept">
          {now.typed}
        </span>
      )}
      {column.editable && tabIndex === 0 && (
        <EntryField
          entry={now}
          label={column.spoken?.(row) ?? column.text(row)}
          tabIndex={tabIndex}
          onType={(text) => entry.type(cell, text)}
          onLeave={() => entry.leave(cell)}
        />
      )}
    </>
  );
}

/** What a cell holds: drawn anew only when its row is another one. */
const Held = memo(function Held({ column, row }: Pick<ContentProps, 'column' | 'row'>) {
  return column.render(row);
});
