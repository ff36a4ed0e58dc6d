import { readFile } from 'node:fs/promises';
import type { JournalEntry } from '#shared/change/change-set.ts';
import type { LineField, Sealer } from './encryption/sealer.ts';
import { readLineStart, sumOf } from './journal-line.ts';

/** What can still be read of a log with damaged lines. */
export interface Salvage {
  /** Entries whose own checksum holds, by number. */
  readonly entries: Map<number, JournalEntry>;
  /** Number of the last entry that the file shows to have been there, read or not: a lower bound. */
  readonly reach: number;
  /** The file goes on behind the last entry that could be read: how far is not known. */
  readonly openEnd: boolean;
}

/** A range of bytes that may be a line: from a line's beginning up to the next one's. */
interface Piece {
  /** As the line's beginning says; null where that is damaged. */
  readonly seq: number | null;
  readonly sum: string | null;
  /** What may be the line's content. */
  readonly content: readonly Buffer[];
}

/**
 * Reads what is left of a damaged log. Each line carries a SHA-256 over the sum before it and its own entry, so that
 * a line is sound where it fits the sum that its predecessor states, the one that its predecessor's entry gives, or
 * the one that a snapshot remembers; or where its successor fits the sum that it gives itself. Order in the file, a
 * lost line end, or a damaged number or sum at the beginning of a line do not matter.
 * @param sealer how its lines stand in it
 * @param sums sums by number that are known from elsewhere: those of snapshots
 */
export async function salvage(
  file: string,
  sealer: Sealer,
  sums: ReadonlyMap<number, string>,
): Promise<Salvage> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch {
    return { entries: new Map(), reach: 0, openEnd: true };
  }
  const pieces = piecesOf(bytes, sealer);
  const bySeq = numbered(pieces);
  const last = [...bySeq.keys()].reduce((most, seq) => Math.max(most, seq), 0);
  const entries = new Map<number, JournalEntry>();
  const read = new Set<Piece>();
  /** Sums that may be those up to and including a number. */
  let before = new Set(['']);
  for (let seq = 1; seq <= last; seq++) {
    const here = bySeq.get(seq) ?? [];
    const next = bySeq.get(seq + 1) ?? [];
    const found = soundEntry(seq, here, before, next, sealer);
    if (found) {
      entries.set(seq, found.entry);
      read.add(found.piece);
    }
    const stated = here.flatMap(({ sum }) => (sum === null ? [] : [sum]));
    const remembered = sums.get(seq);
    before = new Set([...(found ? [found.sum] : stated), ...(remembered === undefined ? [] : [remembered])]);
  }
  const furthest = [...entries.keys()].at(-1) ?? 0;
  // A number may be damaged; that there was a line is certain.
  const unread = new Set(pieces.flatMap((one) => (one.seq === null || read.has(one) ? [] : [one.seq])));
  const beyond = [...unread].filter((seq) => seq > furthest).length;
  const lastPiece = pieces.at(-1);
  const openEnd = beyond > 0 || (lastPiece !== undefined && !read.has(lastPiece));
  return { entries, reach: furthest + beyond, openEnd };
}

function soundEntry(
  seq: number,
  pieces: readonly Piece[],
  before: ReadonlySet<string>,
  next: readonly Piece[],
  sealer: Sealer,
): { entry: JournalEntry; sum: string; piece: Piece } | null {
  for (const piece of pieces) {
    for (const content of piece.content) {
      for (const sum of before) {
        const own = sumOf(sum, content);
        if (own !== piece.sum && !next.some((one) => one.content.some((its) => sumOf(own, its) === one.sum)))
          continue;
        const entry = entryOf(sealer.openLine(seq, sum, content), seq);
        if (entry) return { entry, sum: own, piece };
      }
    }
  }
  return null;
}

function entryOf(json: Buffer | null, seq: number): JournalEntry | null {
  try {
    const entry = JSON.parse(json?.toString('utf8') ?? '') as JournalEntry;
    return entry.seq === seq && Array.isArray(entry.changes) ? entry : null;
  } catch {
    return null;
  }
}

/** Cuts at line ends, and where a line begins without one before it. */
function piecesOf(bytes: Buffer, { field }: Sealer): Piece[] {
  const starts = new Set([0]);
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) starts.add(at + 1);
  // Inside an entry quotes are escaped, and a box has none: these bytes stand nowhere but at the beginning of a line.
  const mark = Buffer.from('{"seq":');
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 1)) {
    if (readLineStart(bytes.subarray(at))) starts.add(at);
  }
  const cuts = [...starts].sort((a, b) => a - b);
  return cuts.flatMap((from, index) => {
    const piece = bytes.subarray(from, cuts[index + 1] ?? bytes.length);
    return piece.length < 2 ? [] : [pieceOf(piece, field)];
  });
}

/** How the content of a line begins: found where what is before it in its line is damaged. An entry says its number too. */
const CONTENT_START: Record<LineField, RegExp> = {
  entry: /\{"seq":(\d{1,15}),"id":"/,
  // Far longer than a sum, which is the other text in quotes.
  box: /"(?=[A-Za-z0-9+/]{100})/,
};
const CONTENT_WITHIN = 300;

function pieceOf(piece: Buffer, field: LineField): Piece {
  const start = readLineStart(piece);
  // The end is `}` and LF; either may be another byte, or missing.
  const ends = (from: number) =>
    [piece.length - 2, piece.length - 1, piece.length]
      .filter((end) => end > from)
      .map((end) => piece.subarray(from, end));
  if (start) return { seq: start.seq, sum: start.sum, content: ends(start.content) };
  const found = CONTENT_START[field].exec(piece.toString('latin1', 0, CONTENT_WITHIN));
  return found
    ? { seq: found[1] === undefined ? null : Number(found[1]), sum: null, content: ends(found.index) }
    : { seq: null, sum: null, content: [] };
}

/** How many lines may be missing from a file altogether: a number beyond that is a damaged one. */
const MOST_MISSING = 1_000_000;

/**
 * Pieces by number: the one that their beginning states, and the one after the piece before them. Where that piece holds
 * nothing, it may be the beginning of this one, cut off by what was taken for a line end.
 */
function numbered(pieces: readonly Piece[]): Map<number, Piece[]> {
  const bySeq = new Map<number, Piece[]>();
  let last = 0;
  let empty = 0;
  for (const piece of pieces) {
    const stated = piece.seq !== null && piece.seq <= pieces.length + MOST_MISSING ? piece.seq : null;
    const next = last + 1;
    for (const seq of new Set([stated ?? next, next, stated === null ? next - empty : next]))
      bySeq.set(seq, [...(bySeq.get(seq) ?? []), piece]);
    last = stated ?? next;
    empty = piece.content.length === 0 ? empty + 1 : 0;
  }
  return bySeq;
}
