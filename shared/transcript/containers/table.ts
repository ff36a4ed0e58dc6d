import { seconds } from '../labels.ts';
import { likelyName } from '../likely-name.ts';
import { endsSentence, japaneseName, latinName } from '../words.ts';

/** A cell of a table and what the file says of it. */
export interface TableCell {
  readonly text: string;
  /** Columns that it spans. */
  readonly across?: number;
  /** The file calls it a title of its column. */
  readonly header?: boolean;
  /** It goes on with the cell above. */
  readonly continued?: boolean;
}

/** A row of a table of turns; `speaker` null = the words go on from the row above. */
export interface TableTurn {
  readonly speaker: string | null;
  readonly words: string;
  readonly start: number | null;
}

/** What a table of turns is made of. */
export interface TableTurns {
  /** One entry a row: its turns, `header` for a row of column titles, `section` for a row that is one merged cell. */
  readonly rows: readonly (readonly TableTurn[] | 'header' | 'section')[];
  /** Columns that are neither names nor words nor times, each as one text. */
  readonly lost: readonly string[];
}

const TIME =
  /^[[(（]?(\d{1,3}[:：])?\d{1,2}[:：]\d{2}([.,]\d{1,3})?(\s*(?:-->|[-–—〜~])\s*(\d{1,3}[:：])?\d{1,2}[:：]\d{2}([.,]\d{1,3})?)?[\])）]?$/u;
