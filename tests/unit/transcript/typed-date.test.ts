import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateText } from '#shared/i18n/dates.ts';
import { LANGUAGE_IDS } from '#shared/i18n/languages.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';

describe('a date that is typed', () => {
  it.each([
    ['March 2021', '2021-03'],
    ['Mar 2021', '2021-03'],
    ['mar. 2021', '2021-03'],
    ['2021-03', '2021-03'],
    ['2021-12', '2021-12'],
    ['2011-12', '2011-12'],
    ['2021/3', '2021-03'],
    ['3/2021', '2021-03'],
    ['2021/3/5', '2021-03-05'],
    ['2021.3.5', '2021-03-05'],
    ['5 March 2021', '2021-03-05'],
    ['5th of March 2021', '2021-03-05'],
    ['March 5, 2021', '2021-03-05'],
    ['Fri, 5 March 2021', '2021-03-05'],
    ['2021年3月', '2021-03'],
    ['２０２１年３月５日', '2021-03-05'],
    ['2021年3月5日（金）', '2021-03-05'],
    ['令和3年3月', '2021-03'],
    ['令和元年5月1日', '2019-05-01'],
    ['令和3年', '2021'],
    ['R3.3.5', '2021-03-05'],
    ['二〇二一年三月', '2021-03'],
    ['13/5/2021', '2021-05-13'],
    ['20210305', '2021-03-05'],
    ['2021', '2021'],
    [' 2021年 ', '2021'],
  ])('%s', (typed, date) => expect(typedDate(typed)).toEqual({ date, problem: null }));

  it.each(['', '  '])('nothing is no date and no problem', (typed) =>
    expect(typedDate(typed)).toEqual({ date: null, problem: null }),
  );

  it.each([
    'next spring',
    'before March 2021',
    '31 February 2021',
    '2021-02-31',
    '2021-13',
    '13-14 May 2021',
    'March 2021 or April 2021',
    '5 Match 2021',
    'FY2021',
    '12',
  ])('is not guessed from %s', (typed) =>
    expect(typedDate(typed)).toEqual({ date: null, problem: 'unclear' }),
  );

  it.each(['3/5/2021', '03-05-2021'])('%s may be two days', (typed) =>
    expect(typedDate(typed)).toEqual({ date: null, problem: 'ambiguous' }),
  );

  const day = fc.date({ min: new Date('1868-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  const partial = fc
    .tuple(day, fc.constantFrom(4, 7, 10))
    .map(([at, length]) => at.toISOString().slice(0, length));

  it('reads back every date as it is printed, and as it is stored', () => {
    fc.assert(
      fc.property(partial, fc.constantFrom(...LANGUAGE_IDS), (date, language) => {
        expect(typedDate(dateText(date, language)).date).toBe(date);
        expect(typedDate(date).date).toBe(date);
      }),
    );
  });

  it('never leaves out a part of what was typed', () => {
    fc.assert(
      fc.property(
        partial,
        fc.constantFrom(...LANGUAGE_IDS),
        fc.stringMatching(/^[0-9a-z]{1,6}$/),
        (date, language, more) => {
          expect(typedDate(`${dateText(date, language)} ${more}`).date).toBeNull();
        },
      ),
    );
  });
});
