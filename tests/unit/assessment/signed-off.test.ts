import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { methodNote } from '#shared/assessment/method-note.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { applyChanges, type IndexedState, indexState, plainState } from '#shared/change/state.ts';
import { LENS_IDS } from '#shared/chart/lens.ts';
import { matrixOfRound } from '#shared/chart/matrix-of-round.ts';
import { svgOf } from '#shared/chart/svg.ts';
import { setMemo } from '#shared/edit/coding.ts';
import { closeDoubt, updateDialogue } from '#shared/edit/dialogue.ts';
import { applyCorrections, findHits, keepCorrection, removeCorrection } from '#shared/edit/glossary.ts';
import { describeImpact } from '#shared/edit/impact.ts';
import { changeIndicator } from '#shared/edit/indicator.ts';
import { moveIssue, renameIssue, reviveIssue, updateIssue, writeIssueText } from '#shared/edit/issue.ts';
import { keepLayout, removeLayout, renameLayout } from '#shared/edit/kept-layout.ts';
import { addPerson, changeParticipant, unlinkParticipant, writePersonText } from '#shared/edit/person.ts';
import { remark, setNature, unfinish } from '#shared/edit/rating.ts';
import { recodeAll } from '#shared/edit/recode.ts';
import { acceptAll, reconcile } from '#shared/edit/reconcile.ts';
import { changeRound, moveToStage, startFrom } from '#shared/edit/round.ts';
import { changeAssessor } from '#shared/edit/round-assessors.ts';
import { removeSearch, renameSearch, saveSearch, updateSearch } from '#shared/edit/saved-search.ts';
import { removeView, updateView } from '#shared/edit/view.ts';
import { newId } from '#shared/model/basics.ts';
import { TABLE_NAMES, type WorkspaceState } from '#shared/model/tables.ts';
import { boardOf } from '#shared/report/board.ts';
import { buildReport } from '#shared/report/build.ts';
import { ROUND_PICTURES } from '#shared/report/document.ts';
import { pictureOf } from '#shared/report/pictures.ts';
import { type Attempt, EDITS, type Edit, edited } from '../../fixtures/edits.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const sample = JSON.parse(
  readFileSync(path.join(root, 'resources/sample/sample.json'), 'utf8'),
) as WorkspaceState;
const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };
const LATER = { by: 'Sol', at: '2025-02-02T00:00:00.000Z' };
const ROUND = sample.rounds[0]?.id ?? '';

function editing(state: IndexedState) {
  return async <R>(recipe: (draft: Draft) => Promise<R>): Promise<R> => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    applyChanges(state, await draft.finish());
    return result;
  };
}

/** The sample with its later round closed; the earlier one is, as an office has them after two years. */
async function closed() {
  const state = indexState(structuredClone(sample));
  const edit = editing(state);
  await edit((draft) => moveToStage(draft, ROUND, 'closed', AUTHOR));
  return { state, edit };
}

const LANGUAGES = ['en', 'ja'] as const;

/** What is drawn or written of a round, but for the page of amendments: all of it, or one of each kind. */
async function printed(state: WorkspaceState, much: 'all' | 'some' = 'all'): Promise<Record<string, string>> {
  const out: Record<string, string> = {};
  const roundId = ROUND;
  out.note = JSON.stringify(methodNote(state, roundId));
  if (much === 'some') {
    out.report = JSON.stringify(await reportOf(state, 'en'));
    out.board = svgOf(boardOf(state, { roundId, language: 'ja', paper: 'A4', writtenAt: AUTHOR.at }).scene);
    out.change = svgOf(matrixOfRound(state, roundId, 'ja', { lens: 'change' }));
    return out;
  }
  for (const language of LANGUAGES) {
    out[`report ${language}`] = JSON.stringify(await reportOf(state, language));
    for (const paper of ['A4', 'A3'] as const)
      out[`board ${paper} ${language}`] = svgOf(
        boardOf(state, { roundId, language, paper, writtenAt: AUTHOR.at }).scene,
      );
    for (const lens of LENS_IDS)
      out[`matrix ${lens} ${language}`] = svgOf(matrixOfRound(state, roundId, language, { lens }));
    for (const name of ROUND_PICTURES)
      out[`picture ${name} ${language}`] = svgOf(pictureOf(state, roundId, language, name));
  }
  return out;
}

