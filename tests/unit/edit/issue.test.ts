import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invert } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, type IndexedState, indexState, plainState } from '#shared/change/state.ts';
import {
  addIssue,
  inCategory,
  moveIssue,
  renameIssue,
  retireIssue,
  reviveIssue,
  updateIssue,
  writeIssueText,
} from '#shared/edit/issue.ts';
import { mergeIssues } from '#shared/edit/issue-merge.ts';
import { blankRating } from '#shared/edit/rating.ts';
import type { Advice } from '#shared/model/advice.ts';
import { newId } from '#shared/model/basics.ts';
import type { Coding } from '#shared/model/coding.ts';
import type { Decision } from '#shared/model/decision.ts';
import type { Issue } from '#shared/model/issue.ts';
import type { Rating } from '#shared/model/rating.ts';
import type { Round } from '#shared/model/round.ts';
import { emptyState, type Rows, type TableName } from '#shared/model/tables.ts';
import type { Passage } from '#shared/model/turn.ts';
import { matchIssues } from '#shared/taxonomy/match.ts';
import { makeDialogue, makeIssue, makeRound, makeTurn } from '../../fixtures/state.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };

const AT = '2024-06-02T00:00:00.000Z';

function workshop(fields: Partial<ReturnType<typeof emptyState>>) {
  const state = indexState({ ...emptyState(), ...fields });
  const edit = async <R>(recipe: (draft: Draft) => Promise<R>) => {
    const draft = new Draft(stateReader(state));
    const result = await recipe(draft);
    const changes = await draft.finish();
    applyChanges(state, changes);
    return { result, changes };
  };
  const rows = <T extends TableName>(table: T) => [...state[table].values()] as Rows[T][];
  const row = <T extends TableName>(table: T, id: string) => state[table].get(id) as Rows[T] | undefined;
  return { state, edit, rows, row };
}

function makePassage(turnId: string, dialogueId: string, start: number): Passage {
  return {
    id: newId(),
    dialogueId,
    turnId,
    start,
    end: start + 4,
    quote: 'work',
    before: '',
    after: '',
    attribution: null,
    state: 'anchored',
  };
}

function makeRating(
  roundId: string,
  issueId: string,
  assessorId: string,
  fields: Partial<Rating> = {},
): Rating {
  return { ...blankRating({ roundId, issueId, assessorId }, newId(), AT), ...fields };
}

function makeDecision(roundId: string, issueId: string, fields: Partial<Decision> = {}): Decision {
  return {
    id: newId(),
    roundId,
    subject: { kind: 'issue', id: issueId },
    fiscalYear: 2025,
    level: 'watch',
    suggested: null,
    why: '',
    dissent: '',
    measure: {},
    due: null,
    owner: '',
    indicatorIds: [],
    reviewDate: null,
    decidedBy: 'Ren',
    at: AT,
    ...fields,
  };
}

describe('addIssue', () => {
  it('puts it last in its category, with a code of its own', async () => {
    const standing = makeIssue({ code: 'sc-wages-at-sea', order: 30 });
    const { edit, rows } = workshop({ issues: [standing] });
    const { result } = await edit((draft) =>
      addIssue(draft, {
        category: 'supply-chain',
        name: { en: ' Wages at sea ', ja: '船員の賃金' },
        activeFrom: 2024,
      }),
    );
    expect(result).toMatchObject({
      code: 'sc-wages-at-sea-2',
      name: { en: 'Wages at sea', ja: '船員の賃金' },
      order: 40,
      activeFrom: 2024,
    });
    expect(inCategory(rows('issues'), 'supply-chain').map(({ id }) => id)).toEqual([standing.id, result.id]);
  });

  it('takes a name in Japanese alone, and refuses none at all', async () => {
    const { edit } = workshop({});
    const { result } = await edit((draft) =>
      addIssue(draft, { category: 'general', name: { ja: '水への権利' }, activeFrom: 2024 }),
    );
    expect(result.code).toBe('ge-issue');
    const nameless = edit((draft) =>
      addIssue(draft, { category: 'general', name: { en: '  ' }, activeFrom: 2024 }),
    );
    await expect(nameless).rejects.toMatchObject({ problem: { code: 'issue-name-missing' } });
  });

  it('refuses a name that an active issue of the category has, but not that of a retired one', async () => {
    const { edit } = workshop({ issues: [makeIssue({ name: { en: 'Forced labour' } })] });
    const again = (category: Issue['category']) =>
      edit((draft) => addIssue(draft, { category, name: { en: 'FORCED labour' }, activeFrom: 2024 }));
    await expect(again('supply-chain')).rejects.toMatchObject({ problem: { code: 'issue-name-taken' } });
    await expect(again('employees')).resolves.toBeDefined();
  });
});

