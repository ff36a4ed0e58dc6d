/** Fifty thousand figures: made up, and put into the open workspace. */
import type { Page } from 'playwright-core';
import { newId } from '#shared/model/basics.ts';
import { blankFigure, type Figure } from '#shared/model/figure.ts';
import { OFFICE_CITED } from '#shared/model/figures-of-values.ts';
import { blankIndicator, type Indicator } from '#shared/model/indicator.ts';
import type { Door } from './window.ts';

export const INDICATORS = 2_500;
export const YEARS = 20;
export const FIRST_YEAR = 2004;
/** Figures put in at once: what the debugger's line carries with ease. */
const PART = 2_500;

export function made(): { readonly indicators: Indicator[]; readonly figures: Figure[] } {
  const indicators = Array.from({ length: INDICATORS }, (_one, index) =>
    blankIndicator({ id: newId(), name: { en: `Indicator ${index}` }, unit: 'people' }),
  );
  const at = '2024-04-01T00:00:00.000Z';
  const figures = indicators.flatMap(({ id }, index) =>
    Array.from({ length: YEARS }, (_one, year) =>
      blankFigure({
        ...{ id: newId(), indicatorId: id, at, cited: OFFICE_CITED },
        ...{ value: (index * 31 + year * 17) % 9_000, period: { fiscalYear: FIRST_YEAR + year } },
      }),
    ),
  );
  return { indicators, figures };
}

export async function fillFigures(
  page: Page,
  { indicators, figures }: ReturnType<typeof made>,
): Promise<void> {
  for (let from = 0; from < figures.length; from += PART)
    await page.evaluate(
      async (rows) => {
        const { commit } = (window as unknown as Door).hearkenStore;
        await commit(
          { key: 'change.figures.paste', params: { count: rows.figures.length } },
          async (draft) => {
            for (const one of rows.indicators) draft.add('indicators', one);
            for (const one of rows.figures) draft.add('figures', one);
          },
        );
      },
      { indicators: from === 0 ? indicators : [], figures: figures.slice(from, from + PART) },
    );
}
