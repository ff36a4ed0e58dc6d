/**
 * A round of 200 issues by 30 assessors, as a panel of a large group may be: everything that follows from the ratings,
 * against a usual round of 20 issues by 5, and against its parts.
 */
import { aggregate } from '#shared/assessment/aggregate.ts';
import { assessRound } from '#shared/assessment/assess-round.ts';
import { changeBetween } from '#shared/assessment/change.ts';
import { methodNote } from '#shared/assessment/method-note.ts';
import { robustnessOf } from '#shared/assessment/robustness.ts';
import { robustnessCard } from '#shared/assessment/robustness-card.ts';
import { groupBy } from '#shared/group.ts';
import { newId } from '#shared/model/basics.ts';
import { CATEGORIES } from '#shared/model/issue.ts';
import { DEFAULT_THRESHOLDS } from '#shared/model/round.ts';
import { makePanel, RULES, type Scores } from '../unit/assessment/panel.ts';
import { type Bench, type Figure, median, timed } from './frame.ts';

const RUNS = 15;

/** Ratings about a middle that differs by issue, and an earlier round of the same; the same on every run. */
function roundOf(issues: number, assessors: number) {
  const at = (issue: number, salt: number, assessor: number) =>
    Math.min(5, Math.max(1, 1 + ((issue * salt + (salt >> 1)) % 5) + (((issue + assessor * salt) % 3) - 1)));
  const panel = makePanel(
    Object.fromEntries(
      Array.from({ length: issues }, (_unused, issue) => [
        `issue ${issue}`,
        Array.from(
          { length: assessors },
          (_nobody, assessor): Scores => [7, 11, 13, 17].map((salt) => at(issue, salt, assessor)),
        ),
      ]),
    ),
  );
  const earlier = { ...panel.round, id: newId(), fiscalYear: panel.round.fiscalYear - 1 };
  const rows = panel.state.issues.map((issue, index) => ({
    ...issue,
    category: CATEGORIES[index % CATEGORIES.length] ?? 'general',
  }));
  const themes = Array.from({ length: Math.ceil(issues / 10) }, (_, order) => ({
    id: newId(),
    code: `theme ${order}`,
    order,
    name: {},
    definition: {},
    issueIds: rows.slice(order * 10, order * 10 + 10).map(({ id }) => id),
  }));
  const before = panel.state.ratings.map((one) => ({ ...one, id: newId(), roundId: earlier.id }));
  const state = {
    ...panel.state,
    issues: rows,
    themes,
    rounds: [panel.round, earlier],
    ratings: [...panel.state.ratings, ...before],
  };
  return { state, roundId: panel.round.id, earlierId: earlier.id, round: panel.round };
}

export const bench: Bench = {
  title: 'Assessment of 200 issues by 30 assessors',
  run: async (): Promise<Figure[]> => {
    const usual = roundOf(20, 5);
    const large = roundOf(200, 30);
    const spent = async (act: () => unknown) => median(await timed(RUNS, act));
    const byIssue = groupBy(
      large.state.ratings.filter(({ roundId }) => roundId === large.roundId),
      ({ issueId }) => issueId,
    );
    const lines = { rules: RULES, thresholds: DEFAULT_THRESHOLDS };
    const ids = large.round.assessors.map(({ id }) => id);
    const aggregated = () =>
      new Map([...byIssue].map(([id, ratings]) => [id, aggregate(ids, ratings, RULES)]));
    const aggregates = aggregated();
    const groups = [...byIssue.keys()].map((id) => ({ id, members: [id] }));
    const assessUsual = await spent(() => assessRound(usual.state, usual.roundId));
    const assessLarge = await spent(() => assessRound(large.state, large.roundId));
    const assessment = assessRound(large.state, large.roundId);
    const subject = { kind: 'issue', id: assessment.issues[0]?.issueId ?? '' } as const;
    return [
      {
        what: 'all that follows from a round',
        value: assessLarge,
        unit: 'ms',
        against: { what: '20 issues by 5', value: assessUsual },
      },
      {
        what: 'robustness: 93 readings',
        value: await spent(() => robustnessOf(aggregates, ids, lines, [{ groups, k: 5, competes: true }])),
        unit: 'ms',
        against: { what: 'aggregation', value: await spent(aggregated) },
      },
      {
        what: 'change from one round to the next',
        value: await spent(() => changeBetween(large.state, large.earlierId, large.roundId)),
        unit: 'ms',
        against: { what: 'one assessment', value: assessLarge },
      },
      {
        what: 'method note',
        value: await spent(() => methodNote(large.state, large.roundId)),
        unit: 'ms',
        against: { what: 'one assessment', value: assessLarge },
      },
      {
        what: 'robustness card of one issue',
        value: await spent(() => robustnessCard(assessment, subject)),
        unit: 'ms',
      },
    ];
  },
};
