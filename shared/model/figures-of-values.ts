/**
 * What indicators held before version 8 of the model (a unit and a target in words, values by year) as an indicator and
 * figures of today. The ids follow from the old ones, so that wherever a row is read it becomes the same.
 */
import { derivedId, type LocalText } from './basics.ts';
import type { Cited } from './cited.ts';
import { blankFigure, type Figure } from './figure.ts';
import { type Indicator, UNITS, type Unit } from './indicator.ts';
import { blankSource, type Source } from './source.ts';

/** The source of what was entered without one. */
export const OFFICE_SOURCE: Source = blankSource({
  // `derivedId(['sources', 'entered by the office'])`.
  id: 'b4b12103-781e-5b9b-a731-ddb26116b93d',
  title: {
    en: 'Entered by the office, no source named',
    ja: '担当部署による入力（出典の記載なし）',
  },
  kind: 'internal',
});

export const OFFICE_CITED: Cited = {
  sourceId: OFFICE_SOURCE.id,
  passageId: null,
  locator: '',
  asStated: '',
};

/** Words that people use for units, by unit. */
const WORDS: Readonly<Record<Exclude<Unit, 'other' | 'money'>, readonly string[]>> = {
  people: ['people', 'persons', '人', '名'],
  cases: ['cases', '件'],
  companies: ['companies', '社'],
  sites: ['sites', '拠点'],
  countries: ['countries', 'か国', 'カ国', 'ヵ国'],
  percent: ['percent', '%', '％'],
  hours: ['hours', '時間'],
};

/** The unit that words stand for; `other` where they are none of those known. */
export function unitCalled(words: string): Unit {
  const typed = words.trim().toLowerCase();
  return (
    UNITS.find(
      (unit) => unit === typed || (WORDS as Record<string, readonly string[]>)[unit]?.includes(typed),
    ) ?? 'other'
  );
}

/** Words that were typed once, for readers of either language. */
export function inEither(words: string): LocalText {
  const text = words.trim();
  return text === '' ? {} : { en: text, ja: text };
}

/** An indicator of any version as one of today, with the figures that it held. */
export function withoutValues(row: Indicator): {
  readonly indicator: Indicator;
  readonly figures: readonly Figure[];
} {
  const { values, target, unit: words } = row;
  const isOfToday = values.length === 0 && target === '' && (UNITS as readonly string[]).includes(words);
  if (isOfToday) return { indicator: row, figures: [] };
  const unit = unitCalled(words);
  const said = Object.keys(row.unitName).length > 0;
  return {
    indicator: {
      ...row,
      unit,
      unitName: said ? row.unitName : inEither(words),
      over: unit === 'percent' ? 'ratio' : row.over,
      aim: target === '' ? row.aim : inEither(target),
      target: '',
      values: [],
    },
    figures: values
      // A year without value and note holds nothing.
      .filter(({ value, note }) => value !== null || note.trim() !== '')
      .map(({ fiscalYear, value, note }) =>
        blankFigure({
          id: derivedId(['figures', row.id, String(fiscalYear)]),
          indicatorId: row.id,
          period: { fiscalYear },
          value,
          note: inEither(note),
          cited: value === null ? null : OFFICE_CITED,
          at: null,
        }),
      ),
  };
}
