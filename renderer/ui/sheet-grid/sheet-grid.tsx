import {
  type ClipboardEvent,
  type ReactNode,
  type Ref,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  type CellKeyboardEvent,
  type CellKeyDownArgs,
  type Column,
  DataGrid,
  type DataGridHandle,
  type SortColumn,
} from 'react-data-grid';
import { useObservable } from '../../platform/observable.ts';
import { printing } from '../../platform/printing.ts';
import { directionOf, isPressed, runPressed } from '../commands.ts';
import { type MenuPlace, placeOfMenu, underEdge } from '../context-menu.tsx';
import { gridCommands } from './commands.ts';
import { EntryField } from './entry.tsx';
import { GridCell, RangeContext } from './grid-cell.tsx';
import { gridClass } from './look.ts';
import {
  type CellPlace,
  type CellRange,
  extended,
  type FillStep,
  fillRightSteps,
  fillSteps,
  oneCell,
  placesIn,
  type Rectangle,
  rectangleOf,
} from './range.ts';
import classes from './sheet-grid.module.css';
import { useDrag } from './use-drag.ts';
import { type CellKey, type EntryOptions, useEntry } from './use-entry.ts';

export interface SheetColumn<Row> {
  readonly key: string;
  readonly name: string;
  /** What the head shows, where that is more than its name. */
  readonly head?: ReactNode;
  readonly width: number;
  /** Stays where the others are scrolled away. */
  readonly frozen?: boolean;
  readonly editable: boolean;
  readonly sortable?: boolean;
  readonly render: (row: Row) => ReactNode;
  /** A cell as it is copied. */
  readonly text: (row: Row) => string;
  /** What a screen reader says of the cell; absent = its text. */
  readonly spoken?: (row: Row) => string;
  readonly className?: (row: Row) => string | undefined;
}

export interface SheetGridHandle {
  readonly focus: (place: CellPlace) => void;
}

export interface SheetGridProps<Row> extends Omit<EntryOptions, 'textOf'> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly SheetColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly rowHeight?: number;
  readonly typedText: (row: Row, column: string) => string;
  readonly sort: readonly SortColumn[];
  readonly onSort: (sort: SortColumn[]) => void;
  readonly onClear: (cells: readonly CellKey[]) => void;
  /** Each step puts what stands in one cell into another. */
  readonly onFill: (steps: readonly { readonly from: CellKey; readonly to: CellKey }[]) => void;
  readonly onPaste: (at: CellKey, clipboard: { readonly text: string; readonly html: string }) => void;
  readonly onCopy: (cells: readonly (readonly string[])[], event: ClipboardEvent) => void;
  readonly onDetails: (cell: CellKey) => void;
  readonly onMenu: (cells: readonly CellKey[], at: MenuPlace) => void;
  readonly onActive?: (cell: CellKey | null) => void;
  readonly handle?: Ref<SheetGridHandle>;
}

/**
 * A grid that is worked as a spreadsheet is: typed into, drawn over, copied, pasted, filled. It knows nothing of what its
 * cells mean.
 */
