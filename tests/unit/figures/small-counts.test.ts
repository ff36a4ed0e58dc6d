import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doesNotAddUp, remainderOf, wholesOf } from '#shared/figures/parts.ts';
import { countedFigures } from '#shared/figures/series.ts';
import { withheldFigure, withheldOutside } from '#shared/figures/small-counts.ts';
import { newId } from '#shared/model/basics.ts';
import type { Figure } from '#shared/model/figure.ts';
import type { Breakdown, Indicator } from '#shared/model/indicator.ts';
import { COMPANY_ID, citedIn, makeFigure, makeIndicator, SOURCE_ID } from '../../fixtures/figures.ts';

const REPORT_ID = newId();
const SOURCES = new Map([
  [SOURCE_ID, { kind: 'internal' } as const],
  [REPORT_ID, { kind: 'own-report' } as const],
]);
const breakdown = (code: string, relation: Breakdown['relation'], members: string[]): Breakdown => ({
  code,
  name: {},
  relation,
  members: members.map((one) => ({ code: one, name: {}, retiredAfter: null })),
  rest: {},
});
const casesBy = (...breakdowns: Breakdown[]) => makeIndicator({ unit: 'cases', breakdowns });

/** A figure with the name by which a test calls it. */
type Named = Readonly<Record<string, Figure>>;

function hiddenOf(
  indicator: Indicator,
  figures: Named,
  organisations: Parameters<typeof withheldOutside>[3] = new Map(),
): string[] {
  const hidden = withheldOutside(
    Object.values(figures),
    new Map([[indicator.id, indicator]]),
    SOURCES,
    organisations,
  );
  return Object.keys(figures).filter((name) => hidden.has(figures[name]?.id ?? ''));
}

