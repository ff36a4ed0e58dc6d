import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText, typedNumber } from '#shared/number.ts';

describe('a number that is typed', () => {
  it.each([
    ['0', 0],
    ['42', 42],
    ['２１', 21],
    ['1,234', 1234],
    ['1,234.5', 1234.5],
    ['１，２３４．５', 1234.5],
    ['1234567', 1234567],
    ['0.05', 0.05],
    ['.5', 0.5],
    ['007', 7],
    ['+3', 3],
    ['-3', -3],
    ['−3', -3],
    ['－３', -3],
    ['▲1,200', -1200],
    ['-0', 0],
    [' 12 ', 12],
  ])('%s', (typed, value) => expect(typedNumber(typed)).toEqual({ value, problem: null }));

  it('is none where nothing was typed', () =>
    expect(typedNumber(' ')).toEqual({ value: null, problem: null }));

  it.each([
    ['1,5', 'separators'],
    ['1,23', 'separators'],
    ['0,123', 'separators'],
    ['1 234', 'separators'],
    ['1.234,5', 'separators'],
    ['1.234.567', 'separators'],
    ['12,34,567', 'separators'],
    ['1,2345', 'separators'],
    ["1'234", 'separators'],
    ['5.', 'separators'],
    ['5%', 'unit'],
    ['５％', 'unit'],
    ['1.5万', 'unit'],
    ['3億', 'unit'],
    ['12 kg', 'unit'],
    ['¥300', 'unit'],
    ['0x2A', 'unclear'],
    ['1e3', 'unclear'],
    ['10²', 'unclear'],
    ['①', 'unclear'],
    ['½', 'unclear'],
    ['三', 'unclear'],
    ['(1,200)', 'unclear'],
    ['--3', 'unclear'],
    ['Infinity', 'unclear'],
    ['about 12 to 15', 'unclear'],
    ['12345678901234567', 'digits'],
    ['0.1234567890123456', 'digits'],
  ])('is refused: %s (%s)', (typed, problem) => expect(typedNumber(typed)).toEqual({ value: null, problem }));

  /** Digits, with or without commas, of as many digits as are kept exactly. */
  const plain = fc
    .tuple(
      fc.constantFrom('', '-'),
      fc.integer({ min: 0, max: 999_999_999 }),
      fc.stringMatching(/^\d{0,5}[1-9]$/),
      fc.boolean(),
    )
    .map(
      ([sign, whole, decimals, has]) =>
        `${whole === 0 && !has ? '' : sign}${whole}${has ? `.${decimals}` : ''}`,
    );
  const grouped = (text: string) => text.replace(/\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','));

  it('is printed as it was typed', () => {
    fc.assert(
      fc.property(plain, (text) => {
        expect(numberText(typedNumber(text).value ?? Number.NaN)).toBe(grouped(text));
        expect(numberText(typedNumber(grouped(text)).value ?? Number.NaN)).toBe(grouped(text));
      }),
    );
  });

  it('is read back from how it is printed', () => {
    const value = fc.tuple(fc.integer({ min: -1e14, max: 1e14 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(value, ([digits, shift]) => {
        const number = Number(`${digits}e-${shift}`);
        expect(typedNumber(numberText(number)).value).toBe(number === 0 ? 0 : number);
      }),
    );
  });

  it('never becomes one with other digits, whatever is typed', () => {
    const sign = fc.constantFrom(..."0123456789,.-+ 0０５，．%万億xeE²①½'’▲");
    const anything = fc.oneof(fc.string({ unit: sign, maxLength: 12 }), fc.string({ unit: 'grapheme' }));
    const digitsOf = (text: string) => text.replace(/[０-９]/g, (one) => String(one.charCodeAt(0) - 0xff10));
    fc.assert(
      fc.property(anything, (text) => {
        const { value } = typedNumber(text);
        if (value === null) return;
        const bare = digitsOf(text)
          .replace(/[,，+\s]/g, '')
          .replace('．', '.')
          .replace(/[−－▲△]/, '-');
        expect(bare).toMatch(/^-?\d*\.?\d+$/);
        expect(value).toBe(Number(bare) === 0 ? 0 : Number(bare));
      }),
      { numRuns: 5000 },
    );
  });
});
