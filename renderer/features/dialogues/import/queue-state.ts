import type { Id } from '#shared/model/basics.ts';
import type { AttributionPolicy, Dialogue } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Problem } from '#shared/model/problem.ts';
import type { TranscriptFile } from '#shared/transcript/result.ts';
import { typedDate } from '#shared/transcript/typed-date.ts';
import type { LookedOver } from './looked-over.ts';

/** What a person says of the dialogue itself before it is stored. */
export interface Details {
  readonly title: string;
  /** As it is typed, and as `typedDate` reads it; empty = unknown. */
  readonly date: string;
  readonly place: string;
  readonly form: Dialogue['form'];
  /** Null where nothing in the file tells it: a person chooses it then. */
  readonly fiscalYear: number | null;
  readonly attribution: AttributionPolicy;
  readonly language: string;
  readonly sourceNote: string;
  /** The dialogue that it goes on from. */
  readonly follows: IdOf<'dialogues'> | null;
}

export interface Preview extends LookedOver {
  readonly step: 'preview';
  readonly file: TranscriptFile;
  readonly details: Details;
  /** Something in it should be looked at; as it was when it was read. */
  readonly needsLook: boolean;
}

/** Where a file stands on its way in. */
export type Stage =
  | { readonly step: 'waiting' }
  | { readonly step: 'reading'; readonly done: number }
  | { readonly step: 'failed'; readonly problem: Problem }
  | Preview
  /** Looked over, and to be stored with the other files of its batch. */
  | { readonly step: 'confirmed'; readonly preview: Preview }
  | { readonly step: 'imported'; readonly dialogueId: IdOf<'dialogues'> };

/** The same bytes are there already. */
export type Twin =
  | { readonly in: 'workspace'; readonly dialogueId: IdOf<'dialogues'>; readonly title: string }
  | { readonly in: 'queue'; readonly name: string };

/** A file and the checksum of its bytes. */
export interface NewFile {
  readonly id: Id;
  readonly file: TranscriptFile;
  readonly hash: string;
}

/** A file that was chosen or dropped. Those that came at once are one batch, and one step of undo. */
export interface QueueItem extends NewFile {
  readonly batch: Id;
  readonly stage: Stage;
  /** Null = none was found, or a person wants it nonetheless. */
  readonly twin: Twin | null;
  /** What a person chose for reading it again. */
  readonly encoding?: string;
}

/** A file that is read, or what came of it. */
type Shown =
  | { readonly step: 'reading'; readonly file: TranscriptFile; readonly done: number }
  | { readonly step: 'failed'; readonly file: TranscriptFile; readonly problem: Problem }
  | Preview;

/** What the import view shows. */
export type ImportState = { readonly step: 'idle' } | { readonly step: 'pasting' } | Shown;

export interface Confirmed {
  readonly id: Id;
  readonly preview: Preview;
}

export interface QueueState {
  readonly items: readonly QueueItem[];
  /** The file that is shown. */
  readonly atHand: Id | null;
  readonly pasting: boolean;
  /** The corrected file of a dialogue, beside the queue; `attempt`: null = it is not being read. */
  readonly correction: {
    readonly dialogueId: IdOf<'dialogues'>;
    readonly attempt: number | null;
    readonly shown: Shown;
  } | null;
  /** One file is read at a time. Each reading has a number, so that one that was stopped is not heard any more. */
  readonly reading: { readonly id: Id; readonly attempt: number } | null;
  readonly attempts: number;
  readonly storing: readonly { readonly batch: Id; readonly ids: readonly Id[] }[];
  /** Grows when the workspace is closed: what waited for it does not follow into another one. */
  readonly workspace: number;
}

export const EMPTY_QUEUE: QueueState = {
  items: [],
  atHand: null,
  pasting: false,
  correction: null,
  reading: null,
  attempts: 0,
  storing: [],
  workspace: 0,
};

