import { useImperativeHandle, useMemo, useRef } from 'react';
import { DataGrid } from 'react-data-grid';
import { useObservable } from '../../platform/observable.ts';
import { printing } from '../../platform/printing.ts';
import { placeOfMenu } from '../context-menu.tsx';
import { drawnColumn, EntryContext } from './drawn-column.tsx';
import { GridCell, RangeContext } from './grid-cell.tsx';
import { gridClass } from './look.ts';
import { type CellPlace, oneCell, placesIn, rectangleOf } from './range.ts';
import type { SheetGridProps } from './sheet.ts';
import classes from './sheet-grid.module.css';
import { useClipboard } from './use-clipboard.ts';
import { useDrag } from './use-drag.ts';
import { useKeys } from './use-keys.ts';
import { useSheet } from './use-sheet.ts';

/**
 * A grid that is worked as a spreadsheet is: typed into, drawn over, copied, pasted, filled. It knows nothing of what its
 * cells mean.
 */
export function SheetGrid<Row>(props: SheetGridProps<Row>) {
  const { rows, columns, rowKey } = props;
  const sheet = useSheet(props);
  const { grid, entry, range, setRange, rectangle, keyAt, isEditable, chosen } = sheet;
  const onKeyDown = useKeys(sheet, props);
  const clipboard = useClipboard(sheet, props);
  const isPrinted = useObservable(printing);
  useImperativeHandle(props.handle, () => ({
    focus: ({ row, column }) =>
      grid.current?.setActivePosition({ rowIdx: row, idx: column }, { shouldFocus: true }),
  }));
  const frame = useRef<HTMLDivElement>(null);
  const drag = useDrag(frame, (head) => setRange((now) => now && { anchor: now.anchor, head }));

  const drawn = useMemo(() => columns.map((column) => drawnColumn(column, rowKey)), [columns, rowKey]);
  return (
    <RangeContext value={rectangle}>
      <EntryContext value={entry}>
        <div ref={frame} className={classes.frame} {...clipboard} data-print-whole>
          <DataGrid
            ref={grid}
            className={gridClass}
            aria-label={props.label}
            columns={drawn}
            rows={rows}
            rowKeyGetter={rowKey}
            rowHeight={props.rowHeight ?? 40}
            headerRowHeight={36}
            enableVirtualization={!isPrinted}
            sortColumns={props.sort}
            onSortColumnsChange={props.onSort}
            renderers={RENDERERS as never}
            onActivePositionChange={({ rowIdx, column }) => {
              const place = column && rowIdx >= 0 ? { row: rowIdx, column: column.idx } : null;
              setRange(place && oneCell(place));
              props.onActive?.(place && keyAt(place));
            }}
            onCellKeyDown={onKeyDown}
            onCellMouseDown={({ rowIdx, column }, event) => {
              drag(event);
              if (!event.shiftKey || !range) return;
              // Drawn to here from where it began.
              event.preventDefault();
              event.preventGridDefault();
              setRange({ anchor: range.anchor, head: { row: rowIdx, column: column.idx } });
            }}
            onCellDoubleClick={({ row, column }) => {
              const cell = { row: rowKey(row), column: column.key };
              if (isEditable(cell)) entry.begin(cell);
              else props.onDetails(cell);
            }}
            onCellContextMenu={({ rowIdx, column }, event) => {
              const place = { row: rowIdx, column: column.idx };
              const within = rectangle && placesIn(rectangle).some((one) => same(one, place));
              if (!within) setRange(oneCell(place));
              props.onMenu(chosen(within ? rectangle : rectangleOf(oneCell(place))), placeOfMenu(event));
            }}
          />
        </div>
      </EntryContext>
    </RangeContext>
  );
}

const RENDERERS = {
  renderCell: (key: string, props: Parameters<typeof GridCell>[0]) => <GridCell key={key} {...props} />,
};

function same(one: CellPlace, other: CellPlace): boolean {
  return one.row === other.row && one.column === other.column;
}
