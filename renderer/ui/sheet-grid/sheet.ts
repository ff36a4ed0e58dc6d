import type { ClipboardEvent, ReactNode, Ref } from 'react';
import type { SortColumn } from 'react-data-grid';
import type { MenuPlace } from '../context-menu.tsx';
import type { CellPlace } from './range.ts';
import type { CellKey, EntryOptions } from './use-entry.ts';

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
