import { describe, expect, it } from 'vitest';
import { parsePayload } from '#shared/transcript/readers/webvtt.ts';
import { readText, spoken } from './reading.ts';

const vtt = (...blocks: string[]) => readText(['WEBVTT', ...blocks].join('\n\n'), 'talk.vtt');

describe('WebVTT', () => {
  it('reads voices, and makes one turn of what one person says on end', async () => {
    const result = await vtt(
      'NOTE made by hand',
      'STYLE\n::cue { color: red }',
      'REGION\nid:a',
      '1\n00:00:01.000 --> 00:00:03.500\n<v Mira Holt>Who picks</v>',
      '2\n00:00:03.500 --> 00:00:05.000 align:start\n<v Mira Holt>the fruit?</v>',
      '00:00:06.250 --> 00:00:09.000\n<v.loud Ken Abe>Workers &amp; students,\n<i>mostly</i>.',
      '01:00:00.000 --> 01:00:02.000\n<v Mira Holt>Thanks.</v>',
    );
    expect(result.format).toBe('webvtt');
    expect(result.blocks.map(({ speaker, start, end, text }) => [speaker, start, end, text])).toEqual([
      ['Mira Holt', 1, 5, 'Who picks the fruit?'],
      ['Ken Abe', 6.25, 9, 'Workers & students, mostly.'],
      ['Mira Holt', 3600, 3602, 'Thanks.'],
    ]);
    expect(result.headings).toEqual([]);
  });

  it('joins Japanese without a space', async () => {
    const result = await vtt(
      '00:01.000 --> 00:02.000\n<v 早瀬>水位が同じでも、</v>',
      '00:02.000 --> 00:03.000\n<v 早瀬>時間が延びます。</v>',
    );
    expect(spoken(result)).toEqual(['早瀬: 水位が同じでも、時間が延びます。']);
    expect(result.language).toBe('ja');
  });

  it('reads names before a colon, also two in one cue', async () => {
    const result = await vtt(
      '00:01.000 --> 00:02.000\nMira Holt: Is it 10:30?',
      '00:02.000 --> 00:03.000\nKen Abe: Yes.\nMira Holt: Good.',
      '00:03.000 --> 00:04.000\nKen Abe: One thing: pay.',
    );
    expect(spoken(result)).toEqual([
      'Mira Holt: Is it 10:30?',
      'Ken Abe: Yes.',
      'Mira Holt: Good.',
      'Ken Abe: One thing: pay.',
    ]);
  });

  it('does not guess who speaks in a cue without a name', async () => {
    const result = await vtt(
      '00:01.000 --> 00:02.000\nAna Roth: One.',
      '00:02.000 --> 00:03.000\nBo Lindt: Two.',
      '00:03.000 --> 00:04.000\nIs anybody there?',
      '00:04.000 --> 00:05.000\nAna Roth: Three.',
      '00:05.000 --> 00:06.000\nBo Lindt: Four.',
    );
    expect(result.blocks[2]?.speaker).toBeNull();
    expect(result.warnings).toContainEqual({ code: 'cue-unlabelled', params: { count: 1 } });
  });

  it('lets a sentence run on into a cue without a name', async () => {
    const result = await vtt(
      '00:01.000 --> 00:02.000\nAna Roth: We buy from',
      '00:02.000 --> 00:03.000\nthree orchards.',
      '00:03.000 --> 00:04.000\nBo Lindt: Two, now.',
      '00:04.000 --> 00:05.000\nAna Roth: Two.',
    );
    expect(spoken(result)[0]).toBe('Ana Roth: We buy from three orchards.');
  });

  it('keeps the times of the cues inside a turn', async () => {
    const result = await vtt(
      '00:01.000 --> 00:02.000\n<v Ana>Who picks</v>',
      '00:02.000 --> 00:03.500\n<v Ana>the fruit?</v>',
      '00:04.000 --> 00:05.000\n<v 早瀬>摘み手は、</v>',
      '00:05.000 --> 00:06.000\n<v 早瀬>学生です。</v>',
    );
    expect(
      result.blocks.map(({ text, cues }) =>
        cues.map(({ at, start, end }, index) => [text.slice(at, cues[index + 1]?.at), start, end]),
      ),
    ).toEqual([
      [
        ['Who picks ', 1, 2],
        ['the fruit?', 2, 3.5],
      ],
      [
        ['摘み手は、', 4, 5],
        ['学生です。', 5, 6],
      ],
    ]);
  });

  it('reads what Microsoft Stream writes: notes of confidence, GUIDs, no speaker', async () => {
    const guid = (part: number) => `3f1c2a7e-88aa-4d2e-9b1d-0c6f2f1e0a7${part}`;
    const result = await vtt(
      'NOTE duration:"00:00:09.0"',
      'NOTE language:en-us',
      'NOTE Confidence: 0.93',
      `${guid(1)}\n00:00:01.000 --> 00:00:03.000\nThe wells are`,
      'NOTE Confidence: 0.81',
      `${guid(2)}\n00:00:03.000 --> 00:00:05.000\ndry again.`,
    );
    expect(spoken(result)).toEqual(['null: The wells are dry again.']);
    expect(result.blocks[0]?.cues).toHaveLength(2);
  });

  it('tells rolling captions once', async () => {
    const result = await vtt(
      '00:00.000 --> 00:02.000 align:start position:0%\n \nthe<00:00:00.500><c> wells</c>',
      '00:02.000 --> 00:02.010\nthe wells\n ',
      '00:02.010 --> 00:04.000\nthe wells\nare<00:00:02.500><c> dry</c>',
      '00:04.000 --> 00:04.010\nare dry\n ',
      '00:04.010 --> 00:06.000\nare dry\nand<00:00:04.500><c> closed</c>',
    );
    expect(spoken(result)).toEqual(['null: the wells are dry and closed']);
    expect(result.warnings).toContainEqual({ code: 'captions-rolling', params: { count: 4 } });
    expect(result.blocks[0]).toMatchObject({ start: 0, end: 6 });
  });

  it('tells captions once that grow word by word', async () => {
    const result = await vtt(
      '00:00.000 --> 00:01.000\n水位が',
      '00:01.000 --> 00:02.000\n水位が下が',
      '00:02.000 --> 00:03.000\n水位が下がりました。',
      '00:03.000 --> 00:04.000\n水位が下がりました。\nなぜ',
      '00:04.000 --> 00:05.000\nなぜですか。',
    );
    expect(result.blocks.map(({ text }) => text).join('')).toBe('水位が下がりました。なぜですか。');
  });

  it('lets people say the same thing twice', async () => {
    const result = await vtt(
      '00:00.000 --> 00:01.000\nYes.',
      '00:01.000 --> 00:02.000\nYes.',
      '00:02.000 --> 00:03.000\nThe wells are dry.',
      '00:03.000 --> 00:04.000\nWho says so?',
      '00:04.000 --> 00:05.000\nThe farmers do.',
    );
    expect(spoken(result)).toEqual(['null: Yes. Yes. The wells are dry. Who says so? The farmers do.']);
  });

  it('keeps words that an empty line has cut off from their cue', async () => {
    const result = await vtt(
      '00:01.000 --> 00:02.000\n<v Ana>One.</v>',
      'Two.',
      '00:02.000 --> 00:03.000\n<v Ana>Three.',
    );
    expect(spoken(result)).toEqual(['Ana: One.', 'null: Two.', 'Ana: Three.']);
    expect(result.warnings).toContainEqual({ code: 'cue-untimed', params: { count: 1 } });
  });

  it('keeps the words of cues whose times cannot be read', async () => {
    const result = await vtt(
      '99:99 --> later\nAna Roth: Still here.',
      '00:01.000 --> 00:02.000\nAna Roth: Yes.',
    );
    expect(result.blocks.map(({ text }) => text).join(' ')).toBe('Still here. Yes.');
    expect(result.warnings).toContainEqual({ code: 'cue-time-broken', params: { count: 1 } });
  });

  it('survives missing blank lines and a missing end', async () => {
    const result = await readText(
      'WEBVTT\n1\n00:01.000 --> 00:02.000\n<v Ana>One.\n2\n00:02.000 --> 00:03.000\n<v Bo>Two',
      'talk.vtt',
    );
    expect(spoken(result)).toEqual(['Ana: One.', 'Bo: Two']);
  });

  it('is told by its first line, not by the ending of its name', async () => {
    const text = 'WEBVTT - Wells\n\n00:01.000 --> 00:02.000\n<v Ana>One.';
    expect(await readText(text, 'talk.txt')).toMatchObject({ format: 'webvtt', title: 'Wells' });
    expect((await readText(text.replace('WEBVTT', 'WEBVTTX'), 'talk.vtt')).format).not.toBe('webvtt');
  });
});

describe('parsePayload', () => {
  it.each([
    ['a &lt;b&gt; &#x3042;&#12356;&nope; &amp', 'a <b> あい&nope; &'],
    ['<c.loud>x</c> <00:00:01.000>y', 'x y'],
    ['<ruby>水位<rt>すいい</rt></ruby>', '水位（すいい）'],
    ['3 < 4 and <inaudible> words', '3 < 4 and <inaudible> words'],
    ['no end <', 'no end <'],
  ])('%s', (payload, text) => {
    expect(
      parsePayload(payload)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});

describe('Webex', () => {
  it('names the speaker in the identifier of a cue', async () => {
    const result = await vtt(
      '1 "Yumi Hart" (3628400640)\n00:00:00.000 --> 00:00:04.000\nGood morning.',
      '2 "Omar Diallo" (1243400640)\n00:00:04.000 --> 00:00:06.000\nGood morning to you.',
      '3 "Omar Diallo" (1243400640)\n00:00:06.000 --> 00:00:08.000\nWe start with wells.',
    );
    expect(spoken(result)).toEqual([
      'Yumi Hart: Good morning.',
      'Omar Diallo: Good morning to you. We start with wells.',
    ]);
  });
});
