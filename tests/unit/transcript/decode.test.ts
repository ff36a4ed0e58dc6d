import Encoding from 'encoding-japanese';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '#shared/transcript/decode.ts';
import { decodeAs, ENCODINGS, firstLines, toWesternBytes } from '#shared/transcript/encodings.ts';
import { encodeAs } from '../../fixtures/encode.ts';

const JAPANESE =
  '司会：それでは始めます。①番の井戸～東側の水位はどうですか。\n早瀬：去年より下がっています。';

function decode(bytes: Uint8Array | readonly number[], name = 'talk.txt') {
  return decodeText({ name, bytes: Uint8Array.from(bytes) });
}

function wide(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const marked = mark ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), littleEndian);
  return bytes;
}

describe('decodeText', () => {
  it.each([
    ['SJIS', 'shift_jis'],
    ['EUCJP', 'euc-jp'],
    ['JIS', 'iso-2022-jp'],
  ] as const)('tells %s by how Japanese it reads', (to, name) => {
    // ① is not in plain ISO-2022-JP.
    const text = to === 'SJIS' ? JAPANESE : JAPANESE.replace('①', '一');
    const bytes = Encoding.convert(
      [...text].flatMap((one) => one.charCodeAt(0)),
      { to, from: 'UNICODE' },
    );
    expect(decode(bytes)).toEqual({ text, encoding: name, warnings: [] });
  });

  it.each([
    [true, true, 'utf-16le'],
    [false, true, 'utf-16be'],
    [true, false, 'utf-16le'],
    [false, false, 'utf-16be'],
  ])('tells UTF-16 (little-endian %s, mark %s)', (littleEndian, mark, encoding) => {
    const text = 'Host: 井戸の話 of wells.\nGuest: Yes 👩🏽‍🌾.';
    expect(decode(wide(text, littleEndian, mark))).toMatchObject({ text, encoding });
  });

  it('gives any Unicode text back, with and without a mark, line ends aside', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.boolean(), (text, mark) => {
        fc.pre(text.trim() !== '' && !/[\u0000-\u001f\uFFFD-\uFFFF]/.test(text));
        const bytes = new TextEncoder().encode(mark ? `\uFEFF${text}` : text);
        expect(decode(bytes).text).toBe(text);
      }),
    );
  });

  it('keeps composed and decomposed characters as they are', () => {
    const text = 'Rene\u0301: か\u3099 and \u00e9, が';
    expect(decode(new TextEncoder().encode(text)).text).toBe(text);
  });

  it('keeps halves of characters, control characters and a stray NUL as they are', () => {
    const text = 'Ana: a\ud83d b\udc00.\nBo: tab\tbell\u0007 and more words than one.';
    for (const little of [true, false]) {
      const { text: read, warnings } = decode(wide(text, little, true));
      expect(read).toBe(text);
      expect(warnings).toEqual([{ code: 'encoding-damaged', params: { count: 2 } }]);
    }
    const odd = 'Ana: a stray \u0000 in the middle.\u000b\u000cBo: Yes.';
    expect(decode(new TextEncoder().encode(odd))).toEqual({ text: odd, encoding: 'utf-8', warnings: [] });
  });

  it('tells Japanese UTF-16 without a mark, with ideographic spaces and a cut last character', () => {
    const text = `　${'早瀬：この農園では、水位が毎年のように下がっています。'.repeat(40)}\n　松原：はい。`;
    for (const little of [true, false]) {
      const encoding = little ? 'utf-16le' : 'utf-16be';
      expect(decode(wide(text, little, false))).toEqual({ text, encoding, warnings: [] });
      const cut = decode(wide(text, little, false).slice(0, -1));
      expect(cut).toMatchObject({ encoding, text: `${text.slice(0, -1)}\ufffd` });
      expect(cut.warnings).toEqual([{ code: 'encoding-damaged', params: { count: 1 } }]);
    }
  });

  it('uses the encoding that a person has chosen, whatever the bytes look like', () => {
    const bytes = new TextEncoder().encode('é');
    expect(decodeText({ name: 'a.txt', bytes }, 'windows-1252').text).toBe('Ã©');
    expect(decodeText({ name: 'a.txt', bytes }, 'utf-8').text).toBe('é');
    const cyrillic = Uint8Array.from([0xc4, 0xe0, 0x2e]);
    expect(decodeText({ name: 'a.txt', bytes: cyrillic }, 'windows-1251').text).toBe('Да.');
  });

  it('offers only encodings that can be decoded', () => {
    for (const encoding of ENCODINGS)
      expect(decodeAs(new Uint8Array(), encoding)).toMatchObject({ text: '' });
  });

  it('turns CRLF and CR into LF', () => {
    expect(decode(new TextEncoder().encode('a\r\nb\rc\n')).text).toBe('a\nb\nc\n');
  });

  it('reads Western bytes as windows-1252 and says that it is a guess', () => {
    const bytes = [...'Zo']
      .map((one) => one.charCodeAt(0))
      .concat([0xeb, 0x3a, 0x20, 0x93, 0x4e, 0x6f, 0x94, 0x20, 0x97]);
    expect(decode(bytes)).toEqual({
      text: 'Zoë: “No” —',
      encoding: 'windows-1252',
      warnings: [{ code: 'encoding-guessed', params: { encoding: 'windows-1252' } }],
    });
  });

  it('reads English that was typed on a Japanese machine', () => {
    const text = 'Holt: “No”, and that’s it…';
    const bytes = Encoding.convert(
      [...text].map((one) => one.charCodeAt(0)),
      { to: 'SJIS', from: 'UNICODE' },
    );
    expect(decode(bytes)).toMatchObject({ text, encoding: 'shift_jis' });
  });

  it('reads UTF-8 that was cut off in the middle of a character, and says so', () => {
    const bytes = new TextEncoder().encode(JAPANESE);
    const { encoding, warnings } = decode(bytes.slice(0, bytes.length - 1));
    expect(encoding).toBe('utf-8');
    expect(warnings).toEqual([{ code: 'encoding-damaged', params: { count: 1 } }]);
  });

  it.each([
    ['nothing', [], 'file-empty'],
    ['a byte order mark alone', [0xef, 0xbb, 0xbf], 'file-empty'],
    ['blanks', [0x20, 0x0a, 0xe3, 0x80, 0x80], 'file-empty'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'file-binary'],
    ['gzip', [0x1f, 0x8b, 0x08, 0x00, 0x20, 0x20], 'file-binary'],
    ['numbers', Array.from({ length: 2000 }, (_, index) => (index * 7919) % 256), 'file-binary'],
    ['zeros', Array.from({ length: 64 }, () => 0), 'file-binary'],
  ])('refuses %s', (_, bytes, code) => {
    expect(() => decode(bytes)).toThrowError(
      expect.objectContaining({ problem: expect.objectContaining({ code }) }),
    );
  });

  it('never takes random bytes for anything but text or a named problem', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) => {
        try {
          expect(decode(bytes).text).not.toContain('\r');
        } catch (thrown) {
          expect(thrown).toMatchObject({
            problem: { code: expect.stringMatching(/^file-(empty|binary|encoding)$/) },
          });
        }
      }),
    );
  });
});

