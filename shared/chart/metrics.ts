/**
 * How wide text is, without a DOM: the same layout in window, worker and command line. Widths are those of broad
 * interface fonts (Segoe UI, Noto Sans, Source Sans), rounded up: a label may look loose, never be cut.
 */

/** Width of one character in em. */
function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return 0;
  if (code < 0x7f) return LATIN[code - 0x20] ?? 0.6;
  if (isCombining(character)) return 0;
  if (isWide(code)) return 1;
  if (code >= 0xff61 && code <= 0xff9f) return 0.5;
  if (/\p{Lu}/u.test(character)) return 0.72;
  if (/\p{L}/u.test(character)) return 0.62;
  if (/\p{Extended_Pictographic}/u.test(character)) return 1.3;
  return 0.7;
}

/** U+0020 to U+007E. */
const LATIN: readonly number[] = [
  // space ! " # $ % & ' ( ) * + , - . /
  0.28, 0.3, 0.43, 0.65, 0.58, 0.84, 0.8, 0.24, 0.34, 0.34, 0.56, 0.6, 0.28, 0.42, 0.28, 0.42,
  // 0–9 : ; < = > ? @
  0.58, 0.58, 0.58, 0.58, 0.58, 0.58, 0.58, 0.58, 0.58, 0.58, 0.28, 0.28, 0.6, 0.6, 0.6, 0.47, 0.96,
  // A–Z
  0.67, 0.66, 0.66, 0.75, 0.58, 0.55, 0.74, 0.76, 0.36, 0.4, 0.66, 0.55, 0.93, 0.78, 0.8, 0.63, 0.8, 0.66,
  0.58, 0.59, 0.74, 0.64, 0.96, 0.63, 0.61, 0.6,
  // [ \ ] ^ _ `
  0.34, 0.42, 0.34, 0.6, 0.46, 0.6,
  // a–z
  0.57, 0.62, 0.5, 0.62, 0.58, 0.36, 0.62, 0.63, 0.27, 0.29, 0.56, 0.27, 0.95, 0.63, 0.62, 0.62, 0.62, 0.42,
  0.5, 0.39, 0.63, 0.53, 0.82, 0.54, 0.53, 0.5,
  // { | } ~
  0.4, 0.56, 0.4, 0.6,
];

function isCombining(character: string): boolean {
  return /[\p{Mn}\p{Me}\p{Cf}]/u.test(character);
}

/** Characters of full width: kanji, kana, hangul, their punctuation and full-width forms. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

const BOLD = 1.07;

/** Width in the unit of `size`; a kerning-free upper estimate. */
export function textWidth(text: string, size: number, bold = false): number {
  let em = 0;
  for (const character of text) em += widthOf(character);
  return em * size * (bold ? BOLD : 1);
}

/** Line height as a share of the font's size; Japanese needs no more at these sizes. */
export const LINE_HEIGHT = 1.25;

/** Characters that may not begin a line of Japanese (JIS X 4051, the common ones). */
const NO_START =
  /^[、。，．・：；？！）〕］｝〉》」』】ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ％)\]},.:;!?%/-]/u;
