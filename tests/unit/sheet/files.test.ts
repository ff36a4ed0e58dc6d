import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { newId } from '#shared/model/basics.ts';
import { looksLikeFormula } from '#shared/ooxml/text.ts';
import { makeIssue, makeTurn } from '../../fixtures/state.ts';
import { fill, id, makeOffice, rating, read, rewrite, roundOf, sheetFor } from './office.ts';

const project = path.resolve(import.meta.dirname, '../../..');
const schemas = path.resolve(project, '../shared/ooxml-xsd/ref/xsd');
const canValidate = existsSync(schemas) && isInstalled('xmllint');

function isInstalled(tool: string): boolean {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function valuesOf(result: ReturnType<typeof read>, row = 0) {
  const issue = result.offer?.ratings.find(({ issueId }) => issueId === id(10 + row));
  return Object.fromEntries((issue?.fields ?? []).map(({ field, value }) => [field, value]));
}

describe('what spreadsheets make of a sheet', () => {
  it('LibreOffice, filled in and saved: the same answers, and a formula still is one', () => {
    const file = path.join(project, 'tests/fixtures/sheets/saved-by-libreoffice.xlsx');
    const result = read(new Uint8Array(readFileSync(file)), makeOffice());
    expect(result.failure).toBeNull();
    expect(valuesOf(result, 0)).toEqual({
      nature: 'potential',
      scale: 4,
      scope: 3,
      irremediability: 'abstain',
      likelihood: 2,
      delay: true,
      rationale: '=斡旋料は返せる\n二行目',
      passages: [id(50), id(51)],
    });
    expect(valuesOf(result, 1)).toEqual({ confidence: 3 });
    expect(result.problems).toMatchObject([{ code: 'formula', cell: '評価!E8', raw: '=E7+1' }]);
  });

  it('Excel: formatted runs are one text, readings of Japanese words are none, escapes are what they stand for', () => {
    const state = makeOffice();
    const rich =
      '<si><r><t xml:space="preserve">斡旋 </t></r><r><rPr><b/></rPr><t>手数料</t></r><rPh sb="0" eb="2"><t>アッセン</t></rPh>' +
      '<phoneticPr fontId="1"/></si><si><t>line_x000A_end _x005F_x0041_</t></si>';
    let count = 0;
    const withStrings = rewrite(sheetFor(state), 'xl/sharedStrings.xml', (xml) => {
      count = xml.match(/<si>/g)?.length ?? 0;
      return xml.replace('</sst>', `${rich}</sst>`);
    });
    const bytes = rewrite(withStrings, 'xl/worksheets/sheet1.xml', (xml) =>
      xml
        .replace(/<c r="O7"[^>]*\/>/, `<c r="O7" t="s"><v>${count}</v></c>`)
        .replace(/<c r="O8"[^>]*\/>/, `<c r="O8" t="s"><v>${count + 1}</v></c>`)
        .replace(/<c r="E7"[^>]*\/>/, '<c r="E7" t="str"><v>4</v></c>'),
    );
    expect(valuesOf(read(bytes, state))).toEqual({ scale: 4, rationale: '斡旋 手数料' });
    expect(valuesOf(read(bytes, state), 1)).toEqual({ rationale: 'line\nend _x0041_' });
  });

  it('others: prefixed elements, rows and cells without addresses, part names from the root', () => {
    const state = makeOffice();
    const parts = unzipSync(fill(sheetFor(state), { E7: 4 }));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const prefixed = sheet
      // Every cell of these rows stands at its place, so that none needs to say so.
      .replaceAll(/<row r="[789]".*?<\/row>/gs, (row) =>
        row.replace(/<row r="\d+"/, '<row').replaceAll(/<c r="[A-Z]+\d+"/g, '<c'),
      )
      .replace('<worksheet xmlns=', '<worksheet xmlns:x=')
      .replaceAll(/<(\/?)([a-zA-Z])/g, '<$1x:$2');
    const relations = strFromU8(parts['xl/_rels/workbook.xml.rels'] ?? new Uint8Array());
    const bytes = zipSync({
      ...parts,
      'xl/worksheets/sheet1.xml': strToU8(prefixed),
      'xl/_rels/workbook.xml.rels': strToU8(relations.replaceAll('Target="', 'Target="/xl/')),
    });
    const result = read(bytes, state);
    expect(result.failure).toBeNull();
    expect(valuesOf(result)).toEqual({ scale: 4 });
  });
});

/** The beginning of every .ods: what it is, unpacked, as its first member. */
const openDocument = () =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8('<office:document-content/>'),
  });

