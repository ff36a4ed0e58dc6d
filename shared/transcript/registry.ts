import { noted, ProblemError } from '../model/problem.ts';
import { unwrap } from './containers/unwrap.ts';
import { cuesOfPieces } from './cues.ts';
import { explained } from './judge.ts';
import { type Line, MOST_LINES_OF_TEXT, type TextSource } from './lines.ts';
import { whenOf } from './occasion.ts';
import type { Detection, Reader, Reading } from './reader.ts';
import { ass } from './readers/ass.ts';
import { bracketed } from './readers/bracketed.ts';
import { captioned } from './readers/captioned.ts';
import { data } from './readers/data.ts';
import { headed } from './readers/headed.ts';
import { interview } from './readers/interview.ts';
import { labelled } from './readers/labelled.ts';
import { laidOut } from './readers/laid-out.ts';
import { minutes } from './readers/minutes.ts';
import { namedLines } from './readers/named-lines.ts';
import { plain } from './readers/plain.ts';
import { published } from './readers/published.ts';
import { sbv } from './readers/sbv.ts';
import { shaped } from './readers/shaped.ts';
import { signed } from './readers/signed.ts';
import { srt } from './readers/srt.ts';
import { taught } from './readers/taught.ts';
import { timedLines } from './readers/timed-lines.ts';
import { ttml } from './readers/ttml.ts';
import { webvtt } from './readers/webvtt.ts';
import { zoomChat } from './readers/zoom-chat.ts';
import type {
  OtherReading,
  ReadBlock,
  ReadOptions,
  ReadResult,
  SourceLine,
  TranscriptFile,
} from './result.ts';

/** What a person showed, and formats that marks of their own tell. */
const MARKED: readonly Reader[] = [taught, webvtt, srt, ass, sbv, ttml, data];
/** What only the whole text tells: each line is taken apart. */
const LAYOUTS: readonly Reader[] = [
  zoomChat,
  laidOut,
  minutes,
  interview,
  headed,
  signed,
  bracketed,
  labelled,
  shaped,
  namedLines,
  timedLines,
  published,
  captioned,
  plain,
];

/** The registry of layouts: one line a reader. The surest one reads; of equals, the one that stands first. */
export const READERS: readonly Reader[] = [...MARKED, ...LAYOUTS];

/** A paragraph longer than this is cut at sentence ends: nothing could show it as one turn. UTF-16 units. */
export const LONGEST_PARAGRAPH = 20_000;
/** Far more than any dialogue has; a text with more of them is something else, and no view could show it. */
export const MOST_TURNS = 200_000;
export const MOST_PARTICIPANTS = 5_000;
/** More lines with words on them are no dialogue, not even in subtitles, which have three or four a turn. */
export const MOST_LINES = 300_000;

/**
 * Reads a file into participants, headings and turns. Nothing is stored; a person looks it over first.
 * @throws ProblemError `file-empty`, `file-binary`, `file-encoding`, `file-too-large`, `file-hostile`, `file-locked`,
 *   `file-wordless`, `file-too-many`, `file-too-many-lines`, `file-workspace`, `docx-broken`, `docx-old`, `odt-broken`,
 *   `pdf-broken`, `pdf-no-text`, `rtf-broken`, those of `containers/kinds.ts`, `file-unreadable` for what was not foreseen
 */
export async function readTranscript(file: TranscriptFile, options: ReadOptions = {}): Promise<ReadResult> {
  try {
    return await read(file, options);
  } catch (thrown) {
    if (thrown instanceof ProblemError) throw thrown;
    throw new ProblemError('file-unreadable', { name: file.name, reason: noted(thrown) }, { cause: thrown });
  }
}

