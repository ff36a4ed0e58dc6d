import { placeKey } from '../figures/series.ts';
import { typedFigure } from '../figures/typed-figure.ts';
import type { UnitInText } from '../figures/unit-words.ts';
import { foldText } from '../fold/fold.ts';
import type { FiscalYear } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { PastedCell, PastedTable } from '../pasted/table.ts';
import { type Hint, hintsOf } from './hints.ts';
import type { TableMapping } from './mapping.ts';
import { type Said, type Verdict, verdictOf, type Wanted } from './offers.ts';
import type { CellProblem, PasteAnswers, PasteContext, RowTarget } from './paste-context.ts';
import { readCell } from './read-cell.ts';
import { unitsOf } from './stated-unit.ts';

/** A cell of a pasted table as it would be stored, or why it would not. */
export interface ProposedCell {
  readonly column: number;
  readonly fiscalYear: FiscalYear;
  readonly text: string;
  readonly problem: CellProblem | null;
  readonly wanted: Wanted | null;
  readonly verdict: Verdict | null;
}

export interface ProposedRow {
  /** Its row in the pasted table. */
  readonly index: number;
  readonly label: string;
  readonly labelMarks: readonly string[];
  readonly target: RowTarget;
  /** What the table says that it counts in; null = nothing. */
  readonly unit: UnitInText | null;
  /** It is in percent: so the table says, or all of its numbers are written with a percent sign. */
  readonly percent: boolean;
  readonly cells: readonly ProposedCell[];
}

export interface Proposal {
  readonly rows: readonly ProposedRow[];
  readonly hints: readonly Hint[];
  /** Cells below the heads, in columns that are left out, that hold something. */
  readonly unused: number;
}

