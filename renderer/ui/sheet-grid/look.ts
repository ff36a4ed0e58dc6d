import 'react-data-grid/lib/styles.css';
import classes from './sheet-grid.module.css';

/** How a grid of the library looks in this app. */
export const gridClass = classes.grid ?? '';
