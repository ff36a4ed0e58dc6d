import { describe, expect, it } from 'vitest';
import { commaSeparated, tabSeparated } from '#shared/delimited.ts';

describe('tables as text', () => {
  it('hold no cell that a spreadsheet would run, and no cell that breaks its row', () => {
    const rows = [
      ['=1+1', '+2', '-3', '@SUM(A1)'],
      ['a\tb', 'c\nd', '–', ' x '],
    ];
    expect(tabSeparated(rows)).toBe("'=1+1\t'+2\t'-3\t'@SUM(A1)\na b\tc d\t–\tx");
  });

  it.each(['=', '+', '-', '@', '＝', '＋', '－', '＠', '−', '\t=', '\r+', '\n@', '\u200b=', '\ufeff＝'])(
    'holds no cell that begins like a formula: %j',
    (sign) => {
      for (const table of [tabSeparated, commaSeparated]) {
        const cell = table([[`${sign}1+1`]]).replaceAll(/["\uFEFF]/g, '');
        expect(cell.startsWith("'"), JSON.stringify(cell)).toBe(true);
      }
    },
  );

  it('quote what a comma or a quote would split, and are marked as UTF-8 for Excel', () => {
    expect(commaSeparated([['a, b', 'say "yes"'], ['強制労働']])).toBe(
      '\uFEFF"a, b","say ""yes"""\r\n"強制労働"\r\n',
    );
  });
});
