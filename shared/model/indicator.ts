import { z } from 'zod';
import { FiscalYear, LocalText } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { InstrumentReference } from './instrument.ts';
import { added, shape } from './table.ts';

export const UNITS = [
  'people',
  'cases',
  'companies',
  'sites',
  'countries',
  'percent',
  'hours',
  'money',
  'other',
] as const;
export type Unit = (typeof UNITS)[number];

/** What may be done with two periods: added (flow), taken as it stands (stock), subtracted (cumulative), neither (ratio). */
export const OVERS = ['flow', 'stock', 'cumulative', 'ratio'] as const;
export const Over = z.enum(OVERS);
export type Over = z.infer<typeof Over>;

/** Which way is better; of reports received neither, since more may mean more trust. */
export const GOODS = ['more', 'less', 'neither'] as const;

/** Parts that make the whole; parts that make some of it; members that may overlap. */
export const RELATIONS = ['all-parts', 'some-parts', 'of-which'] as const;

/** Parts in which an indicator is counted. */
export const Breakdown = z.strictObject({
  code: z.string().min(1),
  name: LocalText,
  relation: z.enum(RELATIONS),
  members: z.array(
    z.strictObject({ code: z.string().min(1), name: LocalText, retiredAfter: FiscalYear.nullable() }),
  ),
  /** What the source calls all that is in none of the members; the number is computed, never stored. */
  rest: LocalText,
});
export type Breakdown = z.infer<typeof Breakdown>;

/** What is counted, and how (UNGP 20; ESRS 2 MDR-M 77). Its figures are rows of their own. */
export const Indicator = z.strictObject({
  id: ownId('indicators'),
  code: z.string(),
  name: LocalText,
  definition: LocalText,
  /** One of `UNITS`; words in rows of versions before 8 (see `unitOf`). */
  unit: z.string(),
  /** How the unit is printed where the usual word for it is not meant. */
  unitName: LocalText,
  over: Over,
  good: z.enum(GOODS),
  /** Of a ratio: of what. */
  base: LocalText,
  breakdowns: z.array(Breakdown),
  owner: z.string(),
  /** A target in words, where no figure says it. */
  aim: LocalText,
  /** Why there is no target (ESRS 2 MDR-T 81). */
  noTargetWhy: LocalText,
  issueIds: z.array(idOf('issues')),
  themeIds: z.array(idOf('themes')),
  instruments: z.array(InstrumentReference),
  /** Legacy: figures are rows since version 8; only read, by `shared/figures/converted.ts`. */
  target: z.string(),
  values: z.array(z.strictObject({ fiscalYear: FiscalYear, value: z.number().nullable(), note: z.string() })),
});
export type Indicator = z.infer<typeof Indicator>;

export const indicatorTable = shape({
  schema: Indicator,
  history: [
    added(8, {
      code: '',
      definition: {},
      unitName: {},
      over: 'flow',
      good: 'neither',
      base: {},
      breakdowns: [],
      owner: '',
      aim: {},
      noTargetWhy: {},
      issueIds: [],
      themeIds: [],
      instruments: [],
    }),
  ],
  merge: {
    code: 'plain',
    name: 'plain',
    definition: 'prose',
    unit: { group: 'unit' },
    unitName: { group: 'unit' },
    over: 'plain',
    good: 'plain',
    base: 'plain',
    breakdowns: { list: 'code' },
    owner: 'plain',
    aim: 'prose',
    noTargetWhy: 'prose',
    issueIds: 'set',
    themeIds: 'set',
    instruments: 'set',
    target: 'plain',
    values: { list: 'fiscalYear' },
  },
});

/** The unit of an indicator; what an earlier version took in words is `other`. */
export function unitOf({ unit }: Pick<Indicator, 'unit'>): Unit {
  return UNITS.find((one) => one === unit) ?? 'other';
}

/** An indicator of which nothing more is said than what is given. */
export function blankIndicator(fields: Partial<Indicator> & Pick<Indicator, 'id' | 'name'>): Indicator {
  return {
    code: '',
    definition: {},
    unit: 'other',
    unitName: {},
    over: 'flow',
    good: 'neither',
    base: {},
    breakdowns: [],
    owner: '',
    aim: {},
    noTargetWhy: {},
    issueIds: [],
    themeIds: [],
    instruments: [],
    target: '',
    values: [],
    ...fields,
  };
}
