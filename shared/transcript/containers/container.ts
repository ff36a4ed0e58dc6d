import type { TextSource } from '../lines.ts';
import type { ReadWarning, TranscriptFile } from '../result.ts';

/** The words of a file, out of whatever they were wrapped in. */
export interface Unwrapped {
  readonly source: TextSource;
  /** What a result calls the format; null = the layout of the words is the format. */
  readonly format: string | null;
  /** Encoding they were decoded with; empty for formats that carry their own. */
  readonly encoding: string;
  readonly warnings: readonly ReadWarning[];
}

/**
 * A format that wraps words: Word, OpenDocument, PDF, RTF, HTML, text itself. One file here and one line in the
 * registry of `unwrap.ts`. Heavy libraries are imported when a file of theirs comes.
 */
export interface Container {
  /** Whether the bytes bear its signature, whatever the file is called. */
  claims(file: TranscriptFile): boolean;
  /** @throws ProblemError saying why it cannot be read */
  open(file: TranscriptFile, encoding?: string): Promise<Unwrapped>;
}

/** Whether the bytes at `at` are these ASCII characters. */
export function hasAscii(bytes: Uint8Array, ascii: string, at = 0): boolean {
  for (let index = 0; index < ascii.length; index++)
    if (bytes[at + index] !== ascii.charCodeAt(index)) return false;
  return true;
}
