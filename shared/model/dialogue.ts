import { z } from 'zod';
import { FiscalYear, PartialDate } from './basics.ts';
import { idOf, ownId } from './id.ts';
import { PersonKind } from './person.ts';
import { added, shape } from './table.ts';

/** How openly words may be attributed, from most to least open (UNGP 21: must not endanger people). */
export const ATTRIBUTION_POLICIES = ['named', 'affiliation', 'role', 'unattributed', 'off-record'] as const;
export const AttributionPolicy = z.enum(ATTRIBUTION_POLICIES);
export type AttributionPolicy = z.infer<typeof AttributionPolicy>;

/** In what capacity someone takes part (UNGP 18; METHOD "People in dialogues"). */
export const VOICES = ['rightsholder', 'representative', 'expert', 'company'] as const;
export const Voice = z.enum(VOICES);
export type Voice = z.infer<typeof Voice>;

/** The file a dialogue was read from; its bytes are kept unchanged, addressed by their SHA-256. */
export const SourceFile = z.strictObject({
  name: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Bytes. */
  size: z.int().min(0),
  mediaType: z.string(),
  /** Id of the reader that read it, e.g. `webvtt`. */
  format: z.string(),
  /** Character encoding it was decoded with, e.g. `utf-8`; empty for formats that carry their own. */
  encoding: z.string(),
});
export type SourceFile = z.infer<typeof SourceFile>;

/** Something that was in doubt when the text was read, and that nobody has decided on since. */
export const OpenDoubt = z.strictObject({
  /** Unique in a dialogue. */
  key: z.string(),
  /** Why it is in doubt: `loss`, or a code of `shared/transcript/result.ts`. */
  code: z.string(),
  /** The label it is about; of a loss the part of the file. */
  label: z.string().nullable(),
  /** The words it is about. */
  text: z.string(),
  turnId: idOf('turns', {
    sameDialogue: true,
    mayBeGone: { when: 'always', why: 'the turn was joined to another, or left out, since' },
  }).nullable(),
});
export type OpenDoubt = z.infer<typeof OpenDoubt>;

/** A conversation with experts or affected people, held on one occasion. */
export const Dialogue = z.strictObject({
  id: ownId('dialogues'),
  title: z.string().min(1),
  date: PartialDate.nullable(),
  place: z.string(),
  form: z.enum(['in-person', 'online', 'hybrid', 'written', 'unknown']),
  fiscalYear: FiscalYear,
  language: z.string(),
  attribution: AttributionPolicy,
  source: SourceFile.nullable(),
  /** Where the text comes from and how it relates to what was said, e.g. "paraphrase of …". */
  sourceNote: z.string(),
  /** The office's own summary of the dialogue. */
  summary: z.string(),
  /** What was in doubt at the import and still is. */
  openDoubts: z.array(OpenDoubt),
  /** The dialogue that it goes on from: what became of the advice given there is told here. Never in a circle. */
  follows: idOf('dialogues').nullable(),
});
export type Dialogue = z.infer<typeof Dialogue>;

export const dialogueTable = shape({
  schema: Dialogue,
  history: [added(5, { openDoubts: [] }), added(8, { follows: null })],
  index: ['fiscalYear', 'date'],
  merge: {
    title: 'plain',
    date: 'plain',
    place: 'plain',
    form: 'plain',
    fiscalYear: 'plain',
    language: 'plain',
    attribution: 'plain',
    source: 'plain',
    sourceNote: 'prose',
    summary: 'prose',
    openDoubts: { list: 'key' },
    follows: 'plain',
  },
});

/**
 * Someone in one dialogue, as they were titled that day. Whoever is linked to a person is called by the person's name
 * (`called.ts`); `name` is then only what was printed.
 */
export const Participant = z.strictObject({
  id: ownId('participants'),
  dialogueId: idOf('dialogues'),
  order: z.number(),
  personId: idOf('persons').nullable(),
  /** Full name as printed. */
  name: z.string().min(1),
  /** How the text labels this person's turns, e.g. the surname. */
  label: z.string(),
  title: z.string(),
  organisation: z.string(),
  external: z.boolean(),
  voice: Voice,
  kind: PersonKind,
});
export type Participant = z.infer<typeof Participant>;

export const participantTable = shape({
  schema: Participant,
  index: ['dialogueId+order'],
  merge: {
    dialogueId: 'plain',
    order: 'plain',
    personId: 'plain',
    name: 'plain',
    label: 'plain',
    title: 'plain',
    organisation: 'plain',
    external: 'plain',
    voice: 'plain',
    kind: 'plain',
  },
});
