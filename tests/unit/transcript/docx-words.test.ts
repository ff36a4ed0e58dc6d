import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '#shared/transcript/registry.ts';
import type { ReadResult } from '#shared/transcript/result.ts';
import { spoken, wordsOf } from './reading.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const ROOT = `xmlns:w="${W}" xmlns:r="r" xmlns:mc="mc" xmlns:m="m" xmlns:wps="wps" xmlns:a="a" xmlns:v="v"`;
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  readonly styles?: string;
  readonly numbering?: string;
  /** Name of the part to its content, and the last word of its relation's type. */
  readonly more?: Readonly<Record<string, readonly [type: string, content: string | Uint8Array]>>;
}

function docx(body: string, { styles, numbering, more = {} }: Parts = {}): Uint8Array {
  const all = {
    ...more,
    ...(styles !== undefined && {
      'styles.xml': ['styles', `<w:styles ${ROOT}>${styles}</w:styles>`] as const,
    }),
    ...(numbering !== undefined && {
      'numbering.xml': ['numbering', `<w:numbering ${ROOT}>${numbering}</w:numbering>`] as const,
    }),
  };
  const relations = Object.entries(all).map(
    ([part, [type]], index) => `<Relationship Id="r${index}" Type="${REL}/${type}" Target="${part}"/>`,
  );
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="m" Type="${REL}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(`<Relationships>${relations.join('')}</Relationships>`),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${ROOT}><w:body>${body}</w:body></w:document>`,
    ),
    ...Object.fromEntries(
      Object.entries(all).map(([part, [, content]]) => [
        `word/${part}`,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  });
}

