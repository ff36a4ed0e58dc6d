import { z } from 'zod';
import { Instant, LocalText } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { Connection, ValueChain } from './rating.ts';
import { shape } from './table.ts';

/** Over which time an impact is expected: in the reporting period, within five years, beyond (ESRS 1-77). */
export const HORIZONS = ['short', 'medium', 'long'] as const;
export const Horizon = z.enum(HORIZONS);
export type Horizon = z.infer<typeof Horizon>;

/**
 * Whose harm, and where: one line an issue and round (METHOD, "Whose harm, where"; GRI 3-3 a–c, ESRS 2 SBM-3 48,
 * UNGP RF B3, C1 and C6). None of it moves a rank. Whether the impact is happening follows from the ratings; the measure, its
 * owner and its indicators are the decision's.
 */
export const Impact = z.strictObject({
  id: ownId('impacts'),
  roundId: idOf('rounds'),
  issueId: idOf('issues'),
  /** Who is affected. */
  affected: LocalText,
  /** Where: site, group company, supplier or product; and country or region. */
  site: LocalText,
  country: LocalText,
  valueChain: z.array(ValueChain),
  connection: Connection.nullable(),
  /** What the company can do to move those who cause it (UNGP 19); the assessors' figure is in their ratings. */
  leverage: LocalText,
  horizon: Horizon.nullable(),
  /** Policies that bear on it in particular (UNGP RF C1), and how those affected are heard and remedied (C6). */
  policy: LocalText,
  remedy: LocalText,
  /** What the line rests on. */
  source: LocalText,
  by: z.string(),
  at: Instant,
});
export type Impact = z.infer<typeof Impact>;

export const impactTable = shape({
  schema: Impact,
  since: 7,
  merge: {
    roundId: 'plain',
    issueId: 'plain',
    affected: 'prose',
    site: 'prose',
    country: 'plain',
    valueChain: 'set',
    connection: 'plain',
    leverage: 'prose',
    horizon: 'plain',
    policy: 'prose',
    remedy: 'prose',
    source: 'prose',
    by: 'plain',
    at: 'plain',
  },
});
