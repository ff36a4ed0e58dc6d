import { z } from 'zod';
import { AttributionPolicy } from './dialogue.ts';
import { idOf, ownId } from './id.ts';
import { added, shape } from './table.ts';

/** Where the words of one subtitle begin in a turn's text, and when they were said. */
export const Cue = z.strictObject({
  /** UTF-16 units from the start of the text. */
  at: z.int().min(0),
  /** Seconds from the start of the recording. */
  start: z.number().min(0),
  end: z.number().min(0),
});
export type Cue = z.infer<typeof Cue>;

/** What a participant said until somebody else spoke, or text that nobody is named for (`narration`). */
export const Turn = z.strictObject({
  id: ownId('turns'),
  dialogueId: idOf('dialogues'),
  order: z.number(),
  kind: z.enum(['speech', 'narration']),
  /** Null for narration, and for speech whose speaker is unknown. */
  participantId: idOf('participants', { sameDialogue: true }).nullable(),
  /** As the file says it, LF line ends, paragraphs apart by one LF pair. Positions count UTF-16 units of this. */
  text: z.string(),
  /** The heading under which the turn stands; null before the first. */
  heading: z.string().nullable(),
  /** Seconds from the start of the recording. */
  start: z.number().min(0).nullable(),
  end: z.number().min(0).nullable(),
  /** The subtitles inside the text, in its order; empty where the file gives no times inside. */
  cues: z.array(Cue),
});
export type Turn = z.infer<typeof Turn>;

export const turnTable = shape({
  schema: Turn,
  history: [added(2, { cues: [] })],
  index: ['dialogueId+order'],
  merge: {
    dialogueId: 'plain',
    order: 'plain',
    kind: 'plain',
    participantId: 'plain',
    text: 'prose',
    heading: 'plain',
    start: 'plain',
    end: 'plain',
    cues: 'derived',
  },
});

/** How much text beside a quote is kept, to find it again after an edit. UTF-16 units a side. */
export const CONTEXT_LENGTH = 32;

/**
 * A range of one turn's text. `[start, end)` in UTF-16 units; `quote` is the text between them, while it is
 * `anchored`. An `unsure` one was left by its words, or somebody else says them, or they may say the contrary now
 * (`doubtsOf`): `quote`, context and `[start, end)` tell what it was and where it last stood; the turn's text there may
 * say something else, so nothing may be cut out of the text by them. It waits for a person (the review list), whom no
 * later correction spares, and counts as evidence all the while. A `kept` one is the same, looked at: a person let its
 * old words stand.
 */
export const Passage = z
  .strictObject({
    id: ownId('passages'),
    dialogueId: idOf('dialogues'),
    turnId: idOf('turns', { sameDialogue: true }),
    start: z.int().min(0),
    end: z.int().min(0),
    quote: z.string().min(1),
    before: z.string().max(CONTEXT_LENGTH),
    after: z.string().max(CONTEXT_LENGTH),
    /** A stricter policy than the dialogue's for these words alone; null = the dialogue's. */
    attribution: AttributionPolicy.nullable(),
    state: z.enum(['anchored', 'unsure', 'kept']),
  })
  .refine((passage) => passage.end - passage.start === passage.quote.length, 'error.passage.range');
export type Passage = z.infer<typeof Passage>;

export const passageTable = shape({
  schema: Passage,
  history: [added(2, { state: 'anchored' })],
  merge: {
    dialogueId: 'plain',
    turnId: { group: 'anchor' },
    start: { group: 'anchor' },
    end: { group: 'anchor' },
    quote: { group: 'anchor' },
    before: { group: 'anchor' },
    after: { group: 'anchor' },
    attribution: 'plain',
    state: { group: 'anchor' },
  },
});
