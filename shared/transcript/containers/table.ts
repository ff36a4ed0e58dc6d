import { seconds } from '../labels.ts';

/** A row of a table of turns; `speaker` null = the words go on from the row above. */
export interface TableTurn {
  readonly speaker: string | null;
  readonly words: string;
  readonly start: number | null;
}

const TIME = /^[[(（]?(\d{1,3}[:：])?\d{1,2}[:：]\d{2}([.,]\d{1,3})?[\])）]?$/u;
const NUMBER = /^[#№]?\d{1,6}[.)]?$/;
const HEADERS =
  /^(speaker|name|who|participant|time|timestamp|start|end|text|words|transcript|speech|utterance|statement|comment|no\.?|#|話者|発言者|氏名|名前|発言|発言内容|内容|テキスト|時間|時刻|開始|終了|番号|本文)s?$/iu;
const LONGEST_NAME = 60;

/** How many letters words have on average before they count as speech; Japanese says more with fewer. */
const SPEECH = 20;
const SPEECH_SPACELESS = 10;

/**
 * The turns of a table that has a column of names and one of words, perhaps with times and numbers beside them.
 * @returns one entry a row (`header` for a row of column titles); null when the table is none of turns
 */
export function tableTurns(
  rows: readonly (readonly string[])[],
): { readonly rows: readonly (TableTurn | 'header')[] } | null {
  const width = Math.max(0, ...rows.slice(0, 5_000).map((row) => row.length));
  if (rows.length < 2 || width < 2 || width > 6) return null;
  const [first] = rows;
  const hasHeader = first !== undefined && first.filter((cell) => HEADERS.test(cell.trim())).length >= 2;
  const body = hasHeader ? rows.slice(1) : rows;
  if (body.length < 2) return null;
  const columns = Array.from({ length: width }, (_, index) => body.map((row) => (row[index] ?? '').trim()));
  const share = (cells: readonly string[], test: (cell: string) => boolean) => {
    const filled = cells.filter((cell) => cell !== '');
    return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  };
  const isTime = columns.map((cells) => share(cells, (cell) => TIME.test(cell)) >= 0.8);
  const isNumber = columns.map((cells) => share(cells, (cell) => NUMBER.test(cell)) >= 0.8);
  const others = columns.map((_, index) => index).filter((index) => !isTime[index] && !isNumber[index]);
  const length = (index: number) => (columns[index] ?? []).reduce((sum, cell) => sum + cell.length, 0);
  const [words, ...rest] = [...others].sort((a, b) => length(b) - length(a));
  if (words === undefined || rest.length !== 1) return null;
  const [names] = rest;
  const nameCells = columns[names ?? -1];
  const wordCells = columns[words];
  if (names === undefined || !nameCells || !wordCells) return null;
  const named = nameCells.filter((cell) => cell !== '');
  if (named.length === 0 || nameCells[0] === '') return null;
  if (named.some((cell) => cell.length > LONGEST_NAME || cell.includes('\n\n') || !/\p{L}/u.test(cell)))
    return null;
  const distinct = new Set(named.map((cell) => cell.replace(/\s+/g, ' '))).size;
  const spaceless = wordCells.some((cell) => /[\u3041-\u30ff]/.test(cell));
  const speech = length(words) / body.length >= (spaceless ? SPEECH_SPACELESS : SPEECH);
  // A list of people has each of them once, and posts beside them instead of speech.
  const recurs = distinct <= named.length * 0.75 && named.length >= 3;
  if (!(recurs && (speech || length(words) > length(names))) && !(speech && hasHeader)) return null;
  const timeColumn = isTime.indexOf(true);
  const turns = body.map((row): TableTurn => {
    const cell = (index: number) => (row[index] ?? '').trim();
    const speaker = cell(names)
      .replace(/\s+/g, ' ')
      .replace(/[:：]$/u, '')
      .trim();
    return {
      speaker: speaker === '' ? null : speaker,
      words: cell(words),
      start: timeColumn === -1 ? null : seconds(cell(timeColumn).normalize('NFKC')),
    };
  });
  return { rows: hasHeader ? ['header', ...turns] : turns };
}
