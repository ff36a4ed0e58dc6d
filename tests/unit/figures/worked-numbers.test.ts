import { describe, expect, it } from 'vitest';
import { changeBetween, growth, stepsOf } from '#shared/figures/change.ts';
import { disputesOf } from '#shared/figures/dispute.ts';
import { doesNotAddUp, remainderOf, wholesOf } from '#shared/figures/parts.ts';
import { countedFigures, seriesOf } from '#shared/figures/series.ts';
import { shareOf } from '#shared/figures/share.ts';
import { marksOf } from '#shared/figures/signs.ts';
import { sumOf } from '#shared/figures/sum.ts';
import { indicatorStanding, targetLines, worstStatus } from '#shared/figures/target.ts';
import { rangeText, valueText } from '#shared/figures/value-text.ts';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import { translator } from '#shared/i18n/index.ts';
import { newId } from '#shared/model/basics.ts';
import type { Break, Figure } from '#shared/model/figure.ts';
import type { Breakdown } from '#shared/model/indicator.ts';
import { COMPANY_ID, citedIn, makeFigure, makeIndicator } from '../../fixtures/figures.ts';

/** The company's FY2018 is the year that begins in 2017. */
const [FY2018, FY2019, FY2020] = [2017, 2018, 2019];
const OTHER_PEOPLE: Break = { kind: 'population', effect: 'no', note: {} };
const OTHER_SUBJECT: Break = { kind: 'content', effect: 'care', note: { en: 'AI and biometrics' } };
const NOWHERE = new Map();

describe('training over three years', () => {
  const training = makeIndicator();
  const [online, group] = [newId(), newId()];
  const figures = [
    makeFigure(training.id, FY2018, 8026, { via: online }),
    makeFigure(training.id, FY2019, 20936, { via: online, breakBefore: OTHER_PEOPLE }),
    makeFigure(training.id, FY2020, 21150, { via: online, breakBefore: OTHER_SUBJECT }),
    makeFigure(training.id, FY2018, 586, { via: group }),
    makeFigure(training.id, FY2019, 441, { via: group }),
    makeFigure(training.id, FY2020, 537, { via: group }),
  ];
  const lines = seriesOf(figures);
  const steps = (via: string) =>
    stepsOf(lines.find((one) => one.via === via) ?? { figures: [] }, training).map(({ change }) => change);

  it('is not compared across other people, and with care across another subject (W2)', () => {
    const [first, second] = steps(online);
    expect(first).toEqual({ kind: 'not-comparable', why: 'break', breaks: [OTHER_PEOPLE] });
    expect(second).toMatchObject({ kind: 'change', difference: 214, breaks: [OTHER_SUBJECT] });
    expect(second?.kind === 'change' && second.percent?.toFixed(2)).toBe('1.02');
  });

  it('is compared where nothing stands between (W3)', () => {
    expect(
      steps(group).map((one) => one.kind === 'change' && [one.percent?.toFixed(2), one.breaks.length]),
    ).toEqual([
      ['-24.74', 0],
      ['21.77', 0],
    ]);
  });

  it('is not added over its forms (W4)', () => {
    for (const year of [FY2018, FY2019, FY2020]) {
      const both = figures.filter(({ period }) => period.fiscalYear === year);
      expect(sumOf(both, training, NOWHERE)).toEqual({ refused: 'channels' });
    }
  });

  it('is called by the years of either language (W5)', () => {
    const convention = { firstMonth: 4, namedBy: { en: 'end', ja: 'start' } } as const;
    const called = (language: string) =>
      [FY2018, FY2019, FY2020].map((year) => fiscalYearLabel(year, convention, language));
    expect(called('en')).toEqual(['FY2018', 'FY2019', 'FY2020']);
    expect(called('ja')).toEqual(['2017年度', '2018年度', '2019年度']);
  });

  it('is not added over an organisation and what it is part of (W6)', () => {
    const inJapan = newId();
    const organisations = new Map([
      [COMPANY_ID, { partOf: [inJapan] }],
      [inJapan, { partOf: [] }],
    ]);
    const own = makeFigure(training.id, FY2020, 560);
    const wider = makeFigure(training.id, FY2020, 94, { of: inJapan });
    expect(sumOf([own, wider], training, organisations)).toEqual({ refused: 'within' });
    expect(sumOf([own, { ...wider, via: group }], training, organisations)).toEqual({ refused: 'channels' });
    expect(sumOf([own, { ...wider, indicatorId: newId() }], training, organisations)).toEqual({
      refused: 'indicators',
    });
    // Two that are apart are added.
    const abroad = { ...wider, of: newId() };
    expect(sumOf([own, abroad], training, organisations)).toEqual({
      sum: { least: 654, most: 654, about: false },
    });
  });
});

