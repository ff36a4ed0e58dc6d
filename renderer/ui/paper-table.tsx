import { createPortal } from 'react-dom';
import classes from './paper-table.module.css';

/**
 * A table as it is printed, on as many pages as it takes; never on the screen. While it is mounted, it alone is what
 * `page.print` of the bridge prints. @param cells - the heads, then the rows; what may leave the office
 */
export function PaperTable({ title, cells }: { title: string; cells: readonly (readonly string[])[] }) {
  const [heads = [], ...rows] = cells;
  return createPortal(
    <div className={classes.paper} aria-hidden="true">
      <h1>{title}</h1>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: printed once, and never changed
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={heads[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}
