import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { blankArrangement } from '#shared/model/arrangement.ts';
import { newId } from '#shared/model/basics.ts';
import { blankEntry } from '#shared/model/entry.ts';
import { blankFigure } from '#shared/model/figure.ts';
import { blankIndicator } from '#shared/model/indicator.ts';
import { blankInstrument } from '#shared/model/instrument.ts';
import { blankOrganisation } from '#shared/model/organisation.ts';
import { blankSource } from '#shared/model/source.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { buildReport, type ReportRequest } from '#shared/report/build.ts';
import type { Block, Cell, Line, ReportDocument } from '#shared/report/document.ts';
import { writeDocx } from '#shared/report/docx/write.ts';
import { statementId } from '#shared/statement/subject.ts';
import { makeAnswer } from '../../fixtures/answers.ts';
import { lintDocx } from './docx-lint.ts';
import { AT, speaker, workspaceOf } from './workspace.ts';

const AUTHOR = { by: 'Ren', at: AT };
const SUBJECT = statementId('uk-msa-54', { of: null, fiscalYear: 2019 });

/** A company with a policy, training, a hotline with few cases by an internal list, and advice from one dialogue. */
function workspace(cases = 3) {
  const kaito = speaker({ name: 'Kaito Brandvold', label: 'Brandvold' });
  const { dialogue, ...base } = workspaceOf(
    { attribution: 'unattributed', date: '2019-10-02', title: 'Talk with Kaito Brandvold' },
    [kaito],
    [],
    [
      {
        restatement: 'Kaito Brandvold asks that fees be repaid.',
        sayings: [{ speaker: kaito, words: 'Repay the fees.' }],
      },
    ],
  );
  const company = blankOrganisation({ id: newId(), name: { en: 'Quay Lines' }, kind: 'own' });
  const list = blankSource({ id: newId(), title: { en: 'List of the hotline' }, kind: 'internal' });
  const page = blankSource({ id: newId(), title: { en: 'Page of the company' }, kind: 'own-report' });
  const at = (of: { id: string }) => ({ sourceId: of.id, passageId: null, locator: 'p. 4', asStated: '' });
  const training = blankArrangement({ id: newId(), name: { en: 'Online training' }, kind: 'training' });
  const hotline = blankArrangement({ id: newId(), name: { en: 'Hotline' }, kind: 'channel' });
  const statement = blankArrangement({ id: newId(), name: { en: 'Statement' }, kind: 'statement' });
  const policy = blankInstrument({
    ...{
      id: newId(),
      code: 'HRP',
      name: { en: 'Human rights policy' },
      kind: 'policy',
      of: company.id,
      since: '2015',
    },
  });
  const trained = blankIndicator({ id: newId(), name: { en: 'People trained' }, unit: 'people' });
  const reports = blankIndicator({ id: newId(), name: { en: 'Reports' }, unit: 'cases' });
  const figure = (indicatorId: string, via: string, value: number, source: { id: string }) =>
    blankFigure({
      ...{ id: newId(), at: AT, indicatorId, via, value, of: company.id, cited: at(source) },
      period: { fiscalYear: 2019 },
    });
  const approved = blankEntry({
    ...{ id: newId(), kind: 'approval', text: 'Board of Directors', when: '2020-09-30' },
    ...{ arrangementId: statement.id, fiscalYear: 2019, ...AUTHOR },
  });
  const adviceId = base.advice[0]?.id ?? '';
  const state: WorkspaceState = {
    ...base,
    workspace: base.workspace.map((one) => ({
      ...one,
      fiscalYear: { firstMonth: 4, namedBy: { en: 'end' as const, ja: 'start' as const } },
    })),
    organisations: [company],
    sources: [list, page],
    arrangements: [training, hotline, statement],
    instruments: [policy],
    indicators: [trained, reports],
    figures: [figure(trained.id, training.id, 21150, page), figure(reports.id, hotline.id, cases, list)],
    entries: [approved],
    answers: [
      makeAnswer({ requirement: '54(5)(b)', text: { en: 'Our policy holds for the group.' } }),
      makeAnswer({
        requirement: '54(5)(d)',
        uses: [{ to: 'advice', id: adviceId }],
        text: { ja: '日本語のみ。' },
      }),
      makeAnswer({ requirement: '54(5)(e)', state: 'partly', text: { en: 'We count reports.' } }),
      makeAnswer({ requirement: '54(5)(f)', text: { en: 'All are trained.' } }),
      makeAnswer({ requirement: '54(7)', state: 'missing', text: { en: 'A draft.' }, why: 'Next month' }),
    ],
  };
  return { state, dialogue, hotline, policy };
}

const request = (fields: Partial<ReportRequest> = {}): ReportRequest => ({
  kind: 'statement',
  subjectId: SUBJECT,
  language: 'en',
  creator: '',
  writtenAt: AT,
  pictures: [],
  ...fields,
});

