import Encoding from 'encoding-japanese';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { indexState } from '#shared/change/state.ts';
import { acceptSuppliers } from '#shared/edit/supplier.ts';
import { newId } from '#shared/model/basics.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import { emptyState } from '#shared/model/tables.ts';
import { amountIn, factorIn, unitIn } from '#shared/suppliers/list/cell-words.ts';
import { acceptedOf, type Choice, choiceOf } from '#shared/suppliers/list/choices.ts';
import { guessListMapping } from '#shared/suppliers/list/mapping.ts';
import { bareNameKey } from '#shared/suppliers/list/names.ts';
import { type Offer, offersOf, type RowOutcome } from '#shared/suppliers/list/offers.ts';
import { readSupplierList, type SupplierListTable } from '#shared/suppliers/list/read-list.ts';
import { recalled, signatureOf } from '#shared/suppliers/list/recalled.ts';
import { type ListRow, supplierWorkbook } from '../../fixtures/supplier-list.ts';
import { supplierCalled } from './suppliers.ts';

const xlsx = (...sheets: readonly ListRow[][]) => ({ name: 'list.xlsx', bytes: supplierWorkbook(...sheets) });
const csv = (text: string) => ({ name: 'list.csv', bytes: new TextEncoder().encode(text) });
const read = (table: SupplierListTable, known: readonly Organisation[] = []) =>
  offersOf(table, guessListMapping(table), known);
const short = (outcomes: readonly RowOutcome[]) =>
  outcomes.map((one) =>
    one.kind === 'offer'
      ? [one.verdict, Object.values(one.said.name)[0], one.doubt?.kind ?? null]
      : [one.kind, one.why, null],
  );

const JAPANESE: ListRow[] = [
  ['調達先一覧（2023年度）', null, null, null, null, null, null, null, null],
  ['単位：百万円', null, null, null, null, null, null, null, null],
  ['No.', '取引先名', '国', '業種', '品目', '地域リスク', '業種リスク', '企業リスク', '取引額'],
  [1, '株式会社青葉電子', '日本', '電子部品', 'コネクター、端子', '低', '高', '不明', 1200],
  [2, 'Lumbung Rubber Sdn. Bhd.', 'Malaysia', 'ゴム', '天然ゴム', '○', '○', '', '3億円'],
  [null, null, null, null, null, null, null, null, null],
  [3, '北斗樹脂㈱', '日本', '樹脂', 'ペレット', '中', '×', '-', '約90'],
  [null, '合計', null, null, null, null, null, null, 1290],
  ['※ 名称は登記による', null, null, null, null, null, null, null, null],
];

