import { KANJI, OLD_KANJI } from './kanji.ts';

/** Text as analysis sees it, and where each unit of it stands in the text as stored. */
export interface Folded {
  readonly text: string;
  /** Start in the original of the folded unit at `index`, UTF-16; `startAt(text.length)` is the original's length. */
  startAt(index: number): number;
  /** End in the original of the folded unit at `index`. */
  endAt(index: number): number;
}

/**
 * Folds width (NFKC: ＡＢＣ, ｶﾅ), case, the several shapes of apostrophe and hyphen, and of Japanese what is written in
 * two ways: iteration marks (人々 = 人人), dashes for the long vowel, ヴァ = バ, and old or variant kanji (髙 = 高).
 * Characters that nobody sees (zero-width spaces and joiners, soft hyphens, variation selectors, marks of direction) fall
 * away, each counted to the character before it.
 * Storage is never touched (ARCHITECTURE, law 4); the positions lead back to it. Folding goes character by character,
 * looking no further than the neighbours, so that a text folds alike wherever it was cut.
 */
export function fold(original: string): Folded {
  if (ASCII.test(original) || isPlainJapanese(original)) return new InPlace(original.toLowerCase());
  const japanese = JAPANESE.test(original);
  const quick = foldUnits(original);
  // Most text only changes case: unit n of the one is unit n of the other.
  if (!japanese && quick.length === original.length && isCanonical(original)) return new InPlace(quick);
  const parts = clustersOf(original);
  if (japanese) foldJapanese(parts);
  return new Moved(parts, original.length);
}

/** Text whose units stand where they stood. */
class InPlace implements Folded {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  startAt(index: number): number {
    return Math.min(index, this.text.length);
  }

  endAt(index: number): number {
    return Math.min(index + 1, this.text.length);
  }
}

/** Text of which units came, went or moved. */
class Moved implements Folded {
  readonly text: string;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #length: number;

  constructor(parts: readonly Part[], length: number) {
    let text = '';
    for (const { folded, start, end } of parts) {
      text += folded;
      for (let unit = 0; unit < folded.length; unit++) {
        this.#starts.push(start);
        this.#ends.push(end);
      }
    }
    this.text = text;
    this.#length = length;
  }

  startAt(index: number): number {
    return this.#starts[index] ?? this.#length;
  }

  endAt(index: number): number {
    return this.#ends[index] ?? this.#length;
  }
}

/** The folded text alone. */
export function foldText(original: string): string {
  return fold(original).text;
}

/**
 * A text as names are compared: folded, and besides without accents (Müller, Muller) and without marks that stand over any
 * letter (O̶sei). Positions lead back to the text as stored.
 */
export function foldForNames(original: string): Folded {
  const folded = fold(original);
  const text = withoutAccents(folded.text);
  if (!MARK.test(text)) {
    return { text, startAt: (index) => folded.startAt(index), endAt: (index) => folded.endAt(index) };
  }
  const kept: number[] = [];
  for (let at = 0; at < text.length; at++) if (!MARK.test(text.charAt(at))) kept.push(at);
  return {
    text: kept.map((at) => text.charAt(at)).join(''),
    startAt: (index) => folded.startAt(kept[index] ?? text.length),
    // Marks that fell away belong to the letter before them.
    endAt: (index) => folded.endAt((kept[index + 1] ?? text.length) - 1),
  };
}
/** A mark that belongs to no script of its own, as those of kana do. */
const MARK = /[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]/;

/** A name alone, folded as `foldForNames` does it, and katakana as hiragana: what it is compared by as a whole. */
export function foldWholeName(name: string): string {
  return foldForNames(name).text.replaceAll(/[\u30A1-\u30F6\u30FD\u30FE]/g, (kana) =>
    String.fromCharCode(kana.charCodeAt(0) - 0x60),
  );
}

/** Unit by unit, so that no place moves. */
function withoutAccents(text: string): string {
  return text.replaceAll(
    /[\u00E0-\u024F\u1E00-\u1EFF]/g,
    (letter) => PLAIN[letter] ?? letter.normalize('NFD')[0] ?? letter,
  );
}

/** Letters that are no letter with a mark to Unicode, and to whoever types a name without them. */
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ı: 'i', ð: 'd' };

/** A character with its marks, folded by itself, and where it stands; what takes in its neighbour ends after it. */
interface Part {
  folded: string;
  start: number;
  end: number;
}

