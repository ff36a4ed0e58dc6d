import { typedFigure } from '../figures/typed-figure.ts';
import { foldText } from '../fold/fold.ts';
import { LANGUAGE_IDS, translator } from '../i18n/index.ts';
import type { Id } from '../model/basics.ts';
import { FIGURE_STATUSES, type Figure, type FigureStatus, isValueless } from '../model/figure.ts';
import { cellText } from '../pasted/table.ts';
import type { ReturnedRow } from './from-workbook.ts';
import { BESIDE, type LongColumn, type LongRow, restSum, statusWords, valueSum } from './long-sheet.ts';
import { type Said, saidBy, saysTheSame, targetSaidBy, type Wanted } from './offers.ts';
import type { CellProblem } from './paste-context.ts';
import { typedText } from './typed-text.ts';

/** Why a row of a sheet that came back offers nothing. */
export type ReturnedProblem =
  | CellProblem
  | 'unknown-id'
  | 'id-twice'
  | 'blank'
  | 'restated'
  /** Its status is no word for one, or does not go with the number. */
  | 'status'
  /** Only cells were edited that a sheet cannot change. */
  | 'untaken';

/** A cell that was edited, and is not taken: what stands beside a number is changed in the window. */
export interface UntakenCell {
  readonly column: LongColumn;
  readonly address: string;
}

/** A row that was edited in the sheet: what it offers, or why it offers nothing. */
export type ReturnedOffer = {
  readonly row: number;
  readonly text: string;
  readonly existing: Figure | null;
  readonly untaken: readonly UntakenCell[];
} & (
  | {
      readonly problem: null;
      readonly wanted: Wanted;
      /** The number was changed in the workspace as well since the sheet was written. */
      readonly changedHere: boolean;
    }
  | { readonly problem: ReturnedProblem }
);

/**
 * What a sheet offers that came back: of each edited row the number and its status, and by its address each cell that is
 * not taken. Rows that nobody edited offer nothing.
 * @param rowOf says what the sheet would say of a figure today, in its language
 */
export function returnedOffers(
  rows: readonly ReturnedRow[],
  figures: readonly Figure[],
  rowOf: (figure: Figure) => LongRow,
): ReturnedOffer[] {
  const byId = new Map<Id, Figure>(figures.map((one) => [one.id, one]));
  const replaced = new Set<Id>(figures.flatMap(({ replaces }) => replaces ?? []));
  const seen = new Set<string>();
  return rows.flatMap((row): ReturnedOffer[] => {
    if (isEmpty(row)) return [];
    const existing = byId.get(row.id) ?? null;
    const isAgain = seen.has(row.id);
    seen.add(row.id);
    const edited = existing ? editedBeside(row, rowOf(existing)) : [];
    const untaken = edited.filter(({ column }) => column !== 'status');
    const base = { row: row.row, text: row.value, existing, untaken };
    const offer = ((): Said | ReturnedProblem | null => {
      if (!existing) return 'unknown-id';
      if (isAgain) return 'id-twice';
      const status = edited.find(({ column }) => column === 'status');
      return saidIn(row, existing, status ? (row.beside.status?.text ?? '') : null, replaced);
    })();
    if (offer === null) return untaken.length > 0 ? [{ ...base, problem: 'untaken' }] : [];
    if (typeof offer === 'string' || !existing) return [{ ...base, problem: offer as ReturnedProblem }];
    return [
      {
        ...base,
        problem: null,
        wanted: wantedOf(existing, offer),
        changedHere: valueSum(existing.id, typedText(existing)) !== sumsOf(row).value,
      },
    ];
  });
}

function isEmpty({ id, value, fault, beside }: ReturnedRow): boolean {
  return (
    id === '' && value === '' && fault === null && Object.values(beside).every(({ text }) => text === '')
  );
}

/** The two sums of a row; sheets of earlier versions have none of what stands beside the number. */
function sumsOf({ sum }: ReturnedRow): { readonly value: string; readonly beside: string | null } {
  const [value = '', beside = null] = sum.split('-');
  return { value, beside };
}

/** The cells beside the number that were edited: what was changed in the workspace since is no edit of the sheet. */
function editedBeside(row: ReturnedRow, today: LongRow): UntakenCell[] {
  const texts = Object.fromEntries(BESIDE.map((column) => [column, row.beside[column]?.text ?? '']));
  const { beside } = sumsOf(row);
  if (restSum(texts) === beside) return [];
  // Sheets without this sum wrote breaks in other words.
  const columns = BESIDE.filter((column) => beside !== null || column !== 'break');
  return columns.flatMap((column) => {
    const cell = row.beside[column];
    return cell && cell.text !== cellText(today[column]) ? [{ column, address: cell.address }] : [];
  });
}

/** What the number and the status of a row say; null = what is there. @param status as it was edited; null = it was not */
function saidIn(
  row: ReturnedRow,
  existing: Figure,
  status: string | null,
  replaced: ReadonlySet<Id>,
): Said | ReturnedProblem | null {
  const isSame = row.fault === null && valueSum(row.id, row.value) === sumsOf(row).value;
  if (isSame && status === null) return null;
  const number = isSame ? numberOf(existing) : numberIn(row, existing);
  if (typeof number === 'string') return number;
  const named = status === null ? null : statusIn(status);
  if (status !== null && (named === null || isValueless(named) !== (number.value === null))) return 'status';
  const keeps = number.value !== null && existing.value !== null;
  const said = { ...number, status: named ?? (keeps ? existing.status : number.status) };
  if (saysTheSame(existing, said) && said.status === existing.status) return null;
  return replaced.has(existing.id) ? 'restated' : said;
}

function numberIn(row: ReturnedRow, { role }: Figure): Said | ReturnedProblem {
  if (row.fault !== null) return row.fault;
  if (row.value === '') return 'blank';
  const typed = typedFigure(row.value);
  if (typed.kind === 'refused') return typed.problem;
  if (typed.kind === 'ask') return 'dash';
  return (role === 'target' ? targetSaidBy(typed) : saidBy(typed)) ?? 'unclear';
}

function numberOf({ value, most, outOf, precision, status, compare, marks }: Figure): Said {
  return { value, most, outOf, precision, status, compare, marks };
}

/** A status by its word in any language. */
function statusIn(text: string): FigureStatus | null {
  const sought = foldText(text);
  return (
    FIGURE_STATUSES.find(
      (status) =>
        status === sought ||
        LANGUAGE_IDS.some((one) => foldText(statusWords(status, translator(one))) === sought),
    ) ?? null
  );
}

function wantedOf(existing: Figure, said: Said): Wanted {
  const { indicatorId, of, ofBasis, via, cell, role, period, cited, breakBefore, note, marks } = existing;
  return {
    place: { indicatorId, of, ofBasis, via, cell, role },
    ...{ period, cited, breakBefore, note },
    said: { ...said, marks: said.marks.length > 0 ? said.marks : marks },
  };
}