describe('what a hotline received', () => {
  const breakdown = (relation: Breakdown['relation']): Breakdown => ({
    code: 'about',
    name: {},
    relation,
    members: ['power', 'sexual'].map((code) => ({ code, name: { en: code }, retiredAfter: null })),
    rest: {},
  });
  const wholeOf = (relation: Breakdown['relation'], power: number, sexual: number | null) => {
    const hotline = makeIndicator({ unit: 'cases', breakdowns: [breakdown(relation)] });
    const rows = [
      makeFigure(hotline.id, FY2020, 42),
      makeFigure(hotline.id, FY2020, power, { cell: { about: 'power' } }),
      makeFigure(hotline.id, FY2020, sexual, {
        cell: { about: 'sexual' },
        ...(sexual === null ? { status: 'withheld' as const } : {}),
      }),
    ];
    const [whole] = wholesOf(hotline, rows);
    if (!whole) throw new Error('no whole');
    return whole;
  };

  it('leaves 28 where its parts exclude one another, 28–30 where they may overlap (W7)', () => {
    expect(remainderOf(wholeOf('some-parts', 12, 2))).toMatchObject({ least: 28, most: 28 });
    expect(remainderOf(wholeOf('of-which', 12, 2))).toMatchObject({ least: 28, most: 30 });
    expect(doesNotAddUp(wholeOf('some-parts', 12, 2))).toBeNull();
  });

  it('is told where it does not add up, and kept (W7)', () => {
    const wrong = wholeOf('some-parts', 41, 2);
    expect(doesNotAddUp(wrong)).toBe('parts-exceed-whole');
    expect(remainderOf(wrong)).toBeNull();
    expect(doesNotAddUp(wholeOf('of-which', 41, 2))).toBeNull();
    expect(doesNotAddUp(wholeOf('of-which', 43, 2))).toBe('part-exceeds-whole');
    expect(doesNotAddUp(wholeOf('all-parts', 12, 2))).toBe('parts-fall-short');
  });

  it('gives away no part that is withheld (W9)', () => {
    const whole = wholeOf('some-parts', 12, null);
    const left = remainderOf(whole);
    expect(left).toEqual({ least: 30, most: 30, about: false, hidden: true });
    const t = translator('en');
    const printed = [
      ...[whole.whole, ...whole.parts].flatMap((one) => (one ? [valueText(one, t)] : [])),
      left ? rangeText(left, t) : '',
    ];
    expect(printed).toEqual(['42', '12', 'x', '30']);
  });

  it('is no line with what a source says of nobody’s reports (W8)', () => {
    const reports = makeIndicator({ unit: 'cases' });
    const nobody = makeFigure(reports.id, FY2020, 0, { of: null });
    const emea = makeFigure(reports.id, FY2020, 0, { ofBasis: 'inferred' });
    expect(sumOf([nobody, emea], reports, NOWHERE)).toEqual({ refused: 'unstated' });
    expect(
      changeBetween({ ...nobody, period: { fiscalYear: FY2019, quarter: null } }, emea, reports),
    ).toMatchObject({ kind: 'not-comparable', why: 'unstated' });
    expect(valueText(nobody, translator('ja'))).toBe('0');
  });
});

