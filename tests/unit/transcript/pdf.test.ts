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

  const names = (at: number) => (at % 2 === 0 ? 'Ana Roth' : 'Bo Lindt');
  /** Sentences that are told apart by their numbers, in lines of a column's width. */
  const sentences = (at: number) => [
    `This is sentence ${at} about the`,
    `wells of the valley, ${at}, and the`,
    `people who draw from them, ${at}.`,
  ];

  it.each([
    ['line under line', 14, ''],
    ['with a colon', 30, ':'],
    ['with white space under them', 30, ''],
  ])('keeps names that stand at the top of every page (%s)', async (_, step, colon) => {
    const pages = Array.from({ length: 5 }, (_, page): Printed[] => [
      { x: 72, y: 815, size: 9, text: `Orchard Talks ${page + 1}` },
      { x: 72, y: 770, text: `Ana Roth${colon}` },
      { x: 72, y: 770 - step, text: `We have looked into well number ${page}.` },
      { x: 72, y: 770 - 2 * step, text: `Bo Lindt${colon}` },
      { x: 72, y: 770 - 3 * step, text: `And what did you find in it, ${page}?` },
      { x: 290, y: 30, size: 9, text: String(page + 1) },
    ]);
    const result = await read(pdfOf(pages));
    const words = result.blocks.map(({ text, speaker }) => `${speaker ?? ''} ${text}`).join(' ');
    const text = `${result.title ?? ''} ${words} ${result.headings.join(' ')}`;
    expect(text.match(/Ana Roth/g)).toHaveLength(5);
    expect(text.match(/Bo Lindt/g)).toHaveLength(5);
    expect(result.ledger).toHaveLength(2);
    expect(result.ledger).toContainEqual({ part: 'page-head', words: 'Orchard Talks 1', count: 5 });
    expect(result.ledger).toContainEqual({ part: 'page-number', words: '1', count: 5 });
  });

  it('keeps numbers at the edge that do not count the pages', async () => {
    const pages = [1998, 40, 7].map((number): Printed[] => [
      ...set([[`Ana Roth: How many were there in ${number}?`, 'Bo Lindt: Last year it was']], 300),
      { x: 72, y: 60, text: `${number}` },
    ]);
    const text = spoken(await read(pdfOf(pages))).join(' ');
    for (const number of ['1998', '40', '7']) expect(text).toContain(number);
  });

  it.each([
    ['column by column', 2, false],
    ['line by line across them', 2, true],
    ['column by column', 3, false],
    ['line by line across them', 3, true],
  ])('reads columns under a title as they are read, printed %s (%i)', async (_, count, across) => {
    const turns = Array.from({ length: 4 * count }, (_, at) => {
      const [first, ...more] = sentences(at);
      return [`${names(at)}: ${first}`, ...more];
    });
    const width = 480 / count;
    const lines = turns.flatMap((turn, at) =>
      turn.map((text, index) => ({
        x: 60 + Math.floor(at / 4) * width,
        y: 700 - ((at % 4) * 3 + index) * 13,
        size: count === 3 ? 8 : 11,
        text,
      })),
    );
    if (across) lines.sort((a, b) => b.y - a.y || a.x - b.x);
    const title = { x: 60, y: 760, size: 22, text: 'What the valley says about its wells' };
    const result = await read(pdfOf([[title, ...lines]]));
    expect(result.title).toBe(title.text);
    expect(spoken(result)).toEqual(turns.map((turn) => turn.join(' ')));
  });

  it.each([false, true])(
    'reads names in a column beside the words, printed column by column (%s)',
    async (apart) => {
      const rows = Array.from({ length: 8 }, (_, at): Printed[] => {
        const y = 760 - at * 52;
        return [
          { x: 60, y, text: names(at) },
          ...sentences(at).map((text, index) => ({ x: 125, y: y - index * 14, text })),
        ];
      });
      const page = rows.flat();
      if (apart) page.sort((a, b) => a.x - b.x);
      expect(spoken(await read(pdfOf([page])))).toEqual(
        rows.map((_, at) => `${names(at)}: ${sentences(at).join(' ')}`),
      );
    },
  );

  it('reads vertical writing that is printed character by character, numbers across the column too', async () => {
    const turns = Array.from({ length: 8 }, (_, at) => [
      `${at % 2 === 0 ? '松原' : '早瀬'}：井戸の水位は年ごとに下がり、`,
      `今では12メートルより深く掘る。`,
    ]);
    const page: Printed[] = [];
    let x = 520;
    for (const column of turns.flat()) {
      let y = 760;
      for (const part of column.match(/\d+|./gu) ?? []) {
        if (/\d/.test(part)) page.push({ x: x - 0.5, y, size: 10, text: part });
        else page.push({ x, y, size: 10, text: part });
        y -= 10;
      }
      x -= 18;
    }
    const result = await read(pdfOf([page]));
    expect(spoken(result)).toEqual(turns.map((turn) => turn.join('').replace('：', ': ')));
    expect(result.ledger).toEqual([]);
  });

  it('leaves readings above and beside the words out, and says which', async () => {
    const line = (y: number, name: string): Printed[] => [
      { x: 72, y, text: `${name}：灌漑の設備を直します。` },
      { x: 72 + 33, y: y + 11, size: 5.5, text: 'かんがい' },
    ];
    const result = await read(
      pdfOf([[700, 672, 644, 616].flatMap((y, at) => line(y, at % 2 ? '松原' : '早瀬'))]),
    );
    expect(spoken(result)).toEqual(
      ['早瀬', '松原', '早瀬', '松原'].map((name) => `${name}: 灌漑の設備を直します。`),
    );
    expect(result.headings).toEqual([]);
    expect(result.ledger).toEqual([{ part: 'ruby', words: 'かんがい', count: 4 }]);
  });

  it('keeps a line of kana that stands above a line of kanji', async () => {
    const lines = ['早瀬：', 'はい', '松原：', '水位調査', '早瀬：', 'そうです', '松原：', '井戸掘削'];
    const page = lines.map((text, at) => ({ x: 72, y: 700 - at * 15, text }));
    expect(spoken(await read(pdfOf([page])))).toEqual([
      '早瀬: はい',
      '松原: 水位調査',
      '早瀬: そうです',
      '松原: 井戸掘削',
    ]);
  });

  it('leaves watermarks out, and says so', async () => {
    const page: Printed[] = [
      ...set([['Ana Roth: One.'], ['Bo Lindt: Two.'], ['Ana Roth: Three.']]),
      { x: 150, y: 300, size: 60, text: 'DRAFT COPY', turn: 45 },
    ];
    const result = await read(pdfOf([page]));
    expect(spoken(result)).toEqual(['Ana Roth: One.', 'Bo Lindt: Two.', 'Ana Roth: Three.']);
    expect(result.ledger).toEqual([{ part: 'turned', words: 'DRAFT COPY', count: 1 }]);
  });

  it('reads a page that lies on its side', async () => {
    const page = ['Ana Roth: One.', 'Bo Lindt: Two.', 'Ana Roth: Three.'].map((text, at) => ({
      x: 100 + at * 20,
      y: 72,
      text,
      turn: 90,
    }));
    expect(spoken(await read(pdfOf([page])))).toEqual([
      'Ana Roth: One.',
      'Bo Lindt: Two.',
      'Ana Roth: Three.',
    ]);
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