async function reportOf(state: WorkspaceState, language: 'en' | 'ja') {
  const { sections, ...report } = await buildReport(state, {
    kind: 'materiality',
    subjectId: ROUND,
    language,
    creator: '',
    writtenAt: AUTHOR.at,
    pictures: ROUND_PICTURES,
    sections: 'all',
  });
  return { ...report, sections: sections.filter(({ id }) => id !== 'amendments') };
}

/** Edits that the other properties do not make: with theirs, all that there are. */
const MORE: Readonly<Record<string, Edit>> = {
  correct: (draft, p) => {
    const { dialogueId } = p.row('turns');
    const turns = p.all('turns').filter((turn) => turn.dialogueId === dialogueId);
    const term = { id: newId(), wrong: 'rights', right: 'claims', note: '' };
    return applyCorrections(draft, dialogueId, findHits(turns, [term]));
  },
  describeImpact: (draft, p) => {
    const { roundId, issueId } = p.place();
    return describeImpact(draft, roundId, issueId, { affected: { en: 'Crews at sea' } }, LATER);
  },
  setMemo: (draft, p) => setMemo(draft, p.row('codings').id, 'A memo'),
  closeDoubt: (draft, p) => closeDoubt(draft, p.row('dialogues').id, 'doubt'),
  updateDialogue: (draft, p) => updateDialogue(draft, p.row('dialogues').id, { title: 'Another title' }),
  changeIndicator: (draft, p) => {
    const { id, ...indicator } = p.row('indicators');
    const { definition, unit, unitName, over, good, base, breakdowns, noTargetWhy } = indicator;
    return changeIndicator(draft, id, {
      ...{ definition, unit, unitName, over, good, base, breakdowns, noTargetWhy },
      name: { en: `Renamed ${p.number(99)}` },
    });
  },
  keepCorrection: (draft, p) =>
    keepCorrection(draft, { wrong: `Nek${p.number(99)}`, right: 'NEC', note: '' }),
  removeCorrection: (draft, p) => removeCorrection(draft, p.row('glossary').id),
  moveIssue: (draft, p) => moveIssue(draft, p.row('issues').id, { category: 'general', beforeId: null }),
  renameIssue: (draft, p) => renameIssue(draft, p.row('issues').id, 'en', `Renamed ${p.number(99)}`),
  reviveIssue: (draft, p) =>
    reviveIssue(draft, p.one(p.all('issues').filter(({ retiredAfter }) => retiredAfter !== null)).id),
  updateIssue: (draft, p) => updateIssue(draft, p.row('issues').id, { riskSources: [] }),
  writeIssueText: (draft, p) => writeIssueText(draft, p.row('issues').id, 'definition', 'en', 'Other words'),
  keepLayout: (draft, p) =>
    keepLayout(
      draft,
      `Minutes ${p.number(99)}`,
      [
        {
          before: [],
          between: [],
          below: false,
          inTable: false,
          lengths: [1],
          names: 'any',
          withWords: true,
          exact: false,
          shown: [],
          nobody: [],
        },
      ],
      LATER,
    ),
  renameLayout: (draft, p) => renameLayout(draft, p.row('layouts').id, 'Other minutes'),
  removeLayout: (draft, p) => removeLayout(draft, p.row('layouts').id),
  addPerson: async (draft) =>
    addPerson(draft, {
      name: { en: 'Tarek Haddad' },
      reading: '',
      aliases: [],
      title: {},
      organisation: {},
      organisationId: null,
      kind: 'ngo',
    }),
  changeParticipant: (draft, p) =>
    changeParticipant(draft, p.row('participants').id, { voice: 'rightsholder', title: 'Somebody else' }),
  unlinkParticipant: (draft, p) => unlinkParticipant(draft, p.row('participants').id),
  writePersonText: (draft, p) => writePersonText(draft, p.row('persons').id, 'title', 'en', 'Chair'),
  remark: (draft, p) => remark(draft, p.place(), { rationale: 'Other reasons' }, LATER.at),
  setNature: (draft, p) => setNature(draft, p.place(), 'actual', LATER.at),
  unfinish: (draft, p) => {
    const { roundId, assessorId } = p.place();
    return unfinish(draft, roundId, assessorId, LATER);
  },
  recodeAll: (draft, p) => recodeAll(draft, [p.row('codings').id], p.row('issues').id),
  reconcile: (draft, p) => reconcile(draft, { a: [{ coding: p.row('codings') }] as never, b: [] }, 'neither'),
  acceptAll: (draft, p) => {
    const coding = p.row('codings');
    return acceptAll(draft, [{ a: [{ coding }] as never, b: [] }], coding.issueId);
  },
  changeAssessor: (draft, p) => {
    const { roundId, assessorId } = p.place();
    return changeAssessor(
      draft,
      roundId,
      assessorId,
      { voice: 'expert', name: `Somebody ${p.number(9)}` },
      { ...LATER, why: 'Asked for' },
    );
  },
  changeRound: (draft, p) =>
    changeRound(
      draft,
      p.row('rounds').id,
      {
        fiscalYear: 2017,
        thresholds: { severe: 3, likely: 2, floor: 3, topThemes: 1, nearBand: 0 },
      },
      { ...LATER, why: 'Asked for' },
    ),
  saveSearch: (draft, p) =>
    saveSearch(
      draft,
      `Fees ${p.number(99)}`,
      { query: 'fees', chosen: {}, sort: 'date', synonyms: true },
      LATER,
    ),
  renameSearch: (draft, p) => renameSearch(draft, p.row('searches').id, 'Wages'),
  updateSearch: (draft, p) =>
    updateSearch(draft, p.row('searches').id, { query: 'wages', chosen: {}, sort: 'date', synonyms: false }),
  removeSearch: (draft, p) => removeSearch(draft, p.row('searches').id),
  updateView: (draft, p) => updateView(draft, p.row('views').id, { name: 'Another view' }),
  removeView: (draft, p) => removeView(draft, p.row('views').id),
};
const ALL: Readonly<Record<string, Edit>> = { ...EDITS, ...MORE };