const lineWords = (line: Line): string =>
  typeof line === 'string'
    ? line
    : line.map((span) => (typeof span === 'string' ? span : span.text)).join('');
const cellWords = (cell: Cell): string =>
  typeof cell === 'string' || !('lines' in cell) ? lineWords(cell) : cell.lines.map(lineWords).join(' / ');

function blockWords(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'paragraph':
      return lineWords(block.text);
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'list':
      return block.items.map(lineWords).join('\n');
    case 'note':
      return [block.title, ...block.lines].join('\n');
    case 'table':
      return [
        block.caption,
        ...block.rows.map((row) => row.map(cellWords).join(' | ')),
        block.note ?? '',
      ].join('\n');
    case 'sources':
      return block.sources.map(({ label, text }) => `${label} ${text}`).join('\n');
    default:
      return '';
  }
}

const words = (document: ReportDocument, id: string): string =>
  (document.sections.find((one) => one.id === id)?.blocks ?? []).map(blockWords).join('\n');

async function everyWord(state: WorkspaceState, fields: Partial<ReportRequest> = {}): Promise<string> {
  const bytes = await writeDocx(await buildReport(state, request(fields)), {});
  const xml = Object.values(unzipSync(bytes)).map((part) => strFromU8(part));
  return xml.join('\n').replaceAll(/<[^>]+>/g, '\u0000');
}

