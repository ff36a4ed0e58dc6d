import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '#shared/transcript/registry.ts';
import { odtOf } from '../../fixtures/odt.ts';
import { spoken } from './reading.ts';

const read = (bytes: Uint8Array, name = 'talk.odt') => readTranscript({ name, bytes });
const p = (words: string, style = 'Standard') => `<text:p text:style-name="${style}">${words}</text:p>`;
const BOLD =
  '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>';

describe('OpenDocument texts', () => {
  it('reads headings, blanks, line ends, lists, notes and bold names', async () => {
    const name = (words: string) => `<text:span text:style-name="T1">${words}</text:span>`;
    const result = await read(
      odtOf(
        `${p('Wells of the valley', 'P1')}<text:h text:outline-level="1">Owners</text:h>
         ${p(`${name('Mira Holt')} Who   owns\n them?<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('Says the report.')}</text:note-body></text:note>`)}
         ${p(`${name('Ken Abe')} Nobody,<text:s text:c="2"/>and<text:line-break/>everybody &amp; all.`)}
         <text:list><text:list-item>${p('wells')}</text:list-item></text:list>
         ${p(`${name('Mira Holt')} Then we agree.`)}
         ${p(`${name('Ken Abe')} We do.`)}`,
        {
          styles: `${BOLD}<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>`,
        },
      ),
    );
    expect(result).toMatchObject({
      format: 'odt',
      encoding: '',
      title: 'Wells of the valley',
      headings: ['Owners'],
    });
    expect(spoken(result)).toEqual([
      'Mira Holt: Who owns them?*1',
      'Ken Abe: Nobody,  and\neverybody & all.\n\n• wells',
      'Mira Holt: Then we agree.',
      'Ken Abe: We do.',
      '(*1 Says the report.)',
    ]);
  });

  it('reads changes as accepted, leaves comments out, and says both', async () => {
    const result = await read(
      odtOf(
        `<text:tracked-changes><text:changed-region><text:deletion>${p('gone')}</text:deletion></text:changed-region></text:tracked-changes>
         ${p('Ana: One<text:change text:change-id="c"/>.<office:annotation><dc:creator>X</dc:creator><text:p>Really?</text:p></office:annotation>')}${p('Bo: Two.')}${p('Ana: Three.')}`,
      ),
    );
    expect(spoken(result)).toEqual(['Ana: One.', 'Bo: Two.', 'Ana: Three.']);
    expect(result.warnings).toEqual(
      expect.arrayContaining([{ code: 'document-changes', params: { count: 1 } }]),
    );
    expect(result.ledger).toEqual([
      { part: 'deleted', words: 'gone', count: 1 },
      { part: 'comment', words: 'Really?', count: 1 },
    ]);
  });

  it('tells of running heads, hidden words and words struck out, and reads merged cells', async () => {
    const cell = (words: string, more = '') => `<table:table-cell${more}>${p(words)}</table:table-cell>`;
    const row = (cells: string) => `<table:table-row>${cells}</table:table-row>`;
    const result = await read(
      odtOf(
        `<table:table><table:table-header-rows>${row(cell('Wer') + cell('Was'))}</table:table-header-rows>${row(cell('Ana') + cell('Who pays <text:span text:style-name="S">less </text:span>for <text:span text:style-name="H">now </text:span>the season?'))}${row(`<table:covered-table-cell/>${cell('And who for the rest of it?')}`)}${row(`${cell('Rest', ' table:number-columns-spanned="2"')}<table:covered-table-cell/>`)}${row(cell('Bo') + cell('The owners pay for all of it.'))}${row(cell('Ana') + cell('That was all I wanted to know.'))}</table:table>`,
        {
          styles:
            '<style:style style:name="S"><style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:name="H"><style:text-properties text:display="none"/></style:style>',
          more: {
            'styles.xml': strToU8(
              '<office:document-styles><office:master-styles><style:master-page><style:header><text:p>Orchard talk, 3 May 2023</text:p></style:header><style:footer><text:p><text:page-number>3</text:page-number></text:p></style:footer></style:master-page></office:master-styles></office:document-styles>',
            ),
          },
        },
      ),
    );
    expect(spoken(result)).toEqual([
      'Ana: Who pays for the season?\n\nAnd who for the rest of it?',
      'Bo: The owners pay for all of it.',
      'Ana: That was all I wanted to know.',
    ]);
    expect(result).toMatchObject({ headings: ['Rest'], date: '2023-05-03' });
    expect(Object.fromEntries(result.ledger.map(({ part, words }) => [part, words]))).toEqual({
      'table-header': 'Wer | Was',
      'struck-out': 'less',
      hidden: 'now',
      header: 'Orchard talk, 3 May 2023',
    });
  });

  it('reads a table of names and words', async () => {
    const row = (name: string, words: string) =>
      `<table:table-row><table:table-cell>${p(name)}</table:table-cell><table:table-cell>${words
        .split('|')
        .map((one) => p(one))
        .join('')}</table:table-cell></table:table-row>`;
    const table = `<table:table>${row('松原', '水位はどうなっていますか。')}${row('早瀬', '毎年下がっています。|困ったことです。')}${row('松原', '対策を考えなければなりません。')}</table:table>`;
    expect(spoken(await read(odtOf(table)))).toEqual([
      '松原: 水位はどうなっていますか。',
      '早瀬: 毎年下がっています。\n困ったことです。',
      '松原: 対策を考えなければなりません。',
    ]);
  });

  it.each<[string, Uint8Array, string, string]>([
    ['a cut zip', odtOf(p('Ana: One.')).slice(0, 300), 'talk.odt', 'odt-broken'],
    ['broken XML', odtOf('<text:p>Ana: One.<text:span>'), 'talk.odt', 'odt-broken'],
    ['a document without words', odtOf(p('')), 'talk.odt', 'file-empty'],
    ['nothing', new Uint8Array(), 'talk.odt', 'file-empty'],
    ['another zip of that name', zipSync({ 'a.txt': strToU8('Ana') }), 'talk.odt', 'odt-broken'],
    [
      'a locked document',
      odtOf(p('x'), {
        more: { 'META-INF/manifest.xml': strToU8('<manifest:encryption-data manifest:checksum="x"/>') },
      }),
      'talk.odt',
      'file-locked',
    ],
    ['entities', withDoctype(), 'talk.odt', 'file-hostile'],
    ['lists a thousand deep', odtOf('<text:list>'.repeat(1000)), 'talk.odt', 'file-hostile'],
    ['two hundred thousand paragraphs', odtOf('<text:p/>'.repeat(200_000)), 'talk.odt', 'file-hostile'],
    [
      'a bomb',
      odtOf(p('x'), { more: { 'Pictures/a.bin': new Uint8Array(40_000_000) } }),
      'talk.odt',
      'file-hostile',
    ],
    ['a bomb of another name', odtOf(p(' '.repeat(40_000_000))), 'talk.txt', 'file-hostile'],
  ])('refuses %s', async (_, bytes, name, code) => {
    await expect(read(bytes, name)).rejects.toMatchObject({ problem: { code } });
  });
});

function withDoctype(): Uint8Array {
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(
      '<!DOCTYPE a [<!ENTITY b "c">]><office:document-content>&b;</office:document-content>',
    ),
  });
}
