import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Language } from '#shared/i18n/index.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { buildReport, type ReportRequest } from '#shared/report/build.ts';
import { type Pictures, type ReportKind, ROUND_PICTURES } from '#shared/report/document.ts';
import { cleanParagraphs, cleanText, clipLine } from '#shared/report/docx/clean.ts';
import { columnWidths } from '#shared/report/docx/widths.ts';
import { writeDocx } from '#shared/report/docx/write.ts';
import { fileNameOf } from '#shared/report/file-name.ts';
import { makeIssue } from '../../fixtures/state.ts';
import { all, lintDocx, parseXml } from './docx-lint.ts';
import { AT, assessedWorkspace, speaker, workspaceOf } from './workspace.ts';

const project = path.resolve(import.meta.dirname, '../../..');
const validator = path.resolve(project, '../shared/ooxml-xsd/validate-docx.sh');
const canValidate = existsSync(validator) && ['unzip', 'xmllint', 'python3'].every(isInstalled);

function isInstalled(tool: string): boolean {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** @returns what the schemas say against a file; empty = nothing */
function invalid(bytes: Uint8Array): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'report-'));
  try {
    const file = path.join(folder, 'report.docx');
    writeFileSync(file, bytes);
    execFileSync('bash', [validator, file], { stdio: 'pipe' });
    return '';
  } catch (thrown) {
    return String((thrown as { stdout?: unknown }).stdout ?? thrown);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function documentOf(
  state: WorkspaceState,
  kind: ReportKind,
  subjectId: string,
  language: Language,
  fields: Partial<ReportRequest> = {},
): Promise<Uint8Array> {
  const pictures: Pictures =
    kind === 'materiality' ? Object.fromEntries(ROUND_PICTURES.map((name) => [name, PICTURE])) : {};
  const report = await buildReport(state, {
    kind,
    subjectId,
    language,
    creator: 'Office',
    writtenAt: AT,
    pictures: pictures.matrix ? ROUND_PICTURES : [],
    sections: { opinion: true, product: true },
    ...fields,
  });
  return writeDocx(report, pictures);
}

/** One pixel, as wide and high as a matrix is: what is in the picture is the chart's matter. */
const PICTURE = {
  png: new Uint8Array(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  ),
  width: 960,
  height: 720,
} as const;

const osei = speaker();
const fees = makeIssue({ name: { en: 'Recruitment fees', ja: '採用手数料' } });

function quoting(...words: string[]) {
  return workspaceOf(
    { title: 'Talks' },
    [osei],
    [fees],
    words.map((one) => ({
      issueIds: [fees.id],
      restatement: one.slice(0, 50),
      sayings: [{ speaker: osei, words: one }],
    })),
  );
}

function member(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

/** The text of a document's paragraphs. */
function paragraphsOf(bytes: Uint8Array): string[] {
  const document = parseXml(member(bytes, 'word/document.xml'));
  if (typeof document === 'string') throw new Error(document);
  return all(document, 'w:p').map((one) =>
    all(one, 'w:t')
      .map(({ text }) => text)
      .join(''),
  );
}

const LONG = `${'The broker took a third of my first wages. '.repeat(240)}\n手数料を返してください。`;
const CASES: readonly (readonly [string, ReportKind, () => { state: WorkspaceState; id: string }])[] = [
  [
    'a dialogue',
    'dialogue',
    () => {
      const state = quoting('Repay. 返金を。', 'Rest.');
      return { state, id: state.dialogue.id };
    },
  ],
  [
    'a dialogue without advice',
    'dialogue',
    () => {
      const state = workspaceOf({}, [], [], []);
      return { state, id: state.dialogue.id };
    },
  ],
  [
    'a dialogue off the record',
    'dialogue',
    () => {
      const state = workspaceOf({ attribution: 'off-record' }, [osei], [], []);
      return { state, id: state.dialogue.id };
    },
  ],
  [
    'quotes of 10,000 characters',
    'dialogue',
    () => {
      const state = quoting(LONG, LONG);
      return { state, id: state.dialogue.id };
    },
  ],
  [
    '200 quotes',
    'dialogue',
    () => {
      const state = quoting(...Array.from({ length: 200 }, (_, i) => `Quote ${i}. 引用。`));
      return { state, id: state.dialogue.id };
    },
  ],
  [
    'a round',
    'materiality',
    () => {
      const { state, round } = assessedWorkspace();
      return { state, id: round.id };
    },
  ],
  [
    'a round before rating',
    'materiality',
    () => {
      const { state, round } = assessedWorkspace();
      return { state: { ...state, ratings: [] }, id: round.id };
    },
  ],
];

describe.each(['en', 'ja'] as const)('the Word file (%s)', (language) => {
  it.each(CASES)('of %s keeps what Word asks for', async (_, kind, make) => {
    const { state, id } = make();
    expect(lintDocx(await documentOf(state, kind, id, language))).toEqual([]);
  });

  it.skipIf(!canValidate)(
    'is valid against the schemas (../shared/ooxml-xsd, unzip, xmllint, python3)',
    async () => {
      // The richest of each kind: the validator takes a second a file.
      for (const [name, kind, make] of CASES) {
        if (name !== 'a dialogue' && name !== 'a round') continue;
        const { state, id } = make();
        expect(invalid(await documentOf(state, kind, id, language))).toBe('');
      }
    },
    60_000,
  );
});

describe('what people wrote', () => {
  it('of control characters and halves of characters, what Word can read is left', async () => {
    const state = quoting('NUL\u0000 bell\u0007 \uFFFE\uFFFF half\uD800 end <b>&amp; "x" \u{1F6A2} ok');
    const bytes = await documentOf(state, 'dialogue', state.dialogue.id, 'en');
    expect(lintDocx(bytes)).toEqual([]);
    expect(paragraphsOf(bytes)).toContain(
      'NUL bell  half\uFFFD end &lt;b&gt;&amp;amp; &quot;x&quot; \u{1F6A2} ok',
    );
  });

  it('whatever they wrote, the file can be read and holds every line', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        async (wild, tidy) => {
          const state = quoting(wild, `${tidy}\r\nsecond line`);
          const bytes = await documentOf(state, 'dialogue', state.dialogue.id, 'ja');
          expect(lintDocx(bytes)).toEqual([]);
          expect(paragraphsOf(bytes)).toContain('second line');
        },
      ),
      { numRuns: 25 },
    );
  });

  it('a long quote is kept whole, as paragraphs of the quote style', async () => {
    const state = quoting(LONG);
    const bytes = await documentOf(state, 'dialogue', state.dialogue.id, 'en');
    expect(paragraphsOf(bytes)).toEqual(
      expect.arrayContaining([...LONG.split('\n').map((one) => one.trim())]),
    );
    expect(member(bytes, 'word/document.xml').match(/w:pStyle w:val="Quote"/g)).toHaveLength(2);
  });

  it('a running head is cut where it would meet the other half, never within a character', () => {
    expect(clipLine('Talks about fees', 20)).toBe('Talks about fees');
    expect(clipLine('Talks about fees', 6)).toBe('Talks…');
    expect(clipLine('採用手数料に関する対話', 6)).toBe('採用手…');
    expect(clipLine('ab\u{1F6A2}\u{1F6A2}', 3)).toBe('ab\u{1F6A2}…');
  });

  it('every line end sets paragraphs apart', () => {
    expect(cleanParagraphs('a\r\nb\rc\u2028d\n\n\ne\v')).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(cleanText('a\tb')).toBe('a\tb');
  });
});

