/**
 * Whether a paragraph tells what somebody said or did, in the words of the page: `Ms Ito asked whether …`,
 * `伊東氏から…との指摘があった。`. Told by its grammar: the name of somebody of the text as who acts, a verb in the past,
 * and nobody who speaks for themselves. What the verb means matters only where the name stands bare.
 */
import type { Callings, Told } from './callings.ts';
import { hasJapanese } from './scripts.ts';
import { toldInEnglish } from './told-english.ts';
import { toldInJapanese } from './told-japanese.ts';

/** Longer paragraphs are read for themselves. UTF-16 units. */
const LONGEST = 600;
/** Of whom a paragraph tells; null where it may be somebody's own words. */
export function toldIn(text: string, callings: Callings): Told | null {
  if (text.length > LONGEST) return null;
  const bare = withoutQuotes(text);
  if (bare === null) return null;
  return /[。．]$/u.test(bare) ? toldInJapanese(bare, callings) : toldInEnglish(bare, callings);
}

/** Words quoted in passing are left out; null where somebody is quoted at length, or the quotation goes on below. */
function withoutQuotes(text: string): string | null {
  const bare = text.replaceAll(/“[^“”.!?]*”|"[^".!?]*"|「[^「」。！？]*」|『[^『』。！？]*』/gu, (quoted) =>
    hasJapanese(quoted) ? '□' : 'Q',
  );
  return /["“”「」『』]/u.test(bare) ? null : bare;
}