describe('years and their quarters', () => {
  const reports = makeIndicator({ unit: 'cases' });
  const of = (fiscalYear: number, quarter: number | null, value: number, fields = {}) => ({
    ...makeFigure(reports.id, fiscalYear, value, fields),
    period: { fiscalYear, quarter },
  });
  const years = [2020, 2021].map((year, at) => of(year, null, 40 + at));
  const quarters = [2020, 2021].flatMap((year) => [1, 2, 3, 4].map((at) => of(year, at, 10 + at)));
  const changesOf = (figures: Figure[]) =>
    seriesOf(figures).flatMap((line) =>
      stepsOf(line, reports).map(({ before, after, change }) => [
        ...[before.period, after.period].map((one) => [one.fiscalYear, one.quarter]),
        change.kind === 'change' ? change.difference : change.why,
      ]),
    );

  it('are each beside their like, and not in the way of one another', () => {
    expect(changesOf([...years, ...quarters])).toEqual([
      ...[1, 2, 3, 4].map((at) => [[2020, at], [2021, at], 0]),
      [[2020, null], [2021, null], 1],
    ]);
  });

  it('tell nothing of what a cumulative count grew by in a quarter', () => {
    const [line] = seriesOf(quarters);
    for (const one of quarters) expect(line && growth(line, one)).toBeUndefined();
  });

  it('are broken by what breaks either of them', () => {
    const broken = (fiscalYear: number, quarter: number | null) =>
      changesOf(
        [...years, ...quarters].map((one) =>
          one.period.fiscalYear === fiscalYear && one.period.quarter === quarter
            ? { ...one, breakBefore: OTHER_PEOPLE }
            : one,
        ),
      ).map((one) => one[2]);
    expect(broken(2021, null)).toEqual(['break', 'break', 'break', 'break', 'break']);
    expect(broken(2021, 1)).toEqual(['break', 'break', 'break', 'break', 'break']);
    expect(broken(2021, 3)).toEqual([0, 0, 'break', 'break', 'break']);
    // The year before is of both then.
    expect(broken(2020, 3)).toEqual(['break', 'break', 0, 0, 'break']);
    expect(broken(2020, 1)).toEqual([0, 0, 0, 0, 1]);
    expect(broken(2020, null)).toEqual([0, 0, 0, 0, 1]);
  });
});

describe('a breakdown of which a member is no longer counted', () => {
  const by = (retiredAfter: number | null): Breakdown => ({
    code: 'about',
    name: {},
    relation: 'all-parts',
    members: [
      { code: 'power', name: {}, retiredAfter: null },
      { code: 'sexual', name: {}, retiredAfter },
    ],
    rest: {},
  });
  const wholeBy = (retiredAfter: number | null, power: number) => {
    const hotline = makeIndicator({ unit: 'cases', breakdowns: [by(retiredAfter)] });
    const [whole] = wholesOf(hotline, [
      makeFigure(hotline.id, 2020, 42),
      makeFigure(hotline.id, 2020, power, { cell: { about: 'power' } }),
    ]);
    if (!whole) throw new Error('no whole');
    return whole;
  };

  it('is told where the others fall short (I5)', () => {
    expect(doesNotAddUp(wholeBy(2019, 12))).toBe('parts-fall-short');
    expect(doesNotAddUp(wholeBy(2019, 42))).toBeNull();
  });

  it('is what is left over as long as it is counted', () => {
    for (const retiredAfter of [null, 2020]) {
      expect(doesNotAddUp(wholeBy(retiredAfter, 12))).toBeNull();
      expect(remainderOf(wholeBy(retiredAfter, 12))).toMatchObject({ least: 30, most: 30, hidden: true });
      expect(remainderOf(wholeBy(retiredAfter, 42))).toBeNull();
    }
  });
});