/** Sentences, by the encodings that are in use for their language. */
const SENTENCES: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    ['shift_jis', 'euc-jp'],
    [
      '早瀬：井戸の水位は毎年のように下がっています。',
      '果樹園で働く人たちの寮を見てきました。',
      '松原　それは難しいと思います。',
      'サプライヤーへの聞き取りを始めました。',
      '灌漑設備',
      '農園労働者支援委員会',
    ],
  ],
  [['shift_jis'], ['ﾏﾂﾊﾞﾗ: ｲﾄﾞﾉﾐｽﾞｶﾞｶﾚﾏｼﾀ｡', 'ﾊﾔｾ: ﾘｮｳｦﾐﾏｼﾀ｡', 'ｸｼﾞｮｳﾏﾄﾞｸﾞﾁ']],
  [['gb18030'], ['果园的井每年都在下降，没有人知道为什么。', '我们已经和工人谈过了。', '灌溉设备']],
  [['big5'], ['果園的井每年都在下降，沒有人知道為什麼。', '我們已經和工人談過了。', '灌溉設備']],
  [
    ['euc-kr'],
    ['과수원의 우물은 해마다 낮아지고 있습니다.', '우리는 노동자들과 이야기를 나누었습니다.', '관개 시설'],
  ],
  [['windows-1251'], ['Анна: Колодцы пересохли.', 'Никто не знает, почему это так.', 'Да, и раньше.']],
  [
    ['windows-1252', 'macintosh'],
    ['Zoë: That’s what “they” said – twice.', 'José: Nobody’s café is open…', 'Bjørn: Größer? Ja.'],
  ],
];

const sentences = fc.constantFrom(...SENTENCES).chain(([encodings, texts]) =>
  fc.record({
    encoding: fc.constantFrom(...encodings),
    lines: fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 30 }),
  }),
);

function encoded(text: string, encoding: string): Uint8Array | null {
  return encoding === 'windows-1252' ? toWesternBytes(text) : encodeAs(text, encoding);
}

