import { describe, expect, it } from 'vitest';
import { LONG_COLUMNS, longRows, type SheetWords, valueSum } from '#shared/figure-table/long-sheet.ts';
import { rowFinder } from '#shared/figure-table/row-finder.ts';
import {
  breakAt,
  comparablePieces,
  type FigureRows,
  gridRows,
  isDisputed,
  periodColumns,
} from '#shared/figure-table/rows.ts';
import { breakWords, cellWords } from '#shared/figure-table/spoken.ts';
import { typedText } from '#shared/figure-table/typed-text.ts';
import { wideRows } from '#shared/figure-table/wide-sheet.ts';
import { workbookOf } from '#shared/figure-table/workbook.ts';
import { typedFigure } from '#shared/figures/typed-figure.ts';
import { translator } from '#shared/i18n/index.ts';
import { newId } from '#shared/model/basics.ts';
import { blankFigure, type Figure, type FigureFields } from '#shared/model/figure.ts';
import { blankIndicator } from '#shared/model/indicator.ts';
import { blankOrganisation } from '#shared/model/organisation.ts';
import { blankSource } from '#shared/model/source.ts';
import { readWorkbook } from '#shared/ooxml/read.ts';
import { writeWorkbook } from '#shared/ooxml/write.ts';

const t = translator('en');
const WORDS: SheetWords = { t, language: 'en', period: ({ fiscalYear }) => `FY${fiscalYear + 1}` };
const own = newId();
const report = newId();
const cited = { sourceId: report, passageId: null, locator: 'p. 12', asStated: '' };
const online = blankIndicator({ id: newId(), name: { en: 'Online training' }, unit: 'people' });
const hotline = blankIndicator({ id: newId(), name: { en: '=1+1 hotline' }, unit: 'cases' });

function figure(fields: Partial<FigureFields> & Pick<FigureFields, 'period'>): Figure {
  return blankFigure({ id: newId(), indicatorId: online.id, of: own, cited, at: null, ...fields });
}

const note = { en: 'held for all employees' };
const SERIES = [
  figure({ period: { fiscalYear: 2017 }, value: 8026 }),
  figure({
    period: { fiscalYear: 2018 },
    value: 20936,
    breakBefore: { kind: 'population', effect: 'no', note },
  }),
  figure({
    period: { fiscalYear: 2019 },
    value: 21150,
    breakBefore: { kind: 'content', effect: 'care', note: {} },
  }),
];

function state(figures: Figure[], kind: 'own-report' | 'internal' = 'own-report'): FigureRows {
  return {
    figures,
    indicators: [online, hotline],
    organisations: [blankOrganisation({ id: own, name: { en: 'NEC Corporation' }, kind: 'own' })],
    arrangements: [],
    sources: [blankSource({ id: report, title: { en: 'Report' }, kind })],
  };
}

describe('the rows of the table', () => {
  it('are one a line, and one for an indicator that has no figures yet', () => {
    const rows = gridRows(state(SERIES));
    expect(rows.map(({ indicator, cells }) => [indicator.name.en, cells.size])).toEqual([
      ['Online training', 3],
      ['=1+1 hotline', 0],
    ]);
    expect(periodColumns(rows, 2020).map(({ period }) => period.fiscalYear)).toEqual([
      2017, 2018, 2019, 2020,
    ]);
  });

  it('stop their line at a break, and go on where a change needs care (W2)', () => {
    const [row] = gridRows(state(SERIES));
    const pieces = row
      ? comparablePieces(row).map((piece) => piece.map(({ standing }) => standing[0].value))
      : [];
    expect(pieces).toEqual([[8026], [20936, 21150]]);
  });

  it('stop no line of years at the quarters between them', () => {
    const years = [2020, 2021].map((year) => figure({ period: { fiscalYear: year }, value: 40 }));
    const quarters = [2020, 2021].flatMap((fiscalYear) =>
      [1, 2].map((quarter) => figure({ period: { fiscalYear, quarter }, value: 10 * quarter })),
    );
    const [row] = gridRows(state([...years, ...quarters]));
    const pieces = row
      ? comparablePieces(row).map((piece) => piece.map(({ standing }) => standing[0].value))
      : [];
    expect(pieces).toEqual([
      [10, 10],
      [20, 20],
      [40, 40],
    ]);
  });

  it('say the break and never a percentage across it (W2)', () => {
    const [row] = gridRows(state(SERIES));
    const words = { t, language: 'en', period: WORDS.period, unit: 'people' };
    const said = ['2017', '2018', '2019'].map((key) => cellWords(row?.cells.get(key), words).join('. '));
    expect(said[1]).toBe(
      '20,936 people. Not comparable with the period before: other people are counted (held for all employees).',
    );
    expect(said[2]).toContain('+1.02 % against FY2019, to be compared with care');
    expect(said.join()).not.toMatch(/160/);
  });

  it('break where the organisation changes along the line (W15)', () => {
    const [row] = gridRows(
      state([
        figure({ period: { fiscalYear: 2017 }, value: 100 }),
        figure({ period: { fiscalYear: 2023 }, value: 100, of: newId() }),
      ]),
    );
    const cell = row?.cells.get('2023');
    expect(cell && breakAt(cell)).toBe('boundary');
    expect(cell && breakWords(cell, { t, language: 'en', period: WORDS.period, unit: '' })).toMatch(
      /other organisations/,
    );
  });

  it('keep what sources say side by side, and what was restated below it', () => {
    const [first] = SERIES as [Figure];
    const other = figure({
      period: { fiscalYear: 2017 },
      value: 8027,
      cited: { ...cited, sourceId: newId() },
    });
    const later = figure({
      period: { fiscalYear: 2017 },
      value: 8028,
      replaces: first.id,
      why: 'counted anew',
    });
    const cell = gridRows(state([first, other, later]))[0]?.cells.get('2017');
    expect(cell && isDisputed(cell)).toBe(true);
    expect(cell?.replaced).toEqual([first]);
  });
});