describe('renaming and writing', () => {
  it('adds a name in a further language and keeps the former name findable', async () => {
    const issue = makeIssue();
    const { edit, row, rows } = workshop({ issues: [issue] });
    await edit((draft) => renameIssue(draft, issue.id, 'fr', 'Travail forcé'));
    await edit((draft) => renameIssue(draft, issue.id, 'en', 'Forced labour and slavery'));
    expect(row('issues', issue.id)?.name).toEqual({
      en: 'Forced labour and slavery',
      ja: '強制労働',
      fr: 'Travail forcé',
    });
    await edit((draft) => renameIssue(draft, issue.id, 'en', 'Unfree work'));
    expect(matchIssues(rows('issues'), 'forced l').map((match) => match.issue.id)).toEqual([issue.id]);
    await edit((draft) => renameIssue(draft, issue.id, 'fr', ''));
    expect(Object.keys(row('issues', issue.id)?.name ?? {})).toEqual(['en', 'ja']);
  });

  it('does not take the last name away', async () => {
    const issue = makeIssue({ name: { ja: '強制労働' } });
    const { edit } = workshop({ issues: [issue] });
    await expect(edit((draft) => renameIssue(draft, issue.id, 'ja', ' '))).rejects.toMatchObject({
      problem: { code: 'issue-name-missing' },
    });
  });

  it('writes one text in one language and leaves the others', async () => {
    const issue = makeIssue({ definition: { en: 'Old', ja: '旧' } });
    const { edit, row } = workshop({ issues: [issue] });
    await edit((draft) => writeIssueText(draft, issue.id, 'definition', 'en', 'New'));
    await edit((draft) => writeIssueText(draft, issue.id, 'include', 'ja', '手数料'));
    await edit((draft) => updateIssue(draft, issue.id, { synonyms: { en: ['peonage'] } }));
    expect(row('issues', issue.id)).toMatchObject({
      definition: { en: 'New', ja: '旧' },
      include: { ja: '手数料' },
      synonyms: { en: ['peonage'] },
    });
  });
});

describe('retiring', () => {
  it('takes an issue off the list and puts it back', async () => {
    const issue = makeIssue({ activeFrom: 2022 });
    const { edit, row, rows } = workshop({ issues: [issue] });
    await edit((draft) => retireIssue(draft, issue.id, 2024));
    expect(matchIssues(rows('issues'), '')).toEqual([]);
    await edit((draft) => reviveIssue(draft, issue.id));
    expect(row('issues', issue.id)).toEqual(issue);
    await expect(edit((draft) => retireIssue(draft, issue.id, 2021))).rejects.toMatchObject({
      problem: { code: 'issue-retired-before-start' },
    });
  });
});