describe('the file', () => {
  it('is the same for the same state, byte for byte', async () => {
    const { state, round } = assessedWorkspace();
    const one = await documentOf(state, 'materiality', round.id, 'en');
    const other = await documentOf(state, 'materiality', round.id, 'en');
    expect(other).toEqual(one);
  });

  it('says its title, creator, keywords, language and date', async () => {
    const state = quoting('Repay.');
    const core = member(await documentOf(state, 'dialogue', state.dialogue.id, 'ja'), 'docProps/core.xml');
    expect(core).toContain('<dc:title>Talks</dc:title>');
    expect(core).toContain('<dc:creator>Office</dc:creator>');
    expect(core).toContain('<dc:language>ja-JP</dc:language>');
    expect(core).toMatch(/<cp:keywords>[^<]*採用手数料/);
    expect(core.match(/2024-07-01T12:00:00Z/g)).toHaveLength(2);
  });

  it('numbers captions by fields that hold their number already', async () => {
    const { state, round } = assessedWorkspace();
    const document = member(await documentOf(state, 'materiality', round.id, 'en'), 'word/document.xml');
    const tables = document.match(/SEQ Table \\\* ARABIC/g) ?? [];
    expect(tables.length).toBeGreaterThan(3);
    expect(document).toContain('SEQ Figure');
  });

  it('counts its pages in the footer and names the workspace in the header', async () => {
    const state = quoting('Repay.');
    const members = unzipSync(await documentOf(state, 'dialogue', state.dialogue.id, 'en'));
    const footer = strFromU8(members['word/footer1.xml'] ?? new Uint8Array());
    expect(footer).toContain('PAGE');
    expect(footer).toContain('NUMPAGES');
    expect(footer).toContain('1 July 2024');
    expect(strFromU8(members['word/header1.xml'] ?? new Uint8Array())).toContain('Harbour office');
  });

  it('gets a name that every system takes', () => {
    const named = (title: string) => fileNameOf({ title, writtenAt: AT, language: 'en' });
    expect(named('Talks: a/b \\ "c"?')).toBe('Talks a b c (English) 2024-07-01.docx');
    expect(named('...')).toBe('report (English) 2024-07-01.docx');
    expect(named('港'.repeat(300))).toBe(`${'港'.repeat(60)} (English) 2024-07-01.docx`);
    expect(fileNameOf({ title: '港', writtenAt: AT, language: 'ja' })).toBe('港 (日本語) 2024-07-01.docx');
  });
});

describe('columnWidths', () => {
  it('adds up to the width of the text, whatever the shares', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 }), (shares) => {
        const widths = columnWidths(shares.map((share) => ({ head: 'x', share })));
        const whole = columnWidths([{ head: 'x', share: 1 }])[0];
        expect(widths.reduce((sum, one) => sum + one, 0)).toBe(whole);
      }),
    );
  });
});

describe('the sample', () => {
  const sample = path.resolve(project, 'resources/sample/sample.json');
  it.each(['en', 'ja'] as const)('makes both documents (%s)', async (language) => {
    const state = JSON.parse(readFileSync(sample, 'utf8')) as WorkspaceState;
    const [dialogue, round] = [state.dialogues[0]?.id ?? '', state.rounds[0]?.id ?? ''];
    expect(lintDocx(await documentOf(state, 'dialogue', dialogue, language))).toEqual([]);
    expect(lintDocx(await documentOf(state, 'materiality', round, language))).toEqual([]);
  });
});
