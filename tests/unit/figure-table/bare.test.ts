import { describe, expect, it } from 'vitest';
import { bareNumbers } from '#shared/figure-table/bare.ts';

const convention = { firstMonth: 4, namedBy: { en: 'end', ja: 'start' } } as const;
const bare = (text: string) => bareNumbers(text, convention);

describe('numbers on the clipboard without heads', () => {
  it('are read row by row, with what stands for a number and what was left empty', () => {
    expect(bare('1,200\t約30\n\t…\n')).toEqual([
      ['1,200', '約30'],
      ['', '…'],
    ]);
    expect(bare('12\r\n14\r\n')).toEqual([['12'], ['14']]);
  });

  it('keep what is no number beyond doubt, for the cell to refuse it', () => {
    expect(bare('1,5\t3')).toEqual([['1,5', '3']]);
  });

  it.each([
    ['a single value', '42'],
    ['a table with names', 'Training\t586\nHotline\t42'],
    ['a table with years', 'FY2019\tFY2020\n586\t441'],
    ['years without letters above numbers', '2019\t2020\n586\t441'],
    ['signs without a number', '…\t…'],
    ['prose', 'One line\nanother'],
  ])('are not %s', (_what, text) => {
    expect(bare(text)).toBeNull();
  });
});
