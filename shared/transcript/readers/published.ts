import { type Caption, findCaptions, labelsOf } from '../captions.ts';
import { isFieldName } from '../labels.ts';
import { listedLines } from '../layout.ts';
import { likelyName } from '../likely-name.ts';
import { PRESENTS } from '../line-looks.ts';
import type { Line } from '../lines.ts';
import { foldName } from '../names.ts';
import { openingsAt as waysOf } from '../openings.ts';
import type { TurnStart } from '../page.ts';
import type { Detection, Reader } from '../reader.ts';
import { splitLabel } from '../roles.ts';
import { readTurns } from '../turns.ts';
import { HONORIFIC, isOpener, japaneseName, latinName } from '../words.ts';

/**
 * The form in which companies publish dialogues: a turn begins with a surname and a space (or a tab, or a wide space),
 * participants stand as caption blocks that interrupt the text, headings stand alone.
 */
export const published: Reader = {
  id: 'published',
  detect(source, options): Detection | null {
    const openings = openingsOf(source.lines);
    const speakers = findSpeakers(source.lines, openings);
    if (!speakers) return null;
    const starts = new Map<Line, TurnStart>();
    let places = 0;
    for (const line of source.lines) {
      if (line.start) places++;
      const start = speakers.turnStart(line);
      if (start) starts.set(line, start);
    }
    const turns = starts.size;
    if (turns < 2) return null;
    const sure = speakers.captions.length > 0 ? 0.2 : 0;
    return {
      starts,
      confidence: 0.3 + sure + 0.4 * Math.min(1, turns / places),
      read: () => {
        const { captions, captionOf, shared, roles } = speakers;
        const titles = new Map([...roles].map(([label, role]) => [label, splitLabel(`${label}（${role}）`)]));
        const outside = 'narration' as const;
        return readTurns(source, options, {
          starts,
          captions,
          captionOf,
          shared,
          titles,
          outside,
          warnings: [],
        });
      },
    };
  },
};

/** The first word or words of a line and what follows them. */
interface Opening {
  readonly label: string;
  readonly rest: string;
  /** More than a plain space parts them: a tab, a wide space, two spaces. */
  readonly wide: boolean;
  /** In brackets behind the name: a post or an organisation. */
  readonly role: string;
  /** `Mr.` or `Dr.` in front, `氏` or `さん` behind. */
  readonly polite: boolean;
}

/** How a line could begin if it began a turn: by one word or several, or by a word that the next is glued to. */
function openingsAt(text: string): Opening[] {
  const head = text.slice(0, 80);
  const openings: Opening[] = [];
  // `早瀬（流域くらし研究所）　…`, `Fujita (Labour Watch) …`: what stands in brackets is no word of the speech.
  const brackets =
    /^([^\s()（）。、,]{1,24})[ \u3000]?[(（]([^()（）。]{1,40})[)）]([\s\u3000]*)(?=\S)/u.exec(head);
  if (brackets) {
    const [whole, name = '', role = '', space = ''] = brackets;
    const label = bare(name);
    const rest = text.slice(whole.length);
    if (isBare(label, rest))
      openings.push({ label, rest, wide: isWide(space), role, polite: label !== name });
  }
  const word = /(\S{1,24})([\s\u3000]+)(?=\S)/uy;
  const courtesy = /^(?:Mr|Mrs|Ms|Dr|Prof)\.\s+(?=\p{Lu})/u.exec(head)?.[0].length ?? 0;
  const polite = courtesy > 0;
  word.lastIndex = courtesy;
  let words = '';
  // `van der Berg` is three words; nobody is announced by more than four.
  for (let count = 0; count < 4; count++) {
    const match = word.exec(head);
    if (!match) break;
    const [, piece = '', space = ''] = match;
    words = words === '' ? piece : `${words} ${piece}`;
    const label = bare(words);
    const rest = text.slice(word.lastIndex);
    if (!isBare(label, rest)) continue;
    openings.push({ label, rest, wide: isWide(space), role: '', polite: polite || label !== words });
  }
  const glued = /^(\p{Lu}[\p{Ll}’]+)(?=\p{Lu}[\p{Ll} ])/u.exec(head);
  if (glued?.[1])
    openings.push({
      label: glued[1],
      rest: text.slice(glued[1].length),
      wide: false,
      role: '',
      polite: false,
    });
  return openings;
}