describe('encodings that nothing but the text tells', () => {
  it('are read right, or with a warning', () => {
    fc.assert(
      fc.property(
        sentences,
        fc.nat(),
        fc.integer({ min: 3, max: 900 }),
        ({ encoding, lines }, from, length) => {
          const all = [...lines.join('\n')];
          const start = from % all.length;
          const text = all.slice(start, start + length).join('');
          const bytes = encoded(text, encoding);
          fc.pre(bytes !== null && /[^\u0000-\u007f]/.test(text) && text.trim() !== '');
          try {
            const read = decode(bytes ?? []);
            if (read.warnings.length === 0) expect(read).toMatchObject({ text });
          } catch (thrown) {
            expect(thrown).toMatchObject({ problem: { code: 'file-encoding' } });
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  it('are read right where there are several lines', () => {
    for (const [encodings, texts] of SENTENCES)
      for (const encoding of encodings) {
        const text = texts.join('\n').repeat(3);
        const bytes = encoded(text, encoding);
        // Kanji that an encoding lacks are another matter.
        if (bytes) expect(decode(bytes)).toMatchObject({ text, encoding });
      }
  });

  it('are UTF-16 without a mark, even where not a byte is zero', () => {
    const text = '寮は混み合い、母国語で書かれた契約書がありませんでした。';
    for (const little of [true, false]) expect(decode(wide(text, little, false)).text).toBe(text);
  });

  it('are told only where there is a line to tell them by', () => {
    const bytes = encodeAs('森田', 'shift_jis') ?? new Uint8Array();
    expect(decode(bytes).warnings.map(({ code }) => code)).toEqual(['encoding-guessed']);
  });
});

describe('text that was garbled before it was saved', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  const wrongly = (text: string, encoding: string) => decodeAs(utf8(text), encoding).text;

  it.each([JAPANESE, 'Zoë: That’s what “they” said.', 'José: Yes.', '왕: 네, 동의합니다.', 'Анна: Да.'])(
    'is decoded back: %s',
    (text) => {
      const once = wrongly(text, 'windows-1252');
      expect(decode(utf8(once))).toEqual({
        text,
        encoding: 'utf-8',
        warnings: [{ code: 'text-encoded-twice', params: {} }],
      });
      expect(decode(utf8(wrongly(once, 'windows-1252'))).text).toBe(text);
    },
  );

  it('is decoded back from Shift_JIS, too, and told where a character is lost', () => {
    const text = '井戸の水は、あいうえ。';
    const garbled = wrongly(text, 'shift_jis');
    const { text: read, warnings } = decode(utf8(garbled));
    if (garbled.includes('\ufffd')) expect(warnings.map(({ code }) => code)).toContain('text-garbled');
    else expect(read).toBe(text);
    const western = decodeAs(encodeAs(text, 'shift_jis') ?? new Uint8Array(), 'windows-1252').text;
    expect(decode(utf8(western)).text).toBe(text);
  });

  it('is told where only a part of it is', () => {
    const part = `Ana: It was ${wrongly('Zoë’s café', 'windows-1252')}.\n早瀬：はい。`;
    expect(decode(utf8(part))).toMatchObject({ text: part, warnings: [{ code: 'text-garbled' }] });
    expect(decode(utf8('森：??????????\n早瀬：??????')).warnings).toMatchObject([{ code: 'text-garbled' }]);
    expect(decode(utf8('Ana: a \ufffd there.')).warnings).toEqual([
      { code: 'encoding-damaged', params: { count: 1 } },
    ]);
  });

  it('is not found in what is written so', () => {
    for (const text of [
      'CAFÉ… “yes”',
      'Ånd, naïve, Ärger',
      'Æ’s © 2024 – “À côté”',
      'λόγος ÷ ½ ±',
      '🍎👩🏽‍🌾',
      'What???',
    ])
      expect(decode(utf8(text)), text).toEqual({ text, encoding: 'utf-8', warnings: [] });
  });
});

describe('firstLines', () => {
  const sjis = Uint8Array.from(
    Encoding.convert(
      [...`${JAPANESE}\n`.repeat(800)].map((one) => one.charCodeAt(0)),
      { to: 'SJIS', from: 'UNICODE' },
    ),
  );

  it('shows the first lines that hold words, and whether they can be so encoded', () => {
    expect(firstLines(sjis, 'shift_jis', 2)).toEqual({ lines: JAPANESE.split('\n'), damaged: false });
    expect(firstLines(sjis, 'utf-8', 2).damaged).toBe(true);
  });

  it('does not call a file damaged because its beginning ends in the middle of a character', () => {
    expect(firstLines(sjis, 'shift_jis', 10_000).damaged).toBe(false);
    expect(firstLines(sjis, 'shift_jis', 10_000).lines.length).toBeGreaterThan(300);
  });

  it('leaves the tags of a page out', () => {
    const page = new TextEncoder().encode('<html><body>\n<p>Ana: <b>One</b>.</p>');
    expect(firstLines(page, 'utf-8', 5).lines).toEqual(['Ana:  One .']);
  });
});
