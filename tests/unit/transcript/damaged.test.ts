import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isMessageKey } from '#shared/i18n/index.ts';
import { problemOf } from '#shared/model/problem.ts';
import { readTranscript } from '#shared/transcript/registry.ts';
import { ReadResult } from '#shared/transcript/result.ts';
import { docxOf, goodArchive } from '../../fixtures/bad-input.ts';
import { odtOf } from '../../fixtures/odt.ts';
import { pdfOf, set } from '../../fixtures/pdf.ts';

const TURNS = ['Ana: One.', 'Bo: Two 井戸.', 'Ana: Three.', 'Bo: Four.'];
const utf8 = (text: string) => new TextEncoder().encode(text);

/** One sound file of each format. */
const SOUND: Readonly<Record<string, Uint8Array>> = {
  txt: utf8(TURNS.join('\n')),
  vtt: utf8(`WEBVTT\n\n${TURNS.map((turn, at) => `00:0${at}.000 --> 00:0${at}.900\n${turn}`).join('\n\n')}`),
  srt: utf8(TURNS.map((turn, at) => `${at}\n00:00:0${at},000 --> 00:00:0${at},900\n${turn}`).join('\n\n')),
  html: utf8(`<!DOCTYPE html><html><body>${TURNS.map((turn) => `<p>${turn}</p>`).join('')}</body></html>`),
  rtf: utf8(
    `{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}${TURNS.map((turn) => turn.replace('井戸', '\\u20117?\\u25144?')).join('\\par ')}}`,
  ),
  odt: odtOf(TURNS.map((turn) => `<text:p>${turn}</text:p>`).join('')),
  docx: docxOf(TURNS.map((turn) => `<w:p><w:r><w:t>${turn}</w:t></w:r></w:p>`).join('')),
  pdf: pdfOf([set(TURNS.map((turn) => [turn.replace(/ 井戸/, '')]))]),
};
const FORMATS = Object.keys(SOUND);
const sound = (format: string) => SOUND[format] ?? new Uint8Array();

/** Either a whole result, or a refusal that people can be told about. */
async function resultOrWords(name: string, bytes: Uint8Array): Promise<string> {
  try {
    const result = await readTranscript({ name, bytes });
    ReadResult.parse(result);
    return result.format;
  } catch (thrown) {
    const { code } = problemOf(thrown);
    expect(isMessageKey(`error.${code}`), `error.${code} of ${name}`).toBe(true);
    expect(code, name).not.toBe('unexpected');
    return code;
  }
}

describe('files of every format', () => {
  it.each(FORMATS)('are told by their content, whatever they are called: %s', async (format) => {
    const expected = { txt: 'labelled', vtt: 'webvtt' }[format] ?? format;
    for (const ending of ['bin', ...FORMATS])
      expect(await resultOrWords(`talk.${ending}`, sound(format)), ending).toBe(expected);
  });

  it.each(FORMATS)('cut short, are read as far as they go or refused in words: %s', async (format) => {
    const bytes = sound(format);
    const step = Math.max(1, Math.floor(bytes.length / 60));
    for (let length = 1; length < bytes.length; length += step)
      await resultOrWords(`talk.${format}`, bytes.slice(0, length));
  });

  it.each(FORMATS)('without their beginning, likewise: %s', async (format) => {
    const bytes = sound(format);
    const step = Math.max(1, Math.floor(bytes.length / 60));
    for (let from = 1; from < bytes.length; from += step)
      await resultOrWords(`talk.${format}`, bytes.slice(from));
  });

  it('with bytes changed anywhere, likewise', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...FORMATS),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 }),
        async (format, changes) => {
          const bytes = sound(format).slice();
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          await resultOrWords(`talk.${format}`, bytes);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are read the same on one line, where lines mean nothing', async () => {
    for (const format of ['html', 'rtf', 'odt', 'docx']) {
      const { blocks } = await readTranscript({ name: `talk.${format}`, bytes: sound(format) });
      expect(blocks.map(({ speaker, text }) => `${speaker}: ${text}`)).toEqual(TURNS);
    }
  });
});

describe('a workspace file', () => {
  let archive: Uint8Array;
  beforeAll(async () => {
    archive = await goodArchive();
  });

  it.each(['office.hearken', 'office.docx', 'office.odt', 'office.txt'])(
    'is no transcript, also when it is called %s',
    async (name) => {
      expect(await resultOrWords(name, archive)).toBe('file-workspace');
    },
  );
});