async function read(file: TranscriptFile, options: ReadOptions): Promise<ReadResult> {
  const { source, encoding, warnings, format, ledger } = await unwrap(file, options.encoding);
  if (source.lines.length > MOST_LINES)
    throw new ProblemError('file-too-many-lines', { name: file.name, most: MOST_LINES });
  options.onProgress?.(0.3);
  const { reader, reading, others } = readSurest(source, options);
  options.onProgress?.(0.6);
  const { blocks, cut } = cutLong(reading.blocks);
  const { roles, alarms, ...rest } = reading;
  checkSize(file.name, blocks.length, rest.participants.length);
  const when = whenOf({ ...rest, blocks, fileName: file.name });
  const date = reading.date ?? when.date;
  options.onProgress?.(1);
  return {
    format: format ?? reader.id,
    encoding,
    ...rest,
    date,
    blocks,
    source: linesWithRoles(source.lines, roles),
    alarms: [...alarms],
    ledger: [...ledger],
    others,
    warnings: [
      ...warnings,
      ...reading.warnings,
      ...(date !== null && date === when.date && when.guess
        ? [{ code: 'date-guessed', params: { date } }]
        : []),
      ...(cut > 0 ? [{ code: 'paragraph-cut', params: { count: cut } }] : []),
    ],
  };
}

function linesWithRoles(lines: readonly Line[], roles: Reading['roles']): ReadResult['source'] {
  const found: SourceLine[] = [];
  for (const { number, text } of lines) {
    const role = roles.get(number);
    if (role !== undefined) found.push({ number, text, role });
  }
  return found;
}

/** A dialogue has turns (headings alone are none), and not without end. */
function checkSize(name: string, turns: number, people: number): void {
  if (turns === 0) throw new ProblemError('file-wordless', { name });
  if (turns > MOST_TURNS || people > MOST_PARTICIPANTS)
    throw new ProblemError('file-too-many', {
      name,
      turns,
      people,
      mostTurns: MOST_TURNS,
      mostPeople: MOST_PARTICIPANTS,
    });
}

/** A reading that explains this share of what the chosen one does is close to it. */
const CLOSE = 0.8;

/** A reader that can read the text, and how much of it its reading explains. */
interface Candidate {
  readonly reader: Reader;
  readonly detection: Detection;
  /** Beyond all others where marks of its own tell the format. */
  readonly score: number;
}

/** Other readings that explain nearly as much, and see turns elsewhere. */
function closeTo(chosen: Candidate, found: readonly Candidate[]): OtherReading[] {
  const { starts: own } = chosen.detection;
  if (own === null || own.size === 0) return [];
  const least = chosen.score * CLOSE;
  const key = (starts: NonNullable<Detection['starts']>) =>
    [...starts].map(([{ number }, { speaker }]) => `${number} ${speaker}`).join('\n');
  const seen = new Set([key(own)]);
  return found.flatMap(({ reader, detection: { starts }, score }) => {
    if (reader === chosen.reader || starts === null || starts.size === 0 || score < least) return [];
    const other = key(starts);
    if (seen.has(other)) return [];
    seen.add(other);
    return [{ format: reader.id, turns: starts.size }];
  });
}

function speakersIn(starts: NonNullable<Detection['starts']>): number {
  return new Set([...starts.values()].map(({ speaker }) => speaker)).size;
}

/** The reading of the surest reader. One that throws loses to the next; where none is left, the reasons are told. */
export function readSurest(
  source: TextSource,
  options: ReadOptions,
  readers: readonly Reader[] = READERS,
): { reader: Reader; reading: Reading; others: OtherReading[] } {
  const reasons: string[] = [];
  const attempt = <T>(reader: Reader, work: () => T): T | null => {
    try {
      return work();
    } catch (thrown) {
      reasons.push(`${reader.id}: ${noted(thrown, reader.id)}`);
      return null;
    }
  };
  const found: Candidate[] = [];
  const tooLong = source.lines.length > MOST_LINES_OF_TEXT;
  for (const reader of readers) {
    if (tooLong && LAYOUTS.includes(reader)) continue;
    const detection = attempt(reader, () => reader.detect(source, options));
    if (detection && detection.confidence > 0) found.push({ reader, detection, score: scoreOf(detection) });
    if (detection?.confidence === 1) break;
  }
  const ranked = preferred(rank(found), options.format);
  for (const candidate of ranked) {
    const { reader, detection } = candidate;
    // Putting together what will be refused would take long.
    if (detection.starts && detection.starts.size > MOST_TURNS)
      checkSize(source.name, detection.starts.size, speakersIn(detection.starts));
    const reading = attempt(reader, () => detection.read());
    if (reading) return { reader, reading, others: closeTo(candidate, ranked) };
  }
  if (tooLong && reasons.length === 0)
    throw new ProblemError('file-too-many-lines', { name: source.name, most: MOST_LINES_OF_TEXT });
  throw new ProblemError('file-unreadable', { name: source.name, reason: reasons.join('; ') || 'no reader' });
}

