import type { Draft } from '../change/draft.ts';
import type { IdOf } from '../model/id.ts';
import type { Breakdown, Indicator } from '../model/indicator.ts';
import { ProblemError } from '../model/problem.ts';
import { indicatorOfToday } from './figures-brought.ts';
import { putIndicator } from './register.ts';

/** What is said of an indicator, beside its figures. */
export type IndicatorFields = Pick<
  Indicator,
  'name' | 'definition' | 'unit' | 'unitName' | 'over' | 'good' | 'base' | 'breakdowns' | 'noTargetWhy'
>;

/**
 * Changes what is said of an indicator. Its figures stay true: a unit under which numbers stand is not exchanged, and no
 * part leaves in which something was counted.
 * @throws ProblemError `indicator-unit-counted`, `indicator-part-counted`, `register-name-missing`
 */
export async function changeIndicator(
  draft: Draft,
  indicatorId: IdOf<'indicators'>,
  fields: IndicatorFields,
): Promise<Indicator> {
  const before = await indicatorOfToday(draft, indicatorId);
  const figures = await draft.find('figures', 'indicatorId', indicatorId);
  const isCounted = figures.some(({ value }) => value !== null);
  // A unit in words of its own may be called by its usual name.
  if (isCounted && before.unit !== 'other' && fields.unit !== before.unit)
    throw new ProblemError('indicator-unit-counted');
  const parts = partsOf(fields.breakdowns);
  const isKept = figures.every(({ cell }) =>
    Object.entries(cell).every(([code, member]) => parts.get(code)?.has(member)),
  );
  if (!isKept) throw new ProblemError('indicator-part-counted');
  return putIndicator(draft, fields, indicatorId);
}

function partsOf(breakdowns: readonly Breakdown[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    breakdowns.map(({ code, members }) => [code, new Set(members.map((member) => member.code))] as const),
  );
}
