import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges } from '#shared/change/state.ts';
import { acceptOffers } from '#shared/edit/figure-offers.ts';
import { putSource } from '#shared/edit/register.ts';
import { readFigureWorkbook } from '#shared/figure-table/from-workbook.ts';
import { LONG_COLUMNS, longRows, longRowsOf } from '#shared/figure-table/long-sheet.ts';
import { guessMapping } from '#shared/figure-table/mapping.ts';
import { Standing } from '#shared/figure-table/offers.ts';
import { type Proposal, proposalOf, rowLabels } from '#shared/figure-table/proposal.ts';
import { returnedOffers } from '#shared/figure-table/returned.ts';
import { LANGUAGE_IDS, translator } from '#shared/i18n/index.ts';
import { newId } from '#shared/model/basics.ts';
import type { Figure } from '#shared/model/figure.ts';
import { columnLetters } from '#shared/ooxml/address.ts';
import { formatOf } from '#shared/ooxml/number-formats.ts';
import { readClipboard } from '#shared/pasted/read.ts';
import type { PastedTable } from '#shared/pasted/table.ts';
import { citedIn, makeFigure, makeIndicator } from '../../fixtures/figures.ts';
import { smallWorkspace } from '../../fixtures/state.ts';
import { type Put, type PutSheet, workbookBytes } from '../../fixtures/workbook.ts';

const NEC = { firstMonth: 4, namedBy: { en: 'end', ja: 'start' } } as const;
const NAMES = ['Online training', 'Group training', 'Hotline', 'Visits'];

function readSheets(sheets: readonly PutSheet[]) {
  return readFigureWorkbook({ name: 'x.xlsx', bytes: workbookBytes(sheets) });
}

function tableOf(sheets: readonly PutSheet[]): PastedTable {
  const read = readSheets(sheets);
  if (read.kind !== 'table') throw new Error(read.kind);
  return read.table;
}

function propose(
  table: PastedTable,
  known: readonly string[] = [],
  figures: readonly Figure[] = [],
  sourceId: string = newId(),
) {
  const mapping = guessMapping(table, NEC);
  const labels = rowLabels(table, mapping);
  const targets = labels.map((label, index) =>
    label === ''
      ? null
      : {
          place: { indicatorId: known[index] ?? newId(), via: null, cell: {}, role: 'actual' as const },
          isNew: known[index] === undefined,
        },
  );
  const proposal = proposalOf(
    table,
    mapping,
    targets,
    { cited: citedIn(sourceId), of: null, dash: null },
    {
      convention: NEC,
      standing: new Standing(figures),
      indicators: new Map(known.map((id) => [id, makeIndicator({ id })])),
      organisations: new Map(),
    },
  );
  return { mapping, proposal };
}

const cellsOf = ({ rows }: Proposal) => rows.flatMap(({ cells }) => cells);

/** What becomes of one cell below a year. */
function inCell(put: Put, more: Partial<PutSheet> = {}) {
  const table = tableOf([{ name: 'KPI', cells: { B1: 'FY2020', A2: 'Hotline', B2: put }, ...more }]);
  const [cell] = cellsOf(propose(table).proposal);
  return cell;
}