describe('a list of suppliers', () => {
  it('reads a Japanese workbook: heads, lines above and below, sums, factors, amounts with their unit', () => {
    const table = readSupplierList(xlsx(JAPANESE));
    const { columns, unit, heads } = guessListMapping(table);
    expect(columns).toEqual([
      'none',
      'name',
      'country',
      'sectors',
      'products',
      'region',
      'sector',
      'company',
      'amount',
    ]);
    expect([heads, unit]).toEqual([[2], '百万円']);
    const outcomes = read(table);
    expect(short(outcomes)).toEqual([
      ['left', 'above', null],
      ['left', 'above', null],
      ['left', 'head', null],
      ['new', '株式会社青葉電子', null],
      ['new', 'Lumbung Rubber Sdn. Bhd.', null],
      ['left', 'empty', null],
      ['new', '北斗樹脂㈱', null],
      ['left', 'total', null],
      ['left', 'note', null],
    ]);
    const offers = outcomes.filter((one): one is Offer => one.kind === 'offer');
    expect(offers[0]?.said).toMatchObject({
      products: ['コネクター', '端子'],
      factors: { region: 'not', sector: 'raised', company: 'unknown' },
      amount: { value: 1200, unit: '百万円' },
    });
    expect(offers[1]?.said.amount).toEqual({ value: 3, unit: '億円' });
    expect(offers[2]?.problems).toEqual([
      { field: 'region', text: '中', code: 'factor' },
      { field: 'amount', text: '約90', code: 'amount' },
    ]);
  });

  it('reads heads in two rows, of which the upper spans several columns', () => {
    const cell = (text: string, continued = false) => ({ text, continued });
    const table: SupplierListTable = {
      rows: [
        [cell('Supplier'), cell('Risk'), cell('Risk', true), cell('Spend (USD)')],
        [cell('Supplier', true), cell('Country'), cell('Product'), cell('Spend (USD)', true)],
        [cell('Ada Mills'), cell('high'), cell('low'), cell('12,000')],
      ],
      ...{ sheets: [], sheet: null, encoding: null },
    };
    expect(guessListMapping(table)).toMatchObject({
      heads: [0, 1],
      columns: ['name', 'region', 'product', 'amount'],
      unit: 'USD',
    });
    expect(short(read(table)).map(([kind]) => kind)).toEqual(['left', 'left', 'new']);
  });

  it('takes the sheet that holds most, and another one that is asked for', () => {
    const file = xlsx(
      [['Name'], ['A']],
      [
        ['Name', 'Country'],
        ['Beta', 'Chile'],
        ['Gamma', 'Peru'],
      ],
    );
    expect(readSupplierList(file)).toMatchObject({ sheet: 'Sheet 2', sheets: ['Sheet 1', 'Sheet 2'] });
    expect(short(read(readSupplierList(file, 'Sheet 1')))).toEqual([
      ['left', 'head', null],
      ['new', 'A', null],
    ]);
  });

  it('reads delimited text in any encoding, with quotation marks and semicolons', () => {
    const text = '取引先名;国;取引額（千円）\r\n"青葉;電子";日本;1,200\r\n北斗樹脂;日本;\r\n';
    const bytes = Uint8Array.from(
      Encoding.convert(Encoding.stringToCode(text), { to: 'SJIS', from: 'UNICODE' }),
    );
    const table = readSupplierList({ name: 'list.csv', bytes });
    expect(table.encoding).toBe('shift_jis');
    expect(short(read(table)).map(([, name]) => name)).toEqual(['head', '青葉;電子', '北斗樹脂']);
  });

  it('reads the same out of any encoding, line end and delimiter', () => {
    const encodings = ['SJIS', 'EUCJP', 'JIS', 'UTF8', 'UTF16LE', 'UTF16BE'] as const;
    const name = fc.constantFrom('青葉電子', '北斗樹脂㈱', 'Lumbung "Rubber"', 'ギガ化学', 'Ada, Mills');
    const mark = (encoding: string, bom: boolean) =>
      !bom ? [] : encoding === 'UTF8' ? [0xef, 0xbb, 0xbf] : encoding === 'UTF16LE' ? [0xff, 0xfe] : [];
    fc.assert(
      fc.property(
        fc.constantFrom(...encodings),
        fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 9, maxLength: 9 }),
        fc.constantFrom(',', ';', '\t'),
        fc.uniqueArray(name, { minLength: 2, maxLength: 5 }),
        fc.boolean(),
        (encoding, ends, delimiter, names, bom) => {
          const cell = (text: string) => (/[",;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
          const lines = [['取引先名', '国', '業種'], ...names.map((one) => [one, '日本', '電子部品'])];
          const text = lines.map((line, at) => line.map(cell).join(delimiter) + (ends[at] ?? '\n')).join('');
          const code = Encoding.convert(Encoding.stringToCode(text), { to: encoding, from: 'UNICODE' });
          const bytes = Uint8Array.from([...mark(encoding, bom || encoding === 'UTF16LE'), ...code]);
          const outcomes = read(readSupplierList({ name: 'list.csv', bytes }));
          expect(short(outcomes)).toEqual([
            ['left', 'head', null],
            ...names.map((one) => ['new', one, null]),
          ]);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('refuses by row what is no name, and stores no number that may be another one', () => {
    const list = [
      'Name,Spend (USD),Product risk',
      'Kappa,1.200,Medium',
      'Sigma,(12),2',
      '"Two\nlines",5,n/a',
      '\u202eMirror,1.5,high',
      'M\ufffdller,1,low',
    ];
    const outcomes = read(readSupplierList(csv(`${list.join('\n')}\n"Open,7,high\n`)));
    expect(short(outcomes).slice(1)).toEqual([
      ['new', 'Kappa', null],
      ['new', 'Sigma', null],
      ['new', 'Two lines', null],
      ['new', 'Mirror', null],
      ['refused', 'garbled', null],
      ['refused', 'quote', null],
    ]);
    const problems = outcomes.flatMap((one) => (one.kind === 'offer' ? one.problems : []));
    expect(problems.map(({ field, text }) => [field, text])).toEqual([
      ['product', 'Medium'],
      ['amount', '1.200'],
      ['product', '2'],
      ['amount', '(12)'],
    ]);
    expect(() => readSupplierList(csv('<html><table><tr><td>Name</td></tr></table>'))).toThrow(
      'supplier-list-web-page',
    );
  });

  it('knows the columns of a list with the same heads as they were said before', () => {
    const mapping = guessListMapping(readSupplierList(csv('Name,Remarks,Land\nA,x,Peru\n')));
    const said = mapping.columns.with(2, 'country');
    expect(recalled(mapping, said).columns).toEqual(said);
    expect(recalled(mapping, ['name']).columns).toEqual(mapping.columns);
    expect(recalled(mapping, said.with(1, 'gone' as 'none')).columns).toEqual(mapping.columns);
    const bare = guessListMapping(readSupplierList(csv('A,Peru\nB,Chile\n')));
    expect(recalled(bare, bare.columns.with(1, 'country')).columns).toEqual(bare.columns);
    const again = guessListMapping(readSupplierList(csv('NAME,Remarks,Land\nB,y,Chile\n')));
    expect(signatureOf(again)).toBe(signatureOf(mapping));
  });

  it('refuses a file with nothing in it, and one that is none', () => {
    expect(() => readSupplierList(csv(',,\n,,\n'))).toThrow('supplier-list-empty');
    expect(() =>
      readSupplierList({ name: 'x.png', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1) }),
    ).toThrow();
  });

  it('compares names without width, case, kana and forms of company', () => {
    for (const [one, other] of [
      ['ABC Co., Ltd.', '株式会社ＡＢＣ'],
      ['㈱アオバ', 'あおば'],
      ['Müller GmbH', 'MULLER'],
      ['Lumbung Sdn. Bhd.', 'Lumbung'],
    ] as const)
      expect(bareNameKey(one)).toBe(bareNameKey(other));
    expect(bareNameKey('Limited')).toBe('limited');
  });

  it('asks where a supplier is written otherwise, or called as an earlier row is, and never merges them', () => {
    const abc = supplierCalled('ABC Co., Ltd.', { aliases: ['ABC works'] });
    const outcomes = read(
      readSupplierList(
        csv(
          'Name,Country\nABC Co.，Ltd.,Peru\n株式会社ABC,Peru\nABC works,Peru\nDelta,Chile\nDelta,Peru\nDelta,Chile\n',
        ),
      ),
      [abc],
    );
    expect(short(outcomes).slice(1)).toEqual([
      ['new', 'ABC Co.，Ltd.', 'alike'],
      ['new', '株式会社ABC', 'twin'],
      ['changed', 'ABC works', null],
      ['new', 'Delta', null],
      ['new', 'Delta', 'twin'],
      ['left', 'repeat', null],
    ]);
    expect(acceptedOf(outcomes, new Map()).map(({ said, into }) => [said.name.en, into])).toEqual([
      ['Delta', null],
    ]);
  });

  it('joins rows of one supplier, and says where they differ', () => {
    const table = readSupplierList(
      csv('Name,Product,Product risk,Spend\nDelta,Rubber,high,12\nDelta,Palm oil,low,30\n'),
    );
    const outcomes = read(table);
    expect(outcomes[2]).toMatchObject({
      doubt: {
        kind: 'twin',
        row: 2,
        conflicts: [
          { code: 'two-levels', text: 'not' },
          { code: 'two-amounts', text: '30' },
        ],
      },
    });
    const [one] = acceptedOf(outcomes, new Map([[3, { do: 'join', row: 2 }]]));
    expect(one).toMatchObject({
      rows: [2, 3],
      said: { products: ['Rubber', 'Palm oil'], factors: { product: 'raised' }, amount: { value: 12 } },
    });
  });

  it('tells words for factors and units of amounts, and refuses what is neither', () => {
    for (const word of ['High', 'raised', '高', '○', '◯', 'Ｙｅｓ', 'あり'])
      expect(factorIn(word)).toBe('raised');
    for (const word of ['low', '低', '×', 'なし']) expect(factorIn(word)).toBe('not');
    for (const word of ['unknown', '不明', '-', '？']) expect(factorIn(word)).toBe('unknown');
    expect([factorIn(' '), factorIn('medium'), factorIn('△')]).toEqual(['blank', 'unclear', 'unclear']);
    expect(amountIn('JPY 1,200 million')).toEqual({ value: 1200, unit: 'JPY million' });
    expect(amountIn('￥３，０００')).toEqual({ value: 3000, unit: '￥' });
    expect([amountIn('1.200,50'), amountIn('12%'), amountIn('about 20'), amountIn('–')]).toEqual([
      'unclear',
      'unclear',
      'unclear',
      'blank',
    ]);
    expect([unitIn('取引額（千円）'), unitIn('Amount (JPY million)'), unitIn('Name (short)')]).toEqual([
      '千円',
      'JPY million',
      '',
    ]);
  });
});

describe('any list', () => {
  const cell = fc.constantFrom(
    ...[
      '',
      '',
      'Delta',
      'DELTA',
      'Delta Ltd',
      '株式会社デルタ',
      'Name',
      'Country',
      'Total',
      '合計',
      '12',
      'high',
      '△',
      '=A1+1',
    ],
    ...['※ note', 'x'.repeat(400), '-', 'Peru', '取引先名', 'Spend'],
  );
  const anyTable = fc
    .array(fc.array(fc.record({ text: cell, continued: fc.boolean() }), { maxLength: 5 }), {
      minLength: 1,
      maxLength: 14,
    })
    .map((rows): SupplierListTable => ({ rows, sheets: [], sheet: null, encoding: null }));
  const known = [supplierCalled('Delta', { country: 'Chile' }), supplierCalled('Delta Ltd.')];

  it('makes of each row an offer, a refusal or a row that is left out', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const outcomes = read(table, known);
        expect(outcomes.map(({ row }) => row)).toEqual(table.rows.map((_row, at) => at + 1));
        for (const one of outcomes) {
          if (one.kind === 'offer') expect(Object.values(one.said.name).join('')).not.toBe('');
          else expect(one.why).toBeTruthy();
          if (one.kind === 'left' && one.why === 'empty')
            expect(table.rows[one.row - 1]?.every(({ text }) => text === '')).toBe(true);
        }
      }),
    );
  });

  it('changes nothing without an accepted offer, and takes nothing away with one', async () => {
    const doing = fc.constantFrom('leave', 'new', 'into', 'usual');
    await fc.assert(
      fc.asyncProperty(anyTable, fc.array(doing, { minLength: 14, maxLength: 14 }), async (table, acts) => {
        const outcomes = read(table, known);
        const choices = new Map<number, Choice>();
        for (const [at, outcome] of outcomes.entries()) {
          if (outcome.kind !== 'offer' || acts[at] === 'usual') continue;
          const id = outcome.existing ?? known[0]?.id ?? newId();
          choices.set(outcome.row, acts[at] === 'into' ? { do: 'into', id } : { do: acts[at] as 'new' });
        }
        const accepted = acceptedOf(outcomes, choices);
        const draft = new Draft(stateReader(indexState({ ...emptyState(), organisations: known })));
        const counts = await acceptSuppliers(draft, { suppliers: accepted, source: null, fiscalYear: null });
        const after = new Map((await draft.all('organisations')).map((one) => [one.id, one]));
        const touched = new Set(accepted.flatMap(({ into }) => into ?? []));
        for (const before of known) {
          const now = after.get(before.id);
          if (!touched.has(before.id)) expect(now).toEqual(before);
          expect(now?.name).toMatchObject(before.name);
          expect(now?.aliases).toEqual(expect.arrayContaining(before.aliases));
          expect(now?.products).toEqual(expect.arrayContaining(before.products));
        }
        expect(after.size).toBe(known.length + counts.added);
        const taken = outcomes
          .filter((one) => one.kind === 'offer')
          .filter((one) => {
            const choice = choiceOf(one, choices);
            return choice !== null && choice.do !== 'leave';
          });
        expect(accepted.flatMap(({ rows }) => rows).sort((a, b) => a - b)).toEqual(
          taken.map(({ row }) => row),
        );
        await draft.finish();
      }),
      { numRuns: 60 },
    );
  });
});
