const LONG_WORD = /\p{Script=Latin}{5,}|[\p{Script=Han}\p{Script=Katakana}\u30FC]{2,6}/gu;
const PHRASE = /\p{Script=Latin}+(?: \p{Script=Latin}+){2}|[\p{Script=Han}\p{Script=Katakana}\u30FC]{4,10}/u;

/** Two words, and a phrase in quotes, that will find the text they are taken from; absent where it has none. */
export function exampleWords(quote: string): { words?: string; phrase?: string } {
  const words = [...new Set(quote.match(LONG_WORD) ?? [])];
  const [phrase] = quote.match(PHRASE) ?? [];
  return {
    ...(words.length >= 2 ? { words: words.slice(0, 2).join(' ').toLowerCase() } : {}),
    ...(phrase ? { phrase: `"${phrase}"` } : {}),
  };
}
