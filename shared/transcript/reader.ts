import type { Line, TextSource } from './lines.ts';
import type { TurnStart } from './page.ts';
import type { FormatId, LineRole, ReadAlarm, ReadOptions, ReadResult } from './result.ts';

type OfTheFile = 'format' | 'encoding' | 'source' | 'ledger' | 'others' | 'alarms';

/** What a reader of text makes of it; how it was decoded, and what of the file it leaves out, is added by the registry. */
export interface Reading extends Omit<ReadResult, OfTheFile> {
  readonly alarms: readonly ReadAlarm[];
  /** What each line was taken for, by its number; empty for formats that are no lines. */
  readonly roles: ReadonlyMap<number, LineRole>;
}

/** A reader that can read this text, how sure it is (0 to 1), and the reading itself, made when it is chosen. */
export interface Detection {
  readonly confidence: number;
  /** The lines that it takes for the beginning of a turn; null for formats that are no lines. */
  readonly starts: ReadonlyMap<Line, TurnStart> | null;
  read(): Reading;
}

/** A layout of transcripts. One file `readers/<id>.ts` and one line in the registry. */
export interface Reader {
  readonly id: FormatId;
  /** Null = not this layout. */
  detect(source: TextSource, options: ReadOptions): Detection | null;
}
