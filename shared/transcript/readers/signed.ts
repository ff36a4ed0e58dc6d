import { type Caption, labelsOf } from '../captions.ts';
import { creditIn } from '../credits.ts';
import { groupOf } from '../groups.ts';
import { isBullet } from '../headings.ts';
import { identify } from '../identity.ts';
import { countBy, likelySpeaker } from '../judge.ts';
import { labelKey } from '../labels.ts';
import { isBelowWords } from '../layout.ts';
import { likelyName } from '../likely-name.ts';
import type { Line } from '../lines.ts';
import { openingsAt } from '../openings.ts';
import type { TurnStart } from '../page.ts';
import type { Detection, Reader } from '../reader.ts';
import { splitLabel } from '../roles.ts';
import { listedNames, personsIn } from '../roster.ts';
import { readLabelledTurns, readTurns } from '../turns.ts';
import { endsSentence, HONORIFIC, latinName } from '../words.ts';

/** What stands before a name below somebody's words. */
const SIGNATURE =
  /^[―—–-]{1,2}[ \u3000]?(\p{L}[^.。!?！？]{1,80}|\p{L}.{1,80}[^.。!?！？])$|^[(（](\p{L}[^()（）。!?！？]{1,60})[)）]$/u;
/** How likely a name must be to be one. */
const NAME = 0.5;
/** The share of paragraphs that end in a name where words stand above their speakers. */
const MOST = 0.6;

/**
 * Words with their speaker behind them, as quotations and collections of opinions are printed: `— Ana Reyes, Harbour
 * Trust` on the line below, or `（早瀬氏）` at the end.
 */
export const signed: Reader = {
  id: 'signed',
  detect(source, options): Detection | null {
    return detectBelow(source, options) ?? detectBehind(source, options) ?? detectAlone(source, options);
  },
};

const detectBelow: Reader['detect'] = (source, options) => {
  const signatures = signaturesIn(source.lines);
  const ends = source.lines.filter((_, at) => source.lines[at + 1]?.gap ?? true);
  if (signatures.length < 3 || signatures.length < ends.length * MOST) return null;
  const starts = startsAbove(source.lines, signatures);
  return {
    starts,
    confidence: 0.6,
    read: () =>
      readTurns(source, options, {
        starts,
        captions: signatures,
        titles: new Map(),
        outside: 'narration',
        warnings: [],
      }),
  };
};

/** The last lines of paragraphs that name somebody behind a dash. */
function signaturesIn(lines: readonly Line[]): Caption[] {
  const found = candidatesIn(lines);
  const counts = countBy(found, ({ name }) => labelKey(name));
  return found.filter(({ name }) => likelySpeaker(name, counts.get(labelKey(name)) ?? 1) >= NAME);
}

function candidatesIn(lines: readonly Line[]): Caption[] {
  return lines.flatMap((line, at) => {
    // Items of a list stand behind dashes too.
    if (!isBelowWords(lines, at) || SIGNATURE.test(lines[at - 1]?.text ?? '')) return [];
    const [, dashed, bracketed] = SIGNATURE.exec(line.text) ?? [];
    const whole = dashed ?? bracketed;
    if (whole === undefined) return [];
    // `(Pause)`
    if (bracketed !== undefined && likelyName(bracketed) < WHOLE && personsIn(bracketed, null).length === 0)
      return [];
    return [signatureOf(whole, at)];
  });
}

/** What a line says that somebody has signed. */
function signatureOf(whole: string, at: number): Caption {
  const [person] = /[,、，]/u.test(whole) ? [] : personsIn(whole, 'external');
  if (person) return { ...person, from: at, to: at + 1, labels: labelsOf(person.name) };
  const [first = '', ...rest] = whole.split(/[,、，]\s*|\s[|/–—]\s/u).map((piece) => piece.trim());
  const { name: bare, role, organisation: beside } = splitLabel(first);
  const name = bare === '' ? first : bare;
  const organisation = rest.at(-1) ?? beside;
  const title = rest.length > 0 ? [role, ...rest.slice(0, -1)].filter((one) => one !== '').join(', ') : role;
  return { from: at, to: at + 1, name, title, organisation, labels: [name, ...labelsOf(name)] };
}

/** Each signature's words: the lines above it, up to the one before or to a blank line. */
function startsAbove(lines: readonly Line[], signatures: readonly Caption[]): Map<Line, TurnStart> {
  const starts = new Map<Line, TurnStart>();
  for (const { from, name } of signatures) {
    let at = from - 1;
    while (at > 0 && lines[at] && !lines[at]?.gap) at--;
    const first = lines[at];
    if (first) starts.set(first, { speaker: name, rest: first.text, start: null });
  }
  return starts;
}

/**
 * Names alone on the line below the words, in a text whose last line is one: above words each would stand one turn too
 * late. What stands above the first words is a heading.
 */
