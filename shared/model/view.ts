import { z } from 'zod';
import { AdviceKind, AdviceStatus } from './advice.ts';
import { FiscalYear, Instant } from './basics.ts';
import { Voice } from './dialogue.ts';
import { idOf, idOfAny, ownId } from './id.ts';
import { PersonKind } from './person.ts';
import { shape } from './table.ts';

/** How near two issues must be to count as spoken of together: overlapping words, one turn, one dialogue. */
export const NEARNESS = ['words', 'turn', 'dialogue'] as const;
export const Nearness = z.enum(NEARNESS);
export type Nearness = z.infer<typeof Nearness>;

const ASKED = {
  mayBeGone: { when: 'always', why: 'a kept question finds nothing where what it asks for is gone' },
} as const;

/** What is asked of the coded passages. Every condition must hold; one that names nothing holds for all. */
export const PassageQuery = z.strictObject({
  /** Groups of issues: of each group, any one (AND of ORs). */
  about: z.array(z.array(idOf('issues', ASKED))),
  /** Issues that must not be near. */
  notAbout: z.array(idOf('issues', ASKED)),
  near: Nearness,
  side: z.enum(['external', 'company']).nullable(),
  voices: z.array(Voice),
  kinds: z.array(PersonKind),
  /** People across dialogues; a participant's own id where nobody is linked. */
  speakerIds: z.array(idOfAny(['persons', 'participants'], ASKED)),
  dialogueIds: z.array(idOf('dialogues', ASKED)),
  fiscalYears: z.array(FiscalYear),
  /** Taken down as advice of one of these kinds, and with one of these statuses. */
  adviceKinds: z.array(AdviceKind),
  adviceStatuses: z.array(AdviceStatus),
  /** Whose codings and advice are looked at. */
  coders: z.array(z.string()),
  /** Every one of these words stands in the passage, in any width or case. */
  text: z.string(),
});
export type PassageQuery = z.infer<typeof PassageQuery>;

/** Asks for every passage. */
export const EMPTY_QUERY: PassageQuery = {
  about: [],
  notAbout: [],
  near: 'words',
  side: null,
  voices: [],
  kinds: [],
  speakerIds: [],
  dialogueIds: [],
  fiscalYears: [],
  adviceKinds: [],
  adviceStatuses: [],
  coders: [],
  text: '',
};

/** In what form the passages found are shown. */
export const VIEW_FORMS = [
  'list',
  'table',
  'issues',
  'speakers',
  'dialogues',
  'coverage',
  'saturation',
] as const;
export const ViewForm = z.enum(VIEW_FORMS);
export type ViewForm = z.infer<typeof ViewForm>;

/** A question that an office asks again and again, under a name. */
export const View = z.strictObject({
  id: ownId('views'),
  name: z.string().min(1),
  query: PassageQuery,
  form: ViewForm,
  savedBy: z.string(),
  at: Instant,
});
export type View = z.infer<typeof View>;

export const viewTable = shape({
  schema: View,
  merge: { name: 'plain', query: 'plain', form: 'plain', savedBy: 'plain', at: 'plain' },
});
