import type { Rules } from '#shared/assessment/order.ts';
import { blankRating } from '#shared/edit/rating.ts';
import { newId } from '#shared/model/basics.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Rating } from '#shared/model/rating.ts';
import { METHOD_VERSION, type Round } from '#shared/model/round.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { makeIssue, makeRound } from '../../fixtures/state.ts';

/** Scale, scope, irremediability, likelihood; null = not answered. */
export type Scores = readonly (number | null)[];

export function makeRating(fields: Partial<Rating> & { scores?: Scores } = {}): Rating {
  const { scores = [], ...rest } = fields;
  const [scale = null, scope = null, irremediability = null, likelihood = null] = scores as Rating['scale'][];
  const place = { roundId: newId(), issueId: newId(), assessorId: newId() };
  return {
    ...blankRating(place, newId(), '2024-06-01T00:00:00.000Z'),
    scale,
    scope,
    irremediability,
    likelihood,
    ...rest,
  };
}

export interface Panel {
  readonly state: WorkspaceState;
  readonly round: Round;
  readonly issues: ReadonlyMap<string, Issue>;
}

/**
 * A round of named issues by named assessors.
 * @param table by issue code, one entry an assessor: their scores, or more of the rating
 */
export function makePanel(
  table: Readonly<Record<string, readonly (Scores | (Partial<Rating> & { scores?: Scores }))[]>>,
  fields: Partial<Round> = {},
): Panel {
  const size = Math.max(0, ...Object.values(table).map((row) => row.length));
  const assessors = Array.from({ length: size }, (_, index) => ({
    id: newId(),
    name: `Assessor ${index + 1}`,
    voice: 'expert' as const,
    personId: null,
    conflict: '',
    withdrawn: false,
  }));
  const issues = new Map(
    Object.keys(table).map((code, order) => [code, makeIssue({ code, order, name: { en: code } })]),
  );
  const round = makeRound({
    issueIds: [...issues.values()].map(({ id }) => id),
    assessors,
    ...fields,
  });
  const ratings = Object.entries(table).flatMap(([code, row]) =>
    row.map((entry, index) =>
      makeRating({
        ...('length' in entry ? { scores: entry as Scores } : (entry as Partial<Rating>)),
        roundId: round.id,
        issueId: issues.get(code)?.id ?? '',
        assessorId: assessors[index]?.id ?? '',
      }),
    ),
  );
  return {
    state: { ...emptyState(), issues: [...issues.values()], rounds: [round], ratings },
    round,
    issues,
  };
}

/** The round of METHOD.md: five issues by assessors A, B, C and D; all impacts potential. */
export const METHOD_ROUND = {
  'working environment': [
    [3, 3, 2, 3],
    [2, 3, 2, 4],
    [3, 2, 2, 3],
    [4, 4, 3, 3],
  ],
  'youth employment': [
    [2, 2, 2, 2],
    [2, 1, 1, 2],
    [1, 2, 2, 3],
    [2, 2, 1, 1],
  ],
  privacy: [
    [3, 5, 3, 4],
    [4, 5, 3, 4],
    [3, 4, 2, 5],
    [4, 4, 4, 3],
  ],
  'forced labour': [
    [5, 3, 5, 2],
    [5, 4, 4, 2],
    [4, 3, 5, 3],
    [5, 2, 4, 1],
  ],
  climate: [
    [4, 5, 4, 5],
    [3, 5, 5, 4],
    [2, 4, 3, 5],
    [5, 5, 5, 5],
  ],
} as const satisfies Record<string, readonly Scores[]>;

/**
 * The worked panel of METHOD-SOURCES 2.5, six issues by five assessors. Only what follows from it is published: these
 * scores were found from that (each spread fixes the five scores of a dimension; who gave which, from Kendall's W and
 * the orders with one assessor left out).
 */
export const WORKED_PANEL = {
  'SC-FORCED': [
    [5, 3, 4, 2],
    [5, 3, 4, 2],
    [5, 3, 5, 3],
    [4, 2, 4, 2],
    [5, 3, 4, 3],
  ],
  'SC-LABOUR': [
    [3, 4, 2, 4],
    [3, 4, 2, 5],
    [4, 4, 2, 4],
    [3, 4, 3, 4],
    [3, 5, 2, 4],
  ],
  'CU-PRIVACY': [
    [3, 5, 3, 4],
    [4, 4, 3, 3],
    [3, 5, 4, 4],
    [3, 5, 3, 4],
    [4, 5, 4, 4],
  ],
  'CU-DISCR': [
    [4, 4, 3, 3],
    [4, 4, 4, 3],
    [3, 3, 3, 3],
    [2, 3, 2, 3],
    [4, 4, 3, 4],
  ],
  'EM-HARASS': [
    [4, 2, 3, 5],
    [3, 2, 2, 5],
    [3, 3, 3, 4],
    [3, 2, 3, 5],
    [3, 2, 3, 5],
  ],
  'SC-CONFLICT': [
    [5, 3, 5, 2],
    [5, 3, 5, 2],
    [5, 2, 4, 1],
    [4, 3, 5, 2],
    [3, 2, 3, 3],
  ],
} as const satisfies Record<string, readonly Scores[]>;

/** The rules of today with the usual thresholds, and those before them. */
export const RULES: Rules = { version: METHOD_VERSION, size: 5, severe: 4, likely: 3 };
export const OLD_RULES: Rules = { ...RULES, version: 'severity-first-1' };
