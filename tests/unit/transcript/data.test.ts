import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '#shared/transcript/registry.ts';
import { readText, spoken } from './reading.ts';

const TALK = [
  ['Mira Holt', 'Who pays for the season in the north of the valley?'],
  ['Ken Abe', 'The owners pay, all of it, and nobody was asked.'],
  ['Mira Holt', 'That was all I wanted to know about it.'],
] as const;
const expected = TALK.map(([name, words]) => `${name}: ${words}`);
const json = (data: unknown, name = 'talk.json') => readText(JSON.stringify(data), name);

describe('transcripts as data', () => {
  it('reads utterances with speakers and times, in any make', async () => {
    const whisper = {
      text: 'All of it.',
      segments: TALK.map(([speaker, text], at) => ({
        id: at,
        start: at * 3.5,
        end: at * 3.5 + 3,
        text,
        speaker,
      })),
    };
    const milliseconds = {
      utterances: TALK.map(([speaker, text], at) => ({
        speaker,
        text,
        start: at * 40_000,
        end: at * 40_000 + 3_000,
        words: [{ text: 'Who', start: 1, end: 2 }],
      })),
    };
    const nested = {
      a: {
        b: TALK.map(([name, text], at) => ({ user: { name }, startTime: `${at * 4}.000s`, message: text })),
      },
    };
    const lines = TALK.map(([speaker, text]) => JSON.stringify({ speaker, text })).join('\n');
    for (const result of [
      await json(whisper),
      await json(milliseconds),
      await json(nested),
      await readText(lines, 'talk.jsonl'),
    ]) {
      expect(result.format).toBe('data');
      expect(spoken(result)).toEqual(expected);
    }
    expect((await json(milliseconds)).blocks.map(({ start }) => start)).toEqual([0, 40, 80]);
    expect((await json(nested)).blocks.map(({ start }) => start)).toEqual([0, 4, 8]);
  });

  it('reads sentences under the paragraph that names their speaker, and the best alternative', async () => {
    const paragraphs = {
      results: {
        channels: [
          {
            alternatives: [
              {
                transcript: 'x',
                paragraphs: {
                  paragraphs: TALK.map(([, text], at) => ({
                    speaker: at % 2,
                    start: at,
                    end: at + 1,
                    sentences: [{ text, start: at + 0.5, end: at + 1 }],
                  })),
                },
              },
            ],
          },
        ],
      },
    };
    const phrases = {
      recognizedPhrases: TALK.map(([, display], at) => ({
        speaker: (at % 2) + 1,
        offsetInTicks: at * 40_000_000,
        nBest: [{ display }, { display: 'Worse.' }],
      })),
    };
    expect(spoken(await json(paragraphs))).toEqual(
      TALK.map(([, words], at) => `Speaker ${at % 2}: ${words}`),
    );
    const result = await json(phrases);
    expect(spoken(result)).toEqual(TALK.map(([, words], at) => `Speaker ${(at % 2) + 1}: ${words}`));
    expect(result.blocks.map(({ start }) => start)).toEqual([0, 4, 8]);
  });

  it('puts single words together', async () => {
    let at = 0;
    const words = TALK.flatMap(([, text], turn) =>
      (text.match(/[\w’]+|[.,?]/g) ?? []).map((word) => {
        at += 0.4;
        return /\w/.test(word)
          ? {
              type: 'pronunciation',
              start_time: String(at),
              end_time: String(at + 0.3),
              speaker_label: `spk_${turn % 2}`,
              alternatives: [{ content: word }],
            }
          : { type: 'punctuation', alternatives: [{ content: word }] };
      }),
    );
    expect(spoken(await json({ results: { items: words } }))).toEqual(
      TALK.map(([, text], turn) => `spk_${turn % 2}: ${text}`),
    );
  });

  it('reads ASS, SBV and timed text', async () => {
    const ass = `[Script Info]\nTitle: Orchards\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\nComment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,Note\n${TALK.map(([name, words], at) => `Dialogue: 0,0:00:0${at * 3}.00,0:00:0${at * 3 + 2}.50,Default,${name},0,0,0,,{\\an8}${words}`).join('\n')}\n`;
    const sbv = TALK.map(
      ([name, words], at) => `0:00:0${at * 3}.000,0:00:0${at * 3 + 2}.500\n${name}: ${words}\n`,
    ).join('\n');
    const ttml = `<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"><head><metadata><ttm:agent xml:id="a0"><ttm:name type="full">Mira Holt</ttm:name></ttm:agent><ttm:agent xml:id="a1"><ttm:name>Ken Abe</ttm:name></ttm:agent></metadata></head><body><div>${TALK.map(([, words], at) => `<p begin="${at * 3}s" end="00:00:0${at * 3 + 2}.5" ttm:agent="a${at % 2}"><span>${words.slice(0, 8)}</span>${words.slice(8)}</p>`).join('')}</div></body></tt>`;
    for (const [text, name, format] of [
      [ass, 'talk.ass', 'ass'],
      [sbv, 'talk.sbv', 'sbv'],
      [ttml, 'talk.ttml', 'ttml'],
    ] as const) {
      const result = await readText(text, name);
      expect(result.format).toBe(format);
      expect(spoken(result)).toEqual(expected);
      expect(result.blocks.map(({ start }) => start)).toEqual([0, 3, 6]);
    }
  });

  it('reads tables as text, by their titles or by what is in them', async () => {
    const quoted = `Start,Speaker,Text\r\n${TALK.map(([name, words], at) => `00:0${at},${name},"${words} ""Yes"""`).join('\r\n')}\r\n`;
    const result = await readText(quoted, 'talk.csv');
    expect(result.format).toBe('delimited');
    expect(spoken(result)).toEqual(expected.map((turn) => `${turn} "Yes"`));
    expect(result.blocks.map(({ start }) => start)).toEqual([0, 1, 2]);
    const tabs = `話者\t発言\n${TALK.map((row) => row.join('\t')).join('\n')}`;
    expect(spoken(await readText(tabs, 'talk.txt'))).toEqual(expected);
    const bare = [...TALK, ...TALK].map((row) => row.join(';')).join('\n');
    expect(spoken(await readText(bare, 'talk.csv'))).toEqual([...expected, ...expected]);
  });

  it.each([
    [
      'settings',
      JSON.stringify({ theme: 'dark', list: [1, 2, 3], names: [{ name: 'Ana' }] }),
      'a.json',
      'file-is-data',
    ],
    [
      'another XML',
      '<?xml version="1.0"?><project xmlns="urn:x"><a b="1">Words</a></project>',
      'a.xml',
      'file-is-data',
    ],
    [
      'a project',
      '<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0"><Sources/></Project>',
      'a.qde',
      'file-project',
    ],
    ['numbers', 'a,b\n1,2\n3,4\n', 'a.csv', 'file-is-data'],
    [
      'entities',
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a x="1">&b;</a>',
      'a.xml',
      'file-hostile',
    ],
  ])('says of %s what it is', async (_, text, name, code) => {
    await expect(readText(text, name)).rejects.toMatchObject({ problem: { code } });
  });

  it('takes words in brackets for words', async () => {
    for (const text of [
      '[Ana] Who pays?\n[Bo] The owners.\n[Ana] Good.',
      '{Pause}\nAna: Who pays?\nBo: We do.\nAna: Good.',
      '<v Ana> Who pays?\nBo: We do.',
    ])
      expect((await readText(text)).format).not.toBe('data');
  });

  it.each([
    ['a recording', [0x49, 0x44, 0x33, 4, 0, 0], 'file-media'],
    ['a video', [0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d], 'file-media'],
    ['a picture of a phone', [0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63], 'file-image'],
    ['a packed file', [0x1f, 0x8b, 8, 0], 'file-archive'],
    ['a database', [...strToU8('SQLite format 3\0')], 'file-database'],
  ])('says of %s what it is', async (_, bytes, code) => {
    await expect(readTranscript({ name: 'a.bin', bytes: Uint8Array.from(bytes) })).rejects.toMatchObject({
      problem: { code },
    });
  });

  it('tells old Office files and mails by their directory', async () => {
    const ole = (stream: string, inner: string) => {
      const bytes = new Uint8Array(512 * 4);
      const view = new DataView(bytes.buffer);
      bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
      view.setUint16(30, 9, true);
      view.setUint32(48, 1, true);
      view.setUint32(76, 0, true);
      view.setUint32(512 + 4, 0xfffffffe, true);
      for (const [index, name] of ['Root Entry', stream, inner].entries()) {
        const at = 1024 + index * 128;
        for (const [place, unit] of [...name].entries())
          view.setUint16(at + place * 2, unit.charCodeAt(0), true);
        view.setUint16(at + 64, name.length * 2 + 2, true);
        for (const link of [68, 72, 76]) view.setUint32(at + link, 0xffffffff, true);
      }
      view.setUint32(1024 + 76, 1, true);
      view.setUint32(1024 + 128 + 76, 2, true);
      return bytes;
    };
    for (const [stream, inner, code] of [
      ['WordDocument', 'Workbook', 'doc-old'],
      ['Workbook', 'WordDocument', 'xls-old'],
      ['PowerPoint Document', 'x', 'ppt-old'],
      ['__substg1.0_1000001F', 'x', 'mail-outlook'],
      ['EncryptedPackage', 'x', 'file-locked'],
      ['Other', 'x', 'docx-old'],
    ] as const)
      await expect(readTranscript({ name: 'a.docx', bytes: ole(stream, inner) })).rejects.toMatchObject({
        problem: { code },
      });
  });
});
