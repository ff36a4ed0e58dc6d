import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, spoken } from './reading.ts';

const srt = (text: string) => readText(text, 'talk.srt');
const time = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23).replace('.', ',');

describe('SubRip subtitles', () => {
  it('reads missing numbers, points for commas, missing blank lines and marks of ASS and HTML', async () => {
    const result = await srt(
      [
        '1',
        '00:00:01,000 --> 00:00:03,500',
        '{\\an8}<i>Ana: We begin with</i>',
        'the <font color="#ffffff">dormitories</font>.',
        '',
        '00:00:03,600 --> 00:00:05,000 X1:40 X2:600',
        'Bo: The firm\\Npays.',
        '3',
        '0:00:06.0 --> 0:00:07.5',
        'Ana: Thank you. {sic}',
        '4',
        '00:00:08,000 --> 00:00:09,000',
        'Bo: 2024 <was> hard.',
      ].join('\n'),
    );
    expect(result.format).toBe('srt');
    expect(spoken(result)).toEqual([
      'Ana: We begin with the dormitories.',
      'Bo: The firm pays.',
      'Ana: Thank you. {sic}',
      'Bo: 2024 <was> hard.',
    ]);
    expect(result.blocks.map(({ start, end }) => [start, end])).toEqual([
      [1, 3.5],
      [3.6, 5],
      [6, 7.5],
      [8, 9],
    ]);
  });

  it('keeps two speakers of one subtitle apart', async () => {
    const result = await srt(
      '1\n00:00:01,000 --> 00:00:02,000\n- Who pays?\n- Nobody knows.\n\n2\n00:00:02,000 --> 00:00:03,000\nNot even the mill.\n\n3\n00:00:03,000 --> 00:00:04,000\n-Then ask.\n- We did.',
    );
    expect(spoken(result)).toEqual([
      'null: Who pays?',
      'null: Nobody knows. Not even the mill.',
      'null: Then ask.',
      'null: We did.',
    ]);
  });

  it('leaves a dash alone where no subtitle has two', async () => {
    const result = await srt(
      '1\n00:00:01,000 --> 00:00:02,000\n- and then\n\n2\n00:00:02,000 --> 00:00:03,000\nit rained.',
    );
    expect(result.blocks.map(({ text }) => text)).toEqual(['- and then it rained.']);
  });

  it('joins Japanese without a space and keeps the times inside', async () => {
    const [block] = (
      await srt(
        '1\n00:00:01,000 --> 00:00:02,000\n井戸の水位が\n\n2\n00:00:02,000 --> 00:00:03,000\n下がっています。',
      )
    ).blocks;
    expect(block).toMatchObject({ text: '井戸の水位が下がっています。', start: 1, end: 3 });
    expect(block?.cues).toEqual([
      { at: 0, start: 1, end: 2 },
      { at: 6, start: 2, end: 3 },
    ]);
  });

  it('keeps words whose time is cut short', async () => {
    const result = await srt(
      '1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:03,0 -->\nTwo.\n\n3\n00:00:05,000 --> 00:00:0',
    );
    expect(result.blocks.map(({ text }) => text).join(' ')).toBe('One. Two.');
    expect(result.warnings).toContainEqual({ code: 'cue-time-broken', params: { count: 1 } });
  });

  it('does not double rolling captions', async () => {
    const lines = ['the wells', 'are lower now', 'than they were', 'three years ago', 'and the fees'];
    const cues = lines.map(
      (line, index) =>
        `${index + 1}\n${time(index)} --> ${time(index + 1)}\n${[lines[index - 1], line].filter(Boolean).join('\n')}`,
    );
    const result = await srt(cues.join('\n\n'));
    expect(result.blocks.map(({ text }) => text).join(' ')).toBe(lines.join(' '));
  });

  it('keeps every word in order, and every cue points at its words', async () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const cue = fc.tuple(
      fc.constantFrom('', 'Ana: ', 'Bo: '),
      fc.array(word, { minLength: 1, maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(cue, { minLength: 2, maxLength: 30 }),
        fc.boolean(),
        async (cues, numbered) => {
          const text = cues
            .map(([label, words], index) => {
              const number = numbered ? `${index + 1}\n` : '';
              return `${number}${time(index * 3)} --> ${time(index * 3 + 1)}\n${label}${words.join(' ')}.`;
            })
            .join('\n\n');
          const { blocks } = await srt(text);
          const said = cues.flatMap(([, words]) => words).join(' ');
          const kept = blocks.map((block) => block.text.replace(/(Ana|Bo): /g, '')).join(' ');
          expect(kept.replaceAll('.', '')).toBe(said);
          const starts = blocks.flatMap(({ cues: inside, text: words }) =>
            inside.map(({ at, start }) => [
              start,
              words
                .slice(at)
                .replace(/^(Ana|Bo): /, '')
                .split('.')[0],
            ]),
          );
          expect(starts).toEqual(cues.map(([, words], index) => [index * 3, words.join(' ')]));
        },
      ),
      { numRuns: 150 },
    );
  });
});
