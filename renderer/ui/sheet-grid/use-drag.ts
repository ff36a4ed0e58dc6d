import { type RefObject, useEffect, useRef } from 'react';
import type { CellPlace } from './range.ts';

/** Keeps a point within the drawn cells, so that a cell is found where the pointer has left them. */
const EDGE = 6;
/** Of the way beyond the edge what is scrolled in a frame. */
const PULL = 0.25;

/**
 * Follows the pointer from a pressed button on: over other cells, and beyond the edge, where the grid is scrolled.
 * @param onReach the cell that the pointer is over now
 * @returns what begins it
 */
export function useDrag(
  frame: RefObject<HTMLElement | null>,
  onReach: (place: CellPlace) => void,
): (event: { readonly button: number }) => void {
  const latest = useRef(onReach);
  latest.current = onReach;
  const end = useRef<() => void>(() => undefined);
  useEffect(() => () => end.current(), []);

  return ({ button }) => {
    const grid = frame.current?.querySelector<HTMLElement>('[role="grid"]');
    if (button !== 0 || !grid) return;
    end.current();
    let point: { readonly x: number; readonly y: number } | null = null;
    let drawing = 0;
    const follow = () => {
      if (!point) return;
      const { left, right, top, bottom } = grid.getBoundingClientRect();
      const beyond = (at: number, from: number, to: number) => Math.min(0, at - from) + Math.max(0, at - to);
      const [across, down] = [beyond(point.x, left, right), beyond(point.y, top, bottom)];
      if (across !== 0 || down !== 0) grid.scrollBy(across * PULL, down * PULL);
      const place = placeAt(
        Math.max(left + EDGE, Math.min(right - EDGE, point.x)),
        Math.max(top + EDGE, Math.min(bottom - EDGE, point.y)),
      );
      if (place) latest.current(place);
      if (across !== 0 || down !== 0) drawing = requestAnimationFrame(follow);
    };
    const moved = ({ clientX: x, clientY: y, buttons }: PointerEvent) => {
      if (buttons === 0) return end.current();
      point = { x, y };
      cancelAnimationFrame(drawing);
      drawing = requestAnimationFrame(follow);
    };
    end.current = () => {
      cancelAnimationFrame(drawing);
      point = null;
      window.removeEventListener('pointermove', moved);
      window.removeEventListener('pointerup', end.current);
    };
    window.addEventListener('pointermove', moved);
    window.addEventListener('pointerup', end.current);
  };
}

/** The cell of the grid at a point of the window; the row of heads is none. */
function placeAt(x: number, y: number): CellPlace | null {
  const cell = document.elementFromPoint(x, y)?.closest('[role="gridcell"]');
  const column = Number(cell?.getAttribute('aria-colindex'));
  const row = Number(cell?.closest('[role="row"]')?.getAttribute('aria-rowindex'));
  return column > 0 && row > 1 ? { row: row - 2, column: column - 1 } : null;
}
