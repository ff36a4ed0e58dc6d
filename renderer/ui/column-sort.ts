/** By which column a table is sorted, and whether downwards; null = rows stand in the order that they came in. */
export type ColumnSort<C> = { readonly column: C; readonly down: boolean } | null;

/** How a column is sorted; null = it is not. */
export type SortDirection = 'ascending' | 'descending' | null;

export function directionOf<C>(sort: ColumnSort<C>, column: C): SortDirection {
  if (sort?.column !== column) return null;
  return sort.down ? 'descending' : 'ascending';
}

/** What a press on a column's head leads to: ascending, descending, and the order that the rows came in. */
export function nextSort<C>(sort: ColumnSort<C>, column: C): ColumnSort<C> {
  if (sort?.column !== column) return { column, down: false };
  return sort.down ? null : { column, down: true };
}
