import { expect, it } from 'vitest';
import { gridRows } from '#shared/figure-table/rows.ts';
import { blankArrangement } from '#shared/model/arrangement.ts';
import { newId } from '#shared/model/basics.ts';
import { blankFigure } from '#shared/model/figure.ts';
import { blankIndicator } from '#shared/model/indicator.ts';

const AT = '2024-04-01T00:00:00.000Z';
const hotline = blankArrangement({ id: newId(), name: { en: 'Hotline' }, kind: 'channel' });
const member = (code: string, retiredAfter: number | null = null) => ({ code, name: {}, retiredAfter });
const reports = {
  ...blankIndicator({ id: newId(), name: { en: 'Reports' }, unit: 'cases' }),
  breakdowns: [
    {
      ...{ code: 'about', name: {}, relation: 'some-parts' as const, rest: {} },
      members: [member('power'), member('sexual'), member('old', 2015)],
    },
  ],
};
const rowsOf = (figures: ReturnType<typeof blankFigure>[]) =>
  gridRows({ figures, indicators: [reports], organisations: [], arrangements: [hotline], sources: [] }).map(
    ({ via, cell, periods }) => [via === null ? 'none' : 'hotline', cell.about ?? 'whole', periods.length],
  );
const figure = (about: string | null, via: string | null) =>
  blankFigure({
    ...{ id: newId(), indicatorId: reports.id, at: AT, value: 2, via },
    ...{ cell: about === null ? {} : { about }, period: { fiscalYear: 2019 } },
  });

it('has a row for each part that is still counted, in which its first figure can be typed', () => {
  expect(rowsOf([])).toEqual([
    ['none', 'whole', 0],
    ['none', 'power', 0],
    ['none', 'sexual', 0],
  ]);
});

it('has one for the parts of each whole, and none beside a part with figures', () => {
  expect(rowsOf([figure(null, hotline.id), figure('power', hotline.id)])).toEqual([
    ['hotline', 'whole', 1],
    ['hotline', 'power', 1],
    ['hotline', 'sexual', 0],
  ]);
});
