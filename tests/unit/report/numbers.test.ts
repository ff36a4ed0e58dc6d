import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONG_COLUMNS, longRows, type SheetWords } from '#shared/figure-table/long-sheet.ts';
import { wideRows } from '#shared/figure-table/wide-sheet.ts';
import { growth, stepsOf } from '#shared/figures/change.ts';
import { remainderOf, wholesOf } from '#shared/figures/parts.ts';
import { countedFigures, seriesOf } from '#shared/figures/series.ts';
import { periodText } from '#shared/figures/value-text.ts';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import { LANGUAGE_IDS, type Language, translator } from '#shared/i18n/index.ts';
import { newId } from '#shared/model/basics.ts';
import type { Figure } from '#shared/model/figure.ts';
import { blankIndicator, type Indicator } from '#shared/model/indicator.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { upgradeState } from '#shared/model/upgrade.ts';
import { boardOf } from '#shared/report/board.ts';
import { buildReport } from '#shared/report/build.ts';
import { citedIn, makeFigure } from '../../fixtures/figures.ts';

const SAMPLE = path.join(import.meta.dirname, '..', '..', '..', 'resources', 'sample', 'sample.json');
const sample = upgradeState(JSON.parse(await readFile(SAMPLE, 'utf8')) as WorkspaceState);
const WRITTEN = '2021-04-01T09:00:00.000Z';
/** Always the same workspaces. */
const RUNS = { seed: 20_200_214, endOnFailure: true };
/** The year that is reported on, and those of the figures. */
const YEAR = 2019;
const YEARS = [2017, 2018, 2019];
/** Figures of the tests are larger than any year, number of a row, or count of rows. */
const LEAST = 10_000;
/** In parts of the indicators that decisions of the sample are measured by. */
const MEASURED = [...new Set(sample.decisions.flatMap(({ indicatorIds }) => indicatorIds))];
const [COMPANY, GROUP] = sample.organisations.map(({ id }) => id);
const [CHANNEL] = sample.arrangements.map(({ id }) => id);
const PUBLIC = sample.sources[0]?.id ?? '';
const INTERNAL = newId();

const BREAKDOWN = {
  ...{ code: 'about', name: { en: 'About', ja: '内容' }, rest: {} },
  members: ['pay', 'hours', 'other'].map((code) => ({
    code,
    name: { en: code, ja: code },
    retiredAfter: null,
  })),
};

/** Makes figures of the measured indicators and of one that nothing is measured by. */
interface Plan {
  readonly relation: 'all-parts' | 'some-parts' | 'of-which';
  readonly unit: 'people' | 'cases';
  readonly rows: readonly {
    readonly indicator: number;
    readonly year: number;
    readonly part: 'pay' | 'hours' | 'other' | null;
    readonly number: number;
    readonly role: Figure['role'];
    readonly group: boolean;
    readonly through: boolean;
    readonly broken: 'no' | 'care' | null;
    readonly outOf: boolean;
    readonly restated: boolean;
    readonly status: 'stated' | 'provisional' | 'withheld' | 'not-collected';
  }[];
}

const plan: fc.Arbitrary<Plan> = fc.record({
  relation: fc.constantFrom('all-parts', 'some-parts', 'of-which'),
  unit: fc.constantFrom('people', 'cases'),
  rows: fc.array(
    fc.record({
      indicator: fc.nat(MEASURED.length),
      year: fc.constantFrom(...YEARS),
      part: fc.constantFrom(null, null, 'pay' as const, 'hours' as const, 'other' as const),
      number: fc.integer({ min: LEAST, max: 999_999 }),
      role: fc.constantFrom('actual', 'actual', 'target'),
      group: fc.boolean(),
      through: fc.boolean(),
      broken: fc.constantFrom(null, null, 'no' as const, 'care' as const),
      outOf: fc.boolean(),
      restated: fc.boolean(),
      status: fc.constantFrom('stated', 'stated', 'provisional', 'withheld', 'not-collected'),
    }),
    { minLength: 3, maxLength: 16 },
  ),
});

const own = newId();

