import { z } from 'zod';
import type { KeyAfter } from '../i18n/index.ts';
import { PartialDate } from '../model/basics.ts';
import { Voice } from '../model/dialogue.ts';
import { PersonKind } from '../model/person.ts';
import type { TaughtLayout } from '../model/taught-layout.ts';
import { Cue } from '../model/turn.ts';

/** Something a reader noticed and a person should look at; a sentence is `transcript.warning.<code>`. */
export const ReadWarning = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ReadWarning = z.infer<typeof ReadWarning>;

/** Someone the text names, as it names them. */
export const ReadParticipant = z.strictObject({
  /** Full name as printed; where the text gives no more, the label. */
  name: z.string().min(1),
  /** How the text labels this person's turns: what `ReadBlock.speaker` holds. Unique in a result. */
  label: z.string().min(1),
  title: z.string(),
  organisation: z.string(),
  /** How the name is read, in kana, where the text says so. */
  reading: z.string().optional(),
  external: z.boolean(),
  voice: Voice,
  kind: PersonKind,
});
export type ReadParticipant = z.infer<typeof ReadParticipant>;

/** A turn, or text that nobody is named for, in the order of the file. */
export const ReadBlock = z.strictObject({
  kind: z.enum(['speech', 'narration']),
  /** Label of a participant; null for narration, and for speech whose speaker the text does not name. */
  speaker: z.string().nullable(),
  /** The heading under which the block stands; null before the first. */
  heading: z.string().nullable(),
  /** Seconds from the start of the recording. */
  start: z.number().min(0).nullable(),
  end: z.number().min(0).nullable(),
  /** The subtitles inside the text, in its order; empty where the file gives no times inside. */
  cues: z.array(Cue),
  /** The lines of the source it was read from, first and last, as `SourceLine.number`; null where that is not known. */
  lines: z.strictObject({ from: z.number().int(), to: z.number().int() }).nullable(),
  /** As the file says it; LF line ends, paragraphs apart by one LF pair. */
  text: z.string().min(1),
});
export type ReadBlock = z.infer<typeof ReadBlock>;

/**
 * What a reading takes a line of the source for. `label`: it begins a turn; `words`: somebody's; `aside`: a caption or a
 * list of people; `outside`: words of the page, before, between or after the turns; `direction`: what happened.
 */
export const LINE_ROLES = ['title', 'heading', 'aside', 'label', 'words', 'direction', 'outside'] as const;
export type LineRole = (typeof LINE_ROLES)[number];

/** A line of the source, blank ones left out. */
export const SourceLine = z.strictObject({
  /** Counted from 1. For text the line of the file; for documents the line of what was read of it. */
  number: z.number().int().min(1),
  text: z.string(),
  role: z.enum(LINE_ROLES),
});
export type SourceLine = z.infer<typeof SourceLine>;

/**
 * Why a line is in doubt:
 * `known-name`: inside somebody's words, but begins with the name of another speaker;
 * `label-like`: inside somebody's words, but looks like the start of a turn;
 * `label-slip`: taken for the start of a turn although the mark behind the name is another one than elsewhere;
 * `label-once`: taken for the start of a turn, of somebody who speaks nowhere else and whom nothing presents;
 * `label-inside`: taken for the start of a turn inside a paragraph, where the turns of others begin one;
 * `label-shared`: several people answer to this label;
 * `heading-like`: inside somebody's words, but stands alone like a heading;
 * `outside-words`: sentences between turns that nobody is named for;
 * `reported-words`: in a text without turns, words that it gives as somebody's;
 * `person-guess`: names nobody among captions that name speakers where they change, and was given to who spoke before;
 * `date-guess`: the date was read from signs that may mean something else.
 */
export const ALARM_CODES = [
  'known-name',
  'label-like',
  'label-slip',
  'label-once',
  'label-inside',
  'label-shared',
  'heading-like',
  'outside-words',
  'reported-words',
  'date-guess',
  'person-guess',
] as const;
export type AlarmCode = (typeof ALARM_CODES)[number];

/** A place of the source that a person has to decide about; a sentence is `import.alarm.<code>`. */
export const ReadAlarm = z.strictObject({
  code: z.enum(ALARM_CODES),
  /** As `SourceLine.number`; null for what stands in no line of the text. */
  line: z.number().int().min(1).nullable(),
  /** The line's beginning. */
  text: z.string(),
  /** The words that look like a name, where it is about one. */
  label: z.string().nullable(),
  /** What would be said, were the label one: the line without it. */
  rest: z.string(),
  /** Places with the same key are alike and can be decided together. */
  like: z.string(),
});
export type ReadAlarm = z.infer<typeof ReadAlarm>;

/** Words of the file that the reading does not hold; a sentence is `import.loss.<part>`. */
export const ReadLoss = z.strictObject({
  /** The part of the file they stand in, e.g. `header`, `comment`, `struck-out`. */
  part: z.string(),
  /** How they begin. */
  words: z.string(),
  count: z.number().int().min(1),
});
export type ReadLoss = z.infer<typeof ReadLoss>;

/** Another reading that explains nearly as much: its layout, and how many turns it has. */
export const OtherReading = z.strictObject({ format: z.string(), turns: z.number().int() });
export type OtherReading = z.infer<typeof OtherReading>;

/** What a reader makes of a file: plain data, which the import preview edits and `importDialogue` commits. */
export const ReadResult = z.strictObject({
  /** Id of the reader, e.g. `webvtt`. */
  format: z.string(),
  /** Character encoding the text was decoded with, e.g. `utf-8`; empty for formats that carry their own. */
  encoding: z.string(),
  title: z.string().nullable(),
  date: PartialDate.nullable(),
  /** Language of the words, `ja` or `en`. */
  language: z.string(),
  participants: z.array(ReadParticipant),
  /** In the order of the file; the title is not among them. */
  headings: z.array(z.string()),
  blocks: z.array(ReadBlock),
  warnings: z.array(ReadWarning),
  /** The text line by line, and what each was taken for; empty for formats that are no lines. */
  source: z.array(SourceLine),
  /** In the order of the source. */
  alarms: z.array(ReadAlarm),
  /** What the file holds and the reading does not. */
  ledger: z.array(ReadLoss),
  others: z.array(OtherReading),
});
export type ReadResult = z.infer<typeof ReadResult>;

/** What a person knows before the file is read. */
export interface ReadOptions {
  /** The company's name and other names of it or its group: they mark a participant as internal. */
  readonly company?: readonly string[];
  /** Id of the layout to read by, where a person has chosen one. */
  readonly format?: string;
  /** Layouts that a person showed in this text or keeps for its source: it is read by them and nothing else. */
  readonly taught?: readonly TaughtLayout[];
  /** Encoding of text, where a person has chosen one; a WHATWG name. Formats that carry their own have none. */
  readonly encoding?: string;
  /** Told how far the work is, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/** What a result calls a format, a container or a layout: what has a name in the catalogs (`transcript.format.<id>`). */
export type FormatId = KeyAfter<'transcript.format.'>;

/** A file as it came. */
export interface TranscriptFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