describe('moveIssue', () => {
  it('gives any order that a person asks for, whatever the moves before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(5), fc.option(fc.nat(5), { nil: null })), { maxLength: 60 }),
        async (moves) => {
          const issues = Array.from({ length: 6 }, (_, index) =>
            makeIssue({ code: `sc-${index}`, name: { en: `Issue ${index}` }, order: index }),
          );
          const { edit, rows } = workshop({ issues });
          const expected = issues.map(({ id }) => id);
          for (const [from, to] of moves) {
            const moved = issues[from]?.id as string;
            const beforeId = to === null ? null : (issues[to]?.id as string);
            await edit((draft) => moveIssue(draft, moved, { category: 'supply-chain', beforeId }));
            if (beforeId === moved) continue;
            expected.splice(expected.indexOf(moved), 1);
            expected.splice(beforeId === null ? expected.length : expected.indexOf(beforeId), 0, moved);
          }
          expect(inCategory(rows('issues'), 'supply-chain').map(({ id }) => id)).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('changes one row where there is room, and takes an issue to another category', async () => {
    const issues = [10, 20, 30].map((order) =>
      makeIssue({ code: `sc-${order}`, name: { en: `${order}` }, order }),
    );
    const [first, , last] = issues as [Issue, Issue, Issue];
    const { edit, row } = workshop({ issues });
    const { changes } = await edit((draft) =>
      moveIssue(draft, last.id, { category: 'supply-chain', beforeId: first.id }),
    );
    expect(changes).toHaveLength(1);
    await edit((draft) => moveIssue(draft, last.id, { category: 'general', beforeId: null }));
    expect(row('issues', last.id)).toMatchObject({ category: 'general', code: 'sc-30' });
  });
});

/** A workspace of random codings, advice, ratings and decisions over four issues. */
const history = fc.record({
  codings: fc.array(
    fc.record({
      passage: fc.nat(4),
      issue: fc.nat(3),
      coder: fc.nat(1),
      memo: fc.constantFrom('', 'a', 'b'),
    }),
    { maxLength: 20 },
  ),
  advice: fc.array(fc.uniqueArray(fc.nat(3), { maxLength: 4 }), { maxLength: 5 }),
  ratings: fc.uniqueArray(
    fc.record({
      issue: fc.nat(3),
      assessor: fc.nat(2),
      scale: fc.option(fc.constantFrom(1, 2, 3, 4, 5), { nil: null }),
      evidence: fc.nat(4),
      rationale: fc.constantFrom('', 'grave', 'rare'),
    }),
    { maxLength: 8, selector: ({ issue, assessor }) => `${issue} ${assessor}` },
  ),
  decisions: fc.uniqueArray(fc.nat(3), { maxLength: 4 }),
  themes: fc.array(fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 4 }), { maxLength: 3 }),
  from: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
});

function build(plan: typeof history extends fc.Arbitrary<infer P> ? P : never) {
  const dialogue = makeDialogue();
  const turn = makeTurn(dialogue.id, { text: 'work work work work work ' });
  const passages = Array.from({ length: 5 }, (_, index) => makePassage(turn.id, dialogue.id, index * 5));
  const issues = Array.from({ length: 4 }, (_, index) =>
    makeIssue({ code: `sc-${index}`, name: { en: `Issue ${index}` }, order: index }),
  );
  const issueId = (index: number) => issues[index]?.id as string;
  const passageId = (index: number) => passages[index]?.id as string;
  const codings = new Map<string, Coding>();
  for (const { passage, issue, coder, memo } of plan.codings) {
    const key = `${passage} ${issue} ${coder}`;
    codings.set(key, {
      id: newId(),
      dialogueId: dialogue.id,
      passageId: passageId(passage),
      issueId: issueId(issue),
      coder: `coder ${coder}`,
      at: AT,
      memo,
      reconciled: null,
    });
  }
  const assessors = Array.from({ length: 3 }, (_, index) => ({
    id: newId(),
    name: `Assessor ${index}`,
    voice: 'company' as const,
    personId: null,
    conflict: '',
    withdrawn: false,
  }));
  const round = makeRound({ issueIds: issues.map(({ id }) => id), dialogueIds: [dialogue.id], assessors });
  const advice = plan.advice.map(
    (indexes): Advice => ({
      id: newId(),
      dialogueId: dialogue.id,
      passageIds: [passageId(0)],
      issueIds: indexes.map(issueId),
      kind: 'urge',
      restatement: '',
      addressee: '',
      response: '',
      commitment: '',
      noCommitmentWhy: '',
      owner: '',
      due: null,
      status: 'heard',
      takenBy: 'Ren',
      at: AT,
    }),
  );
  const ratings = plan.ratings.map(({ issue, assessor, scale, evidence, rationale }) =>
    makeRating(round.id, issueId(issue), assessors[assessor]?.id as string, {
      scale: scale as Rating['scale'],
      rationale,
      evidence: { passageIds: [passageId(evidence)], adviceIds: [], sources: [`source ${evidence}`] },
    }),
  );
  const fields = {
    dialogues: [dialogue],
    turns: [turn],
    passages,
    issues,
    codings: [...codings.values()],
    advice,
    rounds: [round],
    ratings,
    decisions: plan.decisions.map((index) => makeDecision(round.id, issueId(index), { why: `why ${index}` })),
    themes: plan.themes.map((indexes, index) => ({
      id: newId(),
      code: `theme-${index}`,
      order: index,
      name: { en: `Theme ${index}` },
      definition: {},
      issueIds: indexes.map(issueId),
    })),
  };
  return { fields, issues, round, fromIds: plan.from.map(issueId), intoId: issueId(0) };
}