describe('a cell of a workbook', () => {
  it.each<[problem: string, put: Put]>([
    ['formula', { formula: 'SUM(B3:B9)', cached: 42 }],
    ['formula', { formula: 'HYPERLINK("http://example.org","42")', cached: '42' }],
    ['formula', { formula: "'[1]Other book'!A1", cached: 42 }],
    ['formula', '=1+1'],
    ['error', { error: '#REF!' }],
    ['error', { error: '#N/A' }],
    ['logical', { logical: true }],
    ['date', { date: 43_831 }],
    ['date', { date: 43_831, code: 'y' }],
    ['separators', '1.234,5'],
    ['separators', '1,5'],
    ['two-numbers', '12\n13'],
    ['dash', '－'],
    ['unit', '12人'],
    ['unit', '1.2億'],
    ['unclear', '1e3'],
    ['digits', '1234567890123456789'],
  ])('is refused as %s, in words of both languages (%j)', (problem, put) => {
    expect(inCell(put)).toMatchObject({ problem, wanted: null });
    const words = LANGUAGE_IDS.map((id) => translator(id)(`figureGrid.refused.${problem as 'formula'}`));
    expect(new Set(words).size).toBe(LANGUAGE_IDS.length);
  });

  it.each<[value: number, put: Put]>([
    [21150, 21150],
    [0.3, 0.1 + 0.2],
    [1000, 1e3],
    [85, { percent: 0.85 }],
    [12.3, { percent: 0.12300000000000001 }],
    [21150, '２１，１５０'],
    [-12, '△12'],
    [-12, '▲12'],
    [21150, '21,150*2'],
    [0, 0],
  ])('is %d where it says so (%j)', (value, put) => {
    expect(inCell(put)).toMatchObject({ problem: null, wanted: { said: { value } } });
  });

  it('is refused where its row or column is hidden', () => {
    expect(inCell(42, { hiddenRows: [2] })?.problem).toBe('hidden');
    expect(inCell(42, { hiddenColumns: [2] })?.problem).toBe('hidden');
  });

  it('is taken once where it was merged with others, however far the range says it reaches', () => {
    const table = tableOf([
      {
        name: 'KPI',
        cells: { B1: 'FY2019', C1: 'FY2020', A2: 'Hotline', B2: 42 },
        merged: ['B2:C2', 'A1:A1', 'D1:XFD1048576'],
      },
    ]);
    const problems = cellsOf(propose(table).proposal).map(({ problem }) => problem);
    expect(problems).toEqual([null, 'merged']);
  });
});

describe('a table of a workbook', () => {
  it('refuses the same row twice, and a percentage in a row of counts', () => {
    const table = tableOf([
      {
        name: 'KPI',
        cells: {
          ...{ B1: 'FY2019', C1: 'FY2020', A2: 'Visits', B2: 1, C2: 2, A3: 'Visits', B3: 1, C3: 2 },
          ...{ A4: 'Rate', B4: 12, C4: '85%', A5: 'Share', B5: '84%', C5: '85%' },
        },
      },
    ]);
    expect(cellsOf(propose(table).proposal).map(({ problem }) => problem)).toEqual([
      ...[null, null, 'twice', 'twice'],
      ...[null, 'percent', null, null],
    ]);
  });

  it('reads years of the Japanese eras', () => {
    const heads = ['平成30年度', '令和元年度', 'R2年度', '2021年度'];
    const cells = Object.fromEntries(heads.map((head, index) => [`${columnLetters(index + 2)}1`, head]));
    const table = tableOf([{ name: 'KPI', cells: { ...cells, A2: '窓口', B2: 1, C2: 2, D2: 3, E2: 4 } }]);
    expect(cellsOf(propose(table).proposal).map(({ fiscalYear }) => fiscalYear)).toEqual([
      2018, 2019, 2020, 2021,
    ]);
  });

  it('names the sheets that were not read, hidden ones too', () => {
    const cells = { B1: 'FY2020', A2: 'Hotline', B2: 1 };
    const table = tableOf([
      { name: 'KPI', cells: { ...cells, A3: 'Visits', B3: 3 } },
      { name: 'Notes', cells },
      { name: 'Draft', cells: { A1: 7 }, state: 'veryHidden' },
    ]);
    expect(table.left).toEqual([
      { kind: 'sheet', name: 'Notes', cells: 3 },
      { kind: 'hidden-sheet', name: 'Draft', cells: 1 },
    ]);
  });

  it('is refused as a whole where nobody could look at its cells', () => {
    const rows = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, row) => [`A${row + 1}`, 1]));
    expect(readSheets([{ name: 'KPI', cells: rows(5_001) }]).kind).toBe('too-large');
    expect(readSheets([{ name: 'KPI', cells: { A1: 1, SH1: 2 } }]).kind).toBe('too-large');
    expect(() => readSheets([{ name: 'KPI', cells: rows(300_001) }])).toThrow('xlsx-too-large');
    expect(readSheets([{ name: 'KPI', cells: { A1048576: 1 } }]).kind).toBe('too-large');
    const text = Array.from({ length: 1_000_000 }, () => 'a\t1').join('\n');
    expect(readClipboard({ text, html: '' })).toBe('too-large');
  });

  it('is not unpacked where it would not end', () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(60 * 1024 * 1024) });
    expect(() => readFigureWorkbook({ name: 'x.xlsx', bytes: bomb })).toThrow('file-hostile');
  });
});