describe('figures as they are typed', () => {
  it('are read back as the same', () => {
    const shapes: Partial<Figure>[] = [
      { value: 0 },
      { value: 21150 },
      { value: -12.5 },
      { value: 200, precision: 'about' },
      { value: 4, precision: 'below' },
      { value: 387, outOf: 393 },
      { value: 28, most: 30 },
      ...(['not-collected', 'not-applicable', 'withheld', 'awaited'] as const).map((status) => ({
        value: null,
        status,
      })),
    ];
    for (const shape of shapes) {
      const one = {
        ...figure({ period: { fiscalYear: 2019 } }),
        ...shape,
        status: shape.status ?? 'stated',
      } as Figure;
      const read = typedFigure(typedText(one));
      // A dash is read as a question: what it means is asked.
      if (one.status === 'not-applicable') expect(read.kind).toBe('ask');
      else if (one.value === null) expect(read).toMatchObject({ kind: 'none', status: one.status });
      else
        expect(read).toMatchObject({
          kind: 'value',
          value: one.value,
          most: one.most,
          outOf: one.outOf,
          precision: one.precision,
        });
    }
  });
});

describe('the sheets', () => {
  it('hold every figure with its id and a sum in the long one, and run nothing', () => {
    const rows = longRows(
      state([...SERIES, figure({ period: { fiscalYear: 2019 }, indicatorId: hotline.id, value: 3 })]),
      WORDS,
    );
    expect(rows).toHaveLength(5);
    const at = (column: (typeof LONG_COLUMNS)[number]) => LONG_COLUMNS.indexOf(column);
    for (const row of rows.slice(1))
      expect(row[at('sum')]?.split('-')[0]).toBe(valueSum(row[at('id')] ?? '', row[at('value')] ?? ''));
    const bytes = writeWorkbook(
      workbookOf('long', rows, WORDS, { at: '2026-01-01T00:00:00.000Z', creator: 'NEC' }),
    );
    const cells = [...(readWorkbook('x.xlsx', bytes)[0]?.cells.values() ?? [])];
    expect(cells.every(({ formula }) => formula === null)).toBe(true);
    expect(cells.some(({ text }) => text === '=1+1 hotline')).toBe(true);
    expect(cells.some(({ text }) => text === '21,150')).toBe(true);
  });

  it('print the wide one with the bar, its note, and small counts withheld', () => {
    const small = figure({ period: { fiscalYear: 2019 }, indicatorId: hotline.id, value: 3 });
    const rows = wideRows(state([...SERIES, small], 'internal'), 2019, WORDS);
    const text = rows.map((row) => row.join('|')).join('\n');
    expect(text).toContain('8,026|‖ 20,936|21,150');
    expect(text).toContain('not comparable before FY2019');
    expect(text).toMatch(/hotline.*\|x$/m);
    expect(text).not.toMatch(/160/);
  });
});

describe('the row that a name means', () => {
  const find = rowFinder(gridRows(state(SERIES)));

  it('is found by its name in any width and case, without marks', () => {
    expect(find('ＯＮＬＩＮＥ training*1')?.indicator).toBe(online);
    expect(find('Online training of managers')?.indicator).toBe(online);
  });

  it('is none where several could be meant, or nothing is said', () => {
    expect(find('n')).toBeNull();
    expect(find(' *1')).toBeNull();
    expect(find('Visits')).toBeNull();
  });
});