describe('a small count of cases is not to be had from what is told (I14)', () => {
  const cases = casesBy(breakdown('about', 'all-parts', ['a', 'b', 'c']));
  const part = (member: string, value: number | null, fields: Partial<Figure> = {}) =>
    makeFigure(cases.id, 2020, value, { cell: { about: member }, ...fields });
  const whole = (value: number, fields: Partial<Figure> = {}) => makeFigure(cases.id, 2020, value, fields);

  it('begins at one and ends at four', () => {
    const counts = Object.fromEntries(
      [0, 1, 4, 5].map((value, at) => [value, makeFigure(cases.id, 2010 + at, value)]),
    );
    expect(hiddenOf(cases, counts)).toEqual(['1', '4']);
    const people = makeIndicator({ unit: 'people' });
    expect(hiddenOf(people, { few: makeFigure(people.id, 2020, 2) })).toEqual([]);
    expect(hiddenOf(cases, { target: whole(2, { role: 'target', cited: null }) })).toEqual([]);
    const elsewhere = { of: newId() };
    const ranges = { range: whole(2, { most: 8 }), few: whole(2, { most: 4, ...elsewhere }) };
    expect(hiddenOf(cases, ranges)).toEqual(['few']);
  });

  it('takes the next smallest with it where one part would follow from the others', () => {
    expect(hiddenOf(cases, { whole: whole(40), a: part('a', 2), b: part('b', 30), c: part('c', 8) })).toEqual(
      ['a', 'c'],
    );
    expect(hiddenOf(cases, { whole: whole(40), a: part('a', 4), b: part('b', 32), c: part('c', 4) })).toEqual(
      ['a', 'c'],
    );
  });

  it('takes the next smallest with it where what is left is small', () => {
    // Two that are withheld and come to two are one each.
    expect(hiddenOf(cases, { whole: whole(40), a: part('a', 1), b: part('b', 38), c: part('c', 1) })).toEqual(
      ['a', 'b', 'c'],
    );
    const some = casesBy(breakdown('about', 'some-parts', ['a', 'b', 'c']));
    const of = (figures: Named) =>
      Object.fromEntries(
        Object.entries(figures).map(([name, one]) => [name, { ...one, indicatorId: some.id }]),
      );
    expect(hiddenOf(some, of({ whole: whole(42), a: part('a', 41), b: part('b', 1) }))).toEqual(['a', 'b']);
    expect(hiddenOf(some, of({ whole: whole(42), a: part('a', 20), b: part('b', 19) }))).toEqual(['b']);
    expect(hiddenOf(some, of({ whole: whole(42), a: part('a', 12), b: part('b', 2) }))).toEqual(['b']);
    // Its own source withholds one.
    const withheld = part('b', null, { status: 'withheld' });
    expect(hiddenOf(some, of({ whole: whole(42), a: part('a', 12), withheld }))).toEqual([]);
    expect(hiddenOf(some, of({ whole: whole(42), a: part('a', 40), withheld }))).toEqual(['a']);
  });

  it('adds nothing up of members that may overlap', () => {
    const overlapping = casesBy(breakdown('about', 'of-which', ['a', 'b']));
    const figures = { whole: whole(42), a: part('a', 40), b: part('b', 2) };
    const own = Object.fromEntries(
      Object.entries(figures).map(([name, one]) => [name, { ...one, indicatorId: overlapping.id }]),
    );
    expect(hiddenOf(overlapping, own)).toEqual(['b']);
  });

  it('takes with it whatever else was said of the same thing', () => {
    const c = part('c', 8, { cited: citedIn(newId()) });
    const was = { ...part('c', 9), id: newId() };
    const figures = {
      whole: whole(40),
      a: part('a', 2),
      b: part('b', 30),
      was,
      now: { ...c, replaces: was.id, why: 'Counted twice' },
      aside: part('c', 7, { standing: 'set-aside', standingWhy: 'Spoken', cited: citedIn(newId()) }),
    };
    expect(hiddenOf(cases, figures)).toEqual(['a', 'was', 'now', 'aside']);
  });

  it('is found out over several sources, and hides nothing that anybody can read', () => {
    const published = { cited: citedIn(REPORT_ID) };
    expect(
      hiddenOf(cases, { whole: whole(40, published), a: part('a', 2), b: part('b', 30), c: part('c', 8) }),
    ).toEqual(['a', 'c']);
    expect(
      hiddenOf(cases, {
        whole: whole(40, published),
        a: part('a', 2),
        b: part('b', 30),
        c: part('c', 8, published),
      }),
    ).toEqual(['a', 'b']);
    expect(hiddenOf(cases, { whole: whole(40), a: part('a', 2), b: part('b', 38, published) })).toEqual([
      'whole',
      'a',
    ]);
    expect(hiddenOf(cases, { whole: whole(2, published), a: part('a', 2, published) })).toEqual([]);
  });

  it('is found out over quarters, channels and organisations', () => {
    const quarter = (at: number, value: number) => ({
      ...whole(value),
      period: { fiscalYear: 2020, quarter: at },
    });
    const year = { year: whole(42), q1: quarter(1, 10), q2: quarter(2, 20), q3: quarter(3, 2) };
    expect(hiddenOf(cases, { ...year, q4: quarter(4, 10) })).toEqual(['q1', 'q3']);
    // The last quarter is still to come: the rest is of both.
    expect(hiddenOf(cases, year)).toEqual(['q3']);
    const stock = makeIndicator({ unit: 'cases', over: 'stock' });
    const open = Object.fromEntries(
      Object.entries({ ...year, q4: quarter(4, 10) }).map(([name, one]) => [
        name,
        { ...one, indicatorId: stock.id },
      ]),
    );
    expect(hiddenOf(stock, open)).toEqual(['q3']);
    const through = (value: number) => whole(value, { via: newId() });
    expect(hiddenOf(cases, { all: whole(42), hotline: through(40), post: through(2) })).toEqual([
      'hotline',
      'post',
    ]);
    expect(hiddenOf(cases, { all: whole(42), hotline: through(12), post: through(2) })).toEqual(['post']);
    const [large, small] = [newId(), newId()];
    const group = new Map([large, small].map((id) => [id, { partOf: [COMPANY_ID] }]));
    const figures = { group: whole(42), large: whole(40, { of: large }), small: whole(2, { of: small }) };
    expect(hiddenOf(cases, figures, group)).toEqual(['large', 'small']);
    expect(hiddenOf(cases, figures)).toEqual(['small']);
  });

  it('leaves no words beside it that may say it', () => {
    const figure = part('a', 2, {
      note: { en: 'Both of the same site' },
      cited: { ...citedIn(SOURCE_ID), asStated: '2 cases' },
      outOf: 12,
    });
    const told = withheldFigure(figure);
    expect(JSON.stringify([told.note, told.cited, told.value, told.most, told.outOf])).not.toMatch(
      /2 cases|Both|12/,
    );
    expect(told.status).toBe('withheld');
  });
});

