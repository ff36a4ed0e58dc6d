import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastWidth, textWidth } from '#shared/chart/metrics.ts';
import { TEXT_WIDTH, typography } from '#shared/report/docx/design.ts';
import { CELL_MARGIN, columnWidths } from '#shared/report/docx/widths.ts';

const word = fc.oneof(
  fc.constantFrom(
    'Irremediability',
    'Likelihood',
    '救済困難度',
    'ステークホルダー',
    '2',
    'commencement',
    '–',
  ),
  fc.stringMatching(/^[a-zA-Zぁ-ん漢字]{1,14}$/),
);
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const table = fc.integer({ min: 1, max: 6 }).chain((columns) =>
  fc.tuple(
    fc.array(fc.record({ head: text, share: fc.integer({ min: 1, max: 60 }) }), {
      minLength: columns,
      maxLength: columns,
    }),
    fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { maxLength: 6 }),
  ),
);

describe.each(['en', 'ja'] as const)('widths of columns (%s)', (language) => {
  const size = typography(language).table * 10;
  const fits = (longest: string, width: number, bold = false) =>
    leastWidth(longest, size, bold) + 2 * CELL_MARGIN <= width;

  it('leave room for the longest word of every head and cell, and add up to the width of the text', () => {
    fc.assert(
      fc.property(table, ([columns, rows]) => {
        const needs = columns.map(({ head }, index) =>
          Math.max(
            leastWidth(head, size, true),
            ...rows.map((cells) => leastWidth(cells[index] ?? '', size)),
          ),
        );
        const most = needs.reduce((sum, need) => sum + need * 1.06 + 2 * CELL_MARGIN, 0);
        fc.pre(most < TEXT_WIDTH - columns.length);
        const widths = columnWidths(columns, rows, language);
        expect(widths.reduce((sum, one) => sum + one, 0)).toBe(TEXT_WIDTH);
        widths.forEach((width, index) => {
          expect(fits(columns[index]?.head ?? '', width, true)).toBe(true);
          for (const cells of rows) expect(fits(cells[index] ?? '', width)).toBe(true);
        });
      }),
    );
  });

  it('keep a date on one line where there is room, whatever the shares say', () => {
    const date = language === 'ja' ? '2021年9月' : 'March 2021';
    const [, narrow = 0] = columnWidths(
      [
        { head: 'x', share: 99 },
        { head: 'y', share: 1 },
      ],
      [['a long text that may be broken anywhere at a blank', date]],
      language,
    );
    expect(textWidth(date, size) + 2 * CELL_MARGIN).toBeLessThanOrEqual(narrow);
  });

  it('leave a long reason its room, though the short cells beside it would take it', () => {
    const reason =
      language === 'ja'
        ? '評価者の意見が分かれ、専門家二人が、ここに代表されていない人々について述べたため。'.repeat(3)
        : 'The assessors are divided, and two experts spoke of people whom nobody represents. '.repeat(3);
    const columns = [24, 12, 46, 14, 12].map((share) => ({ head: 'x', share }));
    const short =
      language === 'ja'
        ? ['救済へのアクセス', '継続的に把握', 'サステナビリティ', '2021年3月']
        : ['Access to remedy', 'Monitor closely', 'Human Resources', 'September 2020'];
    const [first = '', level = '', ...rest] = short;
    const widths = columnWidths(columns, [[first, level, reason, ...rest]], language);
    expect(widths[2]).toBeGreaterThan(0.35 * TEXT_WIDTH);
  });

  it('break what no page has room for in proportion, and still add up', () => {
    const widths = columnWidths(
      [
        { head: 'x'.repeat(200), share: 1 },
        { head: 'y', share: 1 },
      ],
      [],
      language,
    );
    expect(widths.reduce((sum, one) => sum + one, 0)).toBe(TEXT_WIDTH);
    expect(Math.min(...widths)).toBeGreaterThan(0);
  });
});
