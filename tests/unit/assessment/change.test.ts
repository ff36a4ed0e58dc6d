import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessRound } from '#shared/assessment/assess-round.ts';
import { changeBetween, changeInDiscussion, earlierRound } from '#shared/assessment/change.ts';
import { methodNote } from '#shared/assessment/method-note.ts';
import { sumOfRatings } from '#shared/assessment/sum.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { renameIssue } from '#shared/edit/issue.ts';
import { mergeIssues } from '#shared/edit/issue-merge.ts';
import { answer } from '#shared/edit/rating.ts';
import { moveToStage } from '#shared/edit/round.ts';
import { newId } from '#shared/model/basics.ts';
import type { Decision } from '#shared/model/decision.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { Rating } from '#shared/model/rating.ts';
import { DEFAULT_THRESHOLDS, METHOD_VERSION, type Round } from '#shared/model/round.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { makePanel, makeRating, type Scores } from './panel.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };

type Table = Readonly<Record<string, Scores>>;

/** Two rounds by one assessor over one list; each table names the issues of its round. */
function twoYears(before: Table, after: Table, fields: Partial<Round> = {}) {
  const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const all = makePanel(Object.fromEntries(codes.map((code) => [code, []])));
  const idOf = (code: string) => all.issues.get(code)?.id ?? '';
  const codeOf = (id: string) => codes.find((code) => idOf(code) === id) ?? id;
  const assessors = [
    { id: newId(), name: 'Ines', voice: 'company' as const, personId: null, conflict: '', withdrawn: false },
  ];
  const roundOf = (table: Table, more: Partial<Round>): Round => ({
    ...all.round,
    id: newId(),
    assessors,
    issueIds: Object.keys(table).map(idOf),
    ...more,
  });
  const earlier = roundOf(before, { fiscalYear: 2023 });
  const later = roundOf(after, { fiscalYear: 2024, ...fields });
  const ratingsOf = (round: Round, table: Table) =>
    Object.entries(table).map(([code, scores]) =>
      makeRating({ roundId: round.id, issueId: idOf(code), assessorId: assessors[0]?.id ?? '', scores }),
    );
  const state: WorkspaceState = {
    ...all.state,
    rounds: [earlier, later],
    ratings: [...ratingsOf(earlier, before), ...ratingsOf(later, after)],
  };
  const compare = (of: WorkspaceState = state) => {
    const change = changeBetween(of, earlier.id, later.id);
    return { ...change, of: (code: string) => change.issues.find(({ issueId }) => issueId === idOf(code)) };
  };
  return { state, earlier, later, idOf, codeOf, compare };
}

describe('an issue that was split off since', () => {
  it('is no newcomer: its earlier place is that of the issue it came from, which stays', () => {
    const before = { a: [5, 3, 3, 3], b: [2, 2, 2, 2] } as const;
    const after = { a: [4, 3, 3, 3], b: [2, 2, 2, 2], part: [3, 3, 3, 3] } as const;
    const years = twoYears(before, after);
    const split = {
      ...years.state,
      issues: years.state.issues.map((one) =>
        one.id === years.idOf('part') ? { ...one, splitFrom: years.idOf('a') } : one,
      ),
    };
    const change = years.compare(split);
    expect(change.of('part')?.list).toEqual({ kind: 'split', fromId: years.idOf('a') });
    expect(change.of('part')?.from?.severity).toEqual(change.of('a')?.from?.severity);
    expect(change.of('part')?.ranks).toBeNull();
    expect(change.of('a')?.list).toEqual({ kind: 'kept' });
    expect(years.compare().of('part')?.list).toEqual({ kind: 'entered' });
    // That it came from somewhere moves nobody else.
    expect(change.of('b')?.ranks).toEqual(years.compare().of('b')?.ranks);
  });
});

