import { describe, expect, it } from 'vitest';
import { acceptOffers } from '#shared/edit/figure-offers.ts';
import { readFigureWorkbook } from '#shared/figure-table/from-workbook.ts';
import {
  BESIDE,
  LONG_COLUMNS,
  longRows,
  longRowsOf,
  type SheetWords,
} from '#shared/figure-table/long-sheet.ts';
import { returnedOffers } from '#shared/figure-table/returned.ts';
import type { FigureRows } from '#shared/figure-table/rows.ts';
import { workbookOf } from '#shared/figure-table/workbook.ts';
import { translator } from '#shared/i18n/index.ts';
import { newId } from '#shared/model/basics.ts';
import { blankFigure } from '#shared/model/figure.ts';
import { blankIndicator } from '#shared/model/indicator.ts';
import { columnLetters } from '#shared/ooxml/address.ts';
import { writeWorkbook } from '#shared/ooxml/write.ts';

const WORDS: SheetWords = {
  t: translator('ja'),
  language: 'ja',
  period: ({ fiscalYear }) => `${fiscalYear}年度`,
};
const indicator = blankIndicator({ id: newId(), name: { en: 'Hotline' }, unit: 'cases' });
const cited = { sourceId: newId(), passageId: null, locator: '', asStated: '' };
const figures = [2017, 2018, 2019].map((fiscalYear, index) =>
  blankFigure({
    id: newId(),
    indicatorId: indicator.id,
    period: { fiscalYear },
    value: 40 + index,
    cited,
    at: null,
  }),
);
const state: FigureRows = {
  figures,
  indicators: [indicator],
  organisations: [],
  arrangements: [],
  sources: [],
};
const VALUE = LONG_COLUMNS.indexOf('value');
const ID = LONG_COLUMNS.indexOf('id');

/** The sheet as somebody sent it back. */
function returned(edit: (rows: string[][]) => void) {
  const rows = longRows(state, WORDS);
  edit(rows);
  const bytes = writeWorkbook(
    workbookOf('long', rows, WORDS, { at: '2026-01-01T00:00:00.000Z', creator: '' }),
  );
  const read = readFigureWorkbook({ name: 'x.xlsx', bytes });
  if (read.kind !== 'returned') throw new Error(read.kind);
  return returnedOffers(read.rows, figures, longRowsOf(state, WORDS));
}
const set = (rows: string[][], row: number, column: number, text: string) => {
  const line = rows[row];
  if (line) line[column] = text;
};