describe('sources and periods', () => {
  it('keeps what is about so much apart from what is counted (W10)', () => {
    const suppliers = makeIndicator({ unit: 'companies', over: 'stock' });
    const about = makeFigure(suppliers.id, FY2020, 200, { precision: 'about' });
    expect(valueText(about, translator('en'))).toBe('about 200');
    expect(valueText(about, translator('ja'))).toBe('約200');
    const next = makeFigure(suppliers.id, FY2020 + 1, 210);
    expect(changeBetween(about, next, suppliers)).toMatchObject({ difference: 10, about: true });
  });

  it('shows what sources say side by side until somebody decides (W11)', () => {
    const renewed = makeIndicator({ unit: 'other' });
    const page = makeFigure(renewed.id, FY2020, 1);
    const spoken = makeFigure(renewed.id, FY2020, 2, { cited: citedIn(newId()) });
    expect(disputesOf([page, spoken])).toMatchObject([{ figures: [page, spoken], stands: null }]);
    expect(disputesOf([page, { ...spoken, value: 1 }])).toEqual([]);
    const settled = { ...spoken, standing: 'set-aside' as const, standingWhy: 'Spoken from memory' };
    expect(disputesOf([page, settled])).toMatchObject([{ stands: page }]);
    expect(countedFigures([page, settled])).toEqual([page]);
  });

  it('says nothing of shares of different things (W12)', () => {
    const declared = makeIndicator({ unit: 'percent', over: 'ratio' });
    const base: Break = { kind: 'base', effect: 'no', note: { en: 'of consolidated value' } };
    const [first, second] = [2021, 2022].map((year, index) =>
      makeFigure(declared.id, year, [80, 85][index] ?? 0),
    );
    if (!first || !second) throw new Error('no figures');
    expect(changeBetween(first, { ...second, breakBefore: base }, declared).kind).toBe('not-comparable');
    expect(changeBetween(first, second, declared)).toMatchObject({ difference: 5, percent: null });
  });

  it('adds a flow over its quarters, and takes a cumulative count apart (W13)', () => {
    const asked = makeIndicator({ over: 'flow' });
    const quarters = [1, 2].map((quarter) => ({
      ...makeFigure(asked.id, FY2020, quarter * 100),
      period: { fiscalYear: FY2020, quarter },
    }));
    expect(sumOf(quarters, asked, NOWHERE)).toMatchObject({ sum: { least: 300 } });
    const audits = makeIndicator({ over: 'cumulative' });
    const [now, later] = [makeFigure(audits.id, 2022, 13), makeFigure(audits.id, 2023, 20)];
    const ofOne = seriesOf([now])[0];
    const ofBoth = seriesOf([now, later])[0];
    expect(ofOne && growth(ofOne, now)).toBeUndefined();
    expect(ofBoth && growth(ofBoth, now)).toBeUndefined();
    expect(ofBoth && growth(ofBoth, later)).toBe(7);
    expect(sumOf([now, later], audits, NOWHERE)).toEqual({ refused: 'periods' });
  });

  it('sees another boundary where nobody says so (W15)', () => {
    const share = makeIndicator({ unit: 'percent', over: 'ratio' });
    const inJapan = makeFigure(share.id, 2017, 100, { of: newId() });
    const all = makeFigure(share.id, 2023, 100);
    const lines = seriesOf([inJapan, all]);
    expect(lines).toHaveLength(1);
    expect(lines[0] && stepsOf(lines[0], share)).toMatchObject([
      { change: { kind: 'not-comparable', why: 'boundary' } },
    ]);
  });

  it('computes a share (W16)', () => {
    const answered = makeFigure(newId(), 2019, 387, { outOf: 393 });
    expect(shareOf(answered)?.toFixed(2)).toBe('98.47');
    expect(valueText(answered, translator('en'))).toBe('387 of 393');
    expect(shareOf({ ...answered, precision: 'about' })).toBeNull();
  });

  it('adds parts that make a whole, and no member of it (W17)', () => {
    const parts: Breakdown = {
      code: 'year',
      name: {},
      relation: 'all-parts',
      members: ['before', 'now'].map((code) => ({ code, name: {}, retiredAfter: null })),
      rest: {},
    };
    const state: Breakdown = {
      ...parts,
      code: 'state',
      relation: 'of-which',
      members: [{ code: 'closed', name: {}, retiredAfter: null }],
    };
    const cases = makeIndicator({ unit: 'cases', over: 'cumulative', breakdowns: [parts, state] });
    const rows = [
      makeFigure(cases.id, 2023, 62),
      makeFigure(cases.id, 2023, 48, { cell: { year: 'before' } }),
      makeFigure(cases.id, 2023, 14, { cell: { year: 'now' } }),
      makeFigure(cases.id, 2023, 21, { cell: { state: 'closed' } }),
    ];
    const wholes = wholesOf(cases, rows);
    expect(wholes.map(doesNotAddUp)).toEqual([null, null]);
    expect(wholes.map(remainderOf)).toMatchObject([null, { least: 41, most: 41 }]);
    expect(sumOf(rows.slice(1, 3), cases, NOWHERE)).toMatchObject({ sum: { least: 62 } });
    expect(sumOf(rows.slice(0, 2), cases, NOWHERE)).toEqual({ refused: 'overlap' });
    expect(sumOf(rows.slice(2, 4), cases, NOWHERE)).toEqual({ refused: 'overlap' });
  });
});