const detectAlone: Reader['detect'] = (source, options) => {
  const { lines } = source;
  const last = lines.at(-1);
  if (!last || endsSentence(last.text)) return null;
  const signatures = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    const isAlone =
      line.level === 0 && line.text.length <= 60 && !endsSentence(line.text) && !/[:：]/u.test(line.text);
    const caption = isAlone && before && isSaid(before.text) ? signatureOf(line.text, at) : null;
    return caption && likelyName(caption.name) >= NAME ? [caption] : [];
  });
  const people = new Set(signatures.map(({ name }) => name));
  const isLast = signatures.at(-1)?.to === lines.length;
  if (!isLast || signatures.length < 4 || people.size < 2 || people.size === signatures.length) return null;
  const starts = new Map<Line, TurnStart>();
  // What stands further above the first name than words do above the others introduces the text.
  const [head, ...others] = signatures;
  const most = Math.max(...others.map(({ from: at }, order) => at - (signatures[order]?.to ?? 0)));
  let from = Math.max(0, (head?.from ?? 0) - most);
  for (const { from: at, to, name } of signatures) {
    while (from < at && !isSaid(lines[from]?.text ?? '')) from++;
    const first = lines[from];
    if (!first || from >= at) return null;
    starts.set(first, { speaker: name, rest: first.text, start: null });
    from = to;
  }
  const ends = new Set(signatures.flatMap(({ from: at }) => lines[at] ?? []));
  return {
    starts,
    confidence: 0.9,
    read: () =>
      readTurns(source, options, {
        starts,
        captions: signatures,
        titles: new Map(),
        outside: 'narration',
        warnings: [{ code: 'names-beside', params: {} }],
        ends,
      }),
  };
};

/** A sentence, or more words than a heading has. */
function isSaid(text: string): boolean {
  return endsSentence(text) || text.length > 90;
}

/** A name in brackets or behind a dash, at the end of a line. */
const BEHIND =
  /^(.{8,}?[^\s])[ \u3000]*(?:[(（[［]([^()（）[\]［］]{2,60})[)）\]］]|(?<=[.。!?！？”"」』])[ \u3000]*[―—–]{1,2}[ \u3000]?(\p{L}[^。!?！？]{1,60}))$/u;

/** Most lines end otherwise. */
const MAY_END = /[(（[［][^()（）[\]［］]{2,60}[)）\]］]$|[―—–]{1,2}[ \u3000]?\p{L}[^。!?！？]*$/u;

/** Items and paragraphs that end in the name of whoever said them. */
const detectBehind: Reader['detect'] = (source, options) => {
  const { lines } = source;
  const ending = lines.filter(({ level, text }) => level === 0 && MAY_END.test(text.slice(-62)));
  if (ending.length < 2) return null;
  const known = namesIn(lines);
  const behind = new Map<Line, { label: string; words: string }>();
  for (const line of ending) {
    const found = BEHIND.exec(line.text);
    const [, words = '', inBrackets, behindDash] = found ?? [];
    const label = (inBrackets ?? behindDash ?? '').trim();
    if (label !== '' && !isPresented(words) && isSomebody(label, known)) behind.set(line, { label, words });
  }
  if (behind.size < 2) return null;
  const identities = identify([...behind.values()].map(({ label }) => label));
  const starts = new Map<Line, TurnStart>();
  const ends = new Set<Line>();
  let words = 0;
  for (const [from, to] of itemsOf(lines)) {
    const first = lines[from];
    const signature = behind.get(lines[to - 1] as Line);
    if (!first) continue;
    if (!signature) {
      const credit = ownWords(first);
      if (credit && starts.size > 0) starts.set(first, credit);
      else ends.add(first);
      if (starts.size > 0 && !credit && isBullet(first.text)) words++;
      continue;
    }
    words++;
    const speaker = identities.speakers.get(signature.label) ?? signature.label;
    starts.set(first, { speaker, rest: to - from === 1 ? signature.words : first.text, start: null });
  }
  if (starts.size < 2 || starts.size < words * MOST) return null;
  return {
    starts,
    confidence: 0.5,
    read: () => readLabelledTurns(source, options, starts, identities, [], ends),
  };
};

/** What people whom the text names may be called, by `labelKey`. */
function namesIn(lines: readonly Line[]): Set<string> {
  const names = lines.flatMap(({ text }) => (text.length <= 60 ? labelsOf(text) : []));
  return new Set([...listedNames(lines), ...names.map(labelKey)]);
}

/** `(Tokyo)` is written like `(Cole)`: a single word counts where the text has somebody of that name. */
function isSomebody(label: string, known: ReadonlySet<string>): boolean {
  const likely = likelyName(label);
  return likely >= WHOLE || (likely >= NAME && known.has(labelKey(label)));
}

/** How likely a name must be to be one that nothing else in the text tells. */
const WHOLE = 0.8;

/** What stands in brackets behind a name is where somebody is from. */
function isPresented(words: string): boolean {
  const text = words.trim();
  return (
    HONORIFIC.test(text) || groupOf(text) !== null || likelyName(text) >= NAME || latinName(text) !== null
  );
}

/** Items of lists and paragraphs, from line to line. */
function itemsOf(lines: readonly Line[]): [from: number, to: number][] {
  const items: [number, number][] = [];
  for (const [index, { gap, text, level }] of lines.entries()) {
    const last = items.at(-1);
    const before = lines[index - 1];
    if (
      !last ||
      gap ||
      level > 0 ||
      isBullet(text) ||
      BEHIND.test(before?.text ?? '') ||
      ownWords(lines[index] as Line)
    )
      items.push([index, index + 1]);
    else last[1] = index + 1;
  }
  return items;
}

/** `【当社の考え】…`: the company's answer between the opinions. */
function ownWords(line: Line): TurnStart | null {
  for (const { separator, label, rest } of openingsAt(line)) {
    if ((separator !== 'bracket' && separator !== 'colon') || rest === '') continue;
    const credit = creditIn(label);
    if (credit?.isOwn) return { speaker: credit.label, rest, start: null };
  }
  return null;
}
