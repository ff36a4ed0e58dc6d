import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cuesOfPieces, cuesWithin, shiftCues } from '#shared/transcript/cues.ts';
import { LONGEST_PARAGRAPH } from '#shared/transcript/registry.ts';
import { readText } from './reading.ts';

const cue = (at: number, start: number) => ({ at, start, end: start + 1 });

describe('cues', () => {
  it('move with their text', () => {
    expect(shiftCues([cue(0, 1), cue(5, 2)], 3)).toEqual([cue(3, 1), cue(8, 2)]);
  });

  it('of a piece begin with the one that runs where it begins', () => {
    const cues = [cue(0, 1), cue(10, 2), cue(20, 3)];
    expect(cuesWithin(cues, 12, 25)).toEqual([cue(0, 2), cue(8, 3)]);
    expect(cuesWithin(cues, 10, 20)).toEqual([cue(0, 2)]);
    expect(cuesWithin([cue(5, 1)], 0, 5)).toEqual([]);
  });

  it('stay at their words when a text is cut, whatever becomes of the blanks', () => {
    const words = fc.array(fc.stringMatching(/^[a-zあ-ん]{1,6}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), (all, cuts) => {
        const text = all.join(' ');
        let at = 0;
        const cues = all.map((word, index) => {
          const one = cue(at, index);
          at += word.length + 1;
          return one;
        });
        const pieces: string[] = [];
        for (const [index, word] of all.entries()) {
          const last = pieces.at(-1);
          if (last === undefined || cuts[index]) pieces.push(word);
          else pieces[pieces.length - 1] = `${last}\n\n${word}`;
        }
        const found = cuesOfPieces(text, pieces, cues).flatMap((own, piece) =>
          own.map(({ at: place, start }) => [pieces[piece]?.slice(place).split('\n')[0], start]),
        );
        expect(found).toEqual(all.map((word, index) => [word, index]));
      }),
    );
  });

  it('survive the cutting of a turn that is too long to show', async () => {
    const cues = Array.from(
      { length: 2_000 },
      (_, at) =>
        `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}.000 --> ${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}.900\n<v Ana>Sentence number ${at}.</v>`,
    );
    const { blocks } = await readText(`WEBVTT\n\n${cues.join('\n\n')}`, 'talk.vtt');
    expect(blocks.length).toBeGreaterThan(1);
    const said = blocks.flatMap(({ text, cues: own }) => {
      expect(text.length).toBeLessThanOrEqual(LONGEST_PARAGRAPH);
      return own.map(({ at, start }) => [text.slice(at).split('.')[0], start]);
    });
    expect(said).toEqual(cues.map((_, at) => [`Sentence number ${at}`, at]));
  });
});