describe('what changed from one round to the next', () => {
  it('is nothing where nothing did', () => {
    const table = { a: [5, 3, 3, 3], b: [3, 3, 3, 3] } as const;
    const { issues, restated, order } = twoYears(table, table).compare();
    expect(issues.every(({ moved, list }) => moved.length === 0 && list.kind === 'kept')).toBe(true);
    expect(restated).toBe(false);
    expect(order).toMatchObject({ tau: 1, footrule: 0 });
  });

  it('tells a change of scores from a place that others took', () => {
    const { of } = twoYears(
      { a: [5, 3, 3, 3], b: [4, 3, 3, 3], c: [3, 3, 3, 3] },
      { a: [5, 3, 3, 3], b: [5, 4, 3, 3], c: [3, 3, 3, 3] },
    ).compare();
    expect(of('b')).toMatchObject({
      from: { rank: 2 },
      to: { rank: 1 },
      moved: ['score'],
      ranks: { score: -1 },
    });
    expect(of('a')).toMatchObject({ moved: [], ranks: { score: 1, list: 0, method: 0 } });
  });

  it('names what came onto the list and what left it, and what that alone moved', () => {
    const years = twoYears({ a: [4, 3, 3, 3], gone: [5, 5, 5, 5] }, { a: [4, 3, 3, 3], fresh: [1, 1, 1, 1] });
    const { of, issues } = years.compare();
    expect(of('fresh')).toMatchObject({ from: null, list: { kind: 'entered' }, moved: ['list'] });
    expect(of('gone')).toMatchObject({
      to: null,
      list: { kind: 'left', retiredAfter: null },
      from: { rank: 1 },
    });
    expect(of('a')).toMatchObject({ moved: ['list'], ranks: { score: 0, method: 0, list: -1 } });
    expect(issues.map(({ issueId }) => years.codeOf(issueId))).toEqual(['a', 'fresh', 'gone']);
  });

  it('lets a merged issue come from the gravest of its parts, however far the merging went', () => {
    const years = twoYears(
      { a: [3, 3, 3, 3], b: [5, 3, 3, 3], c: [2, 2, 2, 2], other: [4, 4, 4, 4] },
      { c: [5, 3, 3, 3], other: [4, 4, 4, 4] },
    );
    const merged = (code: string, into: string) => (issue: WorkspaceState['issues'][number]) =>
      issue.id === years.idOf(code) ? { ...issue, mergedInto: years.idOf(into) } : issue;
    const issues = years.state.issues.map(merged('a', 'b')).map(merged('b', 'c'));
    const change = years.compare({ ...years.state, issues });
    expect(change.of('c')).toMatchObject({
      from: { rank: 1, severity: { ranking: 5 } },
      list: { kind: 'merged', fromIds: ['b', 'a', 'c'].map(years.idOf) },
      moved: ['list'],
    });
    expect(change.issues.map(({ list }) => list.kind)).toEqual(['merged', 'kept']);
    expect(change.order).toMatchObject({ n: 2, tau: 1 });
  });

  it('reads the earlier ratings anew where the lines are drawn elsewhere, and says so', () => {
    const table = { low: [3, 3, 3, 1], high: [2, 2, 2, 5] } as const;
    const { state, compare } = twoYears(table, table, {
      thresholds: { ...DEFAULT_THRESHOLDS, severe: 3 },
    });
    const change = compare(state);
    expect(change).toMatchObject({ restated: true, sameMethod: true, sameThresholds: false });
    // Tier 3 as printed; tier 1 as read by the later round, in which nothing else is different.
    expect(change.of('low')).toMatchObject({
      restated: true,
      from: { tier: 1 },
      to: { tier: 1 },
      moved: ['method'],
    });
    expect(assessRound(state, change.earlierId).issues[0]?.tier).toBe(3);
  });

  it('reads them anew by another version of the rules too', () => {
    const table = { a: [3, 3, 3, 1] } as const;
    const years = twoYears(table, table);
    const closed: Round = {
      ...years.earlier,
      stage: 'closed',
      method: { version: 'severity-first-1', standard: '' },
    };
    const change = years.compare({ ...years.state, rounds: [closed, years.later] });
    expect(change).toMatchObject({ sameMethod: false, restated: true });
    expect(change.of('a')?.restated).toBe(true);
  });

  it('says which levels are worded otherwise: their scores are not of one scale', () => {
    const table = { a: [3, 3, 3, 1] } as const;
    const levels = Array.from({ length: 5 }, () => ({ en: 'Otherwise' }));
    const { later, earlier, state } = twoYears(table, table);
    const rounds = [earlier, { ...later, scaleTexts: { ...later.scaleTexts, scope: levels } }];
    expect(changeBetween({ ...state, rounds }, earlier.id, later.id)).toMatchObject({
      reworded: ['scope'],
      restated: false,
    });
  });

  it('has no place for what nobody judged', () => {
    const { of } = twoYears({ a: [], b: [1, 1, 1, 1] }, { a: [3, 3, 3, 3], b: [] }).compare();
    expect(of('a')).toMatchObject({ from: null, to: { rank: 1 }, ranks: null, moved: ['score'] });
    expect(of('b')).toMatchObject({ to: null, ranks: null });
  });

  it('takes every move apart without a rest: scores, method and list add up', () => {
    const point = fc.integer({ min: 1, max: 5 });
    const year = fc.dictionary(fc.constantFrom(...'abcdefg'), fc.tuple(point, point, point, point), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(year, year, fc.constantFrom(3, 4), (before, after, severe) => {
        const { state, earlier, compare } = twoYears(before, after, {
          thresholds: { ...DEFAULT_THRESHOLDS, severe },
        });
        const printed = new Map(
          assessRound(state, earlier.id).issues.map(({ issueId, rank }) => [issueId, rank]),
        );
        for (const { issueId, to, ranks, moved } of compare().issues) {
          if (!ranks) continue;
          expect(ranks.score + ranks.method + ranks.list).toBe((to?.rank ?? 0) - (printed.get(issueId) ?? 0));
          if (severe === DEFAULT_THRESHOLDS.severe) expect(moved).not.toContain('method');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('needs both rounds', () => {
    const { state, earlier } = twoYears({ a: [1] }, { a: [1] });
    expect(() => changeBetween(state, newId(), earlier.id)).toThrow(ProblemError);
    expect(() => changeBetween(state, earlier.id, newId())).toThrow(ProblemError);
  });
});

describe('the round to compare with', () => {
  it('is the one it began with, otherwise the latest of an earlier year', () => {
    const { earlier, later } = twoYears({ a: [1] }, { a: [1] });
    const older = { ...earlier, id: newId(), fiscalYear: 2020 };
    expect(earlierRound([older, earlier, later], later)).toBe(earlier);
    expect(earlierRound([older, earlier, later], { ...later, basedOn: older.id })).toBe(older);
    expect(earlierRound([later], later)).toBeUndefined();
  });
});

describe('a round that was discussed and closed', () => {
  async function discussed() {
    const years = twoYears({ a: [3, 3, 3, 3] }, { a: [3, 3, 3, 3], b: [2, 2, 2, 2] });
    const state = indexState(years.state);
    const edit = async <R>(recipe: (draft: Draft) => Promise<R>): Promise<R> => {
      const draft = new Draft(stateReader(state));
      const result = await recipe(draft);
      applyChanges(state, await draft.finish());
      return result;
    };
    const { later } = years;
    const place = { roundId: later.id, issueId: years.idOf('b'), assessorId: later.assessors[0]?.id ?? '' };
    const move = (stage: Round['stage'], why = '') =>
      edit((draft) => moveToStage(draft, later.id, stage, AUTHOR, why));
    return { ...years, plain: () => plainState(state), edit, place, move };
  }

  it('tells what the discussion changed, today and after later edits', async () => {
    const { plain, edit, place, move, later, idOf } = await discussed();
    expect(changeInDiscussion(plain(), later.id)).toBeNull();
    await move('discussion');
    await edit((draft) => answer(draft, place, 'scale', 5, AUTHOR.at));
    const moved = () =>
      changeInDiscussion(plain(), later.id)
        ?.issues.filter((one) => one.moved.includes('score'))
        .map(({ issueId, from, to }) => [issueId, from?.rank, to?.rank]);
    expect(moved()).toEqual([[idOf('b'), 2, 1]]);
    await move('closed');
    await edit((draft) => mergeIssues(draft, [idOf('b')], idOf('a'), AUTHOR));
    expect(moved()).toEqual([[idOf('b'), 2, 1]]);
  });

  it('compares with the year before as it was closed, whatever is renamed or merged since', async () => {
    const { plain, edit, move, later, earlier, idOf } = await discussed();
    await edit((draft) => moveToStage(draft, earlier.id, 'closed', AUTHOR));
    await move('closed');
    const before = JSON.stringify(changeBetween(plain(), earlier.id, later.id));
    await edit((draft) => renameIssue(draft, idOf('a'), 'en', 'Renamed'));
    await edit((draft) => mergeIssues(draft, [idOf('b')], idOf('a'), AUTHOR));
    expect(JSON.stringify(changeBetween(plain(), earlier.id, later.id))).toBe(before);
  });

  it('has a method note of fifteen points', async () => {
    const { plain, edit, place, move, later, earlier, idOf } = await discussed();
    await edit((draft) => answer(draft, place, 'scope', 'abstain', AUTHOR.at));
    await move('discussion');
    const decision = (fields: Partial<Decision>): Decision => ({
      id: newId(),
      roundId: later.id,
      subject: { kind: 'issue', id: idOf('a') },
      fiscalYear: 2025,
      level: 'watch',
      suggested: 'monitor',
      why: 'Capacity.',
      dissent: 'Too little.',
      measure: {},
      due: null,
      owner: '',
      indicatorIds: [],
      reviewDate: '2025-09',
      decidedBy: 'Board',
      at: AUTHOR.at,
      ...fields,
    });
    await edit((draft) => draft.put('decisions', decision({})));
    await edit((draft) => draft.put('decisions', decision({ level: 'monitor', reviewDate: null })));
    await move('closed');
    const note = methodNote(plain(), later.id);
    expect(note).toMatchObject({
      stage: 'closed',
      standard: { text: '', version: METHOD_VERSION },
      perimeter: { fiscalYear: 2024, issues: 2, valueChain: { unsaid: 2 } },
      sources: { dialogues: [], cited: { passages: 0, advice: 0 } },
      assessors: [{ name: 'Ines', voice: 'company', conflict: '', finishedAt: null, issues: 2 }],
      rightsholders: { heard: 0, assessors: 0, issuesWithoutExternalVoice: [idOf('a'), idOf('b')] },
      scales: { reworded: [] },
      lines: { thresholds: DEFAULT_THRESHOLDS, changedFromEarlier: false },
      aggregation: {
        ranksBy: 'upper-median',
        quartiles: 'type-7',
        blindUntil: AUTHOR.at,
        changedInDiscussion: [],
      },
      abstention: { abstained: { scope: 1, scale: 0 }, unanswered: { scope: 0 } },
      exclusions: [{ issueId: idOf('b'), reason: 'incomplete' }],
      change: { earlierId: earlier.id },
      review: { next: '2025-09', without: 1 },
      data: { ratings: 2, record: AUTHOR, intact: true },
    });
    expect(note.decisions.map(({ level, departs, dissent }) => [level, departs, dissent])).toEqual([
      ['watch', true, 'Too little.'],
      ['monitor', false, 'Too little.'],
    ]);
    expect(note.data.sum).toBe(plain().records.at(-1)?.sum);
    expect(note.aggregation.history.map(({ stage }) => stage)).toEqual(['discussion', 'closed']);
    const tampered = plain().records.map((one) => ({ ...one, sum: '0'.repeat(64) }));
    expect(methodNote({ ...plain(), records: tampered }, later.id).data.intact).toBe(false);
    await move('discussion', 'A figure was mistyped.');
    const reopened = methodNote(plain(), later.id);
    expect(reopened.aggregation.reopened).toMatchObject([{ why: 'A figure was mistyped.', by: 'Ren' }]);
    expect(reopened.data.record).toBeNull();
  });

  it('leaves out of the round for a reason: retired, merged, or merely not assessed', async () => {
    const { state, later, idOf } = twoYears({ a: [1], b: [1], c: [1], d: [1] }, { a: [3, 3, 3, 3] });
    const issues = state.issues.map((issue) =>
      issue.id === idOf('b')
        ? { ...issue, retiredAfter: 2023 }
        : issue.id === idOf('c')
          ? { ...issue, mergedInto: idOf('a') }
          : issue,
    );
    const { exclusions } = methodNote({ ...state, issues }, later.id);
    expect(new Map(exclusions.map(({ issueId, reason }) => [issueId, reason]))).toEqual(
      new Map([
        [idOf('b'), 'retired'],
        [idOf('c'), 'merged'],
        [idOf('d'), 'not-assessed'],
      ]),
    );
  });
});

describe('the sum of the ratings', () => {
  const { state, later } = twoYears({ a: [1, 2, 3, 4] }, { a: [1, 2, 3, 4], b: [5, 4, null, 1] });
  const sum = (ratings: readonly Rating[], round: Round = later) => sumOfRatings(round, ratings);
  const own = state.ratings.filter(({ roundId }) => roundId === later.id);
  const before = sum(state.ratings);

  it('does not depend on how rows are stored, nor on reasons', () => {
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    expect(sum([...state.ratings].reverse().map((one) => ({ ...one, id: newId(), rationale: 'x' })))).toBe(
      before,
    );
    expect(sum(own)).toBe(before);
  });

  it('depends on every score, on "can’t judge", and on the lines', () => {
    const changed: Partial<Rating>[] = [
      { scale: 5 },
      { scope: null },
      { likelihood: 5 },
      { abstained: ['scope'] },
      { nature: 'actual' },
      { delayMakesIrremediable: true },
    ];
    const sums = changed.map((change) =>
      sum(own.map((one, index) => (index === 0 ? { ...one, ...change } : one))),
    );
    expect(new Set([before, ...sums]).size).toBe(changed.length + 1);
    expect(sum(own, { ...later, thresholds: { ...later.thresholds, floor: 5 } })).not.toBe(before);
  });
});
