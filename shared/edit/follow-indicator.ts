import type { Draft } from '../change/draft.ts';
import { typedTarget } from '../figures/typed-target.ts';
import type { IdOf } from '../model/id.ts';
import { type Unit, unitOf } from '../model/indicator.ts';
import { ProblemError } from '../model/problem.ts';
import type { Authorship } from './coding.ts';
import { addFigure } from './figure.ts';

/** Units that may be meant by a percent sign: one in words of the office's own may say so. */
const SHARES: ReadonlySet<Unit> = new Set(['percent', 'other']);

/**
 * Follows a decision by an indicator that is counted already, with a target such as `>= 85 % FY2023` where one is typed. It
 * is for whose the indicator's last figure is.
 * @throws ProblemError `target-unclear` where what was typed is no number with its year
 */
export async function followIndicator(
  draft: Draft,
  decisionId: IdOf<'decisions'>,
  indicatorId: IdOf<'indicators'>,
  target: string,
  author: Authorship,
): Promise<void> {
  const { indicatorIds } = await draft.require('decisions', decisionId);
  const indicator = await draft.require('indicators', indicatorId);
  if (!indicatorIds.includes(indicatorId))
    await draft.patch('decisions', decisionId, { indicatorIds: [...indicatorIds, indicatorId] });
  if (target.trim() === '') return;
  const [workspace] = await draft.all('workspace');
  const said = workspace ? typedTarget(target, workspace.fiscalYear) : null;
  // 85 % of the people is not 85 people.
  const isShare = SHARES.has(unitOf(indicator)) || indicator.over === 'ratio';
  if (!said || said.fiscalYear === null || (said.percent && !isShare))
    throw new ProblemError('target-unclear');
  const figures = await draft.find('figures', 'indicatorId', indicatorId);
  const last = figures
    .filter(({ role, cell }) => role === 'actual' && Object.keys(cell).length === 0)
    .sort((a, b) => a.period.fiscalYear - b.period.fiscalYear)
    .at(-1);
  const of = last?.of ?? null;
  await addFigure(
    draft,
    {
      indicatorId,
      ...{ of, ofBasis: of === null ? 'unstated' : 'stated', via: last?.via ?? null },
      ...{ role: 'target', compare: said.compare ?? '>=', value: said.value },
      period: { fiscalYear: said.fiscalYear },
    },
    author,
  );
}
