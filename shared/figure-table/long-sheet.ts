import { crc32 } from '../archive/zip.ts';
import { cellText, unitText } from '../figures/value-text.ts';
import type { Language, Translate } from '../i18n/index.ts';
import { textIn } from '../model/basics.ts';
import type { Figure, Period } from '../model/figure.ts';
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
  const rowOf = rowsFor(state, words);
  return [
    LONG_COLUMNS.map((column) => t(`figureSheet.column.${column}`)),
    ...state.figures.map((figure) => {
      const row = rowOf(figure);
      return LONG_COLUMNS.map((column) => row[column]);
    }),
  ];
}

function rowsFor(state: FigureRows, { t, language, period }: SheetWords) {
  const indicators = new Map(state.indicators.map((one) => [one.id, one]));
  const nameOf = (rows: FigureRows['organisations' | 'arrangements']) =>
    new Map(rows.map(({ id, name }) => [id as string, textIn(name, language)]));
  const organisations = nameOf(state.organisations);
  const arrangements = nameOf(state.arrangements);
  const sources = new Map(state.sources.map(({ id, title }) => [id as string, textIn(title, language)]));
  return (figure: Figure): Record<LongColumn, string> => {
    const { breakBefore, cited } = figure;
    const indicator = indicators.get(figure.indicatorId);
    const value = typedText(figure);
    return {
      indicator: textIn(indicator?.name, language),
      part: indicator ? cellText(indicator, figure.cell, language) : '',
      through: arrangements.get(figure.via ?? '') ?? '',
      whose: organisations.get(figure.of ?? '') ?? '',
      period: period(figure.period),
      role: t(`figureSheet.role.${figure.role}`),
      value,
      unit: indicator ? unitText(indicator, language, t) : '',
      status: figure.status,
      marks: figure.marks.join(' '),
      break: breakBefore ? `${breakBefore.kind}, ${breakBefore.effect}` : '',
      note: [textIn(breakBefore?.note, language), textIn(figure.note, language)].filter(Boolean).join(' / '),
      source: sources.get(cited?.sourceId ?? '') ?? (cited?.passageId ? t('figureSheet.passage') : ''),
      locator: cited?.locator ?? '',
      replaces: figure.replaces ?? '',
      id: figure.id,
      sum: sumOf(figure.id, value),
    };
  };
}

/** By it a number that was changed in the sheet is told from one that was changed in the workspace since. */
export function sumOf(id: string, value: string): string {
  return crc32(new TextEncoder().encode(`${id} ${value}`))
    .toString(16)
    .padStart(8, '0');
}
