import { z } from 'zod';
import type { KeyAfter } from '../i18n/index.ts';
import { PartialDate } from '../model/basics.ts';
import { Voice } from '../model/dialogue.ts';
import { PersonKind } from '../model/person.ts';
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
  /** As the file says it; LF line ends, paragraphs apart by one LF pair. */
  text: z.string().min(1),
});
export type ReadBlock = z.infer<typeof ReadBlock>;

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
});
export type ReadResult = z.infer<typeof ReadResult>;

/** What a person knows before the file is read. */
export interface ReadOptions {
  /** The company's name and other names of it or its group: they mark a participant as internal. */
  readonly company?: readonly string[];
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
