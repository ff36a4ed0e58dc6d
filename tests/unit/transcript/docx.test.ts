import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '#shared/transcript/registry.ts';
import { spoken } from './reading.ts';

type Child = Paragraph | Table;

async function read(children: Child[], name = 'talk.docx') {
  const document = new Document({ sections: [{ children }] });
  return readTranscript({ name, bytes: new Uint8Array(await Packer.toBuffer(document)) });
}

const text = (words: string) => new Paragraph(words);
const cell = (words: string) => new TableCell({ children: [text(words)] });

function docxOf(body: string, parts: Record<string, Uint8Array> = {}): Uint8Array {
  const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(xml),
    ...parts,
  });
}

const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;

async function refusal(bytes: Uint8Array, name = 'talk.docx'): Promise<unknown> {
  try {
    await readTranscript({ name, bytes });
  } catch (thrown) {
    return (thrown as { problem?: { code: string } }).problem?.code;
  }
  return null;
}

describe('Word documents', () => {
  it('reads turns by name under headings of Word’s styles', async () => {
    const result = await read([
      new Paragraph({ text: 'Talk of the orchards', heading: HeadingLevel.TITLE }),
      text('Held on 3 May 2023.'),
      new Paragraph({ text: 'pay', heading: HeadingLevel.HEADING_1 }),
      new Paragraph({
        children: [new TextRun({ text: 'Mira Holt:', bold: true }), new TextRun(' Who pays?')],
      }),
      text('And when?'),
      text('Ken Abe: 農園主が払います。'),
      new Paragraph({ text: 'rest', heading: HeadingLevel.HEADING_1 }),
      text('Mira Holt: Good.'),
      text('Ken Abe: Yes.'),
    ]);
    expect(result).toMatchObject({
      format: 'docx',
      encoding: '',
      title: 'Talk of the orchards',
      date: '2023-05-03',
      headings: ['pay', 'rest'],
    });
    expect(spoken(result)).toEqual([
      '(Held on 3 May 2023.)',
      'Mira Holt: Who pays?\n\nAnd when?',
      'Ken Abe: 農園主が払います。',
      'Mira Holt: Good.',
      'Ken Abe: Yes.',
    ]);
  });

  it('reads a published dialogue in which every line is a paragraph', async () => {
    const lines = [
      'Batteries and the People Between',
      '',
      'Brandt We know our smelters. Behind them it gets dark, and for the rest we rely on',
      '',
      'Ingrid Brandt',
      'Procurement Officer',
      'Tallgrass Batteries SE',
      '',
      'what traders tell us.',
      '',
      'Knowing Where It Comes From',
      '',
      'Mbeki No. A claim should be as wide as the evidence.',
      '',
      'Thandi Mbeki',
      'Lead Researcher',
      'Kolwezi Watch',
      '',
      'Brandt And if it is narrow?',
    ];
    const result = await read(lines.map(text));
    expect(result.participants.map(({ name, organisation }) => [name, organisation])).toEqual([
      ['Ingrid Brandt', 'Tallgrass Batteries SE'],
      ['Thandi Mbeki', 'Kolwezi Watch'],
    ]);
    expect(spoken(result)).toEqual([
      'Brandt: We know our smelters. Behind them it gets dark, and for the rest we rely on what traders tell us.',
      'Mbeki: No. A claim should be as wide as the evidence.',
      'Brandt: And if it is narrow?',
    ]);
    expect(result.headings).toEqual(['Knowing Where It Comes From']);
  });

  it('reads a table of names and words', async () => {
    const rows: [string, string][] = [
      ['松原', '水位はどうですか。'],
      ['早瀬', '下がっています。'],
      ['松原', '対策を考えます。'],
      ['早瀬', 'お願いします。'],
    ];
    const table = new Table({
      rows: rows.map(([name, words]) => new TableRow({ children: [cell(name), cell(words)] })),
    });
    expect(spoken(await read([table]))).toEqual(rows.map(([name, words]) => `${name}: ${words}`));
  });

  it('reads what Teams writes: name and time above the words', async () => {
    const turns: [string, string, string][] = [
      ['0:03', 'Mira Holt', 'Who picks the fruit?'],
      ['0:09', 'Ken Abe', 'Students do.'],
      ['1:02:10', 'Mira Holt', 'All of it?'],
    ];
    const old = await read(turns.flatMap(([time, name, words]) => [text(`${time} ${name}`), text(words)]));
    const now = await read(
      turns.map(
        ([time, name, words]) =>
          new Paragraph({
            children: [
              new TextRun({ text: name, bold: true }),
              new TextRun(`   ${time}`),
              new TextRun({ text: words, break: 1 }),
            ],
          }),
      ),
    );
    for (const result of [old, now]) {
      expect(spoken(result)).toEqual(turns.map(([, name, words]) => `${name}: ${words}`));
      expect(result.blocks.map(({ start }) => start)).toEqual([3, 9, 3730]);
    }
  });

  it('takes names in a heading’s style for speakers, and keeps the other headings', async () => {
    const heading = (words: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
      new Paragraph({ text: words, heading: level });
    const result = await read([
      heading('Talk of the orchards', HeadingLevel.TITLE),
      heading('Pay', HeadingLevel.HEADING_1),
      heading('Mira Holt', HeadingLevel.HEADING_2),
      text('Who pays?'),
      text('And when?'),
      heading('Ken Abe', HeadingLevel.HEADING_2),
      text('The owners pay.'),
      heading('Rest', HeadingLevel.HEADING_1),
      heading('Mira Holt', HeadingLevel.HEADING_2),
      text('Good.'),
      heading('Ken Abe', HeadingLevel.HEADING_2),
      text('Yes.'),
    ]);
    expect(result).toMatchObject({ title: 'Talk of the orchards', headings: ['Pay', 'Rest'] });
    expect(spoken(result)).toEqual([
      'Mira Holt: Who pays?\n\nAnd when?',
      'Ken Abe: The owners pay.',
      'Mira Holt: Good.',
      'Ken Abe: Yes.',
    ]);
  });

  it('leaves headings that come once each headings', async () => {
    const chapters = ['Pay', 'Housing', 'Water', 'Rest'].flatMap((words) => [
      new Paragraph({ text: words, heading: HeadingLevel.HEADING_1 }),
      text('Ana: One.'),
      text('Bo: Two.'),
    ]);
    expect((await read(chapters)).headings).toEqual(['Pay', 'Housing', 'Water', 'Rest']);
  });

  it('reads a table with times, names and words, its titles left out', async () => {
    const rows = [
      ['Time', 'Speaker', 'Text'],
      ['00:00:05', 'Mira Holt', 'Who picks the fruit in the north of the valley?'],
      ['00:00:12', '', 'And who in the south?'],
      ['00:00:19', 'Ken Abe', 'Students pick it, and people who come for a season.'],
      ['00:00:25', 'Mira Holt', 'That was all I wanted to know about it today.'],
    ];
    const table = new Table({
      rows: rows.map((cells) => new TableRow({ children: cells.map((words) => cell(words)) })),
    });
    const result = await read([table]);
    expect(spoken(result)).toEqual([
      'Mira Holt: Who picks the fruit in the north of the valley?\n\nAnd who in the south?',
      'Ken Abe: Students pick it, and people who come for a season.',
      'Mira Holt: That was all I wanted to know about it today.',
    ]);
    expect(result.blocks.map(({ start }) => start)).toEqual([5, 19, 25]);
  });

  it('takes a table of people for no turns', async () => {
    const rows = [
      ['Mira Holt', 'Director', 'Orchard Watch'],
      ['Ken Abe', 'Manager', 'Abe Farms'],
    ];
    const people = new Table({
      rows: rows.map((cells) => new TableRow({ children: cells.map((words) => cell(words)) })),
    });
    const result = await read([people, text('Holt: Who pays?'), text('Abe: We do.'), text('Holt: Good.')]);
    expect(spoken(result).filter((turn) => /^(Holt|Abe):/.test(turn))).toHaveLength(3);
  });

  it('reads changes as accepted, notes at the end with their marks, comments not at all, and says so', async () => {
    const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
    const bytes = docxOf(
      `<w:p>${run('Ana: One')}<w:ins w:id="1" w:author="x">${run(' new')}</w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="5"/></w:r>${run('.')}<w:r><w:commentReference w:id="9"/></w:r></w:p>${paragraph('Bo: Two.')}${paragraph('Ana: Three.')}${paragraph('Bo: Four.')}`,
      {
        'word/footnotes.xml': strToU8(
          `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="5">${paragraph('See the report.')}</w:footnote></w:footnotes>`,
        ),
        'word/_rels/document.xml.rels': strToU8(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>',
        ),
      },
    );
    const result = await readTranscript({ name: 'talk.docx', bytes });
    expect(spoken(result)).toEqual([
      'Ana: One new*1.',
      'Bo: Two.',
      'Ana: Three.',
      'Bo: Four.',
      '(*1 See the report.)',
    ]);
    expect(result.warnings).toEqual(
      expect.arrayContaining([
        { code: 'document-changes', params: { count: 2 } },
        { code: 'document-comments', params: { count: 1 } },
      ]),
    );
  });

  it('reads text that is only called a document as text, and says so', async () => {
    const bytes = strToU8('Ana: One.\nBo: Two.\nAna: Three.');
    const result = await readTranscript({ name: 'talk.docx', bytes });
    expect(result.format).toBe('labelled');
    expect(result.warnings).toContainEqual({ code: 'file-misnamed', params: { format: 'docx' } });
  });

  it('is told by its content, whatever it is called', async () => {
    const result = await read([text('Ana: One.'), text('Bo: Two.'), text('Ana: Three.')], 'talk.txt');
    expect(result.format).toBe('docx');
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'file-empty'],
    ['a document without words', docxOf(''), 'file-empty'],
    ['a cut zip', docxOf(paragraph('Ana: Hello.')).slice(0, 300), 'docx-broken'],
    ['another kind of zip', zipSync({ 'notes.txt': strToU8('Ana: Hello.') }), 'docx-broken'],
    ['an old or locked Word file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'docx-old'],
    ['broken XML', docxOf('<w:p><w:r>'), 'docx-broken'],
    ['a path that climbs out', docxOf(paragraph('Hi'), { '../evil.txt': strToU8('x') }), 'file-hostile'],
    ['a bomb', docxOf(paragraph('Hi'), { 'word/media/a.bin': new Uint8Array(40_000_000) }), 'file-hostile'],
    ['tables a thousand deep', docxOf('<w:tbl><w:tr><w:tc>'.repeat(1000)), 'file-hostile'],
    ['two hundred thousand paragraphs', docxOf('<w:p/>'.repeat(200_000)), 'file-hostile'],
    [
      'a document type with entities',
      zipSync({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }),
      'file-hostile',
    ],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });

  it('calls a zip under another name an archive', async () => {
    expect(await refusal(zipSync({ 'a.txt': strToU8('Ana: Hello.') }), 'talk.txt')).toBe('file-archive');
  });
});
