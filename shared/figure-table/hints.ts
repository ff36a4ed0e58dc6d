import { typedYear } from '../figures/typed-year.ts';
import { foldText } from '../fold/fold.ts';
import type { FiscalYear } from '../model/basics.ts';
import type { Break } from '../model/figure.ts';
import type { FiscalYearConvention } from '../model/workspace.ts';
import type { Footnote } from '../pasted/table.ts';

/** A row of a table as far as its marks go. */
export interface MarkedRow {
  /** Its name without marks. */
  readonly label: string;
  readonly labelMarks: readonly string[];
  readonly cells: readonly { readonly fiscalYear: FiscalYear; readonly marks: readonly string[] }[];
}

/** What a note below a table may mean for a row; a person decides. */
export type Hint =
  | {
      readonly kind: 'break';
      readonly row: number;
      /** The first year that is counted otherwise. */
      readonly before: FiscalYear;
      readonly break: Pick<Break, 'kind' | 'effect'>;
      readonly note: Footnote;
    }
  /** The note names another row than the one that its mark stands at. */
  | { readonly kind: 'elsewhere'; readonly row: number; readonly named: string; readonly note: Footnote };

/** What is said to be counted otherwise, by the words of a note, the plainest first. */
const WORDS: readonly (readonly [Break['kind'], RegExp])[] = [
  [
    'boundary',
    /consolidated|group companies|affiliates|scope of|boundary|連結|単体|集計範囲|対象範囲|グループ会社/i,
  ],
  ['definition', /definition|defined|redefined|定義|数え方/i],
  ['base', /base of|denominator|in terms of|procurement (?:amount|value)|分母|調達額/i],
  ['method', /method|calculat|estimat|questionnaire was|算出|算定|推計|集計方法/i],
  ['content', /\b(?:was|were) on\b|subject|theme|topic|contents?\b|テーマ|内容|題材|に関する研修/i],
  ['population', /all employees|management|managers|attend|eligible|全社員|全従業員|管理職|対象者/i],
];

/** Whether figures may be compared across a change of this kind, with care, as long as nobody says otherwise. */
const EFFECT: Readonly<Record<Break['kind'], Break['effect']>> = {
  population: 'no',
  definition: 'no',
  boundary: 'no',
  base: 'no',
  method: 'care',
  content: 'care',
};

/**
 * What the notes below a table suggest: a break before the year of a marked cell, or before the latest year that the note
 * at a row's name speaks of. Nothing is suggested where the words do not say what changed.
 */
export function hintsOf(
  rows: readonly MarkedRow[],
  notes: readonly Footnote[],
  convention: FiscalYearConvention,
): Hint[] {
  const noteOf = new Map(notes.map((note) => [markKey(note.mark), note]));
  const found = (marks: readonly string[]) => marks.flatMap((mark) => noteOf.get(markKey(mark)) ?? []);
  return rows.flatMap((row, index): Hint[] => {
    const years = row.cells.map(({ fiscalYear }) => fiscalYear).sort((a, b) => a - b);
    const breakAt = (note: Footnote, before: FiscalYear | undefined): Hint[] => {
      const kind = kindOf(note.text);
      // Before the first year of a row there is nothing that it could be compared with.
      if (kind === null || before === undefined || !years.slice(1).includes(before)) return [];
      return [{ kind: 'break', row: index, before, break: { kind, effect: EFFECT[kind] }, note }];
    };
    return [
      ...found(row.labelMarks).flatMap((note): Hint[] => {
        const named = otherRow(note.text, row, rows);
        if (named !== null) return [{ kind: 'elsewhere', row: index, named, note }];
        return breakAt(note, Math.max(...yearsIn(note.text, convention)));
      }),
      ...row.cells.flatMap(({ fiscalYear, marks }) =>
        found(marks).flatMap((note) => breakAt(note, fiscalYear)),
      ),
    ];
  });
}

/** A mark without its dress: `※2`, `*2`, `(2)` and `2)` are the same note of a table. */
export function markKey(mark: string): string {
  const plain = mark.normalize('NFKC').replace(/[^\p{L}\p{N}†‡§*]/gu, '');
  return /[\p{L}\p{N}]/u.test(plain) ? plain.replace(/[*†‡§注]/g, '') : plain.replace(/[※✳]/g, '*');
}

function kindOf(text: string): Break['kind'] | null {
  return WORDS.find(([, words]) => words.test(text))?.[0] ?? null;
}

/** The fiscal years that a text names: “in fiscal 2019”, 2018年度, 2019年3月期. A bare number is none. */
export function yearsIn(text: string, convention: FiscalYearConvention): FiscalYear[] {
  const named =
    text.match(/(?:FY|fiscal(?: year)?)\s?\d{4}|(?:\d{4}|[平令昭][成和]\d{1,2})年度|\d{4}年\d{1,2}月期/gi) ??
    [];
  return named.flatMap((name) => {
    const year = typedYear(name, convention);
    return year.kind === 'year' ? [year.fiscalYear] : [];
  });
}

/** The name of another row that a note speaks of while it does not speak of its own. */
function otherRow(text: string, own: MarkedRow, rows: readonly MarkedRow[]): string | null {
  const words = foldText(text);
  const isNamed = ({ label }: MarkedRow) => label !== '' && words.includes(foldText(label));
  if (isNamed(own)) return null;
  return rows.find((row) => row.label !== own.label && isNamed(row))?.label ?? null;
}
