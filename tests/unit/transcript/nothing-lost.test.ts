import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '#shared/model/problem.ts';
import { decodeText } from '#shared/transcript/decode.ts';
import { MOST_LINES_OF_TEXT } from '#shared/transcript/lines.ts';
import { LONGEST_PARAGRAPH } from '#shared/transcript/registry.ts';
import { ReadResult } from '#shared/transcript/result.ts';
import { lost, readFile, readText, sharedMaterial, wordsOf } from './reading.ts';

/** Marks of the layouts, which stand for something and are no words. The digits of a time become its seconds. */
const MARKS = '0123456789:：*#>[]()（）_-=―─—○◎◆君氏【】＜＞';

const word = fc.constantFrom(
  'wells',
  'the',
  'Workers',
  'fees',
  'NOTE',
  '10:30',
  'e.g.',
  '水位',
  '賃金が',
  'café',
  '👩🏽‍🌾',
  'A',
);
const sentence = fc
  .tuple(fc.array(word, { minLength: 1, maxLength: 12 }), fc.constantFrom('.', '?', '。', '', ',', ':', '…'))
  .map(([words, end]) => words.join(' ') + end);
const speaker = fc.constantFrom('Ana', 'Bo Lindt', '早瀬', 'Host', 'van der Berg', 'O’Rourke');
const line = fc.oneof(
  sentence,
  fc.tuple(speaker, sentence).map(([name, words]) => `${name}: ${words}`),
  fc.tuple(speaker, sentence).map(([name, words]) => `${name}：${words}`),
  fc.tuple(speaker, sentence).map(([name, words]) => `${name} The ${words}`),
  fc.tuple(speaker, sentence).map(([name, words]) => `**${name}:** ${words}`),
  fc
    .tuple(
      fc.constantFrom('○委員（早瀬君）', '◎早瀬君', '◆黒岩委員', '○議長', '【早瀬氏】', '【司会】'),
      sentence,
    )
    .map(([label, words]) => `${label}　${words}`),
  fc
    .tuple(fc.constantFrom('――', 'Q1: ', 'A1: ', '>> ', '>> Ana: ', '00:01:05\tAna:\t'), sentence)
    .map((both) => both.join('')),
  fc.constantFrom(
    'Ana Diallo  00:07',
    '0:09 Bo Lindt',
    '〔拍手〕',
    '出席者',
    '有識者：早瀬 みちる',
    '＜当社出席者＞',
    '■取り組み',
  ),
  fc.constantFrom(
    'Ingrid Brandt',
    'Director',
    'Tallgrass SE',
    '早瀬 みちる',
    '主任研究員',
    'What We Heard',
    '## Part',
    '* * *',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const page = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\n\n\n', '\r\n')), { minLength: 1, maxLength: 40 })
  .map((lines) => lines.map(([words, end]) => words + end).join(''));

/** What was read; null where headings stand alone, which are no dialogue and are refused as such. */
async function readPage(text: string): Promise<ReadResult | null> {
  try {
    return await readText(text);
  } catch (thrown) {
    expect(thrown).toMatchObject({ problem: { code: 'file-wordless' } });
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    // Nobody speaks, and no paragraph runs over two lines.
    expect(lines.every((line) => line.length <= 110)).toBe(true);
    return null;
  }
}

describe('whatever is read', () => {
  it('keeps every word: blocks, headings, labels and captions hold all of the text', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (text) => {
        fc.pre(text.trim() !== '' && !/[\u0000-\u0008\u000e-\u001f\uFFFD-\uFFFF]/.test(text));
        fc.pre(!/^WEBVTT/.test(text));
        // Somebody presented twice is one participant.
        fc.pre(text.split('Ingrid Brandt').length < 3 && text.split('早瀬 みちる').length < 3);
        const result = await readPage(text);
        if (result === null) return;
        expect(lost(text, result, MARKS)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps what stands behind a name in Latin letters and is not the name in them', async () => {
    for (const behind of ['The A', 'Secretary General', 'Harbour Trust']) {
      const text = `早瀬 ${behind}\n【司会】　wells.\n【早瀬氏】　wells.\n`;
      expect(lost(text, await readText(text), MARKS)).toEqual([]);
    }
  });

  it('has the shape of a result, and blocks name only its own participants', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (text) => {
        fc.pre(text.trim() !== '' && !/[\u0000-\u0008\u000e-\u001f\uFFFE\uFFFF]/.test(text));
        const result = await readPage(text);
        if (result === null) return;
        ReadResult.parse(result);
        const labels = result.participants.map(({ label }) => label);
        expect(new Set(labels).size).toBe(labels.length);
        for (const { speaker, heading } of result.blocks) {
          if (speaker !== null) expect(labels).toContain(speaker);
          if (heading !== null) expect(result.headings).toContain(heading);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('long and hostile text', () => {
  const MB = 1024 * 1024;

  it.each([
    ['words', 'Workers pay the fees. '],
    ['Japanese', '手数料を返してください。'],
    ['one endless word', 'x'],
    ['colons', 'Ana: '],
    ['names and spaces', 'Ana Bo '],
    ['brackets', '[(<'],
    ['stars', '**'],
    ['tags', '<v '],
    ['blanks', ' \t'],
    ['ampersands', '&amp'],
  ])('reads 5 MB of %s on one line', async (_, piece) => {
    const text = `Start ${piece.repeat(Math.ceil((5 * MB) / piece.length))} end.`;
    const result = await readText(text);
    const size = (words: string) => words.replace(/[\s:：*#>[\]()（）_\-=―─—]/gu, '').length;
    expect(size(wordsOf(result))).toBeGreaterThanOrEqual(size(text));
    for (const block of result.blocks) expect(block.text.length).toBeLessThanOrEqual(LONGEST_PARAGRAPH);
    await readText(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}`);
  });

  it('reads many short lines and many blank ones', async () => {
    const result = await readText(`${'Ana: Yes.\nBo: No.\n'.repeat(50_000)}${'\n'.repeat(500_000)}`);
    expect(result.blocks).toHaveLength(100_000);
  });

  it.each([
    ['minutes', '○参考人（早瀬みちる君）　手数料を返してください。\n'],
    ['marks', '○◆'],
    ['names in brackets', '【早瀬氏】はい。\n【松原部長】そうです。\n'],
    ['open brackets', '【（［'],
    ['interviews', '――なぜですか。\n雨が減りました。\n'],
    ['names on lines of their own', 'Ana Diallo  0:07\nYes.\n'],
    ['chat', '00:00:01\tAna:\tYes.\n'],
    ['subtitles', '00:00:01,000 --> 00:00:02,000\n- Yes.\n- No.\n'],
    ['arrows', '-->\n'],
    ['lists of people', '出席者\n有識者：早瀬 みちる氏（流域くらし研究所）\n'],
    ['chevrons', '>> Yes.\n'],
    ['times', '0:07\n'],
  ])('reads or refuses 5 MB of lines of %s', async (_, piece) => {
    const text = `Start.\n\n${piece.repeat(Math.ceil((5 * MB) / new TextEncoder().encode(piece).length))}`;
    const result = await readText(text).catch((thrown: unknown) => thrown as Error);
    if (result instanceof ProblemError) expect(result.problem.code).toMatch(/^file-too-many/);
    else expect(result).toHaveProperty('blocks.0');
  });

  it('refuses more lines than a week of talk has before it takes them apart, but not as subtitles', async () => {
    await expect(readText('Ana: Yes.\n'.repeat(MOST_LINES_OF_TEXT + 1))).rejects.toMatchObject({
      problem: { code: 'file-too-many-lines', params: { most: MOST_LINES_OF_TEXT } },
    });
    const cue = '00:01.000 --> 00:02.000\n<v Ana>Yes.\n\n';
    const { blocks } = await readText(`WEBVTT\n\n${cue.repeat(MOST_LINES_OF_TEXT / 2 + 1)}`);
    expect(blocks.length).toBeGreaterThan(0);
  });

  it('refuses more text than anybody speaks', async () => {
    await expect(readText('x'.repeat(21 * MB))).rejects.toMatchObject({
      problem: { code: 'file-too-large' },
    });
  });
});

describe('the real transcripts', () => {
  it('are read without a crash, and no word is lost', async (context) => {
    const folder = sharedMaterial('transcripts');
    if (!folder) return context.skip('the shared material is not on this machine');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(folder, name))
      .filter((file) => statSync(file).isFile() && /\.(txt|md|vtt|docx)$/.test(file));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const result = await readFile(file).catch((thrown: unknown) => thrown as Error);
      if (result instanceof Error) expect(result, file).toHaveProperty('problem.code');
      else if (/(?<!\.chat)\.(txt|md)$/.test(file)) {
        // (A chat repeats what stands in brackets behind a name; it is kept once.)
        const { text } = decodeText({ name: file, bytes: new Uint8Array(readFileSync(file)) });
        // Times go into numbers; 氏 and 君 are courtesies; the comma between post and organisation parts two fields.
        expect(lost(text, result, `${MARKS}氏君○•,`), file).toEqual([]);
      }
    }
  });

  it('gives the same turns for the same meeting in every layout', async (context) => {
    const folder = sharedMaterial('transcripts');
    if (!folder) return context.skip('the shared material is not on this machine');
    const turnsOf = async (name: string) =>
      (await readFile(path.join(folder, name))).blocks.map(({ speaker, text }) => `${speaker}: ${text}`);
    const expected = await turnsOf('zoom/acdc_2026-02-05.vtt');
    expect(expected.length).toBeGreaterThan(80);
    for (const name of [
      'cr_only_oldmac.vtt',
      'teams_v_tags_guid_ids.vtt',
      'teams_v_tags_no_ids.utf8bom.crlf.vtt',
      'utf16le_bom.vtt',
    ])
      expect(await turnsOf(`nasty/${name}`), name).toEqual(expected);
    const utf8 = await readFile(path.join(folder, 'ja/kokkai_2025-02-19_sustainability_committee.utf8.txt'));
    const cp932 = await readFile(path.join(folder, 'ja/kokkai_2025-02-19.cp932.crlf.txt'));
    expect(cp932.encoding).toBe('shift_jis');
    expect(cp932.blocks).toEqual(utf8.blocks);
  });
});
