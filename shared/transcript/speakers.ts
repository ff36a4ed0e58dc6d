/**
 * Which labels of a text are people, which are the same one, and whom the office already knows. All of it is offered
 * to a person before anything is stored: words under the wrong name are worse than words under none.
 */
import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { Person } from '../model/person.ts';
import { cuesWithin } from './cues.ts';
import { mergeParticipants, patchParticipant, turnsByLabel, withoutSpeakers } from './fixes.ts';
import { isFieldName, parseLabel } from './labels.ts';
import type { ReadBlock, ReadParticipant, ReadResult } from './result.ts';
import { isRole, splitLabel } from './roles.ts';
import { COURTESY, HONORIFIC, isOpener, japaneseName, latinName } from './words.ts';

const NO_KANA_OR_HAN = /^[^\u3005\u3041-\u30ff\u3400-\u9fff]+$/u;
const ACADEMIC = /^(dr|prof|professor)\.?\s+/iu;

/** Names are compared in pairs: each is folded once. Emptied before it grows beyond a text's labels. */
const folds = new Map<string, string>();
const MOST_FOLDS = 20_000;

/** A name as it is compared: width, case, blanks, honorifics, courtesies and the point after an initial aside. */
export function foldName(name: string): string {
  const known = folds.get(name);
  if (known !== undefined) return known;
  if (folds.size >= MOST_FOLDS) folds.clear();
  const folded = fold(name);
  folds.set(name, folded);
  return folded;
}

function fold(name: string): string {
  let folded = name
    .normalize('NFKC')
    .replaceAll(/[\s\u200b\ufeff]+/gu, ' ')
    .trim();
  if (NO_KANA_OR_HAN.test(folded)) {
    folded = folded.replace(COURTESY, '').replace(ACADEMIC, '') || folded;
    return folded
      .toLowerCase()
      .replaceAll(/[.,:;]+/g, ' ')
      .replaceAll(/ +/g, ' ')
      .trim();
  }
  const bare = folded.replace(HONORIFIC, '').trim();
  return (bare === '' ? folded : bare).replaceAll(/[ ・･]+/g, '').toLowerCase();
}

/** Whether words are a whole name, surname and given name, rather than a surname that many people have. */
export function isWholeName(name: string): boolean {
  const plain = name.normalize('NFKC').trim();
  if (NO_KANA_OR_HAN.test(plain)) {
    const words = foldName(plain).split(' ');
    return words.length > 1 && words.every((word) => word.length > 1) && latinName(plain) !== null;
  }
  const bare = plain.replace(HONORIFIC, '').trim();
  return /[ ・]/u.test(bare) || (bare.length >= 4 && japaneseName(bare) !== null);
}

/**
 * Labels that stand once in a text where others recur, and that nothing else presents as a person: no title, no
 * organisation, no whole name, no role. `Note:` and `Example:` are such. Empty where no label recurs.
 */
export function oneOffs(result: ReadResult): string[] {
  const turns = turnsByLabel(result);
  if (![...turns.values()].some((count) => count > 1)) return [];
  return result.participants
    .filter((one) => turns.get(one.label) === 1 && !isPresented(one))
    .map(({ label }) => label);
}

function isPresented({ name, label, title, organisation }: ReadParticipant): boolean {
  const bare = label.normalize('NFKC').trim();
  return (
    title !== '' ||
    organisation !== '' ||
    name !== label ||
    isRole(bare) ||
    isWholeName(bare) ||
    COURTESY.test(bare) ||
    ACADEMIC.test(bare) ||
    /(氏|様|さん|先生)$/u.test(bare)
  );
}

/** A label inside somebody's words that the reader did not take for a speaker, and how often it stands there. */
export interface Latent {
  readonly label: string;
  readonly count: number;
  /** What follows it first. */
  readonly words: string;
}

/** More of them are offered by no text that is a dialogue. */
const MOST_LATENT = 200;

/** Labels that begin a line inside a turn, `Kubo: …`: readers leave one that occurs once in the text; a person decides. */
export function latentLabels({ blocks, participants }: ReadResult): Latent[] {
  const taken = new Set(participants.map(({ label }) => label));
  const found = new Map<string, { label: string; count: number; words: string }>();
  for (const { text } of blocks) {
    for (const { label, rest } of latentLines(text)) {
      if (taken.has(label)) continue;
      const known = found.get(label);
      if (known) known.count++;
      else if (found.size < MOST_LATENT) found.set(label, { label, count: 1, words: rest });
    }
  }
  return [...found.values()];
}

