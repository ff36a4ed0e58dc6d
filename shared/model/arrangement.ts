import { z } from 'zod';
import { LocalText, PartialDate } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { InstrumentReference } from './instrument.ts';
import { PersonKind } from './person.ts';
import { added, shape } from './table.ts';

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

/** How many months lie between two occurrences. */
export const CADENCE_MONTHS = [1, 2, 3, 4, 6, 12, 24, 36] as const;

/** How often something is due: every so many months from a first one. */
export const Cadence = z.strictObject({
  months: z.union(CADENCE_MONTHS.map((months) => z.literal(months))),
  /** The month of the first one, `2019-04`. */
  anchor: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'error.date'),
});
export type Cadence = z.infer<typeof Cadence>;

/** A rhythm that was kept before the present one, to the month before which it held: the past is not moved. */
export const FormerCadence = z.strictObject({
  cadence: Cadence,
  /** The month from which it no longer held. */
  until: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'error.date'),
});
export type FormerCadence = z.infer<typeof FormerCadence>;

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
  /** In the order in which they held. */
  formerCadences: z.array(FormerCadence),
  since: PartialDate.nullable(),
  until: PartialDate.nullable(),
  issueIds: z.array(idOf('issues')),
  themeIds: z.array(idOf('themes')),
  /** Who leads it, of a committee or council. */
  chair: z.string(),
  /** Whom it is for, of a channel or training. */
  audience: z.array(PersonKind),
  /** In which languages it can be used. */
  languages: z.array(z.string()),
  /** Who runs it, where that is not whose it is: an outside hotline. */
  operator: idOf('organisations').nullable(),
  /** To what body it reports (a board is an arrangement too), and how often. */
  reportsTo: z.strictObject({ arrangementId: idOf('arrangements'), cadence: Cadence.nullable() }).nullable(),
  instruments: z.array(InstrumentReference),
});
export type Arrangement = z.infer<typeof Arrangement>;

export const arrangementTable = shape({
  schema: Arrangement,
  since: 8,
  history: [
    added(9, {
      formerCadences: [],
      chair: '',
      audience: [],
      languages: [],
      operator: null,
      reportsTo: null,
      instruments: [],
    }),
  ],
  index: ['kind'],
  merge: {
    name: 'plain',
    kind: 'plain',
    of: 'plain',
    remit: 'prose',
    owner: 'plain',
    cadence: { group: 'cadence' },
    formerCadences: { group: 'cadence' },
    since: 'plain',
    until: 'plain',
    issueIds: 'set',
    themeIds: 'set',
    chair: 'plain',
    audience: 'set',
    languages: 'set',
    operator: 'plain',
    reportsTo: 'plain',
    instruments: 'set',
  },
});

/** An arrangement of which nothing more is said than what is given. */
export function blankArrangement(
  fields: Partial<Arrangement> & Pick<Arrangement, 'id' | 'name'>,
): Arrangement {
  return {
    kind: 'other',
    of: null,
    remit: {},
    owner: '',
    cadence: null,
    formerCadences: [],
    since: null,
    until: null,
    issueIds: [],
    themeIds: [],
    chair: '',
    audience: [],
    languages: [],
    operator: null,
    reportsTo: null,
    instruments: [],
    ...fields,
  };
}
