import { z } from 'zod';
import { FiscalYear, Instant, PartialDate } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { refSchema } from './ref.ts';
import { added, shape } from './table.ts';

/** What can have happened; `told` = those who gave the advice heard of it in a later dialogue. */
export const ENTRY_KINDS = [
  'progress',
  'meeting',
  'training',
  'publication',
  'told',
  'visit',
  'survey',
  'audit',
  'signature',
  'finding',
  'adoption',
  'revision',
  'approval',
  'request',
  'milestone',
  'other',
] as const;
export const EntryKind = z.enum(ENTRY_KINDS);
export type EntryKind = z.infer<typeof EntryKind>;

export const ENTRY_PHASES = ['planned', 'done', 'dropped'] as const;
export const EntryPhase = z.enum(ENTRY_PHASES);
export type EntryPhase = z.infer<typeof EntryPhase>;

/** What an entry can bear on. */
const ABOUT = [
  'commitment',
  'advice',
  'issue',
  'theme',
  'dialogue',
  'decision',
  'person',
  'indicator',
  'instrument',
  'organisation',
  'arrangement',
  'source',
] as const;

/** Something that happened or is planned, and what it bears on. */
export const Entry = z.strictObject({
  id: ownId('entries'),
  kind: EntryKind,
  text: z.string(),
  when: PartialDate.nullable(),
  /** The year, of what is known by its fiscal year alone. */
  fiscalYear: FiscalYear.nullable(),
  phase: EntryPhase,
  /** Until when it is to be done or answered, of what is planned or was requested. */
  due: PartialDate.nullable(),
  /** What it is an occurrence of: the meeting of a committee, a visit of a supplier programme. */
  arrangementId: idOf('arrangements').nullable(),
  /** Whom it concerns: the supplier that was visited, the company whose board approved. */
  of: idOf('organisations').nullable(),
  refs: z.array(refSchema('refs', ABOUT)),
  /** Where it is stated, beside the passage. */
  sourceId: idOf('sources').nullable(),
  /** Page, table or section of the source. */
  locator: z.string(),
  /** The words it rests on; of what was told those in which it was. */
  passageId: idOf('passages').nullable(),
  /** Where sources differ: whether this one stands; what is set aside is kept, and says why. */
  standing: z.enum(['stands', 'set-aside']),
  standingWhy: z.string(),
  /** Why it was done out of the suggested order, or dropped. */
  why: z.string(),
  by: z.string(),
  at: Instant,
});
export type Entry = z.infer<typeof Entry>;

export const entryTable = shape({
  schema: Entry,
  since: 8,
  history: [
    added(9, {
      fiscalYear: null,
      phase: 'done',
      due: null,
      arrangementId: null,
      of: null,
      sourceId: null,
      locator: '',
      standing: 'stands',
      standingWhy: '',
      why: '',
    }),
  ],
  index: ['kind'],
  merge: {
    kind: 'plain',
    text: 'prose',
    when: 'plain',
    fiscalYear: 'plain',
    phase: 'plain',
    due: 'plain',
    arrangementId: 'plain',
    of: 'plain',
    refs: 'set',
    passageId: 'plain',
    sourceId: { group: 'source' },
    locator: { group: 'source' },
    standing: { group: 'standing' },
    standingWhy: { group: 'standing' },
    why: 'plain',
    by: 'plain',
    at: 'plain',
  },
});

/** An entry of which nothing more is said than what is given. */
export function blankEntry(fields: Partial<Entry> & Pick<Entry, 'id' | 'kind' | 'by' | 'at'>): Entry {
  return {
    text: '',
    when: null,
    fiscalYear: null,
    phase: 'done',
    due: null,
    arrangementId: null,
    of: null,
    refs: [],
    passageId: null,
    sourceId: null,
    locator: '',
    standing: 'stands',
    standingWhy: '',
    why: '',
    ...fields,
  };
}

/** Whether an entry bears on a row. */
export function isAbout({ refs }: Pick<Entry, 'refs'>, to: Entry['refs'][number]['to'], id: string): boolean {
  return refs.some((one) => one.to === to && one.id === id);
}
