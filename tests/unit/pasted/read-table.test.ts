import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClipboard } from '#shared/pasted/read.ts';
import type { PastedTable } from '#shared/pasted/table.ts';

/** The table of a report, as it comes out of a PDF file or a page saved as text. */
const PRINTED = `People who completed human rights training

  FY2018 FY2019 FY2020
Online training*1 8,026 20,936 21,150*2
Group training*2 586 441 537
• *1
  Taken by all employees each year; what only managers took in fiscal 2018, all took in fiscal 2019.
• *2
  The online training in fiscal 2020 was on another subject.`;

const read = (text: string, html = '') => {
  const table = readClipboard({ text, html });
  if (typeof table === 'string') throw new Error(table);
  return table;
};
const words = ({ rows }: PastedTable) => rows.map((row) => row.map(({ text }) => text));

const FIGURES = [
  ['', 'FY2018', 'FY2019', 'FY2020'],
  ['Online training*1', '8,026', '20,936', '21,150*2'],
  ['Group training*2', '586', '441', '537'],
];

describe('a table out of text', () => {
  it('is read where blanks part its cells, with the notes below it', () => {
    const table = read(PRINTED);
    expect(words(table)).toEqual(FIGURES);
    expect(table.above).toEqual(['People who completed human rights training']);
    expect(table.notes.map(({ mark }) => mark)).toEqual(['*1', '*2']);
    expect(table.notes[0]?.text).toMatch(/^Taken by all employees/);
  });

  it('is read where tabs part its cells; a line below belongs to its mark', () => {
    const text = [
      ...FIGURES.map((row) => row.join('\t')),
      '*1 Held every year.\t\t\t',
      '※2 Another subject.',
    ].join('\r\n');
    const table = read(text);
    expect(words(table)).toEqual(FIGURES);
    expect(table.notes).toEqual([
      { mark: '*1', text: 'Held every year.' },
      { mark: '※2', text: 'Another subject.' },
    ]);
  });

  it('keeps tabs, line breaks and quotation marks of a quoted cell', () => {
    expect(words(read('"one\ntwo"\t"a ""b"""\tc\n"open\t1\t2'))).toEqual([
      ['one\ntwo', 'a "b"', 'c'],
      ['"open', '1', '2'],
    ]);
  });

  it('gives any cells back that a spreadsheet wrote', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '1', '"', '\t', '\n', '人'),
      minLength: 1,
      maxLength: 4,
    });
    const full = cell.map((text) => `x${text}x`);
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }),
        fc.array(fc.array(full, { minLength: 4, maxLength: 4 }), { minLength: 1 }),
        (width, all) => {
          const rows = all.map((row) => row.slice(0, width));
          const text = rows
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join('\t'))
            .join('\n');
          const tidy = (one: string) =>
            one
              .replace(/[^\S\n]+/g, ' ')
              .replace(/ ?\n ?/g, '\n')
              .trim();
          expect(words(read(text))).toEqual(rows.map((row) => row.map(tidy)));
        },
      ),
    );
  });

  it('says why nothing is read', () => {
    expect(readClipboard({ text: ' \n', html: '' })).toBe('empty');
    expect(readClipboard({ text: '1\t2\n'.repeat(1_000_000), html: '' })).toBe('too-large');
    expect(readClipboard({ text: '1\t'.repeat(600), html: '' })).toBe('too-large');
  });
});

describe('a table out of HTML', () => {
  it('fills merged cells and says which go on', () => {
    const table = read(
      '',
      `<p>Title</p><table><tr><th rowspan=2>Training<th colspan="2">FY2019<tr><th>target<th>result
       <tr><td>Online<td>9,000<td>8,026<sup>1</sup></table><p>1) Held every year.</p>`,
    );
    expect(words(table)).toEqual([
      ['Training', 'FY2019', 'FY2019'],
      ['Training', 'target', 'result'],
      ['Online', '9,000', '8,026*1'],
    ]);
    expect(table.rows[1]?.[0]?.continued).toBe(true);
    expect(table.above).toEqual(['Title']);
    expect(table.notes).toEqual([{ mark: '1)', text: 'Held every year.' }]);
  });

  it('takes the table with the most cells, and a table that lays out the page for none', () => {
    const table = read(
      '',
      `<table><tr><td><table><tr><td>a<td>1<tr><td>b<td>2</table><td>side</table><script>x</script>`,
    );
    expect(words(table)).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });

  it('reads the text where there is no table', () => {
    expect(words(read('a\t1', '<p>a 1</p>'))).toEqual([['a', '1']]);
  });

  it('does not read 21,150² as another number, and leaves m² alone', () => {
    const table = read('', '<table><tr><td>Area, m<sup>2</sup><td>21,150<sup>2</sup></table>');
    expect(words(table)).toEqual([['Area, m2', '21,150*2']]);
  });

  it('is bounded, whatever spans say', () => {
    const row = `<tr>${'<td colspan=100 rowspan=100>1'.repeat(60)}`;
    expect(readClipboard({ text: '', html: `<table>${row.repeat(50)}</table>` })).toBe('too-large');
  });

  it('ends for any tags', () => {
    const tag = fc.constantFrom(
      '<table>',
      '</table>',
      '<tr>',
      '<td rowspan=3>',
      '<td colspan=2>',
      '</td>',
      'a',
      '1',
      '<sup>',
      '</sup>',
      '<p>',
    );
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 60 }), (tags) => {
        const table = readClipboard({ text: 'x\t1', html: tags.join('') });
        if (typeof table !== 'string')
          expect(new Set(table.rows.map(({ length }) => length)).size).toBeLessThan(2);
      }),
    );
  });
});
