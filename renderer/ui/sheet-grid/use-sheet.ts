import { type RefObject, useMemo, useRef, useState } from 'react';
import type { DataGridHandle } from 'react-data-grid';
import { type CellPlace, type CellRange, placesIn, type Rectangle, rectangleOf } from './range.ts';
import type { SheetGridProps } from './sheet.ts';
import { type CellKey, type EntryState, useEntry } from './use-entry.ts';

/** What is chosen in a grid and typed into it. */
export interface Sheet {
  readonly grid: RefObject<DataGridHandle | null>;
  readonly entry: EntryState;
  /** The cells that are chosen; null = none are. */
  readonly range: CellRange | null;
  readonly setRange: (range: CellRange | null | ((now: CellRange | null) => CellRange | null)) => void;
  readonly rectangle: Rectangle | null;
  readonly keyAt: (place: CellPlace) => CellKey | null;
  readonly isEditable: (cell: CellKey) => boolean;
  /** @param which absent = what is chosen */
  readonly chosen: (which?: Rectangle | null) => CellKey[];
}

export function useSheet<Row>(props: SheetGridProps<Row>): Sheet {
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
  return { grid, entry, range, setRange, rectangle, keyAt, isEditable, chosen };
}
