import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessMapping } from '#shared/figure-table/mapping.ts';
import { Standing } from '#shared/figure-table/offers.ts';
import { proposalOf, rowLabels } from '#shared/figure-table/proposal.ts';
import { unitOfNew } from '#shared/figure-table/stated-unit.ts';
import { fitsUnit, statedUnit, unitInName } from '#shared/figures/unit-words.ts';
import { newId } from '#shared/model/basics.ts';
import type { Indicator, Unit } from '#shared/model/indicator.ts';
import { readClipboard } from '#shared/pasted/read.ts';
import { citedIn, makeIndicator } from '../../fixtures/figures.ts';

const NEC = { firstMonth: 4, namedBy: { en: 'end', ja: 'start' } } as const;

const SCALES_JA = [
  ['', 1],
  ['百', 100],
  ['千', 1e3],
  ['万', 1e4],
  ['百万', 1e6],
  ['億', 1e8],
  ['十億', 1e9],
  ['1,000', 1e3],
  ['10億', 1e9],
] as const;
const UNITS_JA = [
  ['人', 'people'],
  ['名', 'people'],
  ['件', 'cases'],
  ['社', 'companies'],
  ['拠点', 'sites'],
  ['か国', 'countries'],
  ['時間', 'hours'],
  ['円', 'money'],
] as const;
const SCALES_EN = [
  ['', 1],
  ['hundreds of ', 100],
  ['thousand ', 1e3],
  ['thousands of ', 1e3],
  ["'000 ", 1e3],
  ['million ', 1e6],
  ['millions of ', 1e6],
  ['bn ', 1e9],
] as const;
const UNITS_EN = [
  ['people', 'people'],
  ['employees', 'people'],
  ['cases', 'cases'],
  ['suppliers', 'companies'],
  ['sites', 'sites'],
  ['countries', 'countries'],
  ['hours', 'hours'],
  ['yen', 'money'],
] as const;
const DRESSES = [
  (text: string) => text,
  (text: string) => `(${text})`,
  (text: string) => `（${text}）`,
  (text: string) => `Unit: ${text}`,
  (text: string) => `(in ${text})`,
  (text: string) => `単位：${text}`,
  (text: string) => `（単位:${text}）`,
  (text: string) => text.toUpperCase(),
];

/** A unit as a table may write it, with what it says. */
const written = fc.oneof(
  ...[
    [SCALES_JA, UNITS_JA],
    [SCALES_EN, UNITS_EN],
  ].map(([scales = [], units = []]) =>
    fc
      .tuple(fc.constantFrom(...scales), fc.constantFrom(...units), fc.constantFrom(...DRESSES))
      .map(([[before, scale], [word, unit], dress]) => ({
        text: dress(`${before}${word}`),
        scale: scale as number,
        unit: unit as Unit,
      })),
  ),
);

describe('a unit in words', () => {
  it('is read with its scale, however it is dressed', () => {
    fc.assert(
      fc.property(written, ({ text, scale, unit }) => {
        expect([text, statedUnit(text)]).toMatchObject([text, { scale, unit }]);
      }),
      { numRuns: 600 },
    );
  });

  it.each([
    ['K', 1e3],
    ['m', 1e6],
    ['US$ m', 1e6],
    ['kUSD', 1e3],
    ['¥bn', 1e9],
    ['000s', 1e3],
    ['‰', 0.1],
    ['km', 1],
    ['t', 1],
    ['columns', 1],
    ['tonnes', 1],
    ['times', 1],
    ['回', 1],
  ])('%s is %d', (text, scale) => {
    expect(statedUnit(text)?.scale).toBe(scale);
  });

  it.each(['Reports (suppliers)', 'Training hours (employees)', 'Grievances: workers', '通報（従業員）'])(
    'is none in “%s”, which says who is meant',
    (name) => {
      expect(unitInName(name)).toBeNull();
    },
  );

  it('of another currency is another unit', () => {
    const sales = makeIndicator({ unit: 'money', unitName: { ja: '百万円' } });
    const fits = (text: string) => fitsUnit(statedUnit(text) ?? { scale: 0, unit: null, word: '' }, sales);
    expect(['¥ million', '百万円', 'millions'].map(fits)).toEqual([true, true, true]);
    expect(['US$ million', '円', '千円', '百万人'].map(fits)).toEqual([false, false, false, false]);
  });
});

/** What becomes of a 12 in a table that states a unit in some place. */
function paste(place: (typeof PLACES)[number], unit: string, indicator: Indicator | null) {
  const lines = {
    column: ['Item\tUnit\tFY2019', `Training\t${unit}\t12`],
    name: ['\tFY2019', `Training (${unit})\t12`],
    corner: [`(${unit})\tFY2019`, 'Training\t12'],
    head: [`\tFY2019 (${unit})`, 'Training\t12'],
    above: [`Unit: ${unit}`, '\tFY2019', 'Training\t12'],
    below: ['\tFY2019', 'Training\t12', `単位：${unit}`],
    note: ['\tFY2019', 'Training*1\t12', `*1 figures in ${unit}`],
  }[place];
  const table = readClipboard({ text: lines.join('\n'), html: '' });
  if (typeof table === 'string') throw new Error(table);
  const mapping = guessMapping(table, NEC);
  const targets = rowLabels(table, mapping).map(() => ({
    place: { indicatorId: indicator?.id ?? newId(), via: null, cell: {}, role: 'actual' as const },
    isNew: indicator === null,
  }));
  const { rows } = proposalOf(
    table,
    mapping,
    targets,
    { cited: citedIn(newId()), of: null, dash: null },
    {
      convention: NEC,
      standing: new Standing([]),
      indicators: new Map(indicator ? [[indicator.id, indicator]] : []),
      organisations: new Map(),
    },
  );
  return rows[0];
}

const PLACES = ['column', 'name', 'corner', 'head', 'above', 'below', 'note'] as const;
/** As a table writes it: brackets and what announces it stand in the table. */
const bare = written.filter(({ text }) => !/[(（:：]/.test(text));

describe('a pasted number', () => {
  it('is never taken for a thousandth of what it is, wherever the table says so', () => {
    const people = makeIndicator({ unit: 'people' });
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), bare, (place, { text, scale, unit }) => {
        const cell = paste(place, text, people)?.cells[0];
        if (scale !== 1) expect([place, text, cell?.problem]).toEqual([place, text, 'scale']);
        else if (unit === 'people' && place !== 'head')
          expect([place, text, cell?.wanted?.said.value]).toEqual([place, text, 12]);
      }),
      { numRuns: 400 },
    );
  });

  it('comes into a new indicator with the unit as the table writes it, which then fits', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), bare, (place, { text, scale, unit }) => {
        // “FY2019 (sites)” may be the year of something else: the column is left out, and said to be.
        if (scale === 1 && place === 'head') return;
        const row = paste(place, text, null);
        expect(row?.cells[0]?.wanted?.said.value).toBe(12);
        // A name may say who is meant: “Reports (suppliers)”.
        if (scale === 1 && place !== 'column') return;
        const fields = unitOfNew(row?.unit ?? null, 'other');
        expect([place, text, fields.unit]).toEqual([place, text, unit]);
        const indicator = makeIndicator(fields);
        expect(paste(place, text, indicator)?.cells[0]?.problem).toBeNull();
      }),
      { numRuns: 400 },
    );
  });
});
