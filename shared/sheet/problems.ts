/** What can be wrong with a sheet that came back; in words `sheets.problem.<code>`. */
export const SHEET_PROBLEMS = [
  // of the whole
  'marks-changed',
  'assessor-renamed',
  'assessor-by-name',
  'more',
  // of columns
  'column-missing',
  'column-twice',
  'column-extra',
  'heading-renamed',
  'heading-mismatch',
  // of rows
  'row-missing',
  'row-twice',
  'row-repeated',
  'row-mismatch',
  'row-unknown',
  'issue-added',
  'issue-split',
  'issue-renamed',
  'issue-by-name',
  'issue-not-in-round',
  'issue-recused',
  // of cells
  'merged',
  'formula',
  'error-value',
  'not-a-number',
  'not-whole',
  'out-of-range',
  'unknown-word',
  'evidence-unknown',
  'likelihood-of-actual',
  'blank-kept',
  'read-as-abstain',
] as const;
export type SheetProblemCode = (typeof SHEET_PROBLEMS)[number];

export interface SheetProblem {
  /** `error`: something was written that is not taken in. `note`: to be known, nothing is lost by it. */
  readonly level: 'error' | 'note';
  readonly code: SheetProblemCode;
  /** E.g. `Ratings!D7`; null = of no cell. */
  readonly cell: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  /** What stands there, as it stands there. */
  readonly raw: string;
}

/** More than these are counted, not listed: nobody reads them, and a hostile sheet could have a million. */
const MOST = 1_000;

/** Problems in the making. */
export class ProblemList {
  readonly #listed: SheetProblem[] = [];
  #more = 0;

  get all(): readonly SheetProblem[] {
    return this.#more === 0
      ? this.#listed
      : [
          ...this.#listed,
          { level: 'error', code: 'more', cell: null, params: { count: this.#more }, raw: '' },
        ];
  }

  add(
    level: SheetProblem['level'],
    code: SheetProblemCode,
    rest: Pick<SheetProblem, 'cell' | 'params' | 'raw'>,
  ): void {
    if (this.#listed.length < MOST) this.#listed.push({ level, code, ...rest });
    else this.#more++;
  }

  error(code: SheetProblemCode, cell: string | null, params: SheetProblem['params'] = {}, raw = ''): void {
    this.add('error', code, { cell, params, raw });
  }

  note(code: SheetProblemCode, cell: string | null, params: SheetProblem['params'] = {}, raw = ''): void {
    this.add('note', code, { cell, params, raw });
  }
}
