import { describe, expect, it } from 'vitest';
import { typedFigure } from '#shared/figures/typed-figure.ts';
import { typedTarget } from '#shared/figures/typed-target.ts';
import { typedYear } from '#shared/figures/typed-year.ts';

const CONVENTION = { firstMonth: 4, namedBy: { en: 'end', ja: 'start' } } as const;

describe('a cell of a table', () => {
  it.each([
    ['21,150*2', { value: 21150, marks: ['*2'] }],
    ['42 *1, *2', { value: 42, marks: ['*1', '*2'] }],
    ['12（注1）', { value: 12, marks: ['(注1)'] }],
    ['約200', { value: 200, precision: 'about' }],
    ['around 200', { value: 200, precision: 'about' }],
    ['200以上', { value: 200, precision: 'at-least' }],
    ['<4', { value: 4, precision: 'below' }],
    ['85％', { value: 85, percent: true }],
    ['387/393', { value: 387, outOf: 393 }],
    ['387 of 393', { value: 387, outOf: 393 }],
    ['28–30', { value: 28, most: 30 }],
    ['△12', { value: -12 }],
    ['(12)', { value: -12 }],
    ['−12', { value: -12 }],
    ['１２３', { value: 123 }],
    ['0', { value: 0 }],
  ])('%s is read', (typed, said) => {
    const usual = { most: null, outOf: null, precision: 'exact', percent: false, marks: [] };
    expect(typedFigure(typed)).toEqual({ kind: 'value', ...usual, ...said });
  });

  it.each([
    ['…', 'not-collected'],
    ['n/a', 'not-applicable'],
    ['x', 'withheld'],
    ['*', 'awaited'],
  ])('%s says that there is none', (typed, status) =>
    expect(typedFigure(typed)).toMatchObject({ kind: 'none', status }),
  );

  it.each(['-', '－', '—', '- *1'])('%s is asked: none, or 0?', (typed) =>
    expect(typedFigure(typed).kind).toBe('ask'),
  );

  it('is left alone where it is blank', () => expect(typedFigure(' 　')).toEqual({ kind: 'blank' }));

  it.each([
    ['1,5', 'separators'],
    ['1.234,5', 'separators'],
    ['1 234', 'separators'],
    ['0x2A', 'unclear'],
    ['1e3', 'unclear'],
    ['42件', 'unit'],
    ['560 94', 'two-numbers'],
    ['560\n94', 'two-numbers'],
    ['30–28', 'order'],
    ['3/0', 'order'],
    ['(−3)', 'unclear'],
  ])('%s is refused (%s)', (typed, problem) =>
    expect(typedFigure(typed)).toEqual({ kind: 'refused', problem }),
  );
});

describe('the head of a column', () => {
  it.each([
    'FY2018',
    'FY18',
    'fiscal 2018',
    'FY2018*1',
    '2017年度',
    '２０１７年度',
    '平成29年度',
    '2018年3月期',
    'FYE 3/2018',
    'FYE Mar 2018',
    'year ended 31 March 2018',
  ])('%s is the year that begins in 2017', (typed) =>
    expect(typedYear(typed, CONVENTION)).toEqual({ kind: 'year', fiscalYear: 2017 }),
  );

  it('is asked where it says a bare year, unless years are those of the calendar', () => {
    expect(typedYear('2018', CONVENTION)).toEqual({ kind: 'ask', fiscalYears: [2018, 2017] });
    expect(typedYear('2018', { firstMonth: 1, namedBy: {} })).toEqual({ kind: 'year', fiscalYear: 2018 });
  });

  it.each(['Total', '2018年9月期', '20180', '', '1066'])('%s is no year', (typed) =>
    expect(typedYear(typed, CONVENTION)).toEqual({ kind: 'none' }),
  );
});

describe('a target that is typed', () => {
  it.each([
    ['>= 85 % FY2023', { compare: '>=', value: 85, percent: true, fiscalYear: 2022 }],
    ['2023年度までに85%以上', { compare: '>=', value: 85, percent: true, fiscalYear: 2023 }],
    ['<= 4 FY2021', { compare: '<=', value: 4, percent: false, fiscalYear: 2020 }],
    ['95% by FY2020', { compare: null, value: 95, percent: true, fiscalYear: 2019 }],
    ['= 100', { compare: '=', value: 100, percent: false, fiscalYear: null }],
  ])('%s can be held against a figure', (typed, said) =>
    expect(typedTarget(typed, CONVENTION)).toEqual(said),
  );

  it.each(['All suppliers in Japan first', 'about 80', '80–90', '1,5 FY2020'])('%s stays words', (typed) =>
    expect(typedTarget(typed, CONVENTION)).toBeNull(),
  );
});
