import nspell from 'nspell';
// As text: the packages' own entries read files, which a window cannot. Their `exports` name nothing else.
import americanRules from '../../../node_modules/dictionary-en/index.aff?raw';
import americanWords from '../../../node_modules/dictionary-en/index.dic?raw';
import britishRules from '../../../node_modules/dictionary-en-gb/index.aff?raw';
import britishWords from '../../../node_modules/dictionary-en-gb/index.dic?raw';
import { exposeService } from '../expose.ts';

/** British first: the app itself is written so. A word is right where either has it. */
const dictionaries = [nspell(britishRules, britishWords), nspell(americanRules, americanWords)];
/** Enough for a menu. */
const MOST_SUGGESTIONS = 5;

const service = {
  /** Those of the words that are in no dictionary. */
  misspelt: (words: readonly string[]): string[] =>
    words.filter((word) => !dictionaries.some((dictionary) => dictionary.correct(word))),

  /** What a misspelt word may have meant, the likeliest first. */
  suggestions: (word: string): string[] => {
    const found = dictionaries.flatMap((dictionary) => dictionary.suggest(word));
    return [...new Set(found)].slice(0, MOST_SUGGESTIONS);
  },
};
export type SpellingService = typeof service;

exposeService(service);
