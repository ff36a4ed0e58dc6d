import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import { fiscalYearOf } from '#shared/model/workspace.ts';
import { firstFiscalYear } from '../../../renderer/features/dialogues/import/first-fiscal-year.ts';

const APRIL = { firstMonth: 4, namedBy: { en: 'end', ja: 'start' } } as const;
const NOTHING = { title: null, date: null, headings: [], blocks: [] };

describe('the fiscal year of a file that is read', () => {
  it('is that of the date, by the convention of the workspace', () => {
    expect(firstFiscalYear({ ...NOTHING, date: '2024-03-31' }, 'a.txt', APRIL)).toBe(2023);
    expect(firstFiscalYear({ ...NOTHING, date: '2024-04-01', title: 'FY2010' }, 'a.txt', APRIL)).toBe(2024);
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2099 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        (year, month, firstMonth) => {
          const date = `${year}-${String(month).padStart(2, '0')}-15`;
          const convention = { ...APRIL, firstMonth };
          expect(firstFiscalYear({ ...NOTHING, date }, 'a.txt', convention)).toBe(
            fiscalYearOf(date, convention),
          );
        },
      ),
    );
  });
  it('is the one that the text names, as each language calls it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), fc.constantFrom('en', 'ja'), (year, language) => {
        const title = `Dialogue ${fiscalYearLabel(year, APRIL, language)}`;
        expect([title, firstFiscalYear({ ...NOTHING, title }, 'a.txt', APRIL)]).toEqual([title, year]);
      }),
    );
  });
  it('is none where nothing tells it, whatever day it is', () => {
    expect(firstFiscalYear(NOTHING, 'dialogue.txt', APRIL)).toBe(null);
  });
});