const LABEL_MARKS = /(?:[\s,、]*(?:[*※†‡#]\d{0,2}|[（(](?:注|note)\s*\d*[)）]|注\d+))+$/iu;

/** The name of a row without the marks behind it. */
export function labelOf(text: string): { readonly label: string; readonly marks: readonly string[] } {
  const [behind = ''] = LABEL_MARKS.exec(text) ?? [];
  return {
    label: text.slice(0, text.length - behind.length).trim(),
    marks: behind.match(/[*※†‡#]\d{0,2}|(?:注|note)\s*\d*/giu) ?? [],
  };
}

/** The name of each row below the heads: its label, and the part in a column of its own. */
export function rowLabels(table: PastedTable, { headRows, columns }: TableMapping): string[] {
  const texts = (row: PastedTable['rows'][number], use: 'label' | 'part') =>
    columns.flatMap((column, index) => (column.use === use ? (row[index]?.text ?? '') : []));
  return table.rows
    .slice(headRows)
    .map((row) => [...texts(row, 'label'), ...texts(row, 'part')].filter(Boolean).join(' – '));
}

/**
 * What a pasted table would bring in, cell by cell. Nothing is stored, and what cannot be read is named.
 * @param targets by the row's place below the heads
 */
export function proposalOf(
  table: PastedTable,
  mapping: TableMapping,
  targets: readonly RowTarget[],
  answers: PasteAnswers,
  context: PasteContext,
): Proposal {
  const labels = rowLabels(table, mapping);
  const units = unitsOf(table, mapping);
  const ofColumns = units.ofColumn.find((one) => one !== null) ?? null;
  const several = yearsOfSeveral(mapping);
  const taken = new Set<string>();
  const rowsTaken = new Set<string>();
  const rows = table.rows.slice(mapping.headRows).map((row, index): ProposedRow => {
    const { label, marks } = labelOf(labels[index] ?? '');
    const target = targets[index] ?? null;
    const of = whoseOf(row, mapping, answers, context);
    const own = units.ofRow(row, label, marks);
    const unit = own ?? ofColumns ?? units.ofTable;
    const percent = unit?.said.unit ? unit.said.unit === 'percent' : isPercentRow(row, mapping);
    // The same row once more would be a second indicator of the same numbers.
    const sameRow = JSON.stringify([foldText(labels[index] ?? ''), of, yearTexts(row, mapping)]);
    const isAgain = target?.isNew === true && rowsTaken.has(sameRow);
    rowsTaken.add(sameRow);
    const cells = mapping.columns.flatMap((use, column): ProposedCell[] => {
      const cell = row[column];
      if (use.use !== 'year' || !cell || cell.text === '') return [];
      const base = { column, fiscalYear: use.fiscalYear, text: cell.text };
      const refused = (problem: CellProblem) => [{ ...base, problem, wanted: null, verdict: null }];
      if (cell.continued) return refused('merged');
      if (cell.fault) return refused(cell.fault);
      const inUnit = (own ?? units.ofColumn[column] ?? units.ofTable)?.said ?? null;
      const rowSays = { target, percent, unit: unit?.said ?? null, inUnit };
      const read = readCell(cell.text, use.role, rowSays, answers, context);
      if ('problem' in read) return refused(read.problem);
      if (several.has(yearOf(use))) return refused('several');
      if (isAgain) return refused('twice');
      if (!target) return [{ ...base, problem: null, wanted: null, verdict: null }];
      if (of === undefined) return refused('whose');
      const wanted = wantedOf(target, use, of, read.said, cell.text, answers);
      const key = placeKey({ ...wanted.place, period: wanted.period });
      if (taken.has(key)) return refused('twice');
      taken.add(key);
      return [{ ...base, problem: null, wanted, verdict: verdictOf(wanted, context.standing) }];
    });
    return { index, label, labelMarks: marks, target, unit, percent, cells };
  });
  const unused = table.rows.slice(mapping.headRows).flatMap((row) =>
    row.filter(({ text, continued }, column) => {
      return text !== '' && !continued && (mapping.columns[column]?.use ?? 'none') === 'none';
    }),
  ).length;
  return { rows, hints: hintsOf(rows.map(marked), table.notes, context.convention), unused };
}

type YearColumn = Extract<TableMapping['columns'][number], { use: 'year' }>;

const yearOf = ({ fiscalYear, role }: YearColumn) => `${fiscalYear} ${role}`;

/** Years that more than one column stands for: which of them is the whole, only a person can say. */
function yearsOfSeveral({ columns }: TableMapping): ReadonlySet<string> {
  const years = columns.flatMap((column) => (column.use === 'year' ? yearOf(column) : []));
  return new Set(years.filter((year, index) => years.indexOf(year) !== index));
}

function yearCells(row: PastedTable['rows'][number], { columns }: TableMapping): PastedCell[] {
  return row.filter((_, column) => columns[column]?.use === 'year');
}

function yearTexts(row: PastedTable['rows'][number], mapping: TableMapping): string[] {
  return yearCells(row, mapping).map(({ text }) => text);
}

function isPercentRow(row: PastedTable['rows'][number], mapping: TableMapping): boolean {
  const texts = yearTexts(row, mapping);
  if (!texts.some((text) => /[%％]|percent|パーセント/i.test(text))) return false;
  const typed = texts.map(typedFigure);
  const values = typed.filter((one) => one.kind === 'value');
  return values.length > 0 && values.every(({ percent }) => percent);
}

function marked({ label, labelMarks, cells }: ProposedRow) {
  return {
    label,
    labelMarks,
    cells: cells.map(({ fiscalYear, wanted, text }) => ({
      fiscalYear,
      marks: wanted?.said.marks ?? marksIn(text),
    })),
  };
}

function marksIn(text: string): readonly string[] {
  const typed = typedFigure(text);
  return 'marks' in typed ? typed.marks : [];
}

function wantedOf(
  { place, of: usual = null }: NonNullable<RowTarget>,
  { fiscalYear, role }: YearColumn,
  of: IdOf<'organisations'> | null,
  said: Said,
  text: string,
  { cited }: PasteAnswers,
): Wanted {
  return {
    place: {
      ...{ ...place, role, of: of ?? usual },
      ofBasis: of !== null ? 'stated' : usual !== null ? 'inferred' : 'unstated',
    },
    period: { fiscalYear, quarter: null },
    said,
    cited: cited && { ...cited, asStated: text },
    breakBefore: null,
    note: {},
  };
}

/** Whose a row is; undefined = it names an organisation that is not known. */
function whoseOf(
  row: PastedTable['rows'][number],
  { columns }: TableMapping,
  { of }: PasteAnswers,
  { organisations }: PasteContext,
): IdOf<'organisations'> | null | undefined {
  const column = columns.findIndex(({ use }) => use === 'whose');
  const name = column < 0 ? '' : (row[column]?.text ?? '');
  return name === '' ? of : organisations.get(foldText(name));
}
