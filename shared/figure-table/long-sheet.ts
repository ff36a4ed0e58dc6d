import { crc32 } from '../archive/zip.ts';
import { cellText, unitText } from '../figures/value-text.ts';
import type { Language, Translate } from '../i18n/index.ts';
import { textIn } from '../model/basics.ts';
import type { Figure, FigureStatus, Period } from '../model/figure.ts';
import { cellText as pastedText } from '../pasted/table.ts';
import type { FigureRows } from './rows.ts';
import { typedText } from './typed-text.ts';

/** Columns of the sheet with a row a figure, in their order. The last two are how it finds its way back. */
export const LONG_COLUMNS = [
  'indicator',
  'part',
  'through',
  'whose',
  'period',
  'role',
  'value',
  'unit',
  'status',
  'marks',
  'break',
  'note',
  'source',
  'locator',
  'replaces',
  'id',
  'sum',
] as const;
export type LongColumn = (typeof LONG_COLUMNS)[number];

/** Words for what stands in a sheet. */
export interface SheetWords {
  readonly t: Translate;
  readonly language: Language;
  readonly period: (period: Period) => string;
}

/** All figures, one a row, below a row of headings: nothing is left out, restated ones are named by what they replace. */
export function longRows(state: FigureRows, words: SheetWords): string[][] {
  const { t } = words;
  const rowOf = longRowsOf(state, words);
  return [
    LONG_COLUMNS.map((column) => t(`figureSheet.column.${column}`)),
    ...state.figures.map((figure) => {
      const row = rowOf(figure);
      return LONG_COLUMNS.map((column) => row[column]);
    }),
  ];
}

export type LongRow = Readonly<Record<LongColumn, string>>;

/** Says what the row of a figure holds. */
export function longRowsOf(
  state: FigureRows,
  { t, language, period }: SheetWords,
): (figure: Figure) => LongRow {
  const indicators = new Map(state.indicators.map((one) => [one.id, one]));
  const nameOf = (rows: FigureRows['organisations' | 'arrangements']) =>
    new Map(rows.map(({ id, name }) => [id as string, textIn(name, language)]));
  const organisations = nameOf(state.organisations);
  const arrangements = nameOf(state.arrangements);
  const sources = new Map(state.sources.map(({ id, title }) => [id as string, textIn(title, language)]));
  return (figure) => {
    const { breakBefore, cited } = figure;
    const indicator = indicators.get(figure.indicatorId);
    const row = {
      indicator: textIn(indicator?.name, language),
      part: indicator ? cellText(indicator, figure.cell, language) : '',
      through: arrangements.get(figure.via ?? '') ?? '',
      whose: organisations.get(figure.of ?? '') ?? '',
      period: period(figure.period),
      role: t(`figureSheet.role.${figure.role}`),
      value: typedText(figure),
      unit: indicator ? unitText(indicator, language, t) : '',
      status: statusWords(figure.status, t),
      marks: figure.marks.join(' '),
      break: breakBefore
        ? t(`figureSheet.break.${breakBefore.effect}`, {
            what: t(`figureGrid.breakKind.${breakBefore.kind}`),
          })
        : '',
      note: [textIn(breakBefore?.note, language), textIn(figure.note, language)].filter(Boolean).join(' / '),
      source: sources.get(cited?.sourceId ?? '') ?? (cited?.passageId ? t('figureSheet.passage') : ''),
      locator: cited?.locator ?? '',
      replaces: figure.replaces ?? '',
      id: figure.id,
    };
    return { ...row, sum: `${valueSum(row.id, row.value)}-${restSum(row)}` };
  };
}

/** A status as a sheet says it. */
export function statusWords(status: FigureStatus, t: Translate): string {
  return t(status === 'stated' ? 'figureSheet.status.stated' : `figureGrid.sign.${status}`);
}

/** By it a number that was changed in the sheet is told from one that was changed in the workspace since. */
export function valueSum(id: string, value: string): string {
  return checkSum([id, value]);
}

/** The same of all that stands beside the number. */
export function restSum(row: Readonly<Partial<Record<LongColumn, string>>>): string {
  return checkSum(BESIDE.map((column) => row[column] ?? ''));
}

/** Columns beside the number that a person can read and edit. */
export const BESIDE = LONG_COLUMNS.filter((column) => !['value', 'id', 'sum'].includes(column));

function checkSum(texts: readonly string[]): string {
  return crc32(new TextEncoder().encode(texts.map(pastedText).join('\u0000')))
    .toString(16)
    .padStart(8, '0');
}