/** A table on the clipboard: what becomes of each cell of the row “Hotline”, of an indicator that is counted in people. */
function pasted(...lines: string[]) {
  const table = readClipboard({ text: lines.join('\n'), html: '' });
  if (typeof table === 'string') throw new Error(table);
  const { mapping, proposal } = propose(table, [newId()]);
  return {
    uses: mapping.columns.map(({ use }) => use),
    unused: proposal.unused,
    cells: cellsOf(proposal).map(
      ({ fiscalYear, wanted, problem }) =>
        problem ?? `${fiscalYear} ${wanted?.place.role} ${wanted?.said.value}`,
    ),
  };
}

describe('a pasted table that is not what it looks like', () => {
  it.each<[what: string, lines: string[], cells: string[], unused: number]>([
    [
      'a year over men, women and all',
      ['\tFY2020\t\t', '\tMen\tWomen\tAll', 'Hotline\t1\t2\t3'],
      ['several', 'several', 'several'],
      0,
    ],
    [
      'a year over target and result',
      ['\tFY2020\t', '\tTarget\tResult', 'Hotline\t1\t2'],
      ['2019 target 1', '2019 actual 2'],
      0,
    ],
    ['two columns of one year', ['\tFY2020\tFY2020', 'Hotline\t1\t2'], ['several', 'several'], 0],
    [
      'quarters beside their year',
      ['\tFY2020 Q1\tFY2020 Q2\tFY2020', 'Hotline\t1\t2\t3'],
      ['2019 actual 3'],
      2,
    ],
    ['half-years alone', ['\t2020年度上期\t2020年度下期', 'Hotline\t1\t2'], [], 4],
    [
      'changes beside the years',
      ['\tFY2019\tFY2020\tYoY\t前年比', 'Hotline\t1\t2\t100%\t+1'],
      ['2018 actual 1', '2019 actual 2'],
      2,
    ],
    [
      'averages and totals of years',
      ['\tFY2019\tFY2020\tFY2018-FY2020\t3か年平均', 'Hotline\t1\t2\t9\t3'],
      ['2018 actual 1', '2019 actual 2'],
      2,
    ],
    ['a forecast', ['\tFY2019\tFY2020 forecast\t2021年度見込み', 'Hotline\t1\t2\t3'], ['2018 actual 1'], 2],
    ['months', ['\tFY2019\t2020年4月\tMar-20', 'Hotline\t1\t2\t3'], ['2018 actual 1'], 2],
    [
      'one column in thousands',
      ['\tFY2019\tFY2020 (thousands)', 'Hotline\t1\t2'],
      ['2018 actual 1', 'scale'],
      0,
    ],
    ['a percentage said above', ['Rate (%)', '\tFY2019', 'Hotline\t1'], ['scale'], 0],
    ['a unit that is another', ['Item\tUnit\tFY2019', 'Hotline\t時間\t1'], ['scale'], 0],
    [
      'a number in brackets behind a number',
      ['\tFY2019\tFY2020', 'Hotline\t12 (3)\t12(3)'],
      ['two-numbers', 'unclear'],
      0,
    ],
    [
      'a note that ran into the number',
      ['\tFY2019\tFY2020', 'Hotline\t21,1502\t21,150²'],
      ['separators', 'unclear'],
      0,
    ],
    [
      'grouping of other countries',
      ['\tFY2019\tFY2020\tFY2021', "Hotline\t12,34,567\t21'150\t21 150"],
      ['separators', 'separators', 'separators'],
      0,
    ],
    ['flags of statistics', ['\tFY2019\tFY2020', 'Hotline\t42r\t42p'], ['unit', 'unit'], 0],
    ['numbers in other scripts', ['\tFY2019\tFY2020', 'Hotline\t٢١\t1万2千'], ['unclear', 'unclear'], 0],
    [
      'marks in place of numbers',
      ['\tFY2019\tFY2020\tFY2021', 'Hotline\t○\t✓\t△'],
      ['unclear', 'unclear', 'unclear'],
      0,
    ],
    ['times and multiples', ['\tFY2019\tFY2020', 'Hotline\t12:30\t3.5倍'], ['unclear', 'unit'], 0],
    [
      'signs that nobody sees',
      ['\tFY2019\tFY2020', 'Hotline\t1\u200b2\t\u200f42'],
      ['2018 actual 12', 'unclear'],
      0,
    ],
  ])('%s', (_what, lines, cells, unused) => {
    expect(pasted(...lines)).toMatchObject({ cells, unused });
  });

  it('is refused where a workbook shows thousands of what it holds', () => {
    const cell = (put: Put, code: string) => {
      const bytes = workbookBytes([{ name: 'KPI', cells: { B1: 'FY2020', A2: 'Hotline', B2: put } }], code);
      const read = readFigureWorkbook({ name: 'x.xlsx', bytes });
      if (read.kind !== 'table') throw new Error(read.kind);
      const [found] = cellsOf(propose(read.table).proposal);
      return found?.problem ?? found?.wanted?.said.value;
    };
    const shown = (code: string) => cell({ date: 12_000, code }, code);
    expect(['#,##0,', '0.0,,"M"', '0"千人"', '0"百万円"'].map(shown)).toEqual(Array(4).fill('scaled'));
    expect(['#,##0"人"', '#,##0'].map(shown)).toEqual([12_000, 12_000]);
  });
});

