import { describe, expect, it } from 'vitest';
import { typedFiscalYear } from '#shared/register/typed-time.ts';

const CONVENTION = { firstMonth: 4, namedBy: { en: 'end', ja: 'start' } } as const;

describe('a time that is typed', () => {
  it.each([
    ['FY2020', 2019],
    ['2019年度', 2019],
    ['FYE 3/2020', 2019],
    ['令和2年度', 2020],
  ])('%s names a fiscal year', (typed, year) => expect(typedFiscalYear(typed, CONVENTION)).toBe(year));

  it.each(['2020', '2020年', '２０２０', '2020-04', 'April', ''])(
    '%s names none, whatever the year begins with',
    (typed) => {
      expect(typedFiscalYear(typed, CONVENTION)).toBeNull();
      expect(typedFiscalYear(typed, { firstMonth: 1, namedBy: {} })).toBeNull();
    },
  );
});
