import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { newId } from '#shared/model/basics.ts';
import { blankEntry, type Entry } from '#shared/model/entry.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { upgradeState } from '#shared/model/upgrade.ts';
import { writeDocx } from '#shared/report/docx/write.ts';
import { checkedReport } from '#shared/report/index.ts';
import { yearSummary } from '#shared/report/model/year.ts';
import { makeDialogue, makeTurn } from '../../fixtures/state.ts';
import { lintDocx } from './docx-lint.ts';

const SAMPLE = path.join(import.meta.dirname, '..', '..', '..', 'resources', 'sample', 'sample.json');
const AT = '2021-04-01T09:00:00.000Z';
/** Fiscal years by the calendar year in which they begin: NEC's FY2020 and FY2021. */
const [FY2020, FY2021] = [2019, 2020];

/** The sample with what its page, its dialogue and a later dialogue say of the guidelines and the declaration (W11). */
async function withEntries(attribution: 'named' | 'off-record' = 'named') {
  const state = upgradeState(JSON.parse(await readFile(SAMPLE, 'utf8')) as WorkspaceState);
  const guidelines = state.arrangements.find(({ name }) =>
    name.en?.startsWith('Declaration of business partners'),
  );
  const [first] = state.dialogues;
  const page = state.sources[0];
  const later = makeDialogue({ title: 'Second talks', date: '2021-02', attribution });
  const said = (dialogueId: string, text: string) => {
    const turn = makeTurn(dialogueId, { text, order: 99 });
    const passage = {
      ...{ id: newId(), dialogueId, turnId: turn.id, start: 0, end: text.length, quote: text },
      ...{ before: '', after: '', attribution: null, state: 'anchored' as const },
    };
    return { turn, passage };
  };
  const here = said(first?.id ?? '', 'A declaration is being drafted this year.');
  const there = [
    said(later.id, 'The guidelines were revised in fiscal 2021.'),
    said(later.id, 'Suppliers are asked to sign in fiscal 2021.'),
  ];
  const entry = (kind: Entry['kind'], fiscalYear: number, text: string, fields: Partial<Entry>) =>
    blankEntry({
      ...{ id: newId(), kind, fiscalYear, text, by: 'Ren', at: AT },
      arrangementId: guidelines?.id ?? null,
      ...fields,
    });
  const onPage = { sourceId: page?.id ?? null, locator: 'Responsible business conduct' };
  return {
    ...state,
    dialogues: [...state.dialogues, later],
    turns: [...state.turns, here.turn, ...there.map(({ turn }) => turn)],
    passages: [...state.passages, here.passage, ...there.map(({ passage }) => passage)],
    entries: [
      entry('revision', FY2020, 'Guidelines renewed', onPage),
      entry('revision', FY2021, 'Guidelines revised', { passageId: there[0]?.passage.id ?? null }),
      entry('milestone', FY2021, 'Declaration of suppliers', { ...onPage, phase: 'planned' }),
      entry('milestone', FY2020, 'Declaration drafted', { passageId: here.passage.id }),
      entry('request', FY2021, 'Declaration asked for', { passageId: there[1]?.passage.id ?? null }),
    ],
  } satisfies WorkspaceState;
}

it.each([
  ['en', ['FY2020', 'FY2021']],
  ['ja', ['2019年度', '2020年度']],
] as const)(
  'dates that sources give differently stand side by side, each with its source (%s, W11)',
  async (language, [early, late]) => {
    const state = await withEntries();
    const summary = yearSummary(state, FY2020, language);
    const [subject, ...others] = summary.entries;
    expect(others).toEqual([]);
    expect(subject?.entries.map(({ kind, phase, text, when }) => [kind, phase, text, when])).toEqual([
      ['revision', 'done', 'Guidelines renewed', early],
      ['milestone', 'done', 'Declaration drafted', early],
      ['revision', 'done', 'Guidelines revised', late],
      ['milestone', 'planned', 'Declaration of suppliers', late],
      ['request', 'done', 'Declaration asked for', late],
    ]);
    expect(subject?.entries.map(({ isDisputed }) => isDisputed)).toEqual([true, false, true, false, false]);
    for (const { source } of subject?.entries ?? []) expect(summary.sources.get(source ?? '')).toBeTruthy();
    const { document, leaks } = await checkedReport(state, {
      ...{ kind: 'year', subjectId: String(FY2020), language, creator: '', writtenAt: AT, pictures: [] },
    });
    expect(leaks).toEqual([]);
    const section = document.sections.find(({ id }) => id === 'entries');
    const table = section?.blocks[0];
    if (table?.kind !== 'table') throw new Error('no table');
    // Every row has its date and a citation beside it.
    for (const row of table.rows) expect(JSON.stringify(row.slice(2))).toMatch(/20\d\d.*"cite"/);
    const bytes = await writeDocx(document, {});
    expect(lintDocx(bytes)).toEqual([]);
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    for (const { text } of state.entries) expect(xml).toContain(text);
  },
);

it('what was said off the record is told nowhere', async () => {
  const { entries } = yearSummary(await withEntries('off-record'), FY2020, 'en');
  // Nor that it differs from what is told.
  expect(entries.some((one) => one.entries.some(({ isDisputed }) => isDisputed))).toBe(false);
  const texts = entries.flatMap((one) => one.entries.map(({ text }) => text));
  expect(texts).toEqual(['Guidelines renewed', 'Declaration drafted', 'Declaration of suppliers']);
});

it('a date without a source says so', async () => {
  const state = await withEntries();
  const bare = {
    ...state,
    entries: state.entries.map((one) => ({ ...one, sourceId: null, passageId: null })),
  };
  const { document } = await checkedReport(bare, {
    ...{ kind: 'year', subjectId: String(FY2020), language: 'en', creator: '', writtenAt: AT, pictures: [] },
  });
  const section = JSON.stringify(document.sections.find(({ id }) => id === 'entries'));
  expect(section.match(/none named/g)).toHaveLength(5);
});
