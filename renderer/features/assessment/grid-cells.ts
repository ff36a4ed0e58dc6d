import type { ReactNode } from 'react';
import type { Rating } from '#shared/model/rating.ts';
import { DIMENSIONS, type Dimension } from '#shared/model/round.ts';
import type { RatingEdits } from './use-rating.ts';

/** What a row of the rating grid asks, in the order of its cells. */
export const GRID_COLUMNS = ['nature', ...DIMENSIONS, 'businessEffect'] as const;
export type GridColumn = (typeof GRID_COLUMNS)[number];

export interface GridRow {
  readonly id: string;
  readonly label: ReactNode;
  /** Spoken name of the row. */
  readonly name: string;
  readonly rating: Rating | undefined;
  readonly edits: RatingEdits;
  readonly disabled: boolean;
  /** What was rated before, where it is to be told; undefined = nothing to compare with. */
  readonly before?: Rating | undefined;
  readonly end?: ReactNode;
}

export interface GridPlace {
  readonly row: string;
  readonly column: GridColumn;
}

/** Whether a dimension is to be answered: of an impact that is happening, likelihood is not. */
export function isAsked(rating: Rating | undefined, dimension: Dimension): boolean {
  return dimension !== 'likelihood' || rating?.nature !== 'actual';
}
