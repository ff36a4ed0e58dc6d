import { z } from 'zod';
import { FiscalYear, Id, Instant, PartialDate } from './basics.ts';
import { added, shape } from './table.ts';

/** From most to least attention. */
export const DECISION_LEVELS = ['monitor-closely', 'monitor', 'watch', 'none'] as const;
export const DecisionLevel = z.enum(DECISION_LEVELS);
export type DecisionLevel = z.infer<typeof DecisionLevel>;

/** What people chose to do about an issue or theme in the fiscal year after a round. */
export const Decision = z.strictObject({
  id: Id,
  roundId: Id,
  subject: z.strictObject({ kind: z.enum(['issue', 'theme']), id: Id }),
  /** Fiscal year in which it is to be monitored. */
  fiscalYear: FiscalYear,
  level: DecisionLevel,
  /** What the rule suggested when the decision was made; null where it could suggest nothing. */
  suggested: DecisionLevel.nullable(),
  /** Asked for whenever `level` differs from `suggested`. */
  why: z.string(),
  /** What those who were of another mind said; printed with the decision (METHOD-SOURCES 2.9). */
  dissent: z.string(),
  owner: z.string(),
  indicatorIds: z.array(Id),
  reviewDate: PartialDate.nullable(),
  decidedBy: z.string(),
  at: Instant,
});
export type Decision = z.infer<typeof Decision>;

export const decisionTable = shape({ schema: Decision, history: [added(3, { dissent: '' })] });