describe('targets', () => {
  const target = (id: string, year: number, value: number, fields = {}) =>
    makeFigure(id, year, value, { role: 'target', compare: '>=', cited: null, ...fields });

  it.each([
    [95, 93, 'not-met'],
    [70, 88, 'met'],
    [80, 85, 'met'],
  ])('of at least %i with %i is %s (W14)', (wanted, reached, status) => {
    const { id } = makeIndicator({ unit: 'percent' });
    const rows = [target(id, 2022, wanted), makeFigure(id, 2022, reached)];
    expect(targetLines(rows, 2023).map((one) => one.status)).toEqual([status]);
  });

  it('is not held against figures of others, nor against what is counted otherwise since', () => {
    const { id } = makeIndicator();
    const reached = makeFigure(id, 2022, 96);
    expect(indicatorStanding([target(id, 2022, 95, { of: newId() }), reached], 2023).status).toBe(
      'not-comparable',
    );
    const later = { ...reached, breakBefore: OTHER_PEOPLE, at: '2023-01-01T00:00:00.000Z' };
    expect(indicatorStanding([target(id, 2022, 95), later], 2023).status).toBe('not-comparable');
  });

  it('is ahead of its time, without a figure, or not there', () => {
    const { id } = makeIndicator();
    expect(indicatorStanding([target(id, 2025, 95)], 2023).status).toBe('ahead');
    expect(indicatorStanding([target(id, 2022, 95)], 2023).status).toBe('no-figure');
    expect(indicatorStanding([makeFigure(id, 2022, 1)], 2023).status).toBe('no-target');
    expect(indicatorStanding([target(id, 2022, 95), makeFigure(id, 2022, null)], 2023).status).toBe(
      'no-figure',
    );
  });

  it('stands by what all sources say where they differ, in whatever order they come', () => {
    const { id } = makeIndicator();
    const [below, above] = [93, 96].map((value) =>
      makeFigure(id, 2022, value, { cited: citedIn(newId()) }),
    ) as [Figure, Figure];
    const wanted = target(id, 2022, 95);
    for (const rows of [
      [wanted, below, above],
      [above, below, wanted],
    ])
      expect(targetLines(rows, 2023).map(({ status }) => status)).toEqual(['not-comparable']);
    expect(targetLines([target(id, 2022, 90), below, above], 2023)[0]?.status).toBe('met');
    expect(targetLines([target(id, 2022, 97), below, above], 2023)[0]?.status).toBe('not-met');
    const decided = { ...below, standing: 'set-aside' as const, standingWhy: 'An estimate' };
    expect(targetLines([wanted, decided, above], 2023)[0]?.status).toBe('met');
  });

  it('does not mind that something else is counted elsewhere', () => {
    const { id } = makeIndicator();
    const elsewhere = makeFigure(id, 2022, 12, {
      of: newId(),
      breakBefore: OTHER_PEOPLE,
      at: '2023-01-01T00:00:00.000Z',
    });
    const rows = [target(id, 2022, 95), makeFigure(id, 2022, 96), elsewhere];
    expect(targetLines(rows, 2023).map(({ status }) => status)).toEqual(['met']);
  });

  it('of quarters are told in their order, the last that is over or met', () => {
    const { id } = makeIndicator();
    const at = (one: Figure, quarter: number) => ({ ...one, period: { fiscalYear: 2022, quarter } });
    const rows = [4, 2, 3, 1].map((quarter) => at(target(id, 2022, 10), quarter));
    const reached = [1, 2, 3].map((quarter) => at(makeFigure(id, 2022, quarter === 3 ? 9 : 12), quarter));
    const lines = targetLines([...rows, ...reached], 2023);
    expect(lines.map((one) => [one.target.period.quarter, one.status])).toEqual([
      [1, 'met'],
      [2, 'met'],
      [3, 'not-met'],
      [4, 'no-figure'],
    ]);
    expect(indicatorStanding([...rows.slice(1), ...reached], 2023).status).toBe('not-met');
  });

  it.each([
    ['>=', 95, { value: 90, most: 99 }, 'not-comparable'],
    ['>=', 95, { value: 95, most: 99 }, 'met'],
    ['>=', 95, { value: 95, precision: 'at-least' }, 'met'],
    ['>=', 95, { value: 95, precision: 'below' }, 'not-comparable'],
    ['>=', 95, { value: 94, precision: 'below' }, 'not-met'],
    ['<=', 5, { value: 5 }, 'met'],
    ['<=', 5, { value: 6 }, 'not-met'],
    ['<=', 5, { value: 4, most: 6 }, 'not-comparable'],
    ['<=', 5, { value: 6, precision: 'at-least' }, 'not-met'],
    ['=', 0, { value: 0 }, 'met'],
    ['=', 0, { value: 1 }, 'not-met'],
    ['=', 5, { value: 3, most: 7 }, 'not-comparable'],
    ['=', 5, { value: 6, most: 7 }, 'not-met'],
    ['=', 5, { value: 1, most: 4 }, 'not-met'],
  ] as const)('of %s %i with %o is %s', (compare, wanted, reached, status) => {
    const { id } = makeIndicator();
    const rows = [target(id, 2022, wanted, { compare }), makeFigure(id, 2022, 0, reached)];
    expect(targetLines(rows, 2023).map((one) => one.status)).toEqual([status]);
  });

  it('shows a theme as its worst', () => {
    expect(worstStatus(['met', 'not-met', 'no-figure'])).toBe('not-met');
    expect(worstStatus(['met', 'not-comparable'])).toBe('not-comparable');
    expect(worstStatus([])).toBeNull();
  });
});

it('marks what was restated, is provisional, estimated or computed', () => {
  const stated = makeFigure(newId(), FY2020, 42);
  expect(marksOf(stated)).toEqual([]);
  expect(marksOf({ ...stated, replaces: newId() })).toEqual(['restated']);
  expect(marksOf({ ...stated, replaces: newId(), status: 'provisional' })).toEqual([
    'restated',
    'provisional',
  ]);
});
