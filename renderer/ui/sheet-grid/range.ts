import type { Direction } from '../commands.ts';

/** A cell by its row and column, both counted from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Cells that are chosen: from where it was begun to where it was drawn. */
export interface CellRange {
  readonly anchor: CellPlace;
  readonly head: CellPlace;
}

export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const oneCell = (place: CellPlace): CellRange => ({ anchor: place, head: place });

/** The rectangle that a range spans, its last row and column included. */
export function rectangleOf({ anchor, head }: CellRange): Rectangle {
  return {
    top: Math.min(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    bottom: Math.max(anchor.row, head.row),
    right: Math.max(anchor.column, head.column),
  };
}

export function isInside({ row, column }: CellPlace, { top, left, bottom, right }: Rectangle): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** The range drawn one step on, within a grid of so many rows and columns. */
export function extended(
  { anchor, head }: CellRange,
  { across, down }: Direction,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): CellRange {
  return {
    anchor,
    head: { row: within(head.row + down, rows), column: within(head.column + across, columns) },
  };
}

function within(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}

/** Every cell of a rectangle, row by row. */
export function placesIn({ top, left, bottom, right }: Rectangle): CellPlace[] {
  const places: CellPlace[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) places.push({ row, column });
  return places;
}

export interface FillStep {
  readonly from: CellPlace;
  readonly to: CellPlace;
}

/**
 * What filling down puts where: each cell below the first row of the rectangle gets what stands in the first. Of a single
 * row, the row above is put into it, as spreadsheets do.
 */
export function fillSteps(rectangle: Rectangle): FillStep[] {
  const { top, bottom } = rectangle;
  const source = top === bottom ? top - 1 : top;
  if (source < 0) return [];
  return placesIn({ ...rectangle, top: source + 1 }).map((to) => ({
    from: { row: source, column: to.column },
    to,
  }));
}

/** The same to the right: from the first column, or of a single one from the column before it. */
export function fillRightSteps(rectangle: Rectangle): FillStep[] {
  const turned = ({ row, column }: CellPlace): CellPlace => ({ row: column, column: row });
  const { top, left, bottom, right } = rectangle;
  return fillSteps({ top: left, left: top, bottom: right, right: bottom }).map(({ from, to }) => ({
    from: turned(from),
    to: turned(to),
  }));
}
