import { describe, expect, it } from 'vitest';
import {
  type Marking,
  markNobody,
  markSpeaker,
  marksOf,
  markWords,
  mayBeginWords,
  NO_MARKS,
  walked,
  without,
  wordAt,
} from '../../../renderer/features/dialogues/import/show-marks.ts';

const TEXT = '§ 3 ~ Ana Reyes (ILO) ~~ Thank you.';
const LINE = { number: 3, text: TEXT, role: 'words' } as const;
const selected = (words: string): Marking => {
  const from = TEXT.indexOf(words);
  return { ...NO_MARKS, selection: { line: 3, from, to: from + words.length } };
};
const wordsOf = ({ from, to }: { from: number; to: number }) => TEXT.slice(from, to);

describe('marks in the original', () => {
  it('take the rest of the line for the words, behind post and marks', () => {
    const [one] = markSpeaker(selected('Ana Reyes'), TEXT).shown;
    expect(TEXT.slice(one?.wordsFrom ?? 0)).toBe('Thank you.');
    expect(markSpeaker(selected('Thank you.'), TEXT).shown[0]?.wordsFrom).toBeNull();
  });

  it('are one a line, say where the words begin, and go', () => {
    const marked = markSpeaker(selected('Ana Reyes'), TEXT);
    const twice = markSpeaker({ ...marked, selection: selected('Reyes').selection }, TEXT);
    expect(twice.shown).toHaveLength(1);
    const words = { ...twice, selection: selected('you').selection };
    expect([mayBeginWords(words), mayBeginWords(twice)]).toEqual([true, false]);
    expect(markWords(words, 3, words.selection?.from ?? null).shown[0]?.wordsFrom).toBe(TEXT.indexOf('you'));
    expect(markNobody(twice)).toMatchObject({ shown: [], nobody: [3] });
    expect(without(markNobody(twice), 3)).toMatchObject({ shown: [], nobody: [] });
  });

  it('say what stands in their lines', () => {
    const marked = markSpeaker(selected('Ana Reyes'), TEXT);
    expect(marksOf({ ...marked, nobody: [9] }, (line) => (line === 3 ? TEXT : undefined))).toEqual({
      shown: [{ text: TEXT, nameFrom: 6, nameTo: 15, wordsFrom: 25 }],
      nobody: [],
    });
  });
});

describe('words chosen by the keyboard', () => {
  it('follow one another, and are joined by a further step', () => {
    const first = wordAt(LINE);
    if (!first) throw new Error('a line has words');
    expect(wordsOf(first)).toBe('3');
    const name = walked(first, TEXT, 1, false);
    expect(wordsOf(name)).toBe('Ana');
    const both = walked(name, TEXT, 1, true);
    expect(wordsOf(both)).toBe('Ana Reyes');
    expect(wordsOf(walked(both, TEXT, -1, true))).toBe('Ana');
    expect(wordsOf(walked(both, TEXT, 1, false))).toBe('ILO');
  });

  it('are those under the pointer', () => {
    expect(wordsOf(wordAt(LINE, TEXT.indexOf('eyes')) ?? { from: 0, to: 0 })).toBe('Reyes');
    expect(wordAt({ ...LINE, text: '~~' })).toBeNull();
    const japanese = { number: 1, text: '森：まず監査から', role: 'words' } as const;
    expect(wordAt(japanese)).toEqual({ line: 1, from: 0, to: 1 });
  });
});
