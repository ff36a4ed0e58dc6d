/**
 * A grid of the library alone, with the same rows and columns as the table of figures and nothing of the app: what the
 * table's times are compared with. Bundled by the bench and run in the window.
 */
import { useState } from 'react';
import { DataGrid } from 'react-data-grid';
import { createRoot, type Root } from 'react-dom/client';

export type BareRow = Readonly<Record<string, string | number>>;

let root: Root | null = null;
let change: (row: number, column: string, value: number) => void = () => undefined;

function Bare({ rows: first, keys }: { rows: readonly BareRow[]; keys: readonly string[] }) {
  const [rows, setRows] = useState(first);
  change = (row, column, value) => setRows((now) => now.with(row, { ...now[row], [column]: value }));
  const columns = keys.map((key) => ({
    ...{ key, name: key, width: 104, resizable: true, sortable: true },
    // As the bench tells that a number is shown.
    renderCell: ({ row }: { row: BareRow }) => <span data-value={row[key]}>{row[key]}</span>,
  }));
  return (
    <DataGrid
      aria-label="bare"
      style={{ blockSize: '100%' }}
      columns={columns}
      rows={rows}
      rowKeyGetter={(row: BareRow) => String(row.id)}
      rowHeight={46}
      headerRowHeight={36}
    />
  );
}

export function show(rows: readonly BareRow[], keys: readonly string[]): void {
  const place = document.createElement('div');
  place.id = 'bare-grid';
  place.style.cssText = 'position: fixed; inset: 120px 0 0 260px; z-index: 500; background: white';
  document.body.append(place);
  root = createRoot(place);
  root.render(<Bare rows={rows} keys={keys} />);
}

export function edit(row: number, column: string, value: number): void {
  change(row, column, value);
}

export function hide(): void {
  root?.unmount();
  document.getElementById('bare-grid')?.remove();
}