/** The layout that a person has chosen first, where the text can be read so. */
function preferred(ranked: readonly Candidate[], format: string | undefined): Candidate[] {
  const chosen = ranked.filter(({ reader }) => reader.id === format);
  return [...chosen, ...ranked.filter((one) => !chosen.includes(one))];
}

/** Formats that are told by their marks first, then readings by how much of the text they explain. */
function rank(found: readonly Candidate[]): Candidate[] {
  return [...found].sort((a, b) => {
    // What explains as much is a matter of what else a reader knows of its layout.
    if (Math.abs(a.score - b.score) < ALIKE) return b.detection.confidence - a.detection.confidence;
    return b.score - a.score;
  });
}

function scoreOf({ starts, confidence }: Detection): number {
  return starts === null ? confidence * 1e9 : explained(starts);
}

/** Readings that explain a text as well are alike: not one turn of somebody likely lies between them. */
const ALIKE = 0.1;

/** Cuts paragraphs that no screen could hold, at a sentence's end where there is one; the speaker stays. */
function cutLong(blocks: readonly ReadBlock[]): { blocks: ReadBlock[]; cut: number } {
  const result: ReadBlock[] = [];
  let cut = 0;
  for (const block of blocks) {
    const long = block.text.length > LONGEST_PARAGRAPH;
    const pieces = long ? block.text.split('\n\n').flatMap(piecesOf) : [];
    if (!long || pieces.every((piece) => piece.whole)) {
      result.push(block);
      continue;
    }
    cut++;
    const texts = gather(pieces.map(({ text }) => text));
    const cues = cuesOfPieces(block.text, texts, block.cues);
    for (const [index, text] of texts.entries()) {
      const own = cues[index] ?? [];
      const { start, end } = index === 0 ? block : { start: own[0]?.start ?? null, end: block.end };
      result.push({ ...block, text, cues: own, start, end: own.at(-1)?.end ?? end });
    }
  }
  return { blocks: result, cut };
}

function piecesOf(paragraph: string): { text: string; whole: boolean }[] {
  if (paragraph.length <= LONGEST_PARAGRAPH) return [{ text: paragraph, whole: true }];
  const pieces: { text: string; whole: boolean }[] = [];
  let from = 0;
  while (from < paragraph.length) {
    let to = Math.min(from + LONGEST_PARAGRAPH, paragraph.length);
    if (to < paragraph.length) to = from + lastBreak(paragraph.slice(from, to));
    const text = paragraph.slice(from, to).trim();
    if (text !== '') pieces.push({ text, whole: false });
    from = to;
  }
  return pieces;
}

/** Where to cut: behind the last sentence, else behind the last blank, else anywhere but inside a character. */
function lastBreak(text: string): number {
  for (let at = text.length - 1; at > text.length / 2; at--) {
    const character = text[at] ?? '';
    if ('。！？\n'.includes(character)) return at + 1;
    if ((character === ' ' || character === '\u3000') && '.!?”"’'.includes(text[at - 1] ?? '-'))
      return at + 1;
  }
  const blank = text.lastIndexOf(' ');
  if (blank > text.length / 2) return blank + 1;
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.length - 1 : text.length;
}

/** Pieces put together again as long as they stay within the limit. */
function gather(pieces: readonly string[]): string[] {
  const result: string[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last !== undefined && last.length + piece.length + 2 <= LONGEST_PARAGRAPH)
      result[result.length - 1] = `${last}\n\n${piece}`;
    else result.push(piece);
  }
  return result;
}