export type QueueEvent =
  | {
      readonly type: 'added';
      readonly batch: Id;
      readonly files: readonly NewFile[];
      /** Dialogues of the workspace that were read from a file. */
      readonly known: readonly {
        readonly hash: string;
        readonly dialogueId: IdOf<'dialogues'>;
        readonly title: string;
      }[];
    }
  /** The place to paste text is wanted. */
  | { readonly type: 'paste' }
  /** A file was chosen to replace the text of a dialogue. */
  | { readonly type: 'correct'; readonly dialogueId: IdOf<'dialogues'>; readonly file: TranscriptFile }
  /** The file at hand is to replace the text of the dialogue that was read from the same bytes. */
  | { readonly type: 'correctTwin' }
  | { readonly type: 'correctionEnded' }
  | { readonly type: 'progress'; readonly attempt: number; readonly done: number }
  | { readonly type: 'read'; readonly attempt: number; readonly preview: Preview }
  | { readonly type: 'unreadable'; readonly attempt: number; readonly problem: Problem }
  /** What is shown is to be read once more, in an encoding that a person has chosen. */
  | { readonly type: 'readAgain'; readonly encoding: string }
  | { readonly type: 'edited'; readonly change: (preview: Preview) => Preview }
  /** The file at hand is to be imported though the same bytes are there. */
  | { readonly type: 'twinWanted' }
  | { readonly type: 'lookedAt'; readonly id: Id }
  /** The file at hand is right as it stands. */
  | { readonly type: 'confirmed' }
  /** Every file that is clear is right as it stands. */
  | { readonly type: 'clearConfirmed' }
  /** What is confirmed is to be stored without the rest of its batch. */
  | { readonly type: 'storeNow' }
  | {
      readonly type: 'stored';
      readonly batch: Id;
      readonly dialogues: ReadonlyMap<Id, Id>;
    }
  | { readonly type: 'notStored'; readonly batch: Id }
  | { readonly type: 'left'; readonly id: Id }
  /** What is shown is given up. */
  | { readonly type: 'gaveUp' }
  | { readonly type: 'allLeft' }
  | { readonly type: 'putBack'; readonly items: readonly QueueItem[]; readonly workspace: number }
  | { readonly type: 'doneCleared' }
  | { readonly type: 'workspaceClosed' };

/** What is to be done outside the queue; what comes of it is an event. */
export type QueueEffect =
  | {
      readonly do: 'read';
      readonly attempt: number;
      readonly file: TranscriptFile;
      readonly encoding: string | undefined;
    }
  | { readonly do: 'stopReading'; readonly attempt: number }
  /** All of them in one step, or none. */
  | { readonly do: 'store'; readonly batch: Id; readonly ready: readonly Confirmed[] }
  | { readonly do: 'tellStored'; readonly titles: readonly string[] }
  | { readonly do: 'showImport' }
  | { readonly do: 'showDialogue'; readonly dialogueId: IdOf<'dialogues'> };

/** Whether what has been typed is read as a date, or empty for "unknown". */
export function isDate(typed: string): boolean {
  return typedDate(typed).problem === null;
}

/** Whether a dialogue has what it needs to be stored. */
export function isComplete({ title, date, fiscalYear }: Details): boolean {
  return title.trim() !== '' && isDate(date) && fiscalYear !== null;
}

/** Whether a file is read and has nothing that a person should look at. */
export function isClear({ stage, twin }: QueueItem): boolean {
  return stage.step === 'preview' && !stage.needsLook && twin === null && isComplete(stage.details);
}

/** Files of a batch that nobody has decided on. One that cannot be read is decided. */
export function undecided(items: readonly QueueItem[], batch: Id): QueueItem[] {
  return items.filter(
    (item) => item.batch === batch && ['waiting', 'reading', 'preview'].includes(item.stage.step),
  );
}

/** What is shown: the corrected file, the place to paste, or the file at hand. */
export function shownOf({ items, atHand, pasting, correction }: QueueState): ImportState {
  if (correction) return correction.shown;
  if (pasting) return { step: 'pasting' };
  const item = items.find(({ id }) => id === atHand);
  if (!item) return { step: 'idle' };
  const { file, stage } = item;
  if (stage.step === 'preview') return stage;
  if (stage.step === 'failed') return { step: 'failed', file, problem: stage.problem };
  return { step: 'reading', file, done: stage.step === 'reading' ? stage.done : 0 };
}
