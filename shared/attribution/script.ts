/** What of a text belongs to a word, for patterns that look for names. */
import { type Part, part } from '../pattern.ts';

export const KATAKANA = /[\p{Script=Katakana}ー]/u;
/** A letter or digit that would make a Latin word go on; a Japanese one beside it does not. */
export const LETTER =
  /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー])[\p{L}\p{N}\p{M}]/u;
/** What stands between the parts of a name. */
export const SEPARATOR: Part = part`[\s\u00B7・,、.=]`;
