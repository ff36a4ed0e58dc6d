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

  it('calls a zip under another name no text', async () => {
    expect(await refusal(zipSync({ 'a.txt': strToU8('Ana: Hello.') }), 'talk.txt')).toBe('file-binary');
  });
});
