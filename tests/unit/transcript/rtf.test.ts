import { describe, expect, it } from 'vitest';
import { readTranscript } from '#shared/transcript/registry.ts';
import { spoken } from './reading.ts';

const read = (rtf: string, name = 'talk.rtf') =>
  readTranscript({ name, bytes: Uint8Array.from(rtf, (one) => one.charCodeAt(0)) });

const HEAD =
  '{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset128 MS Mincho;}{\\f2\\fcharset204 Arial;}}';
const talk = (body: string) => `${HEAD}${body}}`;
const three = 'Ana: One.\\par Bo: Two.\\par Ana: Three.\\par ';

describe('RTF', () => {
  it('reads paragraphs, line ends, and characters in every way of writing them', async () => {
    const result = await read(
      talk(
        "Ana: caf\\'e9 \\ldblquote x\\rdblquote\\emdash\\~y\\par\r\nBo: {\\f1 \\'90\\'85\\'88\\'ca}\\u8230? {\\f2 \\'c4\\'e0}\\line \\{ok\\}\\par Ana: \\uc2\\u27700\\'90\\'85x.\\par",
      ),
    );
    expect(result).toMatchObject({ format: 'rtf', encoding: '' });
    expect(spoken(result)).toEqual(['Ana: café “x”—\u00a0y', 'Bo: 水位… Да\n{ok}', 'Ana: 水x.']);
  });

  it('keeps characters beyond the first plane, and halves of them', async () => {
    const result = await read(talk('Ana: \\u-10179?\\u-8704?\\par Bo: \\u-10179?.\\par Ana: x\\par'));
    expect(spoken(result).slice(0, 2)).toEqual(['Ana: 😀', 'Bo: \ud83d.']);
  });

  it('leaves out what is no text: styles, pictures, headers, fields, unknown destinations', async () => {
    const result = await read(
      talk(
        `{\\colortbl;\\red0;}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title No}}{\\header Orchards \\par}{\\*\\unheard of {\\b words}}{\\pict\\wmetafile8 0102ff}{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt Ana}}: One.\\par Bo: Two.\\bin3 abc\\par ${'Ana: Three.'}\\par`,
      ),
    );
    expect(spoken(result)).toEqual(['Ana: One.', 'Bo: Two.', 'Ana: Three.']);
  });

  it('tells of words of running heads, of comments, and of words struck out', async () => {
    const result = await read(
      talk(
        `{\\header Orchard talk, 3 May 2023\\par}{\\footer 3\\par}Ana: One{\\strike  two}.{\\*\\atnid A}{\\*\\annotation Really?}\\par Bo: Two.\\par Ana: Three.\\par`,
      ),
    );
    expect(spoken(result)).toEqual(['Ana: One.', 'Bo: Two.', 'Ana: Three.']);
    expect(result.date).toBe('2023-05-03');
    expect(Object.fromEntries(result.ledger.map(({ part, words }) => [part, words]))).toEqual({
      header: 'Orchard talk, 3 May 2023',
      'struck-out': 'two',
      comment: 'Really?',
    });
  });

  it('knows headings by style and level, turns by table, notes, changes and hidden words', async () => {
    const row = (name: string, words: string) => `\\trowd\\intbl ${name}\\cell ${words}\\cell\\row\r\n`;
    const result = await read(
      talk(
        `{\\stylesheet{\\s1 Title;}{\\s2\\outlinelevel0 heading 1;}}\\pard\\s1 Wells\\par\\pard\\s2 Owners\\par\\pard ${row('Mira Holt', 'Who owns the wells of the valley today?')}${row('Ken Abe', 'Nobody knows{\\footnote See the report.} who {\\deleted never }{\\v secretly }owns them now.')}${row('Mira Holt', 'That is what we feared, and what we heard.')}\\pard\\par`,
      ),
    );
    expect(result).toMatchObject({ title: 'Wells', headings: ['Owners'] });
    expect(spoken(result)).toEqual([
      'Mira Holt: Who owns the wells of the valley today?',
      'Ken Abe: Nobody knows*1 who owns them now.',
      'Mira Holt: That is what we feared, and what we heard.',
      '(*1 See the report.)',
    ]);
    expect(result.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['document-changes']));
    expect(result.ledger).toEqual([
      { part: 'deleted', words: 'never', count: 1 },
      { part: 'hidden', words: 'secretly', count: 1 },
    ]);
  });

  it('reads what is there of a file that is cut, and says so', async () => {
    const result = await read(talk(three).slice(0, -4));
    expect(spoken(result)).toEqual(['Ana: One.', 'Bo: Two.', 'Ana: Three.']);
    expect(result.warnings).toContainEqual({ code: 'file-cut', params: {} });
  });

  it('reads text that is only called RTF as text, and says so', async () => {
    const result = await read('Ana: One.\nBo: Two.\nAna: Three.');
    expect(result.format).toBe('labelled');
    expect(result.warnings).toContainEqual({ code: 'file-misnamed', params: { format: 'rtf' } });
  });

  it.each([
    [
      'RTF without its beginning',
      talk(`\\pard\\plain\\f0\\fs24 ${three}\\pard\\plain`).slice(120),
      'rtf-broken',
    ],
    ['RTF without words', talk('\\par'), 'file-empty'],
    ['nothing', '', 'file-empty'],
    ['groups without end', `{\\rtf1${'{'.repeat(500_000)}`, 'file-hostile'],
  ])('refuses %s', async (_, rtf, code) => {
    await expect(read(rtf)).rejects.toMatchObject({ problem: { code } });
  });

  it('reads megabytes on one line', async () => {
    const result = await read(talk(`Ana: ${"caf\\'e9 \\b x\\b0 ".repeat(150_000)}\\par`));
    expect(result.blocks.length).toBeGreaterThan(10);
  });
});