const read = (body: string, parts?: Parts) => readTranscript({ name: 'talk.docx', bytes: docx(body, parts) });
const t = (words: string) => `<w:t xml:space="preserve">${words}</w:t>`;
const r = (words: string, look = '') => `<w:r><w:rPr>${look}</w:rPr>${t(words)}</w:r>`;
const p = (inside: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
const TALK = `${p(r('Bo: The owners pay.'))}${p(r('Ana: Good.'))}${p(r('Bo: Yes.'))}`;
const rest = ['Bo: The owners pay.', 'Ana: Good.', 'Bo: Yes.'];
const parts = ({ ledger }: ReadResult) => Object.fromEntries(ledger.map(({ part, words }) => [part, words]));

describe('words of a Word document', () => {
  it('keeps a base and its reading, also in a label', async () => {
    const ruby = (base: string, reading: string) =>
      `<w:r><w:ruby><w:rubyPr/><w:rt><w:r>${t(reading)}</w:r></w:rt><w:rubyBase><w:r>${t(base)}</w:r></w:rubyBase></w:ruby></w:r>`;
    const result = await read(
      `${p(r('司会：賃金について伺います。'))}${p(ruby('黒岩', 'くろいわ') + r('：農園主が払います。'))}${p(r('司会：寮はどうですか。'))}${p(r('黒岩：足りていません。'))}`,
    );
    expect(result.blocks.map(({ text }) => text)).toHaveLength(4);
    expect(result.blocks[1]?.text).toBe('農園主が払います。');
    expect(result.blocks[1]?.speaker).toContain('黒岩');
    expect(result.participants.find(({ name }) => name === '黒岩')).toMatchObject({ reading: 'くろいわ' });
  });

  it('keeps what fields show, and not how they are computed', async () => {
    const complex = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('Table 2')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const result = await read(
      `${p(`${r('Ana: See ')}<w:fldSimple w:instr="REF b">${r('Annex 7')}</w:fldSimple>${r(' and ')}${complex}${r('.')}`)}${TALK}`,
    );
    expect(spoken(result)).toEqual(['Ana: See Annex 7 and Table 2.', ...rest]);
    expect(result.ledger).toEqual([]);
  });

  it('keeps marks between words', async () => {
    const result = await read(
      `${p(`<w:r>${t('Ana: One')}<w:noBreakHyphen/>${t('two')}<w:sym w:font="Wingdings" w:char="F0E0"/><w:cr/>${t('Three')}<w:br/>${t('Four\u000bFive')}</w:r><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>`)}${TALK}`,
    );
    expect(spoken(result)[0]).toBe('Ana: One\u2011two→\nThree\nFour\nFivex=1');
  });

  it('takes words struck out or hidden for not said, by styles too', async () => {
    const styles =
      '<w:style w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style><w:style w:styleId="More"><w:basedOn w:val="Gone"/></w:style><w:style w:styleId="Note"><w:rPr><w:vanish/></w:rPr></w:style>';
    const result = await read(
      `${p(r('Ana: One') + r(' two', '<w:strike/>') + r(' three', '<w:vanish/>') + r(' four', '<w:rStyle w:val="More"/>') + r(' five', '<w:rStyle w:val="More"/><w:strike w:val="0"/>') + r('.'))}${p(r('Ask again'), '<w:pStyle w:val="Note"/>')}${TALK}`,
      { styles },
    );
    expect(spoken(result)).toEqual(['Ana: One five.', ...rest]);
    expect(parts(result)).toEqual({ 'struck-out': 'two · four', hidden: 'three · Ask again' });
  });

  it('reads text boxes once, whichever version of them', async () => {
    const box = (words: string) => `<w:txbxContent>${p(r(words))}</w:txbxContent>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('In the box.')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('In the box.')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const old = `<w:r><mc:AlternateContent><mc:Choice Requires="new"/><mc:Fallback><w:pict><v:textbox>${box('Old box.')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const result = await read(`${p(both + r('Ana: One.'))}${p(r('Bo: Two.') + old)}${TALK}`);
    const text = wordsOf(result);
    expect(text.split('In the box.')).toHaveLength(2);
    expect(text.split('Old box.')).toHaveLength(2);
    expect(result.ledger).toEqual([]);
  });

  it('names words of the other parts, and finds the date in a running head', async () => {
    const result = await read(`${p(r('Ana: Who pays?'))}${TALK}`, {
      more: {
        'header1.xml': [
          'header',
          `<w:hdr ${ROOT}>${p(r('Orchard talk, 3 May 2023, not for publication'))}</w:hdr>`,
        ],
        'footer1.xml': [
          'footer',
          `<w:ftr ${ROOT}>${p(`${r('Page ')}<w:fldSimple w:instr=" PAGE ">${r('1')}</w:fldSimple>`)}</w:ftr>`,
        ],
        'comments.xml': [
          'comments',
          `<w:comments ${ROOT}><w:comment w:id="1">${p(r('Is that so?'))}</w:comment></w:comments>`,
        ],
        'charts/chart1.xml': [
          'chart',
          '<c:chartSpace><c:f>A1</c:f><c:v>Wages</c:v><c:v>12</c:v></c:chartSpace>',
        ],
        'odd.xml': ['odd', '<odd>Strange words</odd>'],
        'embeddings/sheet.xlsx': ['package', new Uint8Array([1])],
      },
    });
    expect(result.date).toBe('2023-05-03');
    expect(parts(result)).toEqual({
      header: 'Orchard talk, 3 May 2023, not for publication',
      comment: 'Is that so?',
      chart: 'Wages',
      part: 'Strange words',
      embedded: 'sheet.xlsx',
    });
  });

  it('reads documents put into this one, and names those it cannot read', async () => {
    const result = await read(`${p(r('Ana: Who pays?'))}<w:altChunk r:id="r0"/><w:altChunk r:id="r1"/>`, {
      more: {
        'a.html': [
          'aFChunk',
          '<html><body><p>Bo: The owners pay.</p><p>Ana: Good.</p><p>Bo: Yes.</p></body></html>',
        ],
        'b.docx': ['aFChunk', new Uint8Array([0x50, 0x4b, 3, 4, 9])],
      },
    });
    expect(spoken(result)).toEqual(['Ana: Who pays?', ...rest]);
    expect(parts(result)).toEqual({ chunk: 'b.docx' });
    expect(result.warnings).toContainEqual({ code: 'document-chunk', params: { name: 'a.html' } });
  });

  it('leaves numbers of turns out, and puts those of items in front', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
    const item = (words: string, id: number, level = 0) =>
      p(r(words), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);
    const turns = await read(['Ana: Who pays?', ...rest].map((words) => item(words, 1)).join(''), {
      numbering,
    });
    expect(spoken(turns)).toEqual(['Ana: Who pays?', ...rest]);
    const items = await read(
      `${p(r('Ana: Two things.'))}${item('Wages', 1)}${item('Of whom', 1, 1)}${item('Rest', 1)}${item('Again', 2)}${TALK}`,
      { numbering },
    );
    expect(spoken(items)[0]).toBe('Ana: Two things.\n\n1. Wages\n\n1.a) Of whom\n\n2. Rest\n\n1. Again');
  });

  it('joins paragraphs whose end was deleted, and tells of words that were moved only where they are gone', async () => {
    const result = await read(
      `${p(r('Ana: One'), '<w:rPr><w:del w:id="1"/></w:rPr>')}${p(`${r(' two.')}<w:moveFrom w:id="2">${r('Moved on.')}</w:moveFrom><w:del w:id="4"><w:r><w:delText>Gone.</w:delText></w:r></w:del>`)}${p(`${r('Bo: ')}<w:moveTo w:id="3">${r('Moved on.')}</w:moveTo>`)}${TALK}`,
    );
    expect(spoken(result).slice(0, 2)).toEqual([
      'Ana: One two.',
      'Bo: Moved on.\n\nThe owners pay.'.split('\n\n')[0],
    ]);
    expect(parts(result)).toEqual({ deleted: 'Gone.' });
  });

  it('reads a name whose cell is merged over rows, rows that are one cell as headings, and other columns into the ledger', async () => {
    const tc = (words: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(words))}</w:tc>`;
    const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const merged = '<w:vMerge w:val="restart"/>';
    const result = await read(
      `<w:tbl>${tr(tc('Who'), tc('Of'), tc('What they told us'))}${tr(tc('Wages', '<w:gridSpan w:val="3"/>'))}${tr(tc('Ana Roth', merged), tc('Orchard Watch', merged), tc('Who pays for the season in the north?'))}${tr(tc('', '<w:vMerge/>'), tc('', '<w:vMerge/>'), tc('And who in the south of the valley?'))}${tr(tc('Ken Abe'), tc('Abe Farms'), tc('The owners pay for all of the season.'))}${tr(tc('Rest', '<w:gridSpan w:val="3"/>'))}${tr(tc('Ana Roth'), tc('Orchard Watch'), tc('That was all I wanted to know of it.'))}</w:tbl>`,
    );
    expect(spoken(result)).toEqual([
      'Ana Roth: Who pays for the season in the north?\n\nAnd who in the south of the valley?',
      'Ken Abe: The owners pay for all of the season.',
      'Ana Roth: That was all I wanted to know of it.',
    ]);
    expect(result.headings).toEqual(['Wages', 'Rest']);
    expect(parts(result)).toMatchObject({
      'table-column': expect.stringContaining('Orchard Watch | Abe Farms'),
    });
  });

  it('loses no word without telling, whatever the document is made of', async () => {
    let next = 0;
    const word = fc.constant(null).map(() => `wd${(next++).toString(36)}q`);
    const run = fc
      .tuple(word, fc.constantFrom('', '<w:b/>', '<w:strike/>', '<w:vanish/>', '<w:dstrike/>', '<w:i/>'))
      .map(([words, look]) => r(`${words} `, look));
    const wrap = fc.constantFrom<(inside: string) => string>(
      (inside) => inside,
      (inside) => `<w:ins w:id="1">${inside}</w:ins>`,
      (inside) => `<w:del w:id="1">${inside}</w:del>`,
      (inside) => `<w:moveFrom w:id="1">${inside}</w:moveFrom>`,
      (inside) => `<w:smartTag>${inside}</w:smartTag>`,
      (inside) => `<w:sdt><w:sdtPr/><w:sdtContent>${inside}</w:sdtContent></w:sdt>`,
      (inside) => `<w:customXml>${inside}</w:customXml>`,
      (inside) => `<w:fldSimple w:instr="REF">${inside}</w:fldSimple>`,
      (inside) => `<w:hyperlink>${inside}</w:hyperlink>`,
      (inside) => `<x:unheardOf xmlns:x="x">${inside}</x:unheardOf>`,
    );
    const inline: fc.Arbitrary<string> = fc.oneof(
      run,
      fc.tuple(wrap, fc.array(run, { maxLength: 3 })).map(([around, runs]) => around(runs.join(''))),
      fc
        .tuple(word, word)
        .map(([a, b]) => `<w:r><w:ruby><w:rt>${r(a)}</w:rt><w:rubyBase>${r(b)}</w:rubyBase></w:ruby></w:r>`),
      word.map((a) => `<m:oMath><m:r><m:t>${a} </m:t></m:r></m:oMath>`),
      word.map((a) => `<w:r><x:odd xmlns:x="x">${a} </x:odd></w:r>`),
      fc
        .tuple(word, word)
        .map(
          ([a, b]) =>
            `<w:r><mc:AlternateContent><mc:Choice Requires="z"><x:y xmlns:x="x">${a}</x:y></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(r(b))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
        ),
      word.map(
        (a) =>
          `<w:r><w:drawing><wps:txbx><w:txbxContent>${p(r(a))}</w:txbxContent></wps:txbx></w:drawing></w:r>`,
      ),
    );
    const paragraph = fc
      .tuple(
        fc.constantFrom('', 'Ana: ', 'Bo: '),
        fc.array(inline, { maxLength: 4 }),
        fc.constantFrom('', '<w:rPr><w:del w:id="3"/></w:rPr>'),
      )
      .map(([label, inside, mark]) => p(`${r(label)}${inside.join('')}`, mark));
    const table = fc
      .array(fc.array(fc.array(paragraph, { maxLength: 2 }), { minLength: 1, maxLength: 3 }), {
        maxLength: 3,
      })
      .map(
        (rows) =>
          `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell.join('')}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`,
      );
    const body = fc.array(fc.oneof({ weight: 4, arbitrary: paragraph }, table), { maxLength: 6 });
    const other = fc.array(paragraph, { maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(body, other, other, other, other, async (blocks, header, comments, notes, odd) => {
        const more = {
          'header1.xml': ['header', `<w:hdr ${ROOT}>${header.join('')}</w:hdr>`],
          'comments.xml': [
            'comments',
            `<w:comments ${ROOT}><w:comment>${comments.join('')}</w:comment></w:comments>`,
          ],
          'footnotes.xml': [
            'footnotes',
            `<w:footnotes ${ROOT}><w:footnote w:id="4">${notes.join('')}</w:footnote></w:footnotes>`,
          ],
          'odd.xml': ['odd', `<x:odd ${ROOT}>${odd.join('')}</x:odd>`],
        } as const;
        const bytes = docx(p(r('Ana: Begin.')) + blocks.join('') + p(r('Bo: End.')), { more });
        const result = await readTranscript({ name: 'talk.docx', bytes });
        const kept = `${wordsOf(result)} ${result.ledger.map(({ words }) => words).join(' ')}`;
        const given =
          [...blocks, ...header, ...comments, ...notes, ...odd].join('').match(/wd[\da-z]+q/g) ?? [];
        expect(given.filter((one) => !kept.includes(one))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
