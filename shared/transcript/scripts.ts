/** Classes of characters by script: what names and words of Japanese are written in. The one place that says so. */
import { type Part, part, pattern } from '../pattern.ts';

/**
 * Inside of a class: every kanji (all extensions and compatibility ideographs), what stands among kanji in names (々〆ヶヵ),
 * and the selectors that choose a kanji's shape.
 */
export const HAN: Part = part`\p{Script=Han}〆ヶヵ\uFE00-\uFE0F\u{E0100}-\u{E01EF}`;
/** Inside of a class: hiragana with iteration marks. */
export const HIRAGANA: Part = part`\u3041-\u3096\u309D\u309E`;
/** Inside of a class: katakana with the long vowel and iteration marks, without the middle dot. */
export const KATAKANA: Part = part`\u30A1-\u30FA\u30FC-\u30FE\u31F0-\u31FF\uFF66-\uFF9F`;
/** Inside of a class: all that Japanese words are written in, the middle dot and signs such as ㈱ too. */
export const JAPANESE: Part = part`${HAN}\u3041-\u30FF\u31F0-\u31FF\u3200-\u33FF\uFF65-\uFF9F`;

const ANY = pattern(part`[${JAPANESE}]`, 'u');
const FIRST = pattern(part`^[${JAPANESE}]`, 'u');
const LAST = pattern(part`[${JAPANESE}]$`, 'u');

/** Whether kanji or kana stand in the text. */
export function hasJapanese(text: string): boolean {
  return ANY.test(text);
}

/** Whether a text begins with kanji or kana. */
export function startsJapanese(text: string): boolean {
  return FIRST.test(text);
}

/** Whether a text ends in kanji or kana. */
export function endsJapanese(text: string): boolean {
  return LAST.test(text);
}

const UNSEEN = /[\p{Default_Ignorable_Code_Point}\uFEFF]/gu;

/** Without what nobody sees: zero-width characters, soft hyphens, byte order marks, selectors of shapes. */
export function withoutUnseen(text: string): string {
  return text.replaceAll(UNSEEN, '');
}
