import type { RefObject } from 'react';
import type { Answer } from '#shared/edit/rating.ts';
import { Point } from '#shared/model/basics.ts';
import { DIMENSIONS, type Dimension } from '#shared/model/round.ts';
import type { ScaleSize } from '#shared/model/scale.ts';
import { digitOf, directionOf, useCommands } from '../../ui/commands.ts';
import { answerCommands, gridCommands } from './commands.ts';
import { GRID_COLUMNS, type GridColumn, type GridPlace, type GridRow, isAsked } from './grid-cells.ts';

/** Rows that the Page keys pass over. */
const PAGE = 10;

export interface GridKeysProps {
  readonly table: RefObject<HTMLTableElement | null>;
  readonly rows: readonly GridRow[];
  /** Of how many points the scale is. */
  readonly size: ScaleSize;
  readonly onActive: (place: GridPlace) => void;
  readonly onOpen: ((row: string) => void) | undefined;
}

/** The keys of the rating grid: they move the focus, answer and go on, and act in the cell that has the focus. */
export function useGridKeys({ table, rows, size, onActive, onOpen }: GridKeysProps) {
  const focus = (place: GridPlace) => {
    onActive(place);
    table.current
      ?.querySelector<HTMLElement>(`[data-row="${place.row}"][data-column="${place.column}"]`)
      ?.focus();
  };
  const move = (from: GridPlace, down: number, right: number) => {
    const row = clamp(rows.findIndex(({ id }) => id === from.row) + down, rows.length);
    const column = clamp(GRID_COLUMNS.indexOf(from.column) + right, GRID_COLUMNS.length);
    const target = rows[row];
    const name = GRID_COLUMNS[column];
    if (target && name) focus({ row: target.id, column: name });
  };
  /** Where an answer leads: along what is asked of the row, then to the next row's first question. */
  const goOn = (row: GridRow, column: GridColumn) => {
    if (column === 'businessEffect') return move({ row: row.id, column }, 1, 0);
    const asked = DIMENSIONS.filter((one) => one !== 'likelihood' || row.rating?.nature !== 'actual');
    const next = asked[asked.indexOf(column as Dimension) + 1];
    const below = rows[rows.indexOf(row) + 1];
    if (next) focus({ row: row.id, column: next });
    else if (below) focus({ row: below.id, column: 'scale' });
  };
  /** What a key does in the cell that has the focus. */
  const inCell = (
    run: (row: GridRow, column: GridColumn, event: KeyboardEvent) => void,
    when: (row: GridRow, column: GridColumn, event: KeyboardEvent) => boolean = () => true,
  ) => ({
    run: (event: KeyboardEvent) => {
      const cell = cellAt(rows, event.target);
      if (cell) run(cell.row, cell.column, event);
    },
    when: (event: KeyboardEvent) => {
      const cell = cellAt(rows, event.target);
      return cell !== null && when(cell.row, cell.column, event);
    },
  });
  const moveBy = (downBy: number, acrossBy: number) =>
    inCell((row, column, event) => {
      const { down, across } = directionOf(event);
      move({ row: row.id, column }, down * downBy, across * acrossBy);
    });
  const canAnswer = (row: GridRow, column: GridColumn) => !row.disabled && column !== 'nature';
  const answer = (row: GridRow, column: GridColumn, value: Answer) => {
    if (column === 'businessEffect') row.edits.remark({ businessEffect: value === 'abstain' ? null : value });
    else if (column !== 'nature' && isAsked(row.rating, column)) row.edits.answer(column, value);
    if (value !== null) goOn(row, column);
  };
  const turnNature = ({ edits, rating }: GridRow) =>
    edits.setNature(rating?.nature === 'actual' ? 'potential' : 'actual');
  return useCommands(
    { ...answerCommands, ...gridCommands },
    {
      'rating.answer': inCell(
        (row, column, event) => answer(row, column, Point.parse(digitOf(event))),
        (row, column, event) => canAnswer(row, column) && digitOf(event) <= size,
      ),
      'rating.abstain': inCell((row, column) => answer(row, column, 'abstain'), canAnswer),
      'rating.withdraw': inCell((row, column) => answer(row, column, null), canAnswer),
      'grid.move': moveBy(1, 1),
      'grid.edge': moveBy(rows.length, GRID_COLUMNS.length),
      'grid.rowEnd': moveBy(0, GRID_COLUMNS.length),
      'grid.corner': inCell((row, column, event) => {
        const { across } = directionOf(event);
        move({ row: row.id, column }, across * rows.length, across * GRID_COLUMNS.length);
      }),
      'grid.page': moveBy(PAGE, 0),
      'grid.nature': inCell(turnNature, (row) => !row.disabled),
      'grid.natureHere': inCell(turnNature, (row, column) => !row.disabled && column === 'nature'),
      'grid.open': inCell(
        ({ id }) => onOpen?.(id),
        () => onOpen !== undefined,
      ),
    },
  );
}

/** The cell that an event happened in; null = elsewhere in the table. */
function cellAt(
  rows: readonly GridRow[],
  target: EventTarget | null,
): { readonly row: GridRow; readonly column: GridColumn } | null {
  if (!(target instanceof HTMLElement) || target.role !== 'gridcell') return null;
  const row = rows.find(({ id }) => id === target.dataset.row);
  const column = GRID_COLUMNS.find((one) => one === target.dataset.column);
  return row && column ? { row, column } : null;
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}