/** A character with the marks that belong to it; half-width kana carry their voicing as a character of its own. */
const CLUSTER = /[\s\S][\p{M}\p{Default_Ignorable_Code_Point}\uFF9E\uFF9F]*/gu;
/** What shows nothing by itself. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;
const IGNORABLES = /\p{Default_Ignorable_Code_Point}+/gu;

function clustersOf(original: string): Part[] {
  const parts: Part[] = [];
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    const folded = ASCII.test(cluster) ? cluster : cluster.replaceAll(IGNORABLES, '').normalize('NFKC');
    parts.push({ folded: foldUnits(folded), start: index, end: index + cluster.length });
  }
  return parts;
}

/**
 * By unit: 1 = it stays as it is wherever it stands, but for case: ASCII, kana, kanji and their punctuation, without old
 * kanji, marks, and what may be a long vowel.
 */
const STAYS = new Uint8Array(0x1_00_00);
for (const [first, last] of [
  [0x00, 0x7f],
  [0x30_01, 0x30_02],
  [0x30_0c, 0x30_0f],
  [0x30_41, 0x30_96],
  [0x30_a1, 0x30_fc],
  [0x4e_00, 0x9f_ff],
] as const)
  STAYS.fill(1, first, last + 1);
for (const character of `-~ヴ${OLD_KANJI}`) STAYS[character.charCodeAt(0)] = 0;

/** Whether nothing but case is folded of a text: most Japanese is written so. */
function isPlainJapanese(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (STAYS[text.charCodeAt(at)] === 0) return false;
  return true;
}

function isCanonical(text: string): boolean {
  return ASCII.test(text) || (text.normalize('NFKC') === text && !IGNORABLE.test(text));
}
const ASCII = /^[\x00-\x7F]*$/;

function foldUnits(text: string): string {
  const lower = text.toLowerCase();
  return SHAPES.test(lower) ? lower.replace(SHAPE, (shape) => SHAPE_OF[shape] ?? shape) : lower;
}

const SHAPE_OF: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‛': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  // Lower-casing picks the final sigma by its neighbours; one shape for both keeps words findable.
  ς: 'σ',
};
const SHAPES = /[‘’‛ʼ“”‐‑‒–—―−ς]/;
const SHAPE = /[‘’‛ʼ“”‐‑‒–—―−ς]/g;

/** Something that is folded by Japanese rules stands in the text. */
const JAPANESE = new RegExp(
  `[々〻ゝゞヽヾヴｳ${OLD_KANJI}]|[\\u30A1-\\u30FA\\uFF66-\\uFF9F][-‐‑‒–—―−－~～〜]`,
  'u',
);

function foldJapanese(parts: Part[]): void {
  for (const [at, part] of parts.entries()) {
    const before = parts[at - 1]?.folded ?? '';
    const after = parts[at + 1];
    switch (part.folded) {
      case '々':
      case '〻': {
        // 部分々々: as many characters as there are marks.
        let marks = 1;
        while (parts[at + marks]?.folded === part.folded) marks++;
        const repeated = parts[at - marks]?.folded ?? '';
        if (!isKanji(repeated)) break;
        for (let mark = 0; mark < marks; mark++) {
          const meant = parts[at - marks + mark]?.folded ?? '';
          if (isKanji(meant)) (parts[at + mark] as Part).folded = meant;
        }
        break;
      }
      case 'ゝ':
      case 'ヽ':
        if (isKana(before)) part.folded = before.normalize('NFD').charAt(0);
        break;
      case 'ゞ':
      case 'ヾ':
        if (isKana(before)) part.folded = `${before.normalize('NFD').charAt(0)}\u3099`.normalize('NFC');
        break;
      case 'ヴ': {
        const voiced = VOICED[after?.folded ?? ''];
        part.folded = voiced ?? 'ブ';
        if (voiced && after) {
          part.end = after.end;
          after.folded = '';
        }
        break;
      }
      case '-':
      case '~':
      case '〜':
        if (
          isKatakana(before) &&
          (isKatakana(after?.folded ?? '') || !/^[\p{L}\p{N}]/u.test(after?.folded ?? ''))
        )
          part.folded = 'ー';
        break;
      default:
        part.folded = KANJI[part.folded] ?? part.folded;
    }
  }
}

const VOICED: Readonly<Record<string, string>> = { ァ: 'バ', ィ: 'ビ', ェ: 'ベ', ォ: 'ボ' };

function isKanji(text: string): boolean {
  return /^\p{Script=Han}$/u.test(text);
}

function isKana(text: string): boolean {
  return /^[\u3041-\u3096\u30A1-\u30FA]$/.test(text);
}

function isKatakana(text: string): boolean {
  return /^[\u30A1-\u30FA]$/.test(text);
}