describe('a sheet that comes back', () => {
  it('offers nothing where nobody edited it', () => {
    expect(returned(() => {})).toEqual([]);
  });

  it('makes one edited cell one offer, which restates the figure', () => {
    const offers = returned((rows) => set(rows, 2, VALUE, '約50'));
    expect(offers).toHaveLength(1);
    expect(offers[0]).toMatchObject({ existing: figures[1], problem: null, changedHere: false });
    const [offer] = offers;
    if (!offer || offer.problem !== null) throw new Error('refused');
    expect(offer.wanted.said).toMatchObject({ value: 50, precision: 'about' });
  });

  it('names every row that cannot be taken, and offers the others', () => {
    const offers = returned((rows) => {
      set(rows, 1, VALUE, '1,5');
      set(rows, 2, ID, newId());
      set(rows, 3, VALUE, '');
      rows.push([...(rows[1] ?? [])]);
    });
    expect(offers.map(({ row, problem }) => [row, problem])).toEqual([
      [2, 'separators'],
      [3, 'unknown-id'],
      [4, 'blank'],
      [5, 'id-twice'],
    ]);
  });

  it('offers a status that goes with the number, and refuses one that does not', () => {
    const status = LONG_COLUMNS.indexOf('status');
    const offers = returned((rows) => {
      set(rows, 1, status, '暫定値');
      set(rows, 2, status, 'withheld');
      set(rows, 3, status, 'perhaps');
    });
    expect(offers.map(({ problem }) => problem)).toEqual([null, 'status', 'status']);
    expect(offers[0]).toMatchObject({ wanted: { said: { value: 40, status: 'provisional' } } });
  });

  it.each(BESIDE.filter((column) => column !== 'status'))(
    'tells by its address that an edited %s is not taken, with and without an edited number',
    (column) => {
      const at = LONG_COLUMNS.indexOf(column);
      const offers = returned((rows) => {
        set(rows, 1, at, 'otherwise');
        set(rows, 2, at, 'otherwise');
        set(rows, 2, VALUE, '50');
      });
      const address = (row: number) => `${columnLetters(at + 1)}${row}`;
      expect(offers).toMatchObject([
        { problem: 'untaken', untaken: [{ column, address: address(2) }] },
        { problem: null, untaken: [{ column, address: address(3) }], wanted: { said: { value: 50 } } },
      ]);
    },
  );

  it('takes nothing for an edit that was changed in the workspace since', () => {
    const rows = longRows(state, WORDS);
    const bytes = writeWorkbook(
      workbookOf('long', rows, WORDS, { at: '2026-01-01T00:00:00.000Z', creator: '' }),
    );
    const read = readFigureWorkbook({ name: 'x.xlsx', bytes });
    if (read.kind !== 'returned') throw new Error(read.kind);
    expect(read).toMatchObject({ language: 'ja', foreign: 0, left: [] });
    const renamed = { ...state, indicators: [{ ...indicator, name: { ja: '通報件数' } }] };
    expect(returnedOffers(read.rows, figures, longRowsOf(renamed, WORDS))).toEqual([]);
  });

  it('reads sheets whose sum is of the number alone, and counts cells that it did not write', () => {
    const rows = longRows(state, WORDS);
    const sum = LONG_COLUMNS.indexOf('sum');
    for (const row of rows.slice(1)) row[sum] = row[sum]?.split('-')[0] ?? '';
    set(rows, 1, LONG_COLUMNS.indexOf('note'), 'counted anew');
    rows[2]?.push('Looks low');
    const bytes = writeWorkbook(
      workbookOf('long', rows, WORDS, { at: '2026-01-01T00:00:00.000Z', creator: '' }),
    );
    const read = readFigureWorkbook({ name: 'x.xlsx', bytes });
    if (read.kind !== 'returned') throw new Error(read.kind);
    expect(read.foreign).toBe(1);
    expect(returnedOffers(read.rows, figures, longRowsOf(state, WORDS))).toMatchObject([
      { row: 2, problem: 'untaken', untaken: [{ column: 'note' }] },
    ]);
  });

  it('does not take in a figure that was restated meanwhile', () => {
    const rows = longRows(state, WORDS);
    set(rows, 1, VALUE, '99');
    const bytes = writeWorkbook(
      workbookOf('long', rows, WORDS, { at: '2026-01-01T00:00:00.000Z', creator: '' }),
    );
    const read = readFigureWorkbook({ name: 'x.xlsx', bytes });
    const [first] = figures;
    if (read.kind !== 'returned' || !first) throw new Error();
    const later = { ...first, id: newId(), value: 41, replaces: first.id, why: 'counted anew' };
    expect(returnedOffers(read.rows, [...figures, later], longRowsOf(state, WORDS))[0]).toMatchObject({
      problem: 'restated',
    });
  });

  it('is a table of somebody else where it has no ids', () => {
    const rows = [
      ['', '2019年度'],
      ['窓口', '42*1'],
    ];
    const bytes = writeWorkbook(
      workbookOf('wide', rows, WORDS, { at: '2026-01-01T00:00:00.000Z', creator: '' }),
    );
    const read = readFigureWorkbook({ name: 'x.xlsx', bytes });
    if (read.kind !== 'table') throw new Error(read.kind);
    expect(read.table.rows.map((row) => row.map(({ text }) => text))).toEqual(rows);
  });

  it('throws a problem for bytes that are no workbook', () => {
    expect(() => readFigureWorkbook({ name: 'x.xlsx', bytes: new Uint8Array([1, 2, 3]) })).toThrow(
      'xlsx-broken',
    );
  });
});

it('takes nothing in where nothing was agreed to', async () => {
  const nothing = { figures: [], indicators: [], source: null, organisation: null, why: '' };
  expect(await acceptOffers({} as never, nothing, { by: '', at: '' })).toBe(0);
});
