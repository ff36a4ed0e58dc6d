import { z } from 'zod';
import { LocalText, PartialDate } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { shape } from './table.ts';

export const ARRANGEMENT_KINDS = [
  'body',
  'review',
  'channel',
  'training',
  'supplier-programme',
  'council',
  'membership',
  'policy',
  'statement',
  'other',
] as const;
export const ArrangementKind = z.enum(ARRANGEMENT_KINDS);
export type ArrangementKind = z.infer<typeof ArrangementKind>;

/** How often something is due: every so many months from a first one. */
export const Cadence = z.strictObject({
  months: z.union([1, 2, 3, 4, 6, 12, 24, 36].map((months) => z.literal(months))),
  /** The month of the first one, `2019-04`. */
  anchor: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'error.date'),
});
export type Cadence = z.infer<typeof Cadence>;

/** Something the company keeps up for human rights: a training, a channel, a programme, a policy, a membership. */
export const Arrangement = z.strictObject({
  id: ownId('arrangements'),
  name: LocalText,
  kind: ArrangementKind,
  /** Whose it is; null = not said. */
  of: idOf('organisations').nullable(),
  /** What it is for, whom it reaches, what is known of it. */
  remit: LocalText,
  owner: z.string(),
  cadence: Cadence.nullable(),
  since: PartialDate.nullable(),
  until: PartialDate.nullable(),
  issueIds: z.array(idOf('issues')),
  themeIds: z.array(idOf('themes')),
});
export type Arrangement = z.infer<typeof Arrangement>;

export const arrangementTable = shape({
  schema: Arrangement,
  since: 8,
  index: ['kind'],
  merge: {
    name: 'plain',
    kind: 'plain',
    of: 'plain',
    remit: 'prose',
    owner: 'plain',
    cadence: 'plain',
    since: 'plain',
    until: 'plain',
    issueIds: 'set',
    themeIds: 'set',
  },
});