/** A label inside the words is a speaker: turns are cut where it stands, and what follows is theirs. */
export function takeLatent(result: ReadResult, label: string): ReadResult {
  const blocks = result.blocks.flatMap((block): ReadBlock[] => {
    const starts = [...latentLines(block.text)].filter((line) => line.label === label);
    if (starts.length === 0) return [block];
    const pieces: ReadBlock[] = [];
    const add = (speaker: string | null, kind: ReadBlock['kind'], from: number, to: number) => {
      const text = block.text.slice(from, to).trimEnd();
      if (text === '') return;
      const cues = cuesWithin(block.cues, from, from + text.length);
      const start = pieces.length === 0 ? block.start : (cues[0]?.start ?? null);
      pieces.push({ ...block, kind, speaker, text, cues, start, end: cues.at(-1)?.end ?? null });
    };
    add(block.speaker, block.kind, 0, starts[0]?.at ?? 0);
    for (const [index, { at, rest, length }] of starts.entries())
      add(label, 'speech', at + length - rest.length, starts[index + 1]?.at ?? block.text.length);
    const last = pieces.at(-1);
    if (last) pieces[pieces.length - 1] = { ...last, end: block.end };
    return pieces;
  });
  if (blocks.length === result.blocks.length && !blocks.some(({ speaker }) => speaker === label))
    return result;
  const added: ReadParticipant = {
    name: label,
    label,
    title: '',
    organisation: '',
    external: true,
    voice: 'expert',
    kind: 'other',
  };
  return { ...result, blocks, participants: [...result.participants, added] };
}

/** The lines of a text that begin like a turn. */
function* latentLines(text: string): Generator<{ label: string; rest: string; at: number; length: number }> {
  if (!/[:：]/u.test(text)) return;
  let at = 0;
  for (const line of text.split('\n')) {
    const parsed = /^[\p{Lu}\p{Lo}]/u.test(line) ? parseLabel(line) : null;
    if (parsed && parsed.rest !== '' && mayBeName(parsed.label) && line.endsWith(parsed.rest))
      yield { label: parsed.label, rest: parsed.rest, at, length: line.length };
    at += line.length + 1;
  }
}

function mayBeName(label: string): boolean {
  const words = label.split(/\s+/u);
  return (
    label.length <= 30 &&
    words.length <= 4 &&
    !/[.,;、。「」!?！？/]/u.test(label.replaceAll(/\b\p{L}{1,3}\./gu, '')) &&
    !isFieldName(label) &&
    !isOpener(words[0] ?? '')
  );
}

/** Two labels that may be one person. `spelling`: only width, case, blanks or courtesies differ, or a letter. */
export interface Double {
  readonly from: string;
  /** The one that is kept: the fuller name, else the more frequent. */
  readonly into: string;
  readonly why: 'same' | 'part' | 'letter';
}

/** More candidates than this are not compared one by one. */
const MOST_COMPARED = 400;

/**
 * Labels that may be one person: written differently (`same`), a name and a part of it (`part`: `Ito`, `K. Ito`), or
 * apart by one letter where one is rare (`letter`). A part that fits two people is not offered, nor are numbers that
 * differ (`Researcher 1`, `Researcher 2`).
 */
