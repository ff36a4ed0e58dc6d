import { z } from 'zod';
import { FiscalYear, Instant, LocalText, PartialDate } from './basics.ts';
import { idBy, idOf, ownId } from './id.ts';
import { added, shape } from './table.ts';

/** From most to least attention. */
export const DECISION_LEVELS = ['monitor-closely', 'monitor', 'watch', 'none'] as const;
export const DecisionLevel = z.enum(DECISION_LEVELS);
export type DecisionLevel = z.infer<typeof DecisionLevel>;

/** What people chose to do about an issue or theme in the fiscal year after a round. */
export const Decision = z.strictObject({
  id: ownId('decisions'),
  roundId: idOf('rounds'),
  subject: z.strictObject({
    kind: z.enum(['issue', 'theme']),
    id: idBy(
      'subject.kind',
      { issue: 'issues', theme: 'themes' },
      {
        mayBeGone: {
          when: 'kept-in-record',
          why: 'a closed round is decided on what its record holds, whatever was removed since',
        },
      },
    ),
  }),
  /** Fiscal year in which it is to be monitored. */
  fiscalYear: FiscalYear,
  level: DecisionLevel,
  /** What the rule suggested when the decision was made; null where it could suggest nothing. */
  suggested: DecisionLevel.nullable(),
  /** Asked for whenever `level` differs from `suggested`. */
  why: z.string(),
  /** What those who were of another mind said; printed with the decision (METHOD-SOURCES 2.9). */
  dissent: z.string(),
  /** What is done about it (GRI 3-3 d, UNGP RF C4), in each language; and by when. */
  measure: LocalText,
  due: PartialDate.nullable(),
  owner: z.string(),
  indicatorIds: z.array(idOf('indicators')),
  reviewDate: PartialDate.nullable(),
  decidedBy: z.string(),
  at: Instant,
});
export type Decision = z.infer<typeof Decision>;

export const decisionTable = shape({
  schema: Decision,
  history: [added(3, { dissent: '' }), added(7, { measure: {}, due: null })],
  index: ['fiscalYear'],
  merge: {
    roundId: 'plain',
    subject: 'plain',
    fiscalYear: 'plain',
    level: 'plain',
    suggested: 'plain',
    why: 'prose',
    dissent: 'prose',
    measure: 'prose',
    due: 'plain',
    owner: 'plain',
    indicatorIds: 'set',
    reviewDate: 'plain',
    decidedBy: 'plain',
    at: 'plain',
  },
});
