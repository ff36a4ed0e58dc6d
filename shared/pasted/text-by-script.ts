import type { LocalText } from '../model/basics.ts';

/** Words as text of the language that they are in, as far as their script tells. */
export function textByScript(words: string): LocalText {
  if (words === '') return {};
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(words)
    ? { ja: words }
    : { en: words };
}
