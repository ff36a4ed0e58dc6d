import type { Analyser, Piece, Word } from './analyser.ts';

/**
 * Scripts whose words no space parts, or not all of them: every two neighbouring characters are a word, and the last
 * one of a run by itself. Finds every word wherever it stands. Japanese has an analyser of its own.
 */
export const bigrams: Analyser = {
  id: 'bigrams',
  script: '\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}',
  joined: true,
  words: (run) => {
    const characters = [...run];
    const words: Word[] = [];
    let start = 0;
    for (const [index, character] of characters.entries()) {
      const term = character + (characters[index + 1] ?? '');
      words.push({ term, surface: term, start, end: start + term.length });
      start += character.length;
    }
    return words;
  },
  pieces: (run) => {
    const characters = [...run];
    const [only] = characters;
    if (characters.length === 1 && only) return [{ term: only, prefix: only }];
    const pieces: Piece[] = [];
    for (let index = 0; index + 1 < characters.length; index++) {
      pieces.push({ term: `${characters[index]}${characters[index + 1]}`, prefix: null });
    }
    return pieces;
  },
};
