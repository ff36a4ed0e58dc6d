import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import cmaps from '#resources/cmaps/japanese.json' with { type: 'json' };
import { readTranscript } from '#shared/transcript/registry.ts';
import { type Printed, pdfOf, set } from '../../fixtures/pdf.ts';
import { spoken } from './reading.ts';

const read = (bytes: Uint8Array, name = 'talk.pdf') => readTranscript({ name, bytes });

async function refusal(bytes: Uint8Array, name = 'talk.pdf'): Promise<unknown> {
  return read(bytes, name).then(
    () => null,
    (thrown) => thrown.problem?.code ?? thrown,
  );
}

describe('PDF', () => {
  it('joins the lines of a paragraph, and keeps turns and headings apart', async () => {
    const bytes = pdfOf([
      [
        { x: 72, y: 800, size: 20, text: 'Wells of the valley' },
        { x: 72, y: 780, size: 14, text: 'Who owns them' },
        ...set([
          [
            'Mira Holt: Nobody in the ministry has told us yet who owns the wells, and',
            'the farmers of the valley ask us every single week what they should do.',
          ],
          ['Ken Abe: We do not know either.'],
          ['Mira Holt: That is the trouble.'],
          ['Ken Abe: It is.'],
        ]),
      ],
    ]);
    const result = await read(bytes);
    expect(result).toMatchObject({ format: 'pdf', encoding: '', title: 'Wells of the valley' });
    expect(result.headings).toEqual(['Who owns them']);
    expect(spoken(result)).toEqual([
      'Mira Holt: Nobody in the ministry has told us yet who owns the wells, and the farmers of the valley ask us every single week what they should do.',
      'Ken Abe: We do not know either.',
      'Mira Holt: That is the trouble.',
      'Ken Abe: It is.',
    ]);
  });

  it('keeps turns apart that stand line under line', async () => {
    const long = 'Ana Roth: This line runs as far to the right as the page lets it, to the edge';
    const result = await read(pdfOf([set([[long, 'Bo Lindt: No.', long, 'Bo Lindt: Yes, it does.']])]));
    expect(spoken(result)).toEqual([long, 'Bo Lindt: No.', long, 'Bo Lindt: Yes, it does.']);
  });

  it('reads Japanese in fonts that the file only names, without spaces between its lines', async () => {
    const first = '早瀬：農園の水位は毎年下がり、働く人の待ち時間が長くなって';
    const result = await read(
      pdfOf([
        set([
          [first, 'いますので、対策を求めます。'],
          ['松原：承知しました。'],
          ['早瀬：お願いします。'],
          ['松原：はい。'],
        ]),
      ]),
    );
    expect(spoken(result)).toEqual([
      '早瀬: 農園の水位は毎年下がり、働く人の待ち時間が長くなっていますので、対策を求めます。',
      '松原: 承知しました。',
      '早瀬: お願いします。',
      '松原: はい。',
    ]);
    expect(result.language).toBe('ja');
  });

  it('reads Japanese in columns, from right to left', async () => {
    const columns = [
      '早瀬：農園の水位は毎年下がり、働く人の待ち時間が長くなって',
      'いますので、対策を「いま」求めます。',
      '松原：承知しました。',
      '早瀬：お願いします。',
      '松原：はい。',
    ];
    const page = columns.map((text, index) => ({ x: 500 - index * 22, y: 780, size: 12, text }));
    const result = await read(pdfOf([page], { vertical: true }));
    expect(spoken(result)).toEqual([
      '早瀬: 農園の水位は毎年下がり、働く人の待ち時間が長くなっていますので、対策を「いま」求めます。',
      '松原: 承知しました。',
      '早瀬: お願いします。',
      '松原: はい。',
    ]);
  });

  it('leaves running heads and page numbers out, says so, and lets a sentence run over the page', async () => {
    const page = (number: number, lines: readonly string[]): Printed[] => [
      { x: 72, y: 815, size: 9, text: `Orchard Talks ${number}` },
      ...set([lines]),
      { x: 290, y: 30, size: 9, text: `- ${number} -` },
    ];
    const result = await read(
      pdfOf([
        page(1, [
          'Ana Roth: The pickers told us that the ladders are old, that nobody looks',
          'after them in winter, and that the harvest was late because of the rain in',
        ]),
        page(2, ['September, which nobody had expected.', 'Bo Lindt: We will buy ladders.']),
        page(3, ['Ana Roth: When?', 'Bo Lindt: In May.']),
        page(4, ['Ana Roth: Thank you.', 'Bo Lindt: Not at all.']),
      ]),
    );
    const text = spoken(result).join('\n');
    expect(text).toContain('because of the rain in September, which nobody had expected.');
    expect(text).not.toMatch(/Orchard Talks|- \d -/);
    const furniture = result.warnings.find(({ code }) => code === 'pdf-furniture');
    expect(furniture?.params.count).toBe(8);
    expect(furniture?.params.words).toContain('Orchard Talks 1');
  });

  it('puts words together that a line’s end has parted, but not those that bear a hyphen', async () => {
    const result = await read(
      pdfOf([
        set([
          [
            'Ana Roth: The owners of the orchards and their neighbours have agreed on a regu-',
            'lation of water, which will be in force from spring, and on a set of self-',
            'imposed limits. The ministry may well say more about this in its long-term',
            'plan. It has been said that nothing but a plan would help us in the long-',
            'term.',
          ],
          ['Bo Lindt: Good.'],
          ['Ana Roth: Yes.'],
        ]),
      ]),
    );
    expect(spoken(result)[0]).toContain('a regulation of water');
    expect(spoken(result)[0]).toContain('self-imposed');
    expect(spoken(result)[0]).toContain('in the long-term.');
    expect(result.warnings.find(({ code }) => code === 'pdf-hyphens')?.params).toEqual({
      count: 1,
      words: 'regulation',
    });
  });

  it('reads columns one after the other', async () => {
    const column = (x: number, name: string, other: string): Printed[] =>
      [
        `${name}: The first column is told`,
        'to its end before the next.',
        `${other}: That is how people read.`,
        `${name}: So we do.`,
      ].map((text, index) => ({ x, y: 700 - index * 14, text }));
    const result = await read(
      pdfOf([[...column(60, 'Ana Roth', 'Bo Lindt'), ...column(320, 'Ana Roth', 'Bo Lindt')]]),
    );
    expect(spoken(result).map((turn) => turn.split(':')[0])).toEqual([
      'Ana Roth',
      'Bo Lindt',
      'Ana Roth',
      'Ana Roth',
      'Bo Lindt',
      'Ana Roth',
    ]);
    expect(spoken(result)[0]).toBe('Ana Roth: The first column is told to its end before the next.');
  });

  it('reads a column of names beside a column of words', async () => {
    const rows: [string, string[]][] = [
      [
        'Mira Holt',
        ['Who owns the wells of the valley today, and who', 'decides how deep they may be drilled?'],
      ],
      ['Ken Abe', ['Nobody knows who owns them.']],
      ['Mira Holt', ['That is what we have been told in the ministry', 'as well, more than once.']],
      ['Ken Abe', ['So let us find out.']],
    ];
    let y = 760;
    const page: Printed[] = [];
    for (const [name, lines] of rows) {
      page.push({ x: 72, y, text: name });
      for (const text of lines) {
        page.push({ x: 180, y, text });
        y -= 14;
      }
    }
    expect(spoken(await read(pdfOf([page])))).toEqual(
      rows.map(([name, lines]) => `${name}: ${lines.join(' ')}`),
    );
  });

  it('reads packed streams, and what comes under another name', async () => {
    const bytes = pdfOf([set([['Ana: One.'], ['Bo: Two.'], ['Ana: Three.']])], { packed: true });
    expect(spoken(await read(bytes, 'notes.txt'))).toEqual(['Ana: One.', 'Bo: Two.', 'Ana: Three.']);
  });

  it('reads a file whose end is missing as far as it goes, or says that it is broken', async () => {
    const whole = pdfOf([set([['Ana: One.'], ['Bo: Two.'], ['Ana: Three.']])]);
    expect(spoken(await read(whole.slice(0, whole.length - 15)))).toEqual([
      'Ana: One.',
      'Bo: Two.',
      'Ana: Three.',
    ]);
    expect(await refusal(whole.slice(0, 300))).toBe('pdf-broken');
  });

  const bomb = () => {
    const packed = zlibSync(new Uint8Array(100_000_000));
    const head = `%PDF-1.4\n1 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`;
    return Uint8Array.from([...Buffer.from(head), ...packed, ...Buffer.from('\nendstream\nendobj\n')]);
  };

  it.each<[string, () => Uint8Array, string]>([
    ['a PDF without its beginning', () => pdfOf([set([['Ana: One.']])]).slice(20), 'pdf-broken'],
    ['a signature and nothing else', () => new Uint8Array(Buffer.from('%PDF-1.7\n')), 'pdf-broken'],
    ['pages without words', () => pdfOf([[], []]), 'pdf-no-text'],
    ['noise', () => Uint8Array.from({ length: 9_000 }, (_, at) => (at * 2_654_435_761) >>> 13), 'pdf-broken'],
    ['nothing', () => new Uint8Array(), 'file-empty'],
    ['a bomb', bomb, 'file-hostile'],
  ])('refuses %s', async (_, make, code) => {
    expect(await refusal(make())).toBe(code);
  });

  it('has the character tables of the very pdf.js it uses', () => {
    const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
    for (const [name, packed] of Object.entries(cmaps)) {
      if (name === 'license') continue;
      const original = readFileSync(path.join(folder, 'cmaps', `${name}.bcmap`));
      expect(Buffer.from(packed, 'base64').equals(original), name).toBe(true);
    }
  });
});
