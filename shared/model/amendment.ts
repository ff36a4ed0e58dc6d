import { z } from 'zod';
import { Instant } from './basics.ts';
import { Decision, decisionTable } from './decision.ts';
import { Figure, figureTable } from './figure.ts';
import { idOf, idOfAny, ownId } from './id.ts';
import { Indicator, indicatorTable } from './indicator.ts';
import { added, shape } from './table.ts';

/**
 * What was changed of the decisions, indicators and figures that a closed round was signed off with: the rows as they are after
 * it. How they were before follows from the record and the amendments before this one, so that the two cannot differ.
 */
export const Amendment = z.strictObject({
  id: ownId('amendments'),
  roundId: idOf('rounds'),
  /** The sign-off that is amended: a round that is reopened and closed again has a new one. */
  recordId: idOf('records'),
  /** 1, 2, … within the sign-off. They count in this order, whatever the clocks of two machines say. */
  number: z.int().min(1),
  by: z.string(),
  at: Instant,
  why: z.string().min(1),
  decisions: z.array(Decision),
  indicators: z.array(Indicator),
  /** Null = by a version in which indicators held their values. */
  figures: z.array(Figure).nullable(),
  removedIds: z.array(
    idOfAny(['decisions', 'indicators', 'figures'], {
      mayBeGone: { when: 'always', why: 'it says that they are gone' },
    }),
  ),
});
export type Amendment = z.infer<typeof Amendment>;

export const amendmentTable = shape({
  schema: Amendment,
  since: 7,
  history: [added(8, { figures: null })],
  embeds: { decisions: decisionTable, indicators: indicatorTable, figures: figureTable },
  merge: {
    roundId: 'fixed',
    recordId: 'fixed',
    number: 'fixed',
    by: 'fixed',
    at: 'fixed',
    why: 'fixed',
    decisions: 'fixed',
    indicators: 'fixed',
    figures: 'fixed',
    removedIds: 'fixed',
  },
});