describe('a statement', () => {
  it('has a section a requirement, in the order of the standard, and says every gap', async () => {
    const { state } = workspace();
    const report = await buildReport(state, request());
    expect(report.sections.map(({ id }) => id)).toEqual([
      ...['coverage', '54(4)', '54(5)(a)', '54(5)(b)', '54(5)(c)', '54(5)(d)', '54(5)(e)', '54(5)(f)'],
      ...['54(6)', '54(7)', 'approval', 'sources'],
    ]);
    expect(words(report, '54(5)(a)')).toContain('Nothing is said on this yet.');
    expect(words(report, 'coverage')).toMatch(
      /Not yet answered \| 4 \| 54\(4\), 54\(5\)\(a\), 54\(5\)\(c\), 54\(6\)/,
    );
  });

  it('does not fill a gap: neither a draft nor what the register holds stands in its place', async () => {
    const { state } = workspace();
    const report = await buildReport(state, request());
    expect(words(report, '54(7)')).toContain('Nothing is said on this. Reason: Next month');
    expect(words(report, '54(7)')).not.toContain('A draft.');
    expect(words(report, '54(5)(c)')).not.toContain('Hotline');
  });

  it('prints what an answer rests on with its sources, and whether it is in another language', async () => {
    const { state, policy } = workspace();
    const report = await buildReport(state, request());
    expect(words(report, '54(5)(b)')).toMatch(/Policy \| Human rights policy \| since 2015, Quay Lines/);
    expect(words(report, '54(5)(f)')).toContain('21,150 [1]');
    expect(words(report, 'sources')).toContain('Page of the company');
    expect(words(report, '54(5)(d)')).toContain(
      '日本語のみ。\nThis text has not been written in the language',
    );
    const leftOut = state.answers.map((one) => ({
      ...one,
      leftOut: [{ to: 'instrument' as const, id: policy.id }],
    }));
    const without = await buildReport({ ...state, answers: leftOut }, request());
    expect(words(without, '54(5)(b)')).not.toContain('Human rights policy');
  });

  it('tells who approved it, and says what is not noted', async () => {
    const { state } = workspace();
    expect(words(await buildReport(state, request()), 'approval')).toBe(
      'Approved by: Board of Directors, 30 September 2020\nSigned by: Not stated\nPublished at: Not stated',
    );
  });

  it('names nobody against the policy, and withholds a small count from an internal list', async () => {
    const { state } = workspace();
    const report = await buildReport(state, request());
    expect(words(report, '54(5)(d)')).toContain('[name withheld] asks that fees be repaid.');
    expect(words(report, '54(5)(e)')).toMatch(/Reports .* x$/m);
    expect(words(report, 'coverage')).toContain('One figure is withheld');
    const told = await buildReport(workspace(42).state, request());
    expect(words(told, '54(5)(e)')).toContain('42 [');
  });

  it('leaves out what rests on words off the record, and counts it for the writer', async () => {
    const { state } = workspace();
    const dialogues = state.dialogues.map((one) => ({ ...one, attribution: 'off-record' as const }));
    const report = await buildReport({ ...state, dialogues }, request());
    expect(words(report, '54(5)(d)')).not.toContain('fees');
    expect(report.omissions).toContainEqual({ reason: 'off-record-row', count: 1 });
  });

  it.each(['en', 'ja'] as const)('is a valid document in “%s”', async (language) => {
    const { state } = workspace();
    for (const subjectId of [SUBJECT, statementId('ungp-31', { of: null, fiscalYear: 2019 })]) {
      const report = await buildReport(state, request({ language, subjectId }));
      expect(lintDocx(await writeDocx(report, {}))).toEqual([]);
    }
  });

  it('lets none of 1,000 names and 200 small counts out', async () => {
    const { state, dialogue, hotline } = workspace();
    const [turn] = state.turns;
    const names = Array.from({ length: 1000 }, (_, index) => `Xaviero Zymotic${letters(index)}`);
    const people = names.map((name) =>
      speaker({ dialogueId: dialogue.id, name, label: name, external: true }),
    );
    const [advice] = state.advice;
    if (!advice || !turn) throw new Error('no advice');
    const many = names.map((name) => ({ ...advice, id: newId(), restatement: `${name} warned us.` }));
    const list = state.sources[0]?.id ?? '';
    const counted = Array.from({ length: 200 }, (_, index) => {
      const indicator = blankIndicator({
        id: newId(),
        name: { en: `Kind ${letters(index)}` },
        unit: 'cases',
      });
      const figure = blankFigure({
        ...{ id: newId(), at: AT, indicatorId: indicator.id, via: hotline.id, value: 1 + (index % 4) },
        cited: { sourceId: list, passageId: null, locator: '', asStated: '' },
        period: { fiscalYear: 2019 },
      });
      return { indicator, figure };
    });
    const seeded: WorkspaceState = {
      ...state,
      participants: [...state.participants, ...people],
      advice: many,
      indicators: counted.map(({ indicator }) => indicator),
      figures: counted.map(({ figure }) => figure),
      arrangements: state.arrangements.map((one, index) => ({ ...one, remit: { en: names[index] ?? '' } })),
      answers: state.answers.map((one) => ({
        ...one,
        text: { en: `We thank ${names[7]} and ${names[900]}.` },
        uses: many.map(({ id }) => ({ to: 'advice' as const, id })).slice(0, 40),
      })),
    };
    for (const [kind, subjectId] of [
      ['statement', SUBJECT],
      ['human-rights', '2019'],
    ] as const) {
      const text = await everyWord(seeded, { kind, subjectId });
      expect(text).not.toContain('Zymotic');
      const { sections } = await buildReport(seeded, request({ kind, subjectId }));
      const rows = sections
        .flatMap(({ blocks }) => blocks)
        .flatMap((block) => (block.kind === 'table' ? block.rows : []))
        .map((row) => row.map(cellWords))
        .filter(([name]) => name?.startsWith('Kind'));
      expect(rows.length).toBeGreaterThanOrEqual(200);
      expect(rows.filter((row) => row.at(-1) !== 'x')).toEqual([]);
    }
  });

  it('is written of any answers, and every section has its number', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 6 }),
        async (texts) => {
          const { state } = workspace();
          const answers = state.answers.map((one, index) => ({ ...one, text: { en: texts[index] ?? '' } }));
          const report = await buildReport({ ...state, answers }, request());
          expect(lintDocx(await writeDocx(report, {}))).toEqual([]);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('the human-rights page of a year', () => {
  const page = (state: WorkspaceState, fields: Partial<ReportRequest> = {}) =>
    buildReport(state, request({ kind: 'human-rights', subjectId: '2019', ...fields }));

  it('prints what the register holds, and lists to the writer what it does not', async () => {
    const { state } = workspace();
    const report = await page(state);
    expect(report.sections.map(({ id }) => id)).toEqual([
      ...[
        'policies',
        'channels',
        'activities',
        'statements',
        'training',
        'grievances',
        'counting',
        'sources',
      ],
    ]);
    expect(report.missing).toEqual(['Promotion framework', 'Supply chain', 'Participation in initiatives']);
    expect(words(report, 'training')).toContain('21,150');
    expect(words(report, 'statements')).toContain('Approval: Board of Directors');
    expect(words(report, 'grievances')).not.toMatch(/\b3\b/);
    expect((await page(state, { language: 'ja' })).missing[0]).toBe('推進体制');
  });

  it('tells nothing of what was found at others or asked by others', async () => {
    const { state } = workspace();
    const entry = (kind: 'finding' | 'request' | 'milestone', text: string) =>
      blankEntry({ id: newId(), kind, text, when: '2019-12', ...AUTHOR });
    const entries = [
      entry('finding', 'Passports kept'),
      entry('request', 'A question'),
      entry('milestone', 'Fees repaid'),
    ];
    const report = await page({ ...state, entries });
    expect(words(report, 'activities')).toContain('Milestone: Fees repaid');
    expect(words(report, 'activities')).not.toMatch(/Passports|question/);
  });

  it('refuses a year of which the register holds nothing', async () => {
    const { state } = workspace();
    const bare = { ...state, instruments: [], arrangements: [], dialogues: [], figures: [], entries: [] };
    await expect(page(bare)).rejects.toMatchObject({ problem: { code: 'register-empty' } });
  });
});

/** A number as letters: names are no numbers. */
function letters(index: number): string {
  return [...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}
