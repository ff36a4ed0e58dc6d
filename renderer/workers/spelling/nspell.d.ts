/** The part of nspell that is used here. Its published types bring Node's globals with them. */
declare module 'nspell' {
  interface Dictionary {
    correct(word: string): boolean;
    suggest(word: string): string[];
  }
  export default function nspell(affixes: string, words: string): Dictionary;
}
