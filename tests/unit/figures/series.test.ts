import { describe, expect, it } from 'vitest';
import { lastWhole, lastWholes, yearFigure } from '#shared/figures/series.ts';
import { newId } from '#shared/model/basics.ts';
import type { Figure } from '#shared/model/figure.ts';
import { citedIn, makeFigure, makeIndicator } from '../../fixtures/figures.ts';

const { id } = makeIndicator();
const of = (year: number, value: number, fields: Partial<Figure> = {}): Figure => ({
  ...makeFigure(id, year, value),
  ...fields,
});
const quarter = (fiscalYear: number) => ({ period: { fiscalYear, quarter: 1 } });

describe('the figure of a year, and the last one', () => {
  const whole = of(2020, 42);
  const others = [
    of(2020, 12, { cell: { about: 'pay' } }),
    of(2020, 50, { role: 'target' }),
    of(2020, 11, quarter(2020)),
    of(2020, 41, { standing: 'set-aside', standingWhy: 'Spoken' }),
  ];

  it('is of the whole, of all of the year, actual, and counts', () => {
    expect(yearFigure([...others, whole], 2020)).toBe(whole);
    expect(yearFigure(others, 2020)).toBeUndefined();
    const restated = of(2020, 43, { replaces: whole.id, why: 'Late' });
    expect(yearFigure([whole, restated], 2020)).toBe(restated);
  });

  it('is not lost for what is counted of a later year in part', () => {
    const later = [
      of(2022, 3, quarter(2022)),
      of(2021, 9, { cell: { about: 'pay' } }),
      of(2023, 1, { role: 'target' }),
    ];
    expect(lastWhole([of(2019, 40), whole, ...others, ...later])).toBe(whole);
    expect(lastWhole(later)).toBeUndefined();
  });

  it('is none of several that is taken for the others', () => {
    const [spoken, elsewhere, channel] = [
      of(2020, 43, { cited: citedIn(newId()) }),
      of(2020, 7, { of: newId() }),
      of(2020, 5, { via: newId() }),
    ];
    const all = [whole, spoken, elsewhere, channel];
    expect(new Set(lastWholes([...others, ...all, of(2019, 40)]))).toEqual(new Set(all));
  });
});