function workspaceOf({ relation, unit, rows }: Plan): WorkspaceState {
  const ids = [...MEASURED, own];
  const indicators = ids.map(
    (id, index): Indicator =>
      blankIndicator({
        id,
        name: { en: `Indicator ${'ABCDEFGH'[index]}`, ja: `指標${'ABCDEFGH'[index]}` },
        unit,
        breakdowns: [{ ...BREAKDOWN, relation }],
      }),
  );
  const figures = rows.flatMap((row, index): Figure[] => {
    const none = row.status === 'withheld' || row.status === 'not-collected';
    const made = makeFigure(ids[row.indicator] ?? own, row.year, none ? null : row.number, {
      id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      role: row.role,
      compare: row.role === 'target' ? '>=' : '=',
      of: (row.group ? GROUP : COMPANY) ?? null,
      via: row.through ? (CHANNEL ?? null) : null,
      cell: row.part ? { about: row.part } : {},
      status: row.status,
      outOf: row.outOf && !none && row.role === 'actual' ? row.number + 7 : null,
      cited: citedIn(PUBLIC),
      breakBefore: row.broken && {
        kind: 'method',
        effect: row.broken,
        note: { en: 'counted anew', ja: '再集計' },
      },
    });
    if (!row.restated || none) return [made];
    const later = { ...made, id: newId(), value: (made.value ?? 0) + 3, replaces: made.id, why: 'a slip' };
    return [made, { ...later, outOf: made.outOf && made.outOf + 3 }];
  });
  return {
    ...sample,
    indicators,
    figures,
    sources: [
      ...sample.sources,
      { ...(sample.sources[0] as (typeof sample.sources)[number]), id: INTERNAL, kind: 'internal' },
    ],
    commitments: sample.commitments.map((one, index) => ({
      ...one,
      measuredBy: index === 0 ? own : one.measuredBy,
    })),
  };
}

function words(language: Language): SheetWords {
  const t = translator(language);
  const convention = sample.workspace[0]?.fiscalYear ?? { firstMonth: 4, namedBy: {} };
  return {
    t,
    language,
    period: (one) => periodText(one, t, (year) => fiscalYearLabel(year, convention, language)),
  };
}

/** Everything that leaves the office with figures in it, as text. */
async function outputsOf(state: WorkspaceState, language: Language): Promise<Record<string, string>> {
  const request = { language, creator: '', writtenAt: WRITTEN, pictures: [], sections: 'all' as const };
  const report = async (kind: 'year' | 'follow-up' | 'materiality', subjectId: string) =>
    JSON.stringify((await buildReport(state, { kind, subjectId, ...request })).sections);
  const rounds = state.rounds.map(({ id }) => id);
  const found: Record<string, string> = {
    handout: await report('follow-up', state.dialogues[0]?.id ?? ''),
    wide: JSON.stringify(wideRows(state, YEAR, words(language))),
  };
  const isOf = ({ period }: Figure) => period.fiscalYear <= YEAR;
  if (countedFigures(state.figures).some(isOf)) found.year = await report('year', String(YEAR));
  for (const [index, id] of rounds.entries()) {
    found[`round ${index}`] = await report('materiality', id);
    const board = { roundId: id, language, paper: 'A4' as const, writtenAt: WRITTEN };
    if (state.rounds[index]?.stage === 'closed')
      found[`board ${index}`] = JSON.stringify(boardOf(state, board).scene);
  }
  return found;
}

/** Numbers printed in a text that are as large as those of the figures; not those within ids, sums and addresses. */
function largeIn(text: string): number[] {
  const bare = text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|#[0-9a-f]{3,8}\b|[0-9a-f]{16,}/gi, '');
  return [...bare.matchAll(/(?<![\d.,a-f])\d{1,3}(?:,\d{3})+(?![\d])|(?<![\d.,a-f])\d{5,}(?![\d.])/gi)]
    .map(([digits]) => Number(digits.replaceAll(',', '')))
    .filter((value) => value >= LEAST);
}

/** What may be printed of a workspace: what its figures say, what is left of a whole, and changes. */
function tellable(state: WorkspaceState): Set<number> {
  const known = new Set<number>();
  const put = (...values: (number | null | undefined)[]) => {
    for (const value of values) if (value != null) known.add(Math.abs(value));
  };
  for (const { value, most, outOf } of state.figures) put(value, most, outOf);
  const counted = countedFigures(state.figures);
  for (const indicator of state.indicators) {
    const rows = counted.filter(({ indicatorId }) => indicatorId === indicator.id);
    for (const one of wholesOf(indicator, rows)) {
      const rest = remainderOf(one);
      const some = remainderOf({ ...one, breakdown: { ...one.breakdown, relation: 'some-parts' } });
      put(rest?.least, rest?.most, some?.least, some?.most);
    }
    for (const line of seriesOf(rows))
      for (const { after, change } of stepsOf(line, indicator))
        put(growth(line, after), change.kind === 'change' ? change.difference : null);
  }
  return known;
}