describe('a file that is none', () => {
  const state = makeOffice();

  it.each<[what: string, bytes: () => Uint8Array, code: string]>([
    ['an old .xls', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), 'xlsx-old'],
    ['a table as CSV', () => strToU8('issue,scale\nfees,4'), 'sheet-text'],
    [
      'one in UTF-16, as Excel saves Unicode text',
      () => Uint8Array.of(0xff, 0xfe, 0x41, 0, 9, 0),
      'sheet-text',
    ],
    ['one as .ods', () => openDocument(), 'sheet-ods'],
    ['nothing', () => new Uint8Array(), 'xlsx-broken'],
    ['half of a sheet', () => sheetFor(state).subarray(0, 4_000), 'xlsx-broken'],
    ['another zip', () => zipSync({ 'a.txt': strToU8('a') }), 'xlsx-broken'],
    [
      'a sheet whose XML is cut',
      () => rewrite(sheetFor(state), 'xl/worksheets/sheet1.xml', (xml) => xml.slice(0, -40)),
      'xlsx-broken',
    ],
    [
      'one that defines words of its own',
      () =>
        rewrite(sheetFor(state), 'xl/sharedStrings.xml', (xml) =>
          xml.replace('<sst', '<!DOCTYPE sst [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst'),
        ),
      'file-hostile',
    ],
    [
      'a bomb',
      () => zipSync({ 'xl/workbook.xml': new Uint8Array(30_000_000) }, { level: 9 }),
      'file-hostile',
    ],
    [
      'one that is nested without end',
      () =>
        rewrite(sheetFor(state), 'xl/worksheets/sheet1.xml', (xml) =>
          xml.replace('<sheetData>', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}<sheetData>`),
        ),
      'file-hostile',
    ],
    ['a path that leads outside', () => zipSync({ '../evil.xml': strToU8('a') }), 'file-hostile'],
    [
      'one with far too many cells',
      () =>
        rewrite(sheetFor(state), 'xl/worksheets/sheet1.xml', (xml) =>
          xml.replace('</sheetData>', `${'<row><c><v>1</v></c></row>'.repeat(300_001)}</sheetData>`),
        ),
      'xlsx-too-large',
    ],
    [
      'one whose cells say one long text over and over',
      () => {
        const long = rewrite(sheetFor(state), 'xl/sharedStrings.xml', (xml) =>
          xml.replace('<si>', `<si><t>${'long '.repeat(6_000)}</t></si><si>`),
        );
        return rewrite(long, 'xl/worksheets/sheet1.xml', (xml) =>
          xml.replace('</sheetData>', `${'<row><c t="s"><v>0</v></c></row>'.repeat(2_000)}</sheetData>`),
        );
      },
      'xlsx-too-large',
    ],
    [
      'a cell outside of any sheet',
      () =>
        rewrite(sheetFor(state), 'xl/worksheets/sheet1.xml', (xml) =>
          xml.replace('</sheetData>', '<row r="99999999"><c r="A99999999"><v>1</v></c></row></sheetData>'),
        ),
      'xlsx-broken',
    ],
  ])('%s is refused with a word', (_, bytes, code) => {
    expect(read(bytes(), state)).toMatchObject({ failure: { code }, offer: null });
  });

  it('ranges over whole sheets cost nothing', () => {
    const bytes = rewrite(fill(sheetFor(state), { E7: 4 }), 'xl/worksheets/sheet1.xml', (xml) =>
      xml
        .replaceAll(/sqref="[^"]*"/g, 'sqref="A1:XFD1048576"')
        .replace(
          '</sheetData>',
          '</sheetData><mergeCells count="1"><mergeCell ref="AA20:XFD1048576"/></mergeCells>',
        ),
    );
    expect(valuesOf(read(bytes, state))).toEqual({ scale: 4 });
  });

  it('what points outside of the file is not followed', () => {
    const bytes = rewrite(sheetFor(state), 'xl/_rels/workbook.xml.rels', (xml) =>
      xml.replace(
        'Target="worksheets/sheet1.xml"',
        'Target="https://example.org/sheet1.xml" TargetMode="External"',
      ),
    );
    expect(read(bytes, state)).toMatchObject({ failure: { code: 'sheet-without-table' } });
  });

  it('a thousand problems are listed, the rest are counted', () => {
    const rows = Array.from(
      { length: 1_500 },
      (_, at) => `<row r="${20 + at}"><c r="E${20 + at}"><v>9</v></c></row>`,
    );
    const bytes = rewrite(sheetFor(state), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', `${rows.join('')}</sheetData>`),
    );
    const { problems } = read(bytes, state);
    expect(problems).toHaveLength(1_001);
    expect(problems.at(-1)).toMatchObject({ code: 'more', params: { count: 500 } });
  });
});

describe('the file that is written', () => {
  /** A sheet with everything that people could have typed. */
  function rich() {
    const state = makeOffice();
    const [issue] = state.issues;
    if (issue) issue.name = { en: '=cmd|"/C calc"!A0', ja: '＋危険' };
    const rationale = '@SUM(1) <b>&amp; "x" \u0000\u000b\ufffe \ud800 🚢 _x0041_\nsecond\tline ';
    state.ratings.push(
      rating(state, { scale: 3, rationale, evidence: { passageIds: [id(50)], adviceIds: [], sources: [] } }),
    );
    roundOf(state).note = { en: '-1', ja: '－1' };
    return state;
  }

  it.skipIf(!canValidate).each(['en', 'ja'] as const)(
    'is valid against the schemas (../shared/ooxml-xsd, xmllint): %s',
    (language) => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'sheet-'));
      try {
        for (const [name, bytes] of Object.entries(unzipSync(sheetFor(rich(), language)))) {
          const schema = schemaOf(name);
          const file = path.join(folder, name.replaceAll(/\W/g, '_'));
          // The schemas do not know `xml:space` on texts, which Excel writes and needs.
          writeFileSync(file, strFromU8(bytes).replaceAll(' xml:space="preserve"', ''));
          const run = () =>
            execFileSync('xmllint', ['--nonet', '--noout', '--schema', path.join(schemas, schema), file], {
              stdio: 'pipe',
            });
          expect(run, name).not.toThrow();
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    60_000,
  );

  it('holds no formula, no link and nothing that runs; what looks like one is marked as text', () => {
    const parts = unzipSync(sheetFor(rich()));
    const all = Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
    expect(
      Object.keys(parts).filter((name) => /vba|external|comments|drawing|hyperlink/i.test(name)),
    ).toEqual([]);
    for (const [, xml] of all) expect(xml).not.toMatch(/<f[ >]|TargetMode|hyperlink/i);
    const strings = [
      ...(all.find(([name]) => name.includes('sharedStrings'))?.[1] ?? '').matchAll(
        /<si><t[^>]*>(.*?)<\/t><\/si>/gs,
      ),
    ].map(([, text = '']) => text);
    const quoted = [
      ...(all.find(([name]) => name.includes('styles'))?.[1].split('<cellXfs')[1] ?? '').matchAll(
        /<xf .*?<\/xf>/gs,
      ),
    ].map(([xf]) => xf.includes('quotePrefix="1"'));
    let seen = 0;
    for (const [name, xml] of all.filter(([one]) => one.startsWith('xl/worksheets')))
      for (const [, style = '', index = ''] of xml.matchAll(/<c r="\w+" s="(\d+)" t="s"><v>(\d+)<\/v>/g)) {
        const text = strings[Number(index)] ?? '';
        expect(quoted[Number(style)], `${name}: ${text}`).toBe(looksLikeFormula(text));
        if (looksLikeFormula(text)) seen++;
      }
    expect(seen).toBeGreaterThanOrEqual(3);
  });

  it('lets only answers be changed, in cells with what may be put into them', () => {
    const parts = unzipSync(sheetFor(makeOffice()));
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toContain('<sheetProtection sheet="1"');
    expect(xml.match(/<dataValidation /g)).toHaveLength(13);
    expect(xml).toContain('&quot;1,2,3,4,5,Can’t judge&quot;');
    for (const [, prompt = ''] of xml.matchAll(/prompt="([^"]*)"/g))
      expect(prompt.replaceAll(/&#?\w+;/g, '.').length).toBeLessThanOrEqual(255);
    expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain(
      'name="hearken" sheetId="4" state="veryHidden"',
    );
  });

  it('takes a whole office: sixty issues, a hundred quotes each', () => {
    const state = large(60, 100);
    const result = read(fill(sheetFor(state), { E7: 5, P66: '17' }), state);
    expect(result.problems).toEqual([]);
    expect(result.offer?.ratings).toHaveLength(60);
    expect(result.offer?.ratings[0]?.fields).toMatchObject([{ field: 'scale', value: 5 }]);
  });
});

function schemaOf(name: string): string {
  if (name === '[Content_Types].xml') return 'opc-xsd/opc-contentTypes.xsd';
  if (name.endsWith('.rels')) return 'opc-xsd/opc-relationships.xsd';
  if (name === 'docProps/core.xml') return 'opc-xsd/opc-coreProperties.xsd';
  return name === 'docProps/app.xml' ? 'shared-documentPropertiesExtended.xsd' : 'sml.xsd';
}

/** Ten passages a turn. */
function large(issues: number, quotes: number) {
  const state = makeOffice();
  const [dialogue] = state.dialogues;
  const [participant] = state.participants;
  const [coding] = state.codings;
  if (!dialogue || !participant || !coding) throw new Error('no dialogue');
  state.issues = Array.from({ length: issues }, (_, order) =>
    makeIssue({ code: `i${order}`, order, name: { en: `Issue ${order}` } }),
  );
  roundOf(state).issueIds = state.issues.map((one) => one.id);
  const quote = 'They took the first wages.';
  state.turns = Array.from({ length: (issues * quotes) / 10 }, (_, order) =>
    makeTurn(dialogue.id, { order, text: quote.repeat(10), participantId: participant.id }),
  );
  state.passages = state.turns.flatMap((turn) =>
    Array.from({ length: 10 }, (_, at) => ({
      id: newId(),
      dialogueId: dialogue.id,
      turnId: turn.id,
      start: at * quote.length,
      end: (at + 1) * quote.length,
      quote,
      before: '',
      after: '',
      attribution: null,
      state: 'anchored' as const,
    })),
  );
  state.codings = state.passages.map((one, at) => ({
    ...coding,
    id: newId(),
    passageId: one.id,
    issueId: state.issues[Math.floor(at / quotes)]?.id ?? '',
  }));
  return state;
}