/** What takes a draft in `shared/edit` and is no edit that a person makes, with what it is. */
const NO_EDITS: Readonly<Record<string, string>> = {
  acceptOffers: 'adds and restates figures, which addFigure and restateFigure do',
  addParticipant: 'part of an import',
  anchorOfSelection: 'reads',
  bringCommitments: 'part of bringing what earlier versions kept',
  bringEarlier: 'brings what earlier versions kept, in edit/commitment.test.ts',
  bringFigures: 'tried with what earlier versions signed off, in figures/converted.test.ts',
  codingsMet: 'reads',
  forgetPassage: 'part of letting a passage go',
  forgetRow: 'part of letting a row go',
  idAt: 'reads',
  indicatorOfToday: 'part of writing a figure',
  joinImpacts: 'part of merging issues',
  keepCloser: 'part of coding',
  mergeCopy: 'brings codings, which codeSelection does',
  mergeRatings: 'brings ratings, which answer and remark do',
  newDialogue: 'part of an import',
  passageAt: 'part of coding',
  pointElsewhere: 'part of merging issues or persons',
  recordRound: 'part of moving a round',
  relocateIn: 'part of correcting a text',
  removeIfUnused: 'part of removing an indicator or its last row',
  removeMadeIn: 'part of removing advice or a dialogue',
  rewriteTurn: 'part of correcting a text',
  signOff: 'part of moving a round',
  turnsInOrder: 'reads',
};

/** Which rows an edit picks: far enough apart to meet old and new ones. */
const PICKS = Array.from({ length: 40 }, (_, row) =>
  Array.from({ length: 6 }, (_, column) => (row * (7 + column * 4) + column * row * row) % 211),
);