it('tells which formats show a day, and which a percentage', () => {
  for (const code of ['yyyy-mm-dd', 'ggge"年"m"月"', '[$-411]d;@', 'h:mm', '[h]:mm', 'm/d'])
    expect([code, formatOf(code)]).toEqual([code, 'date']);
  for (const code of ['0%', '0.0%;[Red]-0.0%', '#,##0.00 %'])
    expect([code, formatOf(code)]).toEqual([code, 'percent']);
  for (const code of ['#,##0,', '0.0,,"M"', '0.0,']) expect([code, formatOf(code)]).toEqual([code, 'scaled']);
  for (const [code, behind] of [
    ['#,##0"人"', '人'],
    ['0"days"', 'days'],
    ['\\d0', 'd'],
    ['0"千人"', '千人'],
  ] as const)
    expect([code, formatOf(code)]).toEqual([code, { behind }]);
  for (const code of ['General', '#,##0', '0.00E+00', '[Red]#,##0', '_-* #,##0_-', '@'])
    expect([code, formatOf(code)]).toEqual([code, null]);
});

describe('whatever a workbook or the clipboard holds', () => {
  const number = fc.oneof(
    fc.integer({ min: -9, max: 99_999 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const put: fc.Arbitrary<Put> = fc.oneof(
    fc.constantFrom<Put>(
      'FY2019',
      '2018',
      '12*1',
      '…',
      '△3',
      '1/2',
      '平成30年度',
      '85%',
      '1.234,5',
      '１２',
      '合計',
      '=A1',
    ),
    number,
    fc.string({ maxLength: 12 }),
    fc.record({ formula: fc.constantFrom('A1', 'SUM(A1:B2)'), cached: number }),
    fc.constant({ error: '#DIV/0!' }),
    fc.record({ logical: fc.boolean() }),
    fc.record({ date: fc.integer({ min: 1, max: 50_000 }) }),
    fc.record({ percent: fc.double({ min: 0, max: 1, noNaN: true }) }),
  );
  const address = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 7 }));
  const sheet = fc
    .record({
      years: fc.subarray(['FY2018', 'FY2019', 'FY2020', '2021年度'], { minLength: 1 }),
      labels: fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 5 }),
      puts: fc.array(fc.tuple(address, put), { maxLength: 16 }),
      hiddenRows: fc.subarray([2, 3]),
      merged: fc.subarray(['B2:C2', 'B2:B3', 'A2:A3', 'A1:XFD1048576']),
    })
    .map(({ years, labels, puts, ...more }): PutSheet => {
      const cells: Record<string, Put> = {};
      for (const [index, year] of years.entries()) cells[`${columnLetters(index + 2)}1`] = year;
      for (const [index, label] of labels.entries()) cells[`A${index + 2}`] = label;
      for (const [[column, row], value] of puts) cells[`${columnLetters(column)}${row}`] = value;
      return { name: 'KPI', cells, ...more };
    });

  it('a number beside a name that goes on from the row above is in the table', () => {
    const cells = { B1: '2021年度', A2: 'Online training', B3: 3 };
    const table = tableOf([{ name: 'KPI', cells, hiddenRows: [], merged: ['A2:A3'] }]);
    expect(table.rows.flat().map(({ text }) => text)).toContain('3');
    expect(table.above).toEqual([]);
  });

  it('every cell is an offer, a problem, left out by name, or words of the table', () => {
    fc.assert(
      fc.property(sheet, (one) => {
        const table = tableOf([one]);
        const { mapping, proposal } = propose(table);
        const lines = [
          ...table.above,
          ...table.below,
          ...table.notes.flatMap(({ mark, text }) => [mark, text]),
        ];
        const words = [...table.rows.flat().map(({ text }) => text), ...lines];
        // Nothing that stood in the sheet is missing.
        for (const value of Object.values(one.cells))
          if (typeof value === 'number' && Math.abs(value) < 1e9 && Number.isInteger(value))
            expect(words.some((text) => text.includes(String(value)))).toBe(true);
        const below = table.rows.slice(mapping.headRows);
        const inUse = (use: string) =>
          below.flatMap((row) =>
            row.filter((cell, column) => cell.text !== '' && mapping.columns[column]?.use === use),
          );
        expect(cellsOf(proposal)).toHaveLength(inUse('year').length);
        expect(proposal.unused).toBe(inUse('none').filter(({ continued }) => !continued).length);
        for (const { problem, wanted, verdict } of cellsOf(proposal)) {
          expect(wanted === null).toBe(verdict === null);
          if (problem !== null) expect(wanted).toBeNull();
        }
        for (const { faulty, cell } of below.flatMap((row, index) =>
          row.flatMap((raw, column) => {
            const cell = proposal.rows[index]?.cells.find((own) => own.column === column);
            return raw.fault && cell ? [{ faulty: raw, cell }] : [];
          }),
        ))
          expect([faulty.fault, 'merged']).toContain(cell.problem);
      }),
      { numRuns: 300 },
    );
  });

  it('no figure changes without an offer that was accepted', async () => {
    await fc.assert(
      fc.asyncProperty(
        sheet,
        fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
        async (one, agreed) => {
          const { state } = smallWorkspace();
          const indicators = NAMES.map((name) => makeIndicator({ name: { en: name } }));
          const setUp = new Draft(stateReader(state));
          const source = await putSource(setUp, { title: { en: 'Data book' }, kind: 'internal' });
          applyChanges(state, await setUp.finish());
          const there = indicators.flatMap(({ id }) =>
            [2018, 2019].map((year, value) =>
              makeFigure(id, year, value, { of: null, cited: citedIn(source.id) }),
            ),
          );
          for (const row of indicators) state.indicators.set(row.id, row);
          for (const row of there) state.figures.set(row.id, row);
          const before = structuredClone([...state.figures]);
          const table = tableOf([one]);
          const mapping = guessMapping(table, NEC);
          const known = rowLabels(table, mapping).map(
            (label) => indicators.find(({ name }) => name.en === label)?.id ?? indicators[0]?.id ?? '',
          );
          const { proposal } = propose(table, known, there, source.id);
          expect([...state.figures]).toEqual(before);
          const chosen = cellsOf(proposal)
            .filter((_, index) => agreed[index % agreed.length])
            .flatMap(({ wanted, verdict }) =>
              wanted && verdict && verdict.kind !== 'same'
                ? [{ wanted, verdict, breakBefore: null, note: {} }]
                : [],
            );
          const draft = new Draft(stateReader(state));
          const accepted = {
            figures: chosen,
            indicators: [],
            source: null,
            organisation: null,
            why: 'counted anew',
          };
          const count = await acceptOffers(draft, accepted, { by: 'Ren', at: '2024-06-02T00:00:00.000Z' });
          applyChanges(state, await draft.finish());
          expect(count).toBe(chosen.length);
          const now = new Map(state.figures) as Map<string, Figure>;
          for (const [id, row] of before) {
            const restated = chosen.some(
              ({ verdict }) => verdict.kind === 'changed' && verdict.existing.id === id,
            );
            if (!restated) expect(now.get(id)).toEqual(row);
            now.delete(id);
          }
          for (const row of now.values())
            expect(
              chosen.some(
                ({ wanted }) =>
                  wanted.said.value === row.value &&
                  wanted.place.indicatorId === row.indicatorId &&
                  wanted.period.fiscalYear === row.period.fiscalYear,
              ),
            ).toBe(true);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('a sheet of figures that comes back edited offers what was edited and no more', () => {
    const indicator = makeIndicator({ name: { en: 'Hotline' } });
    const figures = [2017, 2018, 2019, 2020].map((year, index) => makeFigure(indicator.id, year, 40 + index));
    const held = { figures, indicators: [indicator], organisations: [], arrangements: [], sources: [] };
    const words = {
      t: translator('en'),
      language: 'en' as const,
      period: ({ fiscalYear }: { fiscalYear: number }) => `FY${fiscalYear}`,
    };
    const rows = longRows(held, words);
    const [valueAt, idAt] = [LONG_COLUMNS.indexOf('value'), LONG_COLUMNS.indexOf('id')];
    const place = (row: number, column: number) => `${columnLetters(column + 1)}${row + 1}`;
    const edit = fc.oneof(
      fc.record({ row: fc.integer({ min: 1, max: 4 }), value: put }),
      fc.record({
        row: fc.integer({ min: 1, max: 4 }),
        id: fc.constantFrom('', 'nobody', figures[0]?.id ?? ''),
      }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 5 }), (edits) => {
        const cells: Record<string, Put> = {};
        for (const [row, texts] of rows.entries())
          for (const [column, text] of texts.entries()) if (text !== '') cells[place(row, column)] = text;
        for (const one of edits)
          if ('id' in one) cells[place(one.row, idAt)] = one.id;
          else cells[place(one.row, valueAt)] = one.value;
        const read = readSheets([{ name: 'Figures', cells }]);
        if (read.kind !== 'returned') throw new Error(read.kind);
        const offers = returnedOffers(read.rows, figures, longRowsOf(held, words));
        const touched = new Set(edits.map(({ row }) => row + 1));
        for (const { row } of offers) expect(touched.has(row)).toBe(true);
        for (const offer of offers)
          if (offer.problem === null) expect(offer.existing && figures.includes(offer.existing)).toBe(true);
        // An edited number is offered or refused, unless it says what stood there.
        const last = new Map(edits.flatMap((one) => ('value' in one ? [[one.row, one.value] as const] : [])));
        for (const [row, value] of last)
          if (typeof value !== 'string' && !(typeof value === 'number' && value === 39 + row))
            expect(offers.some((offer) => offer.row === row + 1)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
