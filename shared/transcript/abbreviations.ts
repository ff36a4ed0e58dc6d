/** Lists of abbreviations in a text, and the names they stand for put in the place of the abbreviations. */
import { mergeParticipants, patchParticipant, turnsByLabel, withoutSpeakers } from './fixes.ts';
import { foldName } from './names.ts';
import type { ReadBlock, ReadResult } from './result.ts';
import { isRole, splitLabel } from './roles.ts';
import { japaneseName, latinName } from './words.ts';

/** What a text says an abbreviation stands for. */
export interface Abbreviation {
  readonly label: string;
  readonly name: string;
  readonly title: string;
  readonly organisation: string;
}

/** A line of a list of abbreviations: `T = Tanaka`, `T\tKen Tanaka`, `Ken Tanaka (T)`. */
const ENTRY = /^[\s•・*-]*(.{1,80}?)\s*(?:[=＝]|\t+|\s[–—|]\s|｜|…+|\s{3,})\s*(.{1,120})$/u;
const IN_BRACKETS =
  /^[\s•・*-]*(.{2,80}?)\s*[（(](?:以下)?[「“"]?([^()（）「」“”"]{1,6})[」”"]?(?:と略(?:す|記))?[)）]$/u;

/**
 * Reads the list of abbreviations that a text has, in either order of its columns. An abbreviation is a label of at
 * most six letters that turns really have; one that is explained in two ways is not taken.
 */
export function abbreviations(result: ReadResult): Abbreviation[] {
  const turns = turnsByLabel(result);
  const labels = new Map(
    result.participants
      .filter(({ label }) => [...label].length <= 6 && (turns.get(label) ?? 0) > 0 && !isRole(label))
      .map(({ label }) => [foldName(label), label]),
  );
  const found = new Map<string, Abbreviation | null>();
  const labelOf = (short: string) => labels.get(foldName(short));
  const add = (entry: Abbreviation | null) => {
    if (!entry) return;
    const before = found.get(entry.label);
    if (before === undefined) found.set(entry.label, entry);
    else if (before?.name !== entry.name) found.set(entry.label, null);
  };
  const take = (short: string, long: string) => {
    const label = labelOf(short);
    if (label !== undefined) add(entryOf(label, long));
  };
  for (const { short, name, title, organisation } of tableEntries(result.blocks)) {
    const label = labelOf(short);
    const entry = label === undefined ? null : entryOf(label, name);
    if (entry)
      add({ ...entry, title: title || entry.title, organisation: organisation || entry.organisation });
  }
  for (const block of result.blocks) {
    if (block.speaker !== null) continue;
    for (const line of block.text.split('\n')) {
      if (line.length > 220) continue;
      const brackets = IN_BRACKETS.exec(line);
      if (brackets) take(brackets[2] ?? '', brackets[1] ?? '');
      const columns = ENTRY.exec(line);
      if (!columns) continue;
      const [, left = '', right = ''] = columns;
      take(left, right);
      // The name first, the abbreviation in the last column.
      const cells = line.split(/\t+/u);
      const [first = ''] = cells;
      take(cells.length > 2 ? (cells.at(-1) ?? '') : right, cells.length > 2 ? first : left);
    }
  }
  for (const [short, long] of explainingTurns(result)) take(short, long);
  return [...found.values()].filter((one) => one !== null);
}

/** Head of a column of abbreviations, and of a column of names. */
const SHORT_HEAD =
  /^(?:abbreviations?|abbr\.?|initials?|short(?: name| form)?|code|label|id|略称|略号|略記|記号|表記|イニシャル)$/iu;
const NAME_HEAD =
  /^(?:(?:full )?names?|participants?|attendees?|speakers?|persons?|delegates?|who|氏名|名前|お名前|参加者|出席者|発言者|話者)$/iu;
const PLACE_HEAD =
  /^(?:organi[sz]ations?|affiliations?|company|institutions?|employer|team|所属|組織|会社|団体|企業|法人)(?:名|先)?$/iu;
const POST_HEAD = /^(?:title|position|role|post|job(?: title)?|役職|肩書き?|職名|職位)(?:名)?$/iu;

interface Row {
  readonly short: string;
  readonly name: string;
  readonly title: string;
  readonly organisation: string;
}

/** Rows of tables whose head says which column has the abbreviation and which the name: tabs or `|` between cells. */
function* tableEntries(blocks: readonly ReadBlock[]): Generator<Row> {
  for (const { text, speaker } of blocks) {
    if (speaker !== null || !/[\t|｜]/u.test(text)) continue;
    let columns: { short: number; name: number; place: number; post: number } | null = null;
    for (const line of text.split('\n')) {
      const cells = cellsOf(line);
      if (cells.length < 2) {
        columns = null;
        continue;
      }
      const short = cells.findIndex((cell) => SHORT_HEAD.test(cell));
      const name = cells.findIndex((cell) => NAME_HEAD.test(cell));
      if (short >= 0 && name >= 0) {
        const place = cells.findIndex((cell) => PLACE_HEAD.test(cell));
        columns = { short, name, place, post: cells.findIndex((cell) => POST_HEAD.test(cell)) };
      } else if (columns && !cells.every((cell) => /^:?-{2,}:?$/u.test(cell))) {
        const at = (column: number) => (column < 0 ? '' : (cells[column] ?? ''));
        yield {
          short: at(columns.short),
          name: at(columns.name),
          title: at(columns.post),
          organisation: at(columns.place),
        };
      }
    }
  }
}

/** The cells of a row, without the marks of a Markdown table. */
function cellsOf(line: string): string[] {
  const bare = line.trim().replace(/^[|｜]|[|｜]$/gu, '');
  return bare.split(/[|｜]|\t+/u).map((cell) => cell.replaceAll(/\*\*|__|`/gu, '').trim());
}

/** Puts names in the place of abbreviations. The turns of the list itself become narration: nobody says them. */
export function expandAbbreviations(result: ReadResult, list: readonly Abbreviation[]): ReadResult {
  if (list.length === 0) return result;
  const names = new Map(list.map((one) => [one.label, one]));
  const legend = new Set(
    [...explainingTurns(result)].filter(([label]) => names.has(label)).map(([, , at]) => at),
  );
  let next: ReadResult = result;
  if (legend.size > 0) {
    const dropped = new Set(names.keys());
    const texts = withoutSpeakers(result, dropped).blocks;
    next = {
      ...result,
      blocks: result.blocks.map((block, at): ReadBlock => {
        const freed = legend.has(at) ? texts[at] : undefined;
        return freed ? { ...freed, kind: 'narration' } : block;
      }),
    };
  }
  for (const { label, name, title, organisation } of list) {
    const known = next.participants.find(
      (one) => one.label !== label && foldName(one.name) === foldName(name),
    );
    const short = next.participants.find((one) => one.label === label);
    if (known) next = mergeParticipants(next, label, known.label);
    else if (short)
      next = patchParticipant(next, label, {
        name,
        title: short.title || title,
        organisation: short.organisation || organisation,
      });
  }
  return next;
}

/** A list that was read as turns, `T: Ken Tanaka`: at least two in a row near the start, each label's first turn. */
function explainingTurns({ blocks }: ReadResult): [label: string, name: string, at: number][] {
  const seen = new Set<string>();
  let run: [string, string, number][] = [];
  for (const [at, { speaker, text }] of blocks.slice(0, 60).entries()) {
    const fits =
      speaker !== null && [...speaker].length <= 6 && !seen.has(speaker) && entryOf(speaker, text) !== null;
    if (fits) {
      seen.add(speaker);
      run.push([speaker, text, at]);
      continue;
    }
    if (run.length >= 2) return run;
    run = [];
    if (speaker !== null) seen.add(speaker);
  }
  return run.length >= 2 ? run : [];
}

/** The name, and what is said of the person beside it; null for what is no name, or no longer than the label. */
function entryOf(label: string, words: string): Abbreviation | null {
  const cells = words
    .trim()
    .split(/\t+|\s[|–—]\s|｜/u)
    .map((cell) => cell.trim());
  const [first = '', ...more] = cells;
  if (first === '' || /[.。!?！？]$/u.test(first) || first.includes('\n')) return null;
  const { name, role, organisation } = splitLabel(first);
  if ([...foldName(name)].length <= [...foldName(label)].length) return null;
  const surname = /^\p{Lu}[\p{L}\p{M}'’-]{2,24}$/u.test(name);
  if (latinName(name) === null && japaneseName(name) === null && !surname) return null;
  const [post = '', place = ''] = more.filter((cell) => cell !== '' && foldName(cell) !== foldName(label));
  return { label, name, title: role || post, organisation: organisation || place };
}