/** Numbers that stand in the sample's own words, e.g. in a quotation. */
const SAID = new Set(largeIn(JSON.stringify({ ...sample, figures: [], indicators: [] })));

describe('a number in an output', () => {
  it.each(LANGUAGE_IDS)('is one that a figure says, or follows from some (%s)', async (language) => {
    await fc.assert(
      fc.asyncProperty(plan, async (one) => {
        const state = workspaceOf(one);
        const known = tellable(state);
        for (const [name, text] of Object.entries(await outputsOf(state, language)))
          for (const number of largeIn(text))
            if (!SAID.has(number)) expect([name, number, known.has(number)]).toEqual([name, number, true]);
        // The long sheet names the figure of each.
        const [, ...rows] = longRows(state, words(language));
        for (const row of rows) {
          const figure = state.figures.find(({ id }) => id === row[LONG_COLUMNS.indexOf('id')]);
          for (const number of largeIn(row[6] ?? ''))
            expect([figure?.value, figure?.outOf]).toContain(number);
        }
      }),
      { ...RUNS, numRuns: 12 },
    );
  });

  it.each(LANGUAGE_IDS)('stands with unit, period and whose it is (%s)', async (language) => {
    await fc.assert(
      fc.asyncProperty(plan, async (one) => {
        const state = workspaceOf(one);
        const [head = [], ...lines] = wideRows(state, YEAR, words(language));
        for (const row of lines.filter(({ length }) => length === head.length)) {
          expect(row.slice(3, 5).every((text) => text !== '')).toBe(true);
          for (const [column, text] of row.entries())
            if (column > 4 && text !== '') expect(head[column]).toMatch(/\d{4}/);
        }
        for (const row of longRows(state, words(language)).slice(1))
          for (const at of [3, 4, 7]) expect(row[at]).not.toBe('');
        const year = await buildReport(state, {
          ...{
            kind: 'year',
            subjectId: String(YEAR),
            language,
            creator: '',
            writtenAt: WRITTEN,
            pictures: [],
          },
        }).catch(() => null);
        for (const section of year?.sections ?? [])
          for (const block of section.blocks)
            if (
              block.kind === 'table' &&
              ['training', 'grievances', 'suppliers', 'others'].includes(section.id)
            )
              for (const cells of block.rows) {
                expect(cells.slice(1, 3).every((cell) => cell !== '' && cell !== '–')).toBe(true);
                for (const { head: named } of block.columns.slice(3)) expect(named).toMatch(/\d{4}/);
              }
      }),
      { ...RUNS, numRuns: 20 },
    );
  });
});

describe('a count of so few cases that somebody could be recognised', () => {
  /** The same workspace with other small counts: what outputs say must not depend on them. */
  const small = fc.integer({ min: 1, max: 4 });
  const hiding = fc.record({
    plan,
    smalls: fc.array(fc.tuple(small, small), { minLength: 16, maxLength: 16 }),
    which: fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
    setAside: fc.boolean(),
  });

  function withSmall(
    { plan: one, smalls, which, setAside }: typeof hiding extends fc.Arbitrary<infer T> ? T : never,
    side: 0 | 1,
  ): WorkspaceState {
    const state = workspaceOf({ ...one, unit: 'cases' });
    const figures = state.figures.map((row, index): Figure => {
      const isSmall =
        which[index % which.length] && row.value !== null && row.role === 'actual' && row.replaces === null;
      if (!isSmall) return row;
      return {
        ...row,
        ...{ value: smalls[index % smalls.length]?.[side] ?? 1, outOf: null, cited: citedIn(INTERNAL) },
        ...(setAside && index % 3 === 0
          ? { standing: 'set-aside' as const, standingWhy: 'the other is newer' }
          : {}),
      };
    });
    return { ...state, figures };
  }

  it('is withheld in everything that leaves the office: nothing printed depends on it', async () => {
    await fc.assert(
      fc.asyncProperty(hiding, async (one) => {
        const [first, second] = await Promise.all(
          ([0, 1] as const).map((side) => outputsOf(withSmall(one, side), 'en')),
        );
        for (const [name, text] of Object.entries(first ?? {}))
          expect([name, second?.[name]]).toEqual([name, text]);
      }),
      { ...RUNS, numRuns: 12 },
    );
  });
});
