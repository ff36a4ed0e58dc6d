import type { Id } from '../model/basics.ts';
import type { Cited } from '../model/cited.ts';
import type { Valueless } from '../model/figure.ts';
import type { IdOf } from '../model/id.ts';
import type { Indicator } from '../model/indicator.ts';
import type { FiscalYearConvention } from '../model/workspace.ts';
import type { CellFault } from '../pasted/table.ts';
import type { Standing } from './offers.ts';
import type { LinePlace } from './rows.ts';

/** Where the figures of a row of a pasted table belong; null = they are left out. */
export type RowTarget = {
  readonly place: LinePlace;
  readonly isNew: boolean;
  /** Whose the figures of a row that is there are: of them the pasted ones are taken to be, unless something else is said. */
  readonly of?: IdOf<'organisations'> | null;
} | null;

/** What a person said once for the whole table. */
export interface PasteAnswers {
  readonly cited: Cited | null;
  readonly of: IdOf<'organisations'> | null;
  /** What a dash means; null = nobody said, and such cells are left out. */
  readonly dash: Valueless | 'zero' | null;
}

/** Why a cell cannot be taken in: a code that has words in the catalogs. */
export type CellProblem =
  | 'separators'
  | 'unit'
  | 'digits'
  | 'unclear'
  | 'two-numbers'
  | 'order'
  | 'dash'
  | 'percent'
  /** The table counts in thousands, or in another unit than the indicator. */
  | 'scale'
  | 'whose'
  | 'merged'
  | 'twice'
  /** Several columns stand for the year: men, women, all. */
  | 'several'
  | CellFault;

/** What a table is read against. */
export interface PasteContext {
  readonly convention: FiscalYearConvention;
  readonly standing: Standing;
  readonly indicators: ReadonlyMap<Id, Indicator>;
  /** Organisations by their folded names. */
  readonly organisations: ReadonlyMap<string, IdOf<'organisations'>>;
}