const NUMBER = /^(?:[#№]?\d{1,6}(\.\d{1,6})?[.)]?|\d{1,6}(?:ms|s))$/;
const NAME_HEADERS =
  /^(speaker|speaker name|name|who|participant|person|panell?ist|attendee|author|voice|from|user|話者|話者名|発言者|発言者名|氏名|名前|お名前|参加者|担当)s?$/iu;
const WORD_HEADERS =
  /^(text|words|transcript|transcription|speech|utterance|statement|remark|comment|said|what was said|content|contents|message|caption|発言|発言内容|発話|発話内容|内容|テキスト|本文|コメント|意見|議事|文字起こし)s?$/iu;
const OTHER_HEADERS =
  /^(time|timestamp|timecode|start|start time|end|end time|in|out|duration|no\.?|nr\.?|#|id|時間|時刻|開始|終了|番号|開始時間|終了時間)$/iu;
const QUESTION = /^(q|questions?|interviewer|質問|問|質問者|聞き手|ご質問)$/iu;
const ANSWER = /^(a|answers?|responses?|interviewee|回答|答|回答者|答え|ご回答)$/iu;
const LONGEST_NAME = 60;

/** How many letters words have on average before they count as speech; Japanese says more with fewer. */
const SPEECH = 20;
const SPEECH_SPACELESS = 10;
const MOST_COLUMNS = 20;

/**
 * The turns of a table that has a column of names and one of words, perhaps with times, numbers and other things beside
 * them; or a column of questions and one of answers.
 * @returns null when the table is none of turns
 */
export function tableTurns(rows: readonly (readonly (string | TableCell)[])[]): TableTurns | null {
  const cells = rows.map((row) => row.map(cellOf));
  const width = Math.max(0, ...cells.slice(0, 5_000).map(widthOf));
  if (rows.length < 2 || width < 2 || width > MOST_COLUMNS) return null;
  const grid = cells.map(inColumns);
  const isSection = cells.map((row) => row.length === 1 && row[0]?.text !== '' && row[0]?.header !== true);
  const first = isSection.indexOf(false);
  const headers = first === -1 ? -1 : headerEnd(cells, grid, first);
  const titles = headers > first ? (grid[headers - 1] ?? []) : [];
  const at = grid.map((_, index) => index).filter((index) => index >= headers && !isSection[index]);
  const body = at.map((index) => grid[index] ?? []);
  if (headers === -1 || body.length < 2) return null;
  const found = answers(body, titles) ?? named(body, titles, width);
  if (!found) return null;
  const turns = new Map(at.map((index, order) => [index, found.turns[order] ?? []]));
  return {
    rows: grid.map((_, index) =>
      isSection[index] ? 'section' : index < headers ? 'header' : (turns.get(index) ?? []),
    ),
    lost: found.lost,
  };
}

type FullCell = Required<TableCell>;

function cellOf(cell: string | TableCell): FullCell {
  const blank = { across: 1, header: false, continued: false };
  if (typeof cell === 'string') return { ...blank, text: cell.trim() };
  return { ...blank, ...cell, text: cell.text.trim() };
}

function widthOf(row: readonly FullCell[]): number {
  return row.reduce((sum, { across }) => sum + across, 0);
}

/** The texts of a row, one a column: a cell that spans several stands in the first of them. */
function inColumns(row: readonly FullCell[]): string[] {
  return row.flatMap(({ text, across }) => [
    text,
    ...Array.from({ length: Math.min(across, MOST_COLUMNS) - 1 }, () => ''),
  ]);
}

/** Where the rows of column titles end: by what the file says, by their words, or by how little they look like turns. */
function headerEnd(
  cells: readonly (readonly FullCell[])[],
  grid: readonly string[][],
  first: number,
): number {
  let end = first;
  while (end < cells.length - 1 && (cells[end] ?? []).every(({ header }) => header)) end++;
  if (end > first) return end;
  const row = (grid[first] ?? []).filter((cell) => cell !== '');
  const known = row.filter((cell) =>
    [NAME_HEADERS, WORD_HEADERS, OTHER_HEADERS, QUESTION, ANSWER].some((one) => one.test(cell)),
  ).length;
  const isShort = row.length >= 2 && row.every((cell) => cell.length <= 40 && !endsSentence(cell));
  if (known >= 2 || (known >= 1 && isShort)) return first + 1;
  return isShort && standsApart(grid, first) ? first + 1 : first;
}

/** A first row whose name comes nowhere again while all others do, above words much longer than its own. */
function standsApart(grid: readonly string[][], first: number): boolean {
  const [title = '', ...others] = grid[first] ?? [];
  if (latinName(title) !== null || japaneseName(title) !== null) return false;
  const below = grid.slice(first + 1).filter((row) => row.length > 1);
  const names = new Map<string, number>();
  let length = 0;
  for (const [name = '', ...words] of below) {
    if (name !== '') names.set(name, (names.get(name) ?? 0) + 1);
    length += words.join('').length;
  }
  const own = others.join('').length;
  return (
    names.size >= 2 &&
    !names.has(title) &&
    [...names.values()].every((count) => count >= 2) &&
    length / below.length > 3 * own
  );
}

interface Found {
  readonly turns: readonly (readonly TableTurn[])[];
  readonly lost: readonly string[];
}

/** A column of questions and one of answers, called so by their titles. */
function answers(body: readonly string[][], titles: readonly string[]): Found | null {
  const asks = titles.findIndex((title) => QUESTION.test(title));
  const says = titles.findIndex((title) => ANSWER.test(title));
  if (asks === -1 || says === -1) return null;
  const turns = body.map((row) =>
    [asks, says].flatMap((index): TableTurn[] => {
      const words = row[index] ?? '';
      return words === '' ? [] : [{ speaker: titles[index] ?? '', words, start: null }];
    }),
  );
  return { turns, lost: lostColumns(body, titles, [asks, says]) };
}

/** A column of names and one of words. */
function named(body: readonly string[][], titles: readonly string[], width: number): Found | null {
  const columns = Array.from({ length: width }, (_, index) => body.map((row) => row[index] ?? ''));
  const share = (cells: readonly string[], test: (cell: string) => boolean) => {
    const filled = cells.filter((cell) => cell !== '');
    return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  };
  const isTime = columns.map((cells) => share(cells, (cell) => TIME.test(cell)) >= 0.8);
  const isNumber = columns.map((cells) => share(cells, (cell) => NUMBER.test(cell)) >= 0.8);
  const others = columns.map((_, index) => index).filter((index) => !isTime[index] && !isNumber[index]);
  const length = (index: number) => (columns[index] ?? []).reduce((sum, cell) => sum + cell.length, 0);
  const titled = (test: RegExp) => others.filter((index) => test.test(titles[index] ?? ''));
  const [byTitle] = titled(WORD_HEADERS);
  const [longest] = [...others].sort((a, b) => length(b) - length(a));
  const words = byTitle ?? longest;
  if (words === undefined) return null;
  const candidates = others.filter((index) => index !== words);
  const names = titled(NAME_HEADERS).find((index) => index !== words) ?? namesAmong(candidates, columns);
  const nameCells = columns[names ?? -1];
  const wordCells = columns[words];
  if (names === undefined || !nameCells || !wordCells) return null;
  const filled = nameCells.filter((cell) => cell !== '');
  if (filled.length === 0 || nameCells[0] === '') return null;
  if (filled.some((cell) => cell.length > LONGEST_NAME || cell.includes('\n\n') || !/\p{L}/u.test(cell)))
    return null;
  const distinct = new Set(filled.map((cell) => cell.replace(/\s+/g, ' '))).size;
  const spaceless = wordCells.some((cell) => /[\u3041-\u30ff]/.test(cell));
  const speech = length(words) / body.length >= (spaceless ? SPEECH_SPACELESS : SPEECH);
  const isTitled = titles.length > 0;
  // Two columns of words that nothing tells apart: none of them may be left out.
  const isRivalled = others.some(
    (index) => index !== names && index !== words && length(index) >= length(words) / 2,
  );
  if (isRivalled && !isTitled) return null;
  // A list of people has each of them once, and posts beside them instead of speech.
  const recurs = distinct <= filled.length * 0.75 && filled.length >= 3;
  const isCalled = NAME_HEADERS.test(titles[names] ?? '') && byTitle !== undefined;
  if (!(recurs && (speech || length(words) > length(names))) && !(speech && isTitled) && !isCalled)
    return null;
  const timeColumn = isTime.indexOf(true);
  const turns = body.map((row): TableTurn[] => {
    const cell = (index: number) => row[index] ?? '';
    const speaker = cell(names)
      .replace(/\s+/g, ' ')
      .replace(/[:：]$/u, '')
      .trim();
    const time = timeColumn === -1 ? '' : cell(timeColumn).normalize('NFKC');
    return [
      {
        speaker: speaker === '' ? null : speaker,
        words: cell(words),
        start: timeColumn === -1 ? null : seconds(/[\d:.,]+/.exec(time)?.[0] ?? ''),
      },
    ];
  });
  const silent = columns.map((_, index) => index).filter((index) => isTime[index] || isNumber[index]);
  return { turns, lost: lostColumns(body, titles, [names, words, ...silent]) };
}

/** How likely the names of a column are. */
const NAME = 0.6;

/** Of several columns the one whose cells recur most; the first of equals. A column beside two alone needs no more. */
function namesAmong(candidates: readonly number[], columns: readonly string[][]): number | undefined {
  if (candidates.length < 2) return candidates[0];
  let best: { index: number; share: number } | null = null;
  for (const index of candidates) {
    const filled = (columns[index] ?? []).filter((cell) => cell !== '');
    const named = filled.filter((cell) => likelyName(cell) >= NAME).length;
    const recurring = 1 - new Set(filled).size / Math.max(1, filled.length);
    const share = filled.length === 0 ? 0 : named / filled.length + recurring / 2;
    if (filled.every((cell) => cell.length <= LONGEST_NAME) && share > (best?.share ?? 0.5))
      best = { index, share };
  }
  return best?.index;
}

/** The words of columns that no turn holds. */
function lostColumns(
  body: readonly string[][],
  titles: readonly string[],
  used: readonly number[],
): string[] {
  const width = body.reduce((most, row) => Math.max(most, row.length), 0);
  const lost: string[] = [];
  for (let index = 0; index < width; index++) {
    if (used.includes(index)) continue;
    const texts = [...new Set(body.map((row) => row[index] ?? '').filter((cell) => cell !== ''))];
    if (texts.length > 0)
      lost.push([titles[index] ?? '', ...texts].filter((text) => text !== '').join(' | '));
  }
  return lost;
}
