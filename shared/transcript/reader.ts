import type { TextSource } from './lines.ts';
import type { FormatId, ReadOptions, ReadResult } from './result.ts';

/** What a reader of text makes of it; how it was decoded is added by the registry. */
export type Reading = Omit<ReadResult, 'format' | 'encoding'>;

/** A reader that can read this text, how sure it is (0 to 1), and the reading itself, made when it is chosen. */
export interface Detection {
  readonly confidence: number;
  read(): Reading;
}

/** A layout of transcripts. One file `readers/<id>.ts` and one line in the registry. */
export interface Reader {
  readonly id: FormatId;
  /** Null = not this layout. */
  detect(source: TextSource, options: ReadOptions): Detection | null;
}
