import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { translator } from '#shared/i18n/index.ts';
import { newId } from '#shared/model/basics.ts';
import { buildReport, type ReportRequest } from '#shared/report/build.ts';
import { commonOf, condensed } from '#shared/report/condense.ts';
import type { Block, ReportDocument } from '#shared/report/document.ts';
import { writeDocx } from '#shared/report/docx/write.ts';
import { PRESETS } from '#shared/report/presets.ts';
import { withSources } from '#shared/report/sources.ts';
import { makeDialogue, makeIssue } from '../../fixtures/state.ts';
import { lintDocx } from './docx-lint.ts';
import { AT, assessedWorkspace, makeAdvice, promisedApart, speaker, workspaceOf } from './workspace.ts';

const t = translator('en');
const request = (
  fields: Pick<ReportRequest, 'kind' | 'subjectId'> & Partial<ReportRequest>,
): ReportRequest => ({
  language: 'en',
  creator: '',
  writtenAt: AT,
  pictures: ['matrix'],
  ...fields,
});
const idsOf = ({ sections }: ReportDocument) => sections.map(({ id }) => id);
const textOf = (report: ReportDocument) => JSON.stringify(report);

/** A dialogue on two themes, one piece of advice answered, one not; and the dialogue of the year before. */
function talks() {
  const osei = speaker();
  const fees = makeIssue({ name: { en: 'Recruitment fees' } });
  const hours = makeIssue({ code: 'hours', order: 1, name: { en: 'Working hours' } });
  const state = workspaceOf(
    { title: 'Talks', date: '2024-06', fiscalYear: 2024 },
    [osei],
    [fees, hours],
    [
      {
        issueIds: [fees.id],
        restatement: 'Repay the fees.',
        response: 'The company agrees.',
        commitment: 'Repay within a year.',
        owner: 'Crewing',
        due: '2025-03',
        sayings: [{ speaker: osei, words: 'Repay what they paid.' }],
      },
      {
        issueIds: [hours.id],
        restatement: 'Let people rest.',
        sayings: [{ speaker: osei, words: 'Rest is not optional.' }],
      },
    ],
  );
  const before = makeDialogue({ title: 'Earlier talks', date: '2023-06', fiscalYear: 2023 });
  const passages = state.passages.slice(0, 1).map((one) => ({ ...one, id: newId(), dialogueId: before.id }));
  const earlier = makeAdvice(before.id, {
    passageIds: passages.map(({ id }) => id),
    restatement: 'Open a contact point.',
    commitment: 'A contact point in every port.',
    status: 'done',
  });
  const later = promisedApart([earlier]);
  return {
    ...state,
    themes: [
      {
        id: newId(),
        code: 'hiring',
        order: 0,
        name: { en: 'Hiring' },
        definition: {},
        issueIds: [fees.id],
      },
    ],
    dialogues: [...state.dialogues, before],
    passages: [...state.passages, ...passages],
    advice: [...state.advice, ...later.advice],
    commitments: [...state.commitments, ...later.commitments],
  };
}

describe('presets', () => {
  it('of a round are choices of its sections, in one order', async () => {
    const { state, round } = assessedWorkspace();
    const of = async (preset: (typeof PRESETS)[number]) =>
      idsOf(await buildReport(state, request({ kind: 'materiality', subjectId: round.id, preset })));
    expect(await of('one-page')).toEqual(['result', 'matrix', 'shortlist', 'sources']);
    expect(await of('board')).toEqual(['result', 'matrix', 'issues', 'limits', 'sources']);
    const full = await of('full');
    expect(full).toEqual(expect.arrayContaining(['method', 'agreement', 'ratings', 'scales']));
    expect(full).not.toContain('shortlist');
  });

  it('of a dialogue tell what was discussed by theme, with the measures, and what came of the one before', async () => {
    const state = talks();
    const of = (preset: (typeof PRESETS)[number]) =>
      buildReport(state, request({ kind: 'dialogue', subjectId: state.dialogue.id, preset }));
    expect(idsOf(await of('one-page'))).toEqual(['overview', 'discussed', 'since', 'sources']);
    expect(idsOf(await of('board'))).toEqual([
      'overview',
      'participants',
      'discussed',
      'since',
      'about',
      'sources',
    ]);
    const { sections } = await of('full');
    const discussed = JSON.stringify(sections.find(({ id }) => id === 'discussed'));
    for (const told of [
      'Hiring',
      'Repay the fees.',
      'The company agrees.',
      'Repay within a year.',
      'March 2025',
    ])
      expect(discussed).toContain(told);
    // Of no theme: told under its issue, and that nobody answered is told once for all.
    expect(discussed).toContain('Working hours');
    expect(discussed).toContain('no response recorded yet');
    const since = JSON.stringify(sections.find(({ id }) => id === 'since'));
    for (const told of ['Earlier talks', 'Open a contact point.', 'A contact point in every port.', 'Done'])
      expect(since).toContain(told);
  });

  it('leave what is ticked by hand to the person', async () => {
    const { state, round } = assessedWorkspace();
    const report = await buildReport(
      state,
      request({
        kind: 'materiality',
        subjectId: round.id,
        preset: 'one-page',
        sections: { scales: true, matrix: false },
      }),
    );
    expect(idsOf(report)).toEqual(['result', 'shortlist', 'scales', 'sources']);
  });

  it('leave out what has nothing to say, and do not refer to it', async () => {
    const { state, round } = assessedWorkspace();
    const report = await buildReport(state, request({ kind: 'materiality', subjectId: round.id }));
    for (const id of ['decisions', 'followed', 'changes']) expect(idsOf(report)).not.toContain(id);
    expect(textOf(report)).not.toContain('“What has changed”');
  });

  it('put statistics into an appendix behind everything else', async () => {
    const { state, round } = assessedWorkspace();
    const { sections } = await buildReport(state, request({ kind: 'materiality', subjectId: round.id }));
    const places = sections.map(({ appendix }) => appendix === true);
    const own = places.slice(places.indexOf(true), places.lastIndexOf(true) + 1);
    expect(own.every(Boolean)).toBe(true);
    expect(sections.slice(places.lastIndexOf(true) + 1).map(({ id }) => id)).toEqual(['sources']);
  });
});

