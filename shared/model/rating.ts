import { z } from 'zod';
import { Instant, Point } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { DIMENSIONS, Dimension } from './round.ts';
import { isBeyond, type ScaleSize } from './scale.ts';
import { shape } from './table.ts';

/** How the company is involved in an impact (UNGP 13, 19). */
export const CONNECTIONS = ['cause', 'contribute', 'directly-linked'] as const;
export const Connection = z.enum(CONNECTIONS);
export type Connection = z.infer<typeof Connection>;

/** Where in the value chain an impact arises. */
export const VALUE_CHAIN = ['upstream', 'own-operations', 'downstream'] as const;
export const ValueChain = z.enum(VALUE_CHAIN);
export type ValueChain = z.infer<typeof ValueChain>;

/** What a rating rests on. */
export const Evidence = z.strictObject({
  passageIds: z.array(idOf('passages')),
  adviceIds: z.array(idOf('advice')),
  /** Other sources in words: a report, a grievance figure, a visit record. */
  sources: z.array(z.string()),
});
export type Evidence = z.infer<typeof Evidence>;

/** One assessor's judgement of one issue in one round. Null = not rated yet; `abstained` = "can't judge". */
export const Rating = z.strictObject({
  id: ownId('ratings'),
  roundId: idOf('rounds'),
  issueId: idOf('issues', {
    mayBeGone: {
      when: 'in-copy',
      why: 'copies of earlier versions hold ratings of issues that were merged away and left out',
    },
  }),
  assessorId: idOf('assessors'),
  scale: Point.nullable(),
  scope: Point.nullable(),
  irremediability: Point.nullable(),
  /** For potential impacts only; an actual impact is happening (METHOD "What is rated"). */
  likelihood: Point.nullable(),
  abstained: z.array(Dimension),
  nature: z.enum(['actual', 'potential']),
  /** Delay would make the impact irremediable (UNGP 24, second limb). */
  delayMakesIrremediable: z.boolean(),
  /** Involvement: decides the response, never the rank. */
  connection: Connection.nullable(),
  leverage: Point.nullable(),
  /** For the double-materiality lens alone; never enters salience. */
  businessEffect: Point.nullable(),
  valueChain: ValueChain.nullable(),
  confidence: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
  rationale: z.string(),
  evidence: Evidence,
  at: Instant,
});
export type Rating = z.infer<typeof Rating>;

/** Figures of a rating that are points of the round's scale. */
const SCORED = [...DIMENSIONS, 'leverage', 'businessEffect'] as const;

/** The first figure that lies beyond the round's scale; undefined = none does. */
export function fieldBeyond(rating: Rating, size: ScaleSize): (typeof SCORED)[number] | undefined {
  return SCORED.find((field) => isBeyond(rating[field], size));
}

export const ratingTable = shape({
  schema: Rating,
  index: ['roundId+issueId', 'roundId+assessorId'],
  merge: {
    roundId: 'plain',
    issueId: 'plain',
    assessorId: 'plain',
    scale: 'plain',
    scope: 'plain',
    irremediability: 'plain',
    likelihood: { group: 'likelihood' },
    abstained: 'set',
    nature: { group: 'likelihood' },
    delayMakesIrremediable: 'plain',
    connection: 'plain',
    leverage: 'plain',
    businessEffect: 'plain',
    valueChain: 'plain',
    confidence: 'plain',
    rationale: 'prose',
    evidence: 'set',
    at: 'plain',
  },
});