/** Characters that may not end one. */
const NO_END = /[（〔［｛〈《「『【([{]$/u;

/** Pieces between which a line may break: words with the space after them, single characters of CJK. */
function pieces(text: string): string[] {
  const result: string[] = [];
  const joins = (before: string, next: string) =>
    NO_START.test(next) ||
    NO_END.test(before) ||
    !(endsWide(before) || startsWide(next) || /[\s-]$/.test(before));
  for (const character of text) {
    const last = result.at(-1);
    if (last !== undefined && (/\s/.test(character) || joins(last, character)))
      result[result.length - 1] = last + character;
    else result.push(character);
  }
  return result;
}

function startsWide(text: string): boolean {
  return isWide(text.codePointAt(0) ?? 0);
}

function endsWide(text: string): boolean {
  const last = [...text].at(-1);
  return last !== undefined && startsWide(last);
}

/**
 * Breaks text into at most `maxLines` lines no wider than `maxWidth`; what does not fit ends in "…".
 * A word wider than a line is cut in the middle.
 */
export function wrapText(
  text: string,
  size: number,
  maxWidth: number,
  maxLines: number,
  bold = false,
): string[] {
  const fits = (line: string) => textWidth(line.trimEnd(), size, bold) <= maxWidth;
  /** With the blanks at their ends: a text that is cut goes on from them. */
  const lines: string[] = [];
  let line = '';
  const queue = pieces(text.trim().replaceAll(/\s+/g, ' '));
  for (let index = 0; index < queue.length; index++) {
    const piece = queue[index] as string;
    if (fits(line + piece)) {
      line += piece;
      continue;
    }
    if (line !== '') {
      lines.push(line);
      line = '';
      index--;
      continue;
    }
    const characters = [...piece];
    let taken = 1;
    while (taken < characters.length && fits(characters.slice(0, taken + 1).join(''))) taken++;
    if (taken >= characters.length) {
      line = piece;
      continue;
    }
    lines.push(characters.slice(0, taken).join(''));
    queue[index] = characters.slice(taken).join('');
    index--;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= maxLines) return lines.map((one) => one.trimEnd());
  const last = lines.slice(maxLines - 1, maxLines + 1).join('');
  return [...lines.slice(0, maxLines - 1).map((one) => one.trimEnd()), cutLine(last, fits)];
}

/** As much of a text as fits with "…" behind it. */
function cutLine(text: string, fits: (line: string) => boolean): string {
  const characters = [...text];
  while (characters.length > 0 && !fits(`${characters.join('').trimEnd()}…`)) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** The least width at which no word has to be cut. */
export function leastWidth(text: string, size: number, bold = false): number {
  return Math.max(0, ...pieces(text).map((piece) => textWidth(piece.trimEnd(), size, bold)));
}

/**
 * How badly a line ends between two pieces, in squared em of uneven lines it is worth. Japanese reads well after a
 * point, a comma or a particle, less well where the script changes, badly inside a word.
 */
function breakCost(before: string, next: string): number {
  const last = [...before.trimEnd()].at(-1) ?? '';
  const first = [...next].at(0) ?? '';
  if (!isWide(last.codePointAt(0) ?? 0) || !isWide(first.codePointAt(0) ?? 0)) return 0;
  if (/[・、。，：；）〕］｝〉》」』】]/u.test(last)) return 0;
  if (/\p{Script=Hiragana}/u.test(first)) return 30;
  if (/\p{Script=Hiragana}/u.test(last)) return 2;
  const scriptOf = (character: string) =>
    /\p{Script=Han}/u.test(character)
      ? 'kanji'
      : /[\p{Script=Katakana}ー]/u.test(character)
        ? 'kana'
        : 'other';
  return scriptOf(last) === scriptOf(first) ? 14 : 7;
}

/**
 * As `wrapText`, with lines of about equal length that end where one reads a pause: no single character is left for
 * the last one, and no word is torn where it can be helped.
 */
export function wrapEvenly(text: string, size: number, maxWidth: number, maxLines: number): string[] {
  const greedy = wrapText(text, size, maxWidth, maxLines);
  const clean = text.trim().replaceAll(/\s+/g, ' ');
  const parts = pieces(clean);
  const count = greedy.length;
  const cut = greedy.join('').replaceAll(' ', '') !== clean.replaceAll(' ', '');
  if (count < 2 || cut || leastWidth(clean, size) > maxWidth) return greedy;
  const target = textWidth(clean, size) / count;
  // best[n]: the best way to set the first n pieces in as many lines as were taken so far.
  interface Way {
    readonly cost: number;
    readonly lines: readonly string[];
  }
  let best: (Way | null)[] = parts.map(() => null);
  best.unshift({ cost: 0, lines: [] });
  for (let taken = 1; taken <= count; taken++) {
    const next: (Way | null)[] = best.map(() => null);
    for (let from = 0; from < parts.length; from++) {
      const before = best[from];
      if (!before) continue;
      let line = '';
      for (let to = from + 1; to <= parts.length; to++) {
        line += parts[to - 1];
        const set = line.trimEnd();
        const width = textWidth(set, size);
        if (width > maxWidth) break;
        const after = parts[to];
        const cost =
          before.cost +
          ((width - target) / size) ** 2 +
          (after === undefined ? 0 : breakCost(parts[to - 1] ?? '', after));
        const known = next[to];
        if (!known || cost < known.cost) next[to] = { cost, lines: [...before.lines, set] };
      }
    }
    best = next;
  }
  const whole = best[parts.length];
  return whole ? [...whole.lines] : greedy;
}