function bare(label: string): string {
  return ENDS_OF_HONORIFICS.includes(label.at(-1) ?? '') ? label.replace(HONORIFIC, '') : label;
}

/** No honorific ends otherwise: most words are looked at no further. */
const ENDS_OF_HONORIFICS = '氏様ん生君殿';

function isWide(space: string): boolean {
  return space.length > 1 || space !== ' ';
}

function openingsOf(lines: readonly Line[]): Map<Line, Opening[]> {
  const names = new Map(
    lines
      .flatMap(({ text }) => (text.length <= 60 ? labelsOf(text) : []))
      .map((name) => [foldName(name), name]),
  );
  const listed = listedLines(lines);
  const openings = new Map<Line, Opening[]>();
  for (const line of lines) {
    if (line.level > 0 || listed.has(line)) continue;
    const printed = openingsAt(line.text).filter((opening) => !goesOnAsName(line, opening));
    // HARTWELL and 大澤 are Hartwell and 大沢 whom the page presents.
    const found = names.size === 0 ? printed : printed.map((opening) => presented(opening, names));
    const glued = gluedName(line.text, names);
    if (glued !== null && !found.some(({ label }) => label === glued))
      found.push({ label: glued, rest: line.text.slice(glued.length), wide: false, role: '', polite: false });
    // Only the first is looked at where it opens no speech.
    openings.set(line, found.length > 1 ? found.filter((one, at) => at === 0 || opensSpeech(one)) : found);
  }
  return openings;
}

function presented(opening: Opening, names: ReadonlyMap<string, string>): Opening {
  const own = WORDS.test(opening.label) ? names.get(foldName(opening.label)) : undefined;
  return own === undefined ? opening : { ...opening, label: own };
}

/** No mark parts the name and the words: where one does, it is another layout’s. */
function isBare(label: string, rest: string): boolean {
  return !PARTS_BEFORE.includes(label.at(-1) ?? ' ') && !PARTS_BEHIND.test(rest);
}

const PARTS_BEFORE = ':：;；、，。|｜>＞—–―-';
const PARTS_BEHIND = /^(?:[:：;；|｜>＞—–―]|-[ \u3000])/u;

/** `早瀬 徹也 (0:07): …`: a whole name and its mark, of which the surname is a part. */
function goesOnAsName(line: Line, { label }: Opening): boolean {
  return waysOf(line).some(
    (way) =>
      way.separator === 'colon' &&
      way.label.length > label.length &&
      way.label.startsWith(label) &&
      likelyName(way.label) >= PRESENTS,
  );
}

