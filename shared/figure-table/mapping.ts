import { typedFigure } from '../figures/typed-figure.ts';
import { typedYear } from '../figures/typed-year.ts';
import { unitInName } from '../figures/unit-words.ts';
import { foldText } from '../fold/fold.ts';
import type { FiscalYear } from '../model/basics.ts';
import type { FiscalYearConvention } from '../model/workspace.ts';
import type { PastedCell, PastedTable } from '../pasted/table.ts';

/** What a column of a pasted table is. */
export type ColumnUse =
  | { readonly use: 'label' | 'part' | 'whose' | 'unit' | 'none' }
  | { readonly use: 'year'; readonly fiscalYear: FiscalYear; readonly role: 'actual' | 'target' };

/** How a table is read: its heads, and what its columns are. */
export interface TableMapping {
  readonly headRows: number;
  readonly columns: readonly ColumnUse[];
}

/** A column headed by a bare year, which is one company's FY2018 and another's FY2017: the years that it may be. */
export interface UnsureYear {
  readonly column: number;
  readonly fiscalYears: readonly FiscalYear[];
}

/** Which of the years that a bare year may be is meant: the one that begins in it, or the one that ends in it. */
export type BareYear = 'begins' | 'ends';

/** Heads are looked for in the first rows; what stands lower is the table. */
const MOST_HEAD_ROWS = 6;

const TARGET = /target|goal|plan|目標|計画/i;
const ACTUAL = /actual|result|実績|結果/i;
const HEADS: readonly (readonly [ColumnUse['use'] & ('whose' | 'unit' | 'part'), RegExp])[] = [
  ['unit', /^(?:units?|単位)$/i],
  ['whose', /scope|boundary|coverage|organi[sz]ation|company|entity|範囲|対象|会社|組織|法人/i],
  ['part', /category|breakdown|type|item|内訳|区分|種別|項目/i],
];

/** Text of the heads above a column, once each, from the top. */
export function headsOf({ rows }: PastedTable, headRows: number, column: number): string {
  const texts = rows.slice(0, headRows).map((row) => row[column]?.text ?? '');
  return texts.filter((text, index) => text !== '' && texts.indexOf(text) === index).join(' ');
}

/** By what a table is known again: its heads. */
export function signatureOf(table: PastedTable, { headRows, columns }: TableMapping): string {
  return columns
    .map((_, column) => foldText(headsOf(table, headRows, column)).replace(/\d+/g, '#'))
    .join('|');
}

/** How a table is likely to be read; bare years that nobody has said the meaning of are listed beside it. */
export function guessMapping(
  table: PastedTable,
  convention: FiscalYearConvention,
  bare: BareYear | null = null,
): TableMapping & { readonly unsure: readonly UnsureYear[] } {
  const { rows } = table;
  const yearRow = rowOfYears(rows, convention);
  const years = yearTexts(rows, yearRow, convention);
  const headRows = yearRow < 0 ? firstFigures(rows) : yearRow + 1 + (years.hasSecondRow ? 1 : 0);
  const width = rows[0]?.length ?? 0;
  const unsure: UnsureYear[] = [];
  let labelled = false;
  const columns = Array.from({ length: width }, (_, column): ColumnUse => {
    const year = typedYear(years.texts[column] ?? '', convention);
    const heads = headsOf(table, headRows, column);
    if (year.kind === 'ask') {
      unsure.push({ column, fiscalYears: year.fiscalYears });
      const meant = bare && year.fiscalYears[bare === 'begins' ? 0 : 1];
      return meant ? { use: 'year', fiscalYear: meant, role: roleOf(heads) } : { use: 'none' };
    }
    if (year.kind === 'year') return { use: 'year', fiscalYear: year.fiscalYear, role: roleOf(heads) };
    const known = HEADS.find(([, words]) => words.test(heads))?.[0];
    if (known && labelled) return { use: known };
    const isText = isWords(rows.slice(headRows).map((row) => row[column]?.text ?? ''));
    if (!labelled && isText) {
      labelled = true;
      return { use: 'label' };
    }
    return { use: known ?? (isText ? 'part' : 'none') };
  });
  return { headRows, columns, unsure };
}