describe('of any table of cases by kind and quarter', () => {
  const kinds = ['a', 'b', 'c'];
  const table = fc.record({
    relation: fc.constantFrom('all-parts' as const, 'some-parts' as const),
    counts: fc.array(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 40 })), {
        minLength: 4,
        maxLength: 4,
      }),
      { minLength: 3, maxLength: 3 },
    ),
    rest: fc.integer({ min: 0, max: 9 }),
  });

  it('nobody who adds and subtracts finds a small count (I14)', () => {
    fc.assert(
      fc.property(table, ({ relation, counts, rest }) => {
        const own = casesBy(breakdown('about', relation, kinds));
        const beside = relation === 'all-parts' ? 0 : rest;
        const places = placesOf(own, counts, beside);
        const figures = places.map(({ figure }) => figure);
        const hidden = withheldOutside(figures, new Map([[own.id, own]]), SOURCES, new Map());
        for (const { id, value } of figures)
          if (value !== null && value > 0 && value < 5) expect(hidden.has(id)).toBe(true);
        const unknown = figures.filter(({ id }) => hidden.has(id));
        const equations = relation === 'all-parts' ? sums(places) : sums(places).filter((one) => !one.byKind);
        for (const one of unknown) expect(isDetermined(one, unknown, equations)).toBe(false);
        // What is printed as left over is no small count either.
        const told = figures.filter(({ id }) => !hidden.has(id));
        for (const whole of wholesOf(own, countedFigures(told))) {
          const left = doesNotAddUp(whole) === null ? remainderOf(whole) : null;
          if (left) expect(left.most).toBeGreaterThan(4);
        }
      }),
      { numRuns: 300 },
    );
  });

  interface Placed {
    readonly kind: number | null;
    readonly quarter: number | null;
    readonly figure: Figure;
  }

  function placesOf(own: Indicator, counts: readonly (readonly number[])[], beside: number): Placed[] {
    const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
    const place = (kind: number | null, quarter: number | null): Placed => {
      const rows = kind === null ? counts : [counts[kind] ?? []];
      const value =
        sum(rows.flatMap((row) => (quarter === null ? row : [row[quarter] ?? 0]))) +
        (kind === null ? beside * (quarter === null ? 4 : 1) : 0);
      const figure = makeFigure(own.id, 2020, value, {
        cell: kind === null ? {} : { about: kinds[kind] ?? '' },
      });
      const period = { fiscalYear: 2020, quarter: quarter === null ? null : quarter + 1 };
      return { kind, quarter, figure: { ...figure, period } };
    };
    return [null, 0, 1, 2].flatMap((kind) => [null, 0, 1, 2, 3].map((quarter) => place(kind, quarter)));
  }

  /** Every total with its parts. */
  function sums(places: readonly Placed[]) {
    return places.flatMap((whole) => [
      ...(whole.kind === null
        ? [
            {
              byKind: true,
              of: [whole, ...places.filter((one) => one.kind !== null && one.quarter === whole.quarter)],
            },
          ]
        : []),
      ...(whole.quarter === null
        ? [
            {
              byKind: false,
              of: [whole, ...places.filter((one) => one.quarter !== null && one.kind === whole.kind)],
            },
          ]
        : []),
    ]);
  }

  /** Whether the equations leave one value to an unknown: by elimination, its row alone. */
  function isDetermined(
    sought: Figure,
    unknown: readonly Figure[],
    equations: readonly { readonly of: readonly Placed[] }[],
  ): boolean {
    const order = [...unknown.filter((one) => one !== sought), sought];
    const rows: number[][] = equations.map(({ of }) =>
      order.map((one) => {
        const at = of.findIndex(({ figure }) => figure === one);
        return at < 0 ? 0 : at === 0 ? 1 : -1;
      }),
    );
    let from = 0;
    for (let column = 0; column < order.length - 1; column++) {
      const pivot = rows.findIndex((row, at) => at >= from && Math.abs(row[column] ?? 0) > 1e-9);
      if (pivot < 0) continue;
      [rows[from], rows[pivot]] = [rows[pivot] ?? [], rows[from] ?? []];
      const head = rows[from] ?? [];
      for (let at = from + 1; at < rows.length; at++) {
        const row = rows[at] ?? [];
        const factor = (row[column] ?? 0) / (head[column] ?? 1);
        if (factor !== 0) rows[at] = row.map((value, index) => value - factor * (head[index] ?? 0));
      }
      from++;
    }
    return rows.slice(from).some((row) => Math.abs(row.at(-1) ?? 0) > 1e-9);
  }
});
