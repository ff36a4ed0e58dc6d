import { expect, it } from 'vitest';
import { partsOf } from '#shared/figure-table/parts.ts';
import { gridRows } from '#shared/figure-table/rows.ts';
import type { Breakdown } from '#shared/model/indicator.ts';
import { emptyState } from '#shared/model/tables.ts';
import { makeFigure, makeIndicator } from '../../fixtures/figures.ts';

const YEAR = 2019;

/** As the panel of the whole (null) or of a part shows it: the hotline's figure and two things it was about. */
function shown(relation: Breakdown['relation'], first: number, looked: string | null) {
  const members = ['power', 'sexual'].map((code) => ({ code, name: { en: code }, retiredAfter: null }));
  const breakdown: Breakdown = { code: 'about', name: { en: 'About' }, relation, members, rest: {} };
  const hotline = makeIndicator({ unit: 'cases', breakdowns: [breakdown] });
  const figures = [
    makeFigure(hotline.id, YEAR, 42),
    makeFigure(hotline.id, YEAR, first, { cell: { about: 'power' } }),
    makeFigure(hotline.id, YEAR, 2, { cell: { about: 'sexual' } }),
  ];
  const rows = gridRows({ ...emptyState(), indicators: [hotline], figures });
  for (const row of rows)
    for (const [column, cell] of row.cells)
      if ((cell.standing[0].cell.about ?? null) === looked) return partsOf(row, cell, rows, column);
  throw new Error('There is no such cell.');
}

it('tells what is left over of a whole, of the whole and of each part (W7)', () => {
  for (const looked of [null, 'power', 'sexual']) {
    expect(shown('some-parts', 12, looked)).toMatchObject([{ rest: { least: 28, most: 28 }, misfit: null }]);
    expect(shown('of-which', 12, looked)).toMatchObject([{ rest: { least: 28, most: 30 }, misfit: null }]);
  }
});

it('tells that parts do not fit their whole, and nothing of what they leave over (W7)', () => {
  expect(shown('some-parts', 41, 'power')).toMatchObject([{ rest: null, misfit: 'parts-exceed-whole' }]);
  expect(shown('of-which', 43, null)).toMatchObject([{ rest: null, misfit: 'part-exceeds-whole' }]);
  expect(shown('all-parts', 12, null)).toMatchObject([{ rest: null, misfit: 'parts-fall-short' }]);
});

it('says nothing where the parts are the whole', () => {
  expect(shown('all-parts', 40, null)).toEqual([]);
});
