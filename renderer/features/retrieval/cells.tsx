import { type ReactNode, useRef } from 'react';
import type { Id } from '#shared/model/basics.ts';
import type { CrossTable } from '#shared/retrieval/cross.ts';
import { directionOf, useCommands } from '../../ui/commands.ts';
import { useRowsInView } from '../../ui/use-rows-in-view.ts';
import { cellCommands } from './commands.ts';
import classes from './retrieval.module.css';

/** Where a figure stands; goes onto its button, so that arrows find it. */
export interface CellPlace {
  readonly 'data-row': number;
  readonly 'data-column': number;
}

export interface CellsProps {
  readonly table: CrossTable;
  /** What the figures count, for those who do not see the table. */
  readonly caption: string;
  readonly rowHead: (row: Id) => ReactNode;
  readonly columnHead: (column: Id) => ReactNode;
  readonly cell: (row: Id, column: Id, place: CellPlace) => ReactNode;
}

/** Sizes in CSS pixels, the space between cells included. */
const ROW = 32;
const COLUMN = 36;
const ROW_HEAD = 272;

/**
 * A table of figures of any size, of which only what is in view is drawn. Arrows go from figure to figure, over what
 * is empty.
 */
export function Cells({ table, caption, rowHead, columnHead, cell }: CellsProps) {
  const { rows, columns } = table;
  const frame = useRef<HTMLDivElement>(null);
  const down = useRowsInView({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 6,
  });
  const across = useRowsInView({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => frame.current,
    estimateSize: () => COLUMN,
    overscan: 6,
  });
  const drawnRows = down.getVirtualItems();
  const drawnColumns = across.getVirtualItems();
  const above = drawnRows[0]?.start ?? 0;
  const below = down.getTotalSize() - (drawnRows.at(-1)?.end ?? 0);
  const before = drawnColumns[0]?.start ?? 0;
  const after = across.getTotalSize() - (drawnColumns.at(-1)?.end ?? 0);

  const move = (event: KeyboardEvent) => {
    const { down: rowStep, across: columnStep } = directionOf(event);
    const from = figureAt(event.target);
    if (!from) return;
    let [row, column] = [Number(from.dataset.row), Number(from.dataset.column)];
    for (;;) {
      row += rowStep;
      column += columnStep;
      const [rowId, columnId] = [rows[row], columns[column]];
      if (rowId === undefined || columnId === undefined) return;
      if (table.count(rowId, columnId) > 0) break;
    }
    const find = () =>
      frame.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
    const drawn = find();
    if (drawn) {
      drawn.focus();
      return;
    }
    down.scrollToIndex(row);
    across.scrollToIndex(column);
    // What comes into view is drawn with the next frame.
    requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus()));
  };
  const onKeyDown = useCommands(cellCommands, {
    'retrieval.cell': { run: move, when: ({ target }) => figureAt(target) !== null },
  });

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div ref={frame} className={classes.crossFrame} tabIndex={0}>
      <table
        className={classes.cross}
        style={{ width: ROW_HEAD + across.getTotalSize() + 4 }}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        onKeyDown={onKeyDown}
        data-testid="cross-table"
      >
        <caption className={classes.hidden}>{caption}</caption>
        <colgroup>
          <col style={{ width: ROW_HEAD }} />
          {before > 0 && <col style={{ width: before }} />}
          {drawnColumns.map(({ key }) => (
            <col key={key} style={{ width: COLUMN }} />
          ))}
          {after > 0 && <col style={{ width: after }} />}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <td className={classes.corner} />
            {before > 0 && <td aria-hidden />}
            {drawnColumns.map(({ index, key }) => (
              <th key={key} scope="col" aria-colindex={index + 2} className={classes.columnHead}>
                {columnHead(columns[index] ?? '')}
              </th>
            ))}
            {after > 0 && <td aria-hidden />}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr aria-hidden style={{ height: above }} />}
          {drawnRows.map(({ index: rowAt, key: rowKey }) => {
            const row = rows[rowAt] ?? '';
            return (
              <tr key={rowKey} aria-rowindex={rowAt + 2}>
                <th scope="row" className={classes.rowHead}>
                  {rowHead(row)}
                </th>
                {before > 0 && <td aria-hidden className={classes.gap} />}
                {drawnColumns.map(({ index: columnAt, key }) => (
                  <td key={key} aria-colindex={columnAt + 2}>
                    {cell(row, columns[columnAt] ?? '', { 'data-row': rowAt, 'data-column': columnAt })}
                  </td>
                ))}
                {after > 0 && <td aria-hidden className={classes.gap} />}
              </tr>
            );
          })}
          {below > 0 && <tr aria-hidden style={{ height: below }} />}
        </tbody>
      </table>
    </div>
  );
}

/** The figure that an event happened in; null = none. */
function figureAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]') : null;
}