/** A closed round, one after it that is rated and one that is set up, and a dialogue that is in none. */
async function world() {
  const { state, edit } = await closed();
  await edit((draft) =>
    startFrom(
      draft,
      ROUND,
      { fiscalYear: 2020, name: { en: 'Next' }, keepAssessors: true, stage: 'rating' },
      LATER,
    ),
  );
  await edit((draft) =>
    startFrom(draft, ROUND, { fiscalYear: 2021, name: { en: 'After it' }, keepAssessors: true }, LATER),
  );
  for (const [id, dialogue] of state.dialogues) {
    const doubt = { key: 'doubt', code: 'name', label: '', text: '', turnId: null };
    state.dialogues.set(id, { ...dialogue, openDoubts: [doubt] } as never);
  }
  const plain = plainState(state);
  const stamp = { id: newId(), at: LATER.at, actor: 'Ren', device: newId() };
  const journal = [firstEntry(plain, 'NEC', stamp)];
  // What some edits act on, others have to make first.
  const first = [
    'importDialogue',
    'retireIssue',
    'keepLayout',
    'saveSearch',
    'keepCorrection',
    'advise',
    'tell',
    'addTheme',
    'addPerson',
    'mergePersons',
    'finish',
    'withdrawAssessor',
    'recuse',
  ];
  return edited(
    first.flatMap((name) => attempts(name).slice(0, 8)),
    undefined,
    { state: plain, journal },
    ALL,
  );
}

function attempts(edit: string): Attempt[] {
  return PICKS.map((picks) => ({ edit, picks }));
}

describe('the report of a signed-off round', () => {
  let start: Awaited<ReturnType<typeof world>>;
  let before: Awaited<ReturnType<typeof printed>>;
  beforeAll(async () => {
    start = await world();
    before = await printed(start.state, 'some');
  });

  it('is tried with every edit that there is', async () => {
    const folder = path.join(root, 'shared/edit');
    const edits: string[] = [];
    for (const file of readdirSync(folder))
      for (const [name, value] of Object.entries(await import(path.join(folder, file))))
        if (typeof value === 'function' && /^(async )?function\s*\w*\s*\(draft\b/.test(String(value)))
          edits.push(name);
    expect(edits.length).toBeGreaterThan(70);
    const tried = ['tests/fixtures/edits.ts', 'tests/unit/assessment/signed-off.test.ts']
      .map((file) => readFileSync(path.join(root, file), 'utf8'))
      .join('\n');
    const missing = edits.filter((name) => !new RegExp(`\\b${name}\\(`).test(tried));
    expect(missing.sort()).toEqual(Object.keys(NO_EDITS).sort());
  });

  it.each(Object.keys(ALL))('is the same after “%s”', async (name) => {
    let now: Awaited<ReturnType<typeof world>> = start;
    let made = 0;
    for (const attempt of attempts(name)) {
      const after = await edited([attempt], undefined, now, ALL);
      // A round that is reopened is no longer signed off.
      if (after.made.length === 0 || !isStillSignedOff(after.state)) continue;
      now = after;
      if (++made === 2) break;
    }
    expect([name, made > 0]).toEqual([name, true]);
    expect(await printed(now.state, 'some')).toEqual(before);
  });

  it('is the same after all of them, in both languages, with every picture', async () => {
    const all = Object.keys(ALL).filter((name) => name !== 'move');
    const after = await edited(
      all.flatMap((name) => attempts(name).slice(1, 4)),
      undefined,
      start,
      ALL,
    );
    expect(after.made.length).toBeGreaterThan(100);
    expect(isStillSignedOff(after.state)).toBe(true);
    expect(await printed(after.state)).toEqual(await printed(start.state));
  });

  it('rests on its record alone', async () => {
    const alone = Object.fromEntries(TABLE_NAMES.map((table) => [table, []])) as unknown as WorkspaceState;
    const rounds = start.state.rounds.filter(({ id }) => id === ROUND);
    const whole = await printed(start.state);
    expect(await printed({ ...alone, rounds, records: start.state.records })).toEqual(whole);
  });
});

/** Whether the round is closed by the record that it was closed with. */
function isStillSignedOff(state: WorkspaceState): boolean {
  const own = state.records.filter((one) => one.roundId === ROUND && one.kind === 'closed');
  return own.length === 1 && state.rounds.some(({ id, stage }) => id === ROUND && stage === 'closed');
}
