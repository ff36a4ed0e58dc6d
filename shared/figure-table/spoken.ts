import { valueText } from '../figures/value-text.ts';
import type { Translate } from '../i18n/index.ts';
import { textIn } from '../model/basics.ts';
import type { Period } from '../model/figure.ts';
import { breakAt, type GridCell, isDisputed } from './rows.ts';

/** Words for the things of a table. */
export interface FigureWords {
  readonly t: Translate;
  readonly language: string;
  readonly period: (period: Period) => string;
  readonly unit: string;
}

/** All that is to be known of a cell, in words: for a screen reader, and beside the pointer. */
export function cellWords(cell: GridCell | undefined, words: FigureWords): string[] {
  const { t, unit } = words;
  if (!cell) return [t('figureGrid.spoken.none')];
  const { standing, replaced } = cell;
  const [first] = standing;
  const said = [
    first.value === null
      ? t(`figureGrid.sign.${valueless(first.status)}`)
      : joined(valueText(first, t), unit),
  ];
  if (isDisputed(cell))
    said.push(
      t('figureGrid.spoken.disputed', { values: standing.map((one) => valueText(one, t)).join(', ') }),
    );
  const found = breakWords(cell, words);
  if (found !== null) said.push(found);
  const change = changeWords(cell, words);
  if (change !== null) said.push(change);
  const before = replaced[0];
  if (before && first.replaces !== null)
    said.push(t('figureGrid.spoken.restated', { value: valueText(before, t) }));
  return said;
}

const joined = (value: string, unit: string) => (unit === '' ? value : `${value} ${unit}`);

function valueless(status: string) {
  return status === 'not-collected' || status === 'not-applicable' || status === 'withheld'
    ? status
    : 'awaited';
}

/** What stands between a cell and the one before it; null = nothing. */
export function breakWords(cell: GridCell, { t, language }: FigureWords): string | null {
  const found = breakAt(cell);
  const { step } = cell;
  if (found === null && step?.change.kind === 'not-comparable' && step.change.why === 'unstated')
    return t('figureGrid.spoken.unstated');
  if (found === null) return null;
  if (found === 'boundary') return t('figureGrid.spoken.break', { what: t('figureGrid.breakKind.boundary') });
  const kind = t(`figureGrid.breakKind.${found.kind}`);
  const note = textIn(found.note, language).replace(/[.。]\s*$/, '');
  const what = note === '' ? kind : t('figureGrid.breakNoted', { kind, note });
  return t(found.effect === 'no' ? 'figureGrid.spoken.break' : 'figureGrid.spoken.care', { what });
}

/** The change against the number before, where the two may be compared; null = they may not, or there is none. */
export function changeWords({ step }: GridCell, { t, language, period }: FigureWords): string | null {
  if (step?.change.kind !== 'change') return null;
  const { percent, difference, breaks } = step.change;
  const signed = (value: number, digits: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits, signDisplay: 'exceptZero' }).format(
      value,
    );
  const before = period(step.before.period);
  const change =
    percent === null
      ? t('figureGrid.difference', { difference: signed(difference, 2), period: before })
      : t('figureGrid.change', { percent: `${signed(percent, 2)} %`, period: before });
  return breaks.length > 0 ? t('figureGrid.change.care', { change }) : change;
}
