import Encoding from 'encoding-japanese';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '#shared/transcript/decode.ts';

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
    ['a PDF', [...'%PDF-1.7 text'].map((one) => one.charCodeAt(0)), 'file-binary'],
    ['a zip', [0x50, 0x4b, 0x03, 0x04, 0x20, 0x20], 'file-binary'],
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