describe('what is true of all rows', () => {
  const table = (rows: readonly (readonly string[])[]): Block => ({
    kind: 'table',
    caption: 'Caption',
    columns: [
      { head: 'Issue', share: 1 },
      { head: 'Tier', share: 1 },
      { head: 'Owner', share: 1 },
    ],
    rows,
    note: 'A note.',
  });

  it('is told once below the table; where nothing is said, nothing is told', () => {
    expect(
      condensed(
        table([
          ['Fees', '1', '–'],
          ['Hours', '1', '–'],
        ]),
        t,
      ),
    ).toMatchObject({
      columns: [{ head: 'Issue' }],
      rows: [['Fees'], ['Hours']],
      note: 'All rows – Tier: 1. A note.',
    });
  });

  it('stays where rows differ, where there is one row alone, and in what is a scale', () => {
    const differs = table([
      ['Fees', '1', 'A'],
      ['Hours', '2', 'B'],
    ]);
    const alone = table([['Fees', '1', '–']]);
    const whole = {
      ...table([
        ['Fees', '1', '–'],
        ['Hours', '1', '–'],
      ]),
      whole: true,
    } as Block;
    for (const block of [differs, alone, whole]) expect(condensed(block, t)).toBe(block);
  });

  it('of lists is what all of them hold', () => {
    expect(
      commonOf([
        ['a', 'b'],
        ['b', 'c'],
      ]),
    ).toEqual({ common: ['b'], own: [['a'], ['c']] });
    expect(commonOf([['a']])).toEqual({ common: [], own: [['a']] });
  });
});

describe('sources', () => {
  it('are numbered as they are cited first, once each; what is none is left out', () => {
    const block: Block = {
      kind: 'list',
      items: [
        ['One', { text: '', cite: 'b' }, { text: '', cite: 'same as b' }, 'again', { text: '', cite: 'b' }],
        ['Two', { text: '', cite: 'a' }, { text: '', cite: 'unknown' }],
      ],
    };
    const sections = withSources(
      [{ id: 'one', title: 'One', blocks: [block] }],
      new Map([
        ['a', 'Ratings'],
        ['b', 'Turn 3'],
        ['same as b', 'Turn 3'],
      ]),
      { note: '', running: false },
      t,
    );
    expect(sections[0]?.blocks[0]).toMatchObject({
      items: [
        ['One', { cite: 'b', text: '[1]' }, 'again', { cite: 'b', text: '[1]' }],
        ['Two', { cite: 'a', text: '[2]' }],
      ],
    });
    expect(sections.at(-1)?.blocks).toEqual([
      {
        kind: 'sources',
        sources: [
          { id: 'b', label: '[1]', text: 'Turn 3' },
          { id: 'a', label: '[2]', text: 'Ratings' },
        ],
      },
    ]);
  });

  it('name who spoke no further than the policy of the dialogue lets it be told', async () => {
    const state = talks();
    const guarded = {
      ...state,
      dialogues: state.dialogues.map((one) => ({ ...one, attribution: 'role' as const })),
    };
    const report = await buildReport(guarded, request({ kind: 'dialogue', subjectId: state.dialogue.id }));
    const sources = JSON.stringify(report.sections.find(({ id }) => id === 'sources'));
    expect(sources).toContain('Turn 1: ');
    expect(sources).not.toContain('Osei');
  });

  it.each(PRESETS)('every link of a Word file leads to a bookmark that it has (%s)', async (preset) => {
    const { state, round } = assessedWorkspace();
    const talk = talks();
    for (const [rows, kind, subjectId] of [
      [state, 'materiality', round.id],
      [talk, 'dialogue', talk.dialogue.id],
    ] as const) {
      const bytes = await writeDocx(await buildReport(rows, request({ kind, subjectId, preset })), {});
      expect(lintDocx(bytes)).toEqual([]);
      const document = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
      const all = (pattern: RegExp) => [...document.matchAll(pattern)].map(([, found = '']) => found);
      const names = all(/<w:bookmarkStart[^>]*w:name="([^"]*)"/g);
      const numbers = all(/<w:bookmarkStart[^>]*w:id="([^"]*)"/g);
      const anchors = all(/<w:hyperlink[^>]*w:anchor="([^"]*)"/g);
      expect(anchors.length).toBeGreaterThan(0);
      for (const anchor of anchors) expect(names).toContain(anchor);
      expect(new Set(names).size).toBe(names.length);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(names.every((name) => name.length <= 40)).toBe(true);
      expect(all(/<w:bookmarkEnd[^>]*w:id="([^"]*)"/g)).toEqual(numbers);
    }
  });
});
