import type { LocalText } from '#shared/model/basics.ts';

/** Words of a pasted table as text of the language that they are in, as far as their script tells. */
export function textOf(words: string): LocalText {
  if (words === '') return {};
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(words)
    ? { ja: words }
    : { en: words };
}