export function SheetGrid<Row>(props: SheetGridProps<Row>) {
  const { rows, columns, rowKey } = props;
  const grid = useRef<DataGridHandle>(null);
  const [range, setRange] = useState<CellRange | null>(null);
  const keyAt = ({ row, column }: CellPlace): CellKey | null => {
    const at = rows[row];
    const key = columns[column]?.key;
    return at !== undefined && key !== undefined ? { row: rowKey(at), column: key } : null;
  };
  const rowOf = useMemo(() => new Map(rows.map((row) => [rowKey(row), row])), [rows, rowKey]);
  const entry = useEntry({
    ...props,
    textOf: ({ row, column }) => {
      const at = rowOf.get(row);
      return at === undefined ? '' : props.typedText(at, column);
    },
  });
  const isEditable = (cell: CellKey) => columns.find(({ key }) => key === cell.column)?.editable === true;
  const rectangle = useMemo(() => (range ? rectangleOf(range) : null), [range]);
  const chosen = (which: Rectangle | null = rectangle) =>
    (which ? placesIn(which) : []).flatMap((place) => keyAt(place) ?? []);
  useImperativeHandle(props.handle, () => ({
    focus: ({ row, column }) =>
      grid.current?.setActivePosition({ rowIdx: row, idx: column }, { shouldFocus: true }),
  }));

  const fill = (steps: readonly FillStep[]) =>
    props.onFill(
      steps.flatMap(({ from, to }) => {
        const [source, target] = [keyAt(from), keyAt(to)];
        const fits = source && target && isEditable(source) && isEditable(target);
        return fits ? [{ from: source, to: target }] : [];
      }),
    );
  const frame = useRef<HTMLDivElement>(null);
  const drag = useDrag(frame, (head) => setRange((now) => now && { anchor: now.anchor, head }));

  const onKeyDown = (args: CellKeyDownArgs<Row>, event: CellKeyboardEvent) => {
    if (args.mode !== 'ACTIVE' || !args.column || args.row === undefined || !range) return;
    const cell = { row: rowKey(args.row), column: args.column.key };
    const place = { row: args.rowIdx, column: args.column.idx };
    const editable = isEditable(cell);
    const { typed, inText } = entry.of(cell);
    const waits = () => typed === null;
    /** Takes what was typed, and goes to another row. */
    const takeAndGo = (down: number) => {
      if (!entry.take(cell)) return;
      args.setActivePosition({ rowIdx: place.row + down, idx: place.column }, { shouldFocus: true });
    };
    const used = runPressed(
      ACTS,
      {
        'sheetGrid.edit': { run: () => entry.begin(cell), when: () => editable },
        'sheetGrid.take': {
          // On what cannot be typed into, Enter shows what there is to know.
          run: () => (editable ? takeAndGo(1) : props.onDetails(cell)),
        },
        'sheetGrid.takeUp': { run: () => takeAndGo(-1), when: () => editable },
        'sheetGrid.giveUp': { run: () => entry.giveUp(cell), when: () => !waits() },
        'sheetGrid.clear': { run: () => props.onClear(chosen().filter(isEditable)), when: waits },
        'sheetGrid.fillDown': {
          run: () => fill(fillSteps(rectangleOf(range))),
          when: waits,
        },
        'sheetGrid.fillRight': {
          run: () => fill(fillRightSteps(rectangleOf(range))),
          when: waits,
        },
        'sheetGrid.extend': {
          run: (pressed) => {
            const next = extended(range, directionOf(pressed), {
              rows: rows.length,
              columns: columns.length,
            });
            setRange(next);
            grid.current?.scrollToCell({ idx: next.head.column, rowIdx: next.head.row });
          },
          when: waits,
        },
        'sheetGrid.all': {
          run: () =>
            setRange({
              anchor: { row: 0, column: 0 },
              head: { row: rows.length - 1, column: columns.length - 1 },
            }),
          when: waits,
        },
        'sheetGrid.details': () => props.onDetails(cell),
        'sheetGrid.menu': {
          run: ({ target }) => {
            if (target instanceof Element) props.onMenu(chosen(), underEdge(target));
          },
          when: waits,
        },
      },
      event.nativeEvent,
    );
    if (used) {
      event.preventDefault();
      event.preventGridDefault();
      return;
    }
    if (waits()) return;
    // From a text that was just typed these keys go on; in one that is being corrected they move the caret.
    const goesOn = isPressed(gridCommands[inText ? 'sheetGrid.next' : 'sheetGrid.goOn'], event.nativeEvent);
    if (!goesOn || !entry.take(cell)) event.preventGridDefault();
  };

  const copy = (event: ClipboardEvent) => {
    if (!rectangle || isTypingIn(event)) return;
    const { top, left, bottom, right } = rectangle;
    event.preventDefault();
    props.onCopy(
      rows.slice(top, bottom + 1).map((row) => columns.slice(left, right + 1).map((one) => one.text(row))),
      event,
    );
  };
  const cut = (event: ClipboardEvent) => {
    if (!rectangle || isTypingIn(event)) return;
    copy(event);
    props.onClear(chosen().filter(isEditable));
  };
  const paste = (event: ClipboardEvent) => {
    const at = rectangle && keyAt({ row: rectangle.top, column: rectangle.left });
    if (!at || isTypingIn(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const { clipboardData } = event;
    props.onPaste(at, {
      text: clipboardData.getData('text/plain'),
      html: clipboardData.getData('text/html'),
    });
  };

  const drawn = columns.map(
    (column): Column<Row> => ({
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
      renderCell: ({ row, tabIndex }) => {
        const cell = { row: rowKey(row), column: column.key };
        const now = entry.of(cell);
        return (
          <>
            {now.taken !== null ? (
              <span className={classes.taken} data-testid="cell-taken">
                {now.taken}
              </span>
            ) : now.typed === null ? (
              column.render(row)
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
      },
    }),
  );

  return (
    <RangeContext value={rectangle}>
      <div ref={frame} className={classes.frame} onCopy={copy} onCut={cut} onPaste={paste} data-print-whole>
        <DataGrid
          ref={grid}
          className={gridClass}
          aria-label={props.label}
          columns={drawn}
          rows={rows}
          rowKeyGetter={rowKey}
          rowHeight={props.rowHeight ?? 40}
          headerRowHeight={36}
          enableVirtualization={!useObservable(printing)}
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
    </RangeContext>
  );
}

/** Commands that the grid's own moving about answers are told of on the help sheet, and have no handler here. */
const { 'sheetGrid.goOn': _goOn, 'sheetGrid.next': _next, ...ACTS } = gridCommands;

const RENDERERS = {
  renderCell: (key: string, props: Parameters<typeof GridCell>[0]) => <GridCell key={key} {...props} />,
};

function same(one: CellPlace, other: CellPlace): boolean {
  return one.row === other.row && one.column === other.column;
}

/** Whether a text is being typed where something is copied or pasted: then it is the text's. */
function isTypingIn({ target }: ClipboardEvent): boolean {
  return target instanceof HTMLInputElement && target.dataset.waiting === undefined;
}
