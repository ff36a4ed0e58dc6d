import type { KeyAfter } from '../../i18n/index.ts';
import type { TextSource } from '../lines.ts';
import type { FormatId, ReadLoss, ReadWarning, TranscriptFile } from '../result.ts';

/** The words of a file, out of whatever they were wrapped in. */
export interface Unwrapped {
  readonly source: TextSource;
  /** What a result calls the format; null = the layout of the words is the format. */
  readonly format: FormatId | null;
  /** Encoding they were decoded with; empty for formats that carry their own. */
  readonly encoding: string;
  readonly warnings: readonly ReadWarning[];
  /** What the file holds and the text does not. */
  readonly ledger: readonly ReadLoss[];
}

/** Unwraps a file that stands inside of another one: as deep as `unwrap` allows, and no deeper. */
export type Nested = (file: TranscriptFile) => Promise<Unwrapped>;

/** What is said of every container. */
interface Described {
  readonly id: FormatId;
  /** What it is called in a list of formats, alike in every language: a name, no word. */
  readonly shortName: string;
  /** How names of its files end, without a dot; the usual one first. */
  readonly endings: readonly string[];
  readonly mediaType: string;
  /** The problem of a file that is called so, but is neither this nor text; null = any text may be called so. */
  readonly broken: KeyAfter<'error.'> | null;
  /**
   * Whether a text is what is left of such a file when its first bytes are missing: nobody wrote it.
   * @param start the first bytes, each as a character
   */
  isLeftIn?(start: string): boolean;
}

/** A format of its own, known by its bytes. */
interface OfBytes extends Described {
  readonly inside: 'bytes';
  /** Whether the bytes bear its signature, whatever the file is called. */
  claims(bytes: Uint8Array): boolean;
  /** @throws ProblemError saying why it cannot be read */
  open(file: TranscriptFile, nested: Nested): Promise<Unwrapped>;
}

/** A zip, known by its members, which are checked before it sees them. */
interface OfZip extends Described {
  readonly inside: 'zip';
  claims(members: ReadonlyMap<string, Uint8Array>): boolean;
  /** @throws ProblemError saying why it cannot be read */
  open(name: string, members: ReadonlyMap<string, Uint8Array>, nested: Nested): Promise<Unwrapped>;
}

/** A text with marks in it, known when it is decoded. */
interface OfText extends Described {
  readonly inside: 'text';
  claims(text: string, name: string): boolean;
  /** The encoding that the file says it is in; null where it says none that is known. */
  declaredEncoding(bytes: Uint8Array): string | null;
  /** @throws ProblemError saying why it cannot be read */
  open(
    name: string,
    decoded: {
      readonly text: string;
      readonly encoding: string;
      readonly warnings: readonly ReadWarning[];
    },
  ): Promise<Unwrapped>;
}

/**
 * A format that wraps words: Word, OpenDocument, PDF, RTF, HTML. One file here and one line in `registry.ts`. The window
 * knows the definitions: what reads the words is imported when a file comes.
 */
export type Container = OfBytes | OfZip | OfText;

/** Whether the bytes at `at` are these ASCII characters. */
export function hasAscii(bytes: Uint8Array, ascii: string, at = 0): boolean {
  for (let index = 0; index < ascii.length; index++)
    if (bytes[at + index] !== ascii.charCodeAt(index)) return false;
  return true;
}

/** Whether a file's name ends in one of these. */
export function endsIn(name: string, endings: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return endings.some((ending) => lower.endsWith(`.${ending}`));
}
