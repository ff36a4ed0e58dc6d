import { createContext, useContext } from 'react';
import { Cell, type CellRendererProps } from 'react-data-grid';
import { isInside, type Rectangle } from './range.ts';
import classes from './sheet-grid.module.css';

/** The cells that are chosen. */
export const RangeContext = createContext<Rectangle | null>(null);

/** A cell that knows whether it is chosen. */
export function GridCell<Row>(props: CellRendererProps<Row, unknown>) {
  const range = useContext(RangeContext);
  const { rowIdx, column, isCellActive } = props;
  const chosen = range !== null && isInside({ row: rowIdx, column: column.idx }, range);
  return (
    <Cell
      {...props}
      className={chosen && !isCellActive ? classes.chosen : undefined}
      aria-selected={chosen || isCellActive}
      // The library takes cells without an editor of its own for fixed.
      aria-readonly={column.editable !== true}
    />
  );
}