const pair = ({ passageId, coder, issueId }: Coding, final: (id: string) => string) =>
  `${passageId} ${coder} ${final(issueId)}`;

describe('mergeIssues', () => {
  it('keeps every coding: who coded which passage to what, with every memo', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (plan) => {
        const { fields, fromIds, intoId } = build(plan);
        const { edit, rows } = workshop(fields);
        await edit((draft) => mergeIssues(draft, fromIds, intoId, AUTHOR));
        const final = (id: string) => (fromIds.includes(id) ? intoId : id);
        const after = new Map(rows('codings').map((coding) => [pair(coding, (id) => id), coding]));
        expect(after.size).toBe(rows('codings').length);
        expect(new Set(after.keys())).toEqual(new Set(fields.codings.map((coding) => pair(coding, final))));
        for (const coding of fields.codings)
          expect(after.get(pair(coding, final))?.memo).toContain(coding.memo);
      }),
    );
  });

  it('leaves nothing pointing at a merged issue but the history of closed rounds', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (plan) => {
        const { fields, fromIds, intoId, round } = build(plan);
        const { edit, rows, row } = workshop(fields);
        await edit((draft) => mergeIssues(draft, fromIds, intoId, AUTHOR));
        const lists = [...rows('advice'), ...rows('themes'), ...rows('rounds')].flatMap(
          ({ issueIds }) => issueIds,
        );
        const subjects = rows('decisions').map(({ subject }) => subject.id);
        for (const fromId of fromIds) {
          expect([...lists, ...subjects]).not.toContain(fromId);
          expect(row('issues', fromId)?.mergedInto).toBe(intoId);
        }
        for (const { issueIds } of [...rows('advice'), ...rows('themes'), ...rows('rounds')])
          expect(new Set(issueIds).size).toBe(issueIds.length);
        expect(new Set(subjects).size).toBe(subjects.length);
        expect(rows('advice').map(({ issueIds }) => issueIds.length > 0)).toEqual(
          fields.advice.map(({ issueIds }) => issueIds.length > 0),
        );
        expect(row('rounds', round.id)?.issueIds).toHaveLength(4 - fromIds.length);
      }),
    );
  });

  it('loses no rating, no rationale, no evidence, no reason of a decision, and never makes an impact look lighter', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (plan) => {
        const { fields, fromIds, intoId } = build(plan);
        const { edit, rows } = workshop(fields);
        await edit((draft) => mergeIssues(draft, fromIds, intoId, AUTHOR));
        expect(rows('ratings')).toHaveLength(fields.ratings.length);
        for (const before of fields.ratings.filter(({ issueId }) => [intoId, ...fromIds].includes(issueId))) {
          const merged = rows('ratings').find(
            (one) => one.issueId === intoId && one.assessorId === before.assessorId,
          );
          expect(merged?.scale ?? 0).toBeGreaterThanOrEqual(before.scale ?? 0);
          expect(merged?.rationale).toContain(before.rationale);
          expect(merged?.evidence.passageIds).toEqual(expect.arrayContaining(before.evidence.passageIds));
          expect(merged?.evidence.sources).toEqual(expect.arrayContaining(before.evidence.sources));
        }
        const reasons = rows('decisions')
          .map(({ why }) => why)
          .join('\n');
        for (const { why } of fields.decisions) expect(reasons).toContain(why);
      }),
    );
  });

  it('is taken back whole by undo', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (plan) => {
        const { fields, fromIds, intoId } = build(plan);
        const { state, edit } = workshop(fields);
        const before = structuredClone(plainState(state as IndexedState));
        const { changes } = await edit((draft) => mergeIssues(draft, fromIds, intoId, AUTHOR));
        applyChanges(state, invert(changes));
        expect(plainState(state)).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves a closed round and its ratings and decisions exactly as they were', async () => {
    const [into, from] = [
      makeIssue({ code: 'a', name: { en: 'A' } }),
      makeIssue({ code: 'b', name: { en: 'B' } }),
    ];
    const assessor = {
      id: newId(),
      name: 'Ren',
      voice: 'company' as const,
      personId: null,
      conflict: '',
      withdrawn: false,
    };
    const closed: Round = makeRound({
      stage: 'closed',
      closedAt: AT,
      issueIds: [into.id, from.id],
      assessors: [assessor],
    });
    const rating = makeRating(closed.id, from.id, assessor.id, { scale: 4 });
    const decision = makeDecision(closed.id, from.id);
    const { edit, row } = workshop({
      issues: [into, from],
      rounds: [closed],
      ratings: [rating],
      decisions: [decision],
    });
    await edit((draft) => mergeIssues(draft, [from.id], into.id, AUTHOR));
    expect(row('rounds', closed.id)).toEqual(closed);
    expect(row('ratings', rating.id)).toEqual(rating);
    expect(row('decisions', decision.id)).toEqual(decision);
  });

  it('makes the former names findable and leads earlier mergers on', async () => {
    const [into, from, older] = [
      makeIssue({ code: 'a', name: { en: 'Unfree work', ja: '不自由な労働' } }),
      makeIssue({ code: 'b', name: { en: 'Modern slavery' }, synonyms: { en: ['Bondage'] } }),
      makeIssue({ code: 'c', name: { en: 'Serfdom' } }),
    ];
    const { edit, row, rows } = workshop({ issues: [into, from, older] });
    await edit((draft) => mergeIssues(draft, [older.id], from.id, AUTHOR));
    await edit((draft) => mergeIssues(draft, [from.id], into.id, AUTHOR));
    expect(row('issues', older.id)?.mergedInto).toBe(into.id);
    for (const typed of ['Modern', 'bondage', 'serf'])
      expect(matchIssues(rows('issues'), typed).map(({ issue }) => issue.id)).toEqual([into.id]);
  });

  it('is refused into itself, and into or out of what was merged away', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((code) => makeIssue({ code, name: { en: code } })) as [
      Issue,
      Issue,
      Issue,
    ];
    const { edit } = workshop({ issues: [a, b, c] });
    await expect(edit((draft) => mergeIssues(draft, [a.id], a.id, AUTHOR))).rejects.toMatchObject({
      problem: { code: 'issue-merge-self' },
    });
    await edit((draft) => mergeIssues(draft, [b.id], a.id, AUTHOR));
    await expect(edit((draft) => mergeIssues(draft, [c.id], b.id, AUTHOR))).rejects.toMatchObject({
      problem: { code: 'issue-merged-away' },
    });
    await expect(edit((draft) => mergeIssues(draft, [b.id], c.id, AUTHOR))).rejects.toMatchObject({
      problem: { code: 'issue-merged-away' },
    });
    await expect(edit((draft) => reviveIssue(draft, b.id))).rejects.toMatchObject({
      problem: { code: 'issue-merged-away' },
    });
  });
});