/** A label of words alone; with a colon behind it, it is another layout’s. */
const WORDS = /^[\p{L}\p{M}'’. -]+$/u;

/** `D’AmicoWe should …`: the name of somebody presented, and the words glued to it. */
function gluedName(text: string, names: ReadonlyMap<string, string>): string | null {
  if (names.size === 0) return null;
  for (let length = Math.min(30, text.length - 2); length > 1; length--) {
    if (!/[\p{Lu}\d“"]/u.test(text[length] ?? '')) continue;
    const name = text.slice(0, length);
    // BANKSThe …: in capitals the words begin where a small letter follows.
    if (!/\p{Ll}$/u.test(name) && !/^\p{Lu}[\p{Ll} ’']/u.test(text.slice(length))) continue;
    const own = names.get(foldName(name));
    if (own !== undefined) return name;
  }
  return null;
}

/** What may follow a name in front of a speech: after a plain space, a capital, a digit, a quote or Japanese. */
function opensSpeech({ label, rest, wide }: Opening): boolean {
  if (/^[\u3041-\u9fff]/u.test(label)) return rest.length > 1;
  return wide || /^[\p{Lu}\d“"'‘(「\u3041-\u9fff…]/u.test(rest);
}

interface Speakers {
  readonly captions: readonly Caption[];
  turnStart(line: Line): TurnStart | null;
  captionOf(label: string): Caption | null;
  /** Labels without a caption that only one turn begins with. */
  readonly doubtful: ReadonlySet<string>;
  /** Labels that several people answer to. */
  readonly shared: ReadonlySet<string>;
  /** By label, what stood in brackets behind it; filled as turns are found. */
  readonly roles: ReadonlyMap<string, string>;
}

function findSpeakers(lines: readonly Line[], openings: ReadonlyMap<Line, Opening[]>): Speakers | null {
  // 1. Words that begin lines as a name in front of a speech would.
  const begins = new Map<string, number>();
  const strong = new Map<string, number>();
  const surnames = new Set<string>();
  for (const line of lines) {
    const last = line.text.length <= 60 ? latinName(line.text)?.at(-1) : undefined;
    if (last !== undefined) surnames.add(last);
    if (looksLikeWholeName(line.text)) continue;
    for (const opening of openings.get(line) ?? []) {
      if (!opensSpeech(opening)) continue;
      begins.set(opening.label, (begins.get(opening.label) ?? 0) + 1);
      if (mayBeSurname(opening)) strong.set(opening.label, (strong.get(opening.label) ?? 0) + 1);
    }
  }
  // A given name in front of a surname is no label: `Tallgrass Batteries invited …` is prose about Tallgrass Batteries.
  const weak = new Set<string>();
  for (const { text } of lines) {
    if (text.length > 60) continue;
    const first = latinName(text)?.[0];
    if (first !== undefined && !surnames.has(first)) weak.add(first);
  }
  for (const label of weak) if ((strong.get(label) ?? 0) === 0) begins.delete(label);
  // 2. Captions whose surname is among them; 3. words that recur although no caption explains them.
  const recurring = recurringLabels(lines, openings);
  const isTurnBy = (labels: { has(label: string): boolean }) => (line: Line) =>
    !looksLikeWholeName(line.text) &&
    (openings.get(line) ?? []).some((opening) => opensSpeech(opening) && labels.has(opening.label));
  const named = new Set<string>();
  for (const { text } of lines) {
    if (text.length > 60) continue;
    for (const label of labelsOf(text)) if (begins.has(label)) named.add(label);
  }
  const isTurn = isTurnBy({ has: (label) => named.has(label) || recurring.has(label) });
  const captions = findCaptions(lines, (label) => begins.has(label), isTurn);
  const byLabel = new Map<string, Caption[]>();
  for (const caption of captions) {
    // The likeliest form of the name that the text begins turns with.
    const label = caption.labels.find((one) => begins.has(one));
    for (const one of [label, ...caption.labels.slice(0, 1)]) {
      if (one === undefined || !begins.has(one)) continue;
      const people = byLabel.get(one) ?? [];
      // Two are enough to know that a label tells nobody apart.
      if (people.length < 2 && !people.some(({ name }) => name === caption.name))
        byLabel.set(one, [...people, caption]);
    }
  }
  if (byLabel.size === 0 && recurring.size < 2) return null;

  const inCaption = new Set<Line>();
  for (const { from, to } of captions) for (const line of lines.slice(from, to)) inCaption.add(line);
  const doubtful = new Set<string>();
  if (byLabel.size > 0) {
    // Somebody who speaks once and has no caption: only after the first turn, and only before a sentence's opening.
    let begun = false;
    for (const line of lines) {
      if (inCaption.has(line) || line.level > 0) continue;
      const [opening] = openings.get(line) ?? [];
      if (!opening) continue;
      if (byLabel.has(opening.label)) begun = true;
      else if (
        begun &&
        line.text.length > (opening.polite ? 12 : 40) &&
        mayBeSurname(opening) &&
        !recurring.has(opening.label)
      )
        doubtful.add(opening.label);
    }
  }
  const turnStart = (line: Line): TurnStart | null => {
    if (inCaption.has(line) || TWO_WORDS.test(line.text)) return null;
    for (const opening of openings.get(line) ?? []) {
      const { label, rest, role } = opening;
      if (!opensSpeech(opening)) continue;
      if (!byLabel.has(label) && !recurring.has(label) && !(doubtful.has(label) && mayBeSurname(opening)))
        continue;
      if (role !== '') roles.set(label, role);
      return { speaker: label, rest, start: null };
    }
    return null;
  };
  const roles = new Map<string, string>();
  const shared = new Set([...byLabel].filter(([, people]) => people.length > 1).map(([label]) => label));
  const captionOf = (label: string) => {
    const people = byLabel.get(label) ?? [];
    return people.length === 1 ? (people[0] ?? null) : null;
  };
  return { captions, turnStart, captionOf, doubtful, shared, roles };
}

function looksLikeWholeName(text: string): boolean {
  return text.length <= 60 && (labelsOf(text).length > 0 || TWO_WORDS.test(text));
}

/** `さくら みちる`: two words and nothing else, in kana too. */
const TWO_WORDS = /^[\u3041-\u9fff々]{1,4}[ \u3000][\u3041-\u9fff々]{1,5}(?:[ \u3000]?氏)?$/u;

/** How likely a word must be a name to be one in front of a speech. */
const MAY_BE_NAME = 0.4;

/** A capitalised word in front of a sentence's opening, e.g. `Morita Sharing what …`, that opens no sentence itself. */
function mayBeSurname({ label, rest, wide }: Opening): boolean {
  if (isFieldName(label)) return false;
  if (/^[\u3041-\u9fff]/u.test(label)) {
    return (
      (japaneseName(label) !== null || likelyName(label) >= MAY_BE_NAME) &&
      (wide || rest.length > 8) &&
      /[\u3041-\u3096]/u.test(rest.slice(0, 40))
    );
  }
  if (!/^\p{Lu}[\p{Ll}’'-]+\p{Ll}$/u.test(label) || isOpener(label)) return false;
  if (latinName(`${label} ${label}`) === null) return false;
  // A guest's name before Japanese words; `Google は …` is prose.
  if (/^[\u3041-\u9fff「]/u.test(rest)) return !/^[はがのをにでとも]/u.test(rest);
  const next = /^\S+/u.exec(rest.slice(0, 40))?.[0] ?? '';
  if (!/^[“"'‘]?\p{Lu}/u.test(next)) return false;
  return wide || isOpener(next) || /^\p{Lu}\p{Ll}+ing$/u.test(next);
}

/**
 * Labels that no caption explains: they begin at least two paragraphs, and what follows them opens a sentence. So
 * `NEC Corporation …` again and again is not taken for somebody called NEC.
 */
function recurringLabels(lines: readonly Line[], openings: ReadonlyMap<Line, Opening[]>): Set<string> {
  const counts = new Map<string, { all: number; fitting: number; polite: number }>();
  for (const line of lines) {
    const [opening] = openings.get(line) ?? [];
    if (!opening || looksLikeWholeName(line.text)) continue;
    // A Japanese name and a wide space begin a turn in the middle of a paragraph too.
    if (!line.start && !(opening.wide && japaneseName(opening.label) !== null)) continue;
    const count = counts.get(opening.label) ?? { all: 0, fitting: 0, polite: 0 };
    count.all++;
    if (mayBeSurname(opening)) count.fitting++;
    if (opening.polite) count.polite++;
    counts.set(opening.label, count);
  }
  return new Set(
    [...counts]
      .filter(([, { all, fitting, polite }]) => {
        if (polite === all) return all >= 2 && fitting >= 1 && fitting >= all * 0.5;
        return fitting >= 2 && fitting >= all * 0.6;
      })
      .map(([label]) => label),
  );
}