export function doubles(result: ReadResult): Double[] {
  const turns = turnsByLabel(result);
  const count = ({ label }: ReadParticipant) => turns.get(label) ?? 0;
  const found: Double[] = [];
  const groups = new Map<string, ReadParticipant[]>();
  for (const one of result.participants) {
    const key = isWholeName(one.label) ? nameKey(one.label) : foldName(one.label);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const kept: ReadParticipant[] = [];
  for (const group of groups.values()) {
    const [best, ...others] = [...group].sort((a, b) => count(b) - count(a));
    if (!best) continue;
    kept.push(best);
    // Labels alike, but presented as different people: two of one surname.
    for (const other of others) {
      if (!disagree(best, other)) found.push({ from: other.label, into: best.label, why: 'same' });
    }
  }
  if (kept.length > MOST_COMPARED) return found;
  for (const one of kept) {
    const fuller = kept.filter(
      (other) => other !== one && isPartOf(one, other) && !isRole(one.label) && !isRole(other.label),
    );
    const [only] = fuller;
    if (only && fuller.length === 1) {
      if (!disagree(one, only)) found.push({ from: one.label, into: only.label, why: 'part' });
      continue;
    }
    const [alike] = kept.filter((other) => other !== one && isSlip(one.label, other.label));
    if (alike && count(one) * 4 <= count(alike) && !disagree(one, alike))
      found.push({ from: one.label, into: alike.label, why: 'letter' });
  }
  return found;
}

/** Merges what is offered, in any order: where a kept label goes into another one, both go there. */
export function mergeDoubles(result: ReadResult, offered: readonly Double[]): ReadResult {
  const into = new Map(offered.map((one) => [one.from, one.into]));
  return offered.reduce((merged, { from }) => {
    const seen = new Set([from]);
    let goal = into.get(from) ?? from;
    while (into.has(goal) && !seen.has(goal)) {
      seen.add(goal);
      goal = into.get(goal) ?? goal;
    }
    return mergeParticipants(merged, from, goal);
  }, result);
}

/** What the text itself says of two people that cannot be true of one. */
function disagree(one: ReadParticipant, other: ReadParticipant): boolean {
  const organisations = [one.organisation, other.organisation].map(foldName);
  if (organisations[0] !== '' && organisations[1] !== '' && organisations[0] !== organisations[1])
    return true;
  // Both have a whole name, and it is not the same one.
  if (!isWholeName(one.name) || !isWholeName(other.name)) return false;
  return nameKey(one.name) !== nameKey(other.name);
}

/** `Ito` or `K Ito` of `Kenji Ito`; 伊藤 of 伊藤健二. */
function isPartOf(short: ReadParticipant, long: ReadParticipant): boolean {
  const a = foldName(short.label);
  const b = foldName(long.label);
  if (a === '' || a.length >= b.length) return false;
  if (!NO_KANA_OR_HAN.test(a)) {
    return (
      a.length >= 2 &&
      a.length < b.length &&
      b.startsWith(a) &&
      isWholeName(long.label) &&
      !/\d/u.test(b.slice(a.length))
    );
  }
  const few = a.split(' ');
  const many = b.split(' ');
  if (many.length < 2 || /\d/u.test(a + b) || !NO_KANA_OR_HAN.test(b)) return false;
  if (few.length > many.length || a.length >= b.length) return false;
  // The surname stands first or last; a given name alone is what people are called in online meetings.
  if (few.length === 1) return (few[0] ?? '').length > 1 && (few[0] === many.at(-1) || few[0] === many[0]);
  return (
    few.length === many.length &&
    few.every(
      (word, index) => word === many[index] || (word.length === 1 && (many[index] ?? '').startsWith(word)),
    ) &&
    few.some((word, index) => word.length > 1 && word === many[index])
  );
}

/** Whether two labels of seven letters or more are apart by one letter. */
function isSlip(one: string, other: string): boolean {
  const a = foldName(one);
  const b = foldName(other);
  if (Math.min(a.length, b.length) < 7 || Math.abs(a.length - b.length) > 1) return false;
  if (a.replaceAll(/\D/g, '') !== b.replaceAll(/\D/g, '')) return false;
  // `Expert A` and `Expert B` are two.
  if (a.split(' ').at(-1)?.length === 1 || b.split(' ').at(-1)?.length === 1) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let back = 0;
  while (back < Math.min(a.length, b.length) - from && a.at(-1 - back) === b.at(-1 - back)) back++;
  return a.length - from - back <= 1 && b.length - from - back <= 1;
}

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
  const take = (short: string, long: string) => {
    const label = labels.get(foldName(short));
    if (label === undefined) return;
    const entry = entryOf(label, long);
    if (!entry) return;
    const before = found.get(label);
    found.set(label, before === undefined || before?.name === entry.name ? entry : null);
  };
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

/** A person the office knows who may be this participant. */
export interface KnownAs {
  readonly personId: IdOf<'persons'>;
  /** The whole name is the same, nothing speaks against it, and nobody else has it. Else a person decides. */
  readonly sure: boolean;
}

/** Whom the office knows by a name, in either script: made once, asked for every participant. */
export interface Acquaintances {
  readonly whole: ReadonlyMap<string, readonly Person[]>;
  readonly part: ReadonlyMap<string, readonly Person[]>;
}

export function acquaintances(persons: readonly Person[]): Acquaintances {
  const whole = new Map<string, Person[]>();
  const part = new Map<string, Person[]>();
  const add = (map: Map<string, Person[]>, key: string, person: Person) => {
    const list = map.get(key) ?? [];
    if (key !== '' && !list.includes(person)) map.set(key, [...list, person]);
  };
  for (const person of persons) {
    for (const name of [...Object.values(person.name), ...person.aliases]) {
      add(whole, nameKey(name), person);
      for (const piece of piecesOf(name)) add(part, piece, person);
    }
  }
  return { whole, part };
}

/**
 * Persons who may be a participant, the likeliest first. Only one whose whole name (in either script and order) and
 * organisation agree is `sure`; a surname alone never is.
 */
export function knownAs(participant: ReadParticipant, { whole, part }: Acquaintances): KnownAs[] {
  const same = whole.get(nameKey(participant.name)) ?? [];
  const fitting = same.filter((person) => !elsewhere(person, participant));
  const sure = fitting.length === 1 && isWholeName(participant.name) ? fitting[0] : undefined;
  const keys = new Set([...piecesOf(participant.name), nameKey(participant.name)]);
  // Who has another given name is somebody else.
  const perhaps = isWholeName(participant.name)
    ? initialled(participant.name, part)
    : [...keys].flatMap((key) => part.get(key) ?? []);
  const persons = [...new Set([...(sure ? [sure] : []), ...fitting, ...same, ...perhaps])];
  return persons.slice(0, MOST_OFFERED).map((person) => ({ personId: person.id, sure: person === sure }));
}

const MOST_OFFERED = 5;

/** For every participant the person who is surely meant; of two who claim one person, neither is sure. */
export function surelyKnown(result: ReadResult, known: Acquaintances): ReadonlyMap<string, Id> {
  const claims = new Map<Id, string[]>();
  for (const one of result.participants) {
    const first = knownAs(one, known).find(({ sure }) => sure);
    if (first) claims.set(first.personId, [...(claims.get(first.personId) ?? []), one.label]);
  }
  const found = new Map<string, Id>();
  for (const [personId, labels] of claims) {
    const [label] = labels;
    if (label !== undefined && labels.length === 1) found.set(label, personId);
  }
  return found;
}

/** A name whatever the order of its words, as names of both customs are written. */
function nameKey(name: string): string {
  const folded = foldName(name);
  return NO_KANA_OR_HAN.test(folded) ? folded.split(' ').sort().join(' ') : folded;
}

/** What of a name people are also called by: the surname, in either script. */
function piecesOf(name: string): string[] {
  const plain = name.normalize('NFKC').trim();
  const words = plain.replace(HONORIFIC, '').split(/[\s\u3000・]+/u);
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (!NO_KANA_OR_HAN.test(plain)) return [foldName(first)];
  return [foldName(last), foldName(first)].filter((word) => word.length > 1);
}

/** `Kenji Ito` may be the `K. Ito` that is known. */
function initialled(name: string, part: Acquaintances['part']): Person[] {
  const words = foldName(name).split(' ');
  return piecesOf(name)
    .flatMap((piece) => part.get(piece) ?? [])
    .filter((person) =>
      [...Object.values(person.name), ...person.aliases].some((other) => {
        const short = foldName(other).split(' ');
        return (
          short.length === words.length &&
          short.some((word) => word.length === 1) &&
          short.every((word, index) => (words[index] ?? '').startsWith(word))
        );
      }),
    );
}

function elsewhere({ organisation }: Person, participant: ReadParticipant): boolean {
  const known = Object.values(organisation)
    .filter((one) => one !== '')
    .map(foldName);
  if (known.length === 0 || participant.organisation === '') return false;
  const told = foldName(participant.organisation);
  return !known.some((one) => one === told || one.includes(told) || told.includes(one));
}