function roleOf(heads: string): 'actual' | 'target' {
  return TARGET.test(heads) && !ACTUAL.test(heads) ? 'target' : 'actual';
}

/** Whether a column holds names: numbers among them do not make it one of numbers. */
function isWords(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  const numbers = filled.filter((text) => typedFigure(text).kind === 'value').length;
  return numbers * 2 < filled.length && filled.some((text) => /\p{L}/u.test(text));
}

/** The year above each column, and whether a second row of heads stands below the years: target and result, men and women. */
function yearTexts(
  rows: PastedTable['rows'],
  yearRow: number,
  convention: FiscalYearConvention,
): { readonly texts: readonly string[]; readonly hasSecondRow: boolean } {
  const heads = rows[yearRow] ?? [];
  const texts = heads.map(({ text }) => withoutUnit(text));
  const first = texts.findIndex((text) => isYear(text, convention));
  const second = rows[yearRow + 1] ?? [];
  const hasSecondRow = first >= 0 && isSecondRow(second, first);
  if (!hasSecondRow) return { texts, hasSecondRow };
  const filled: string[] = [];
  // A year that was merged over several columns stands in the first of them alone, where it was copied as text.
  for (const [column, text] of texts.entries())
    filled.push(text === '' && column > first && second[column]?.text ? (filled[column - 1] ?? '') : text);
  return { texts: filled, hasSecondRow };
}

/** Words below the years, and no name before them. */
function isSecondRow(row: readonly PastedCell[], firstYear: number): boolean {
  const isNamed = row.slice(0, firstYear).some(({ text, continued }) => text !== '' && !continued);
  const below = row.slice(firstYear).filter(({ text }) => text !== '');
  if (below.length === 0) return false;
  const areRoles = below.some(({ text }) => TARGET.test(text) || ACTUAL.test(text)) && !hasNumbers(row);
  return (
    areRoles ||
    (!isNamed && below.every(({ text }) => typedFigure(text).kind === 'refused' && /^\D*$/.test(text)))
  );
}

/** `FY2020 (thousands)` is the year FY2020. */
function withoutUnit(head: string): string {
  const [behind = ''] = /\s*[(（][^()（）]*[)）]$/.exec(head) ?? [];
  return behind !== '' && unitInName(behind) ? head.slice(0, -behind.length) : head;
}

/** The row of the heads with the most years; -1 = none has any. */
function rowOfYears(rows: PastedTable['rows'], convention: FiscalYearConvention): number {
  const counts = rows
    .slice(0, MOST_HEAD_ROWS)
    .map((row) => row.filter(({ text }) => isYear(withoutUnit(text), convention)).length);
  const most = Math.max(0, ...counts);
  // A row of figures may hold one that looks like a year.
  return most === 0 ? -1 : counts.indexOf(most);
}

function isYear(text: string, convention: FiscalYearConvention): boolean {
  return text !== '' && typedYear(text, convention).kind !== 'none';
}

function firstFigures(rows: PastedTable['rows']): number {
  return Math.max(0, rows.slice(0, MOST_HEAD_ROWS).findIndex(hasNumbers));
}

function hasNumbers(row: readonly PastedCell[]): boolean {
  return row.some(({ text }) => /^[^\p{L}]*\d/u.test(text.normalize('NFKC')));
}

/** A table whose years stand one under the other, turned so that they stand side by side. */
export function turned(table: PastedTable, convention: FiscalYearConvention): PastedTable {
  const { rows } = table;
  const across = rows[0]?.filter(({ text }) => isYear(text, convention)).length ?? 0;
  const down = rows.filter((row) => isYear(row[0]?.text ?? '', convention)).length;
  if (down < 2 || across > 0) return table;
  const width = rows[0]?.length ?? 0;
  return {
    ...table,
    rows: Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? EMPTY)),
  };
}

const EMPTY: PastedCell = { text: '', continued: false };
