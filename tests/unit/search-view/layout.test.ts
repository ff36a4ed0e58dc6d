import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS, type DocumentKind } from '#shared/search/documents.ts';
import { type Answer, FACETS, type Hit, type HitGroup } from '#shared/search/request.ts';
import { keyOf, type LayoutOptions, laidOut } from '../../../renderer/features/search/layout.ts';

const dialogueOf = (id: string) => ({ id, title: id, date: null, language: 'en' });

function hit(kind: DocumentKind, id: string, dialogueId: string | null): Hit {
  return {
    kind,
    id,
    score: 1,
    complete: true,
    between: false,
    title: null,
    alias: null,
    through: null,
    snippet: { text: id, marks: [], start: 0, cutBefore: false, cutAfter: false },
    dialogue: dialogueId === null ? null : dialogueOf(dialogueId),
    turnId: kind === 'turn' ? id : null,
    turnNumber: 1,
    heading: null,
    narration: false,
    range: null,
    speaker: null,
    policy: null,
    passageIds: [],
    entry: null,
    issues: [],
  };
}

function answerOf(hits: readonly Hit[], totals: Readonly<Record<string, number>> = {}): Answer {
  const groups: HitGroup[] = [];
  for (const one of hits) {
    const id = one.dialogue?.id ?? null;
    const at = groups.findIndex(({ dialogue }) => (dialogue?.id ?? null) === id);
    const group = groups[at] ?? { dialogue: one.dialogue, total: 0, hits: [] };
    const next = { ...group, hits: [...group.hits, one], total: totals[id ?? ''] ?? group.hits.length + 1 };
    if (at < 0) groups.push(next);
    else groups[at] = next;
  }
  const none = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Answer['facets'];
  return {
    hits,
    groups,
    wholeFirst: true,
    counts: Object.fromEntries(
      DOCUMENT_KINDS.map((kind) => [kind, hits.filter((one) => one.kind === kind).length]),
    ) as Answer['counts'],
    total: hits.length,
    searched: 100,
    facets: none,
    facetTotals: Object.fromEntries(FACETS.map((facet) => [facet, 0])) as Answer['facetTotals'],
    also: [],
    corrected: [],
    unquoted: [],
    bounded: null,
  };
}

const PLAIN: LayoutOptions = {
  grouped: true,
  waysOnly: false,
  folded: new Set(),
  unfolded: new Set(),
  wholeOf: () => undefined,
};

const HITS = [
  hit('turn', 't1', 'A'),
  hit('issue', 'i1', null),
  hit('turn', 't2', 'B'),
  hit('dialogue', 'A', 'A'),
  hit('turn', 't3', 'A'),
  hit('turn', 't4', 'A'),
  hit('advice', 'a1', 'A'),
  hit('turn', 't5', 'A'),
];

describe('results on the page', () => {
  it('stand by dialogue, the ways to other things first, and are walked as they stand', () => {
    const shown = laidOut(answerOf(HITS), PLAIN);
    expect(shown.ways.map(keyOf)).toEqual(['issue:i1', 'dialogue:A']);
    expect(shown.groups?.map(({ dialogue, hits, total }) => [dialogue.id, hits.map(keyOf), total])).toEqual([
      ['A', ['turn:t1', 'turn:t3', 'turn:t4', 'advice:a1', 'turn:t5'], 5],
      ['B', ['turn:t2'], 1],
    ]);
    expect(shown.walk.map(keyOf)).toEqual([
      'issue:i1',
      'dialogue:A',
      'turn:t1',
      'turn:t3',
      'turn:t4',
      'advice:a1',
      'turn:t5',
      'turn:t2',
    ]);
  });

  it('show fewer of each dialogue the more dialogues there are', () => {
    const many = (dialogues: number) =>
      laidOut(
        answerOf(Array.from({ length: 60 }, (_, index) => hit('turn', `t${index}`, `D${index % dialogues}`))),
        PLAIN,
      ).groups?.map(({ hits }) => hits.length);
    expect(many(1)).toEqual([40]);
    expect(many(2)).toEqual([8, 8]);
    expect(many(5)).toEqual([3, 3, 3, 3, 3]);
  });

  it('tell what holds all the words from what holds only some', () => {
    const answer = answerOf(HITS, { A: 12 });
    const facets = {
      ...answer.facets,
      dialogue: [{ value: 'A', label: 'A', count: 6, chosen: false }],
    };
    // The dialogue itself is one of the six, and no hit in it.
    expect(laidOut({ ...answer, facets }, PLAIN).groups?.[0]).toMatchObject({ total: 5, partial: 6 });
  });

  it('say once where what holds only some of the words begins', () => {
    const some = (id: string, dialogueId: string) => ({ ...hit('turn', id, dialogueId), complete: false });
    const flat = { ...PLAIN, grouped: false };
    const mixed = answerOf([hit('turn', 't1', 'A'), some('t2', 'A'), some('t3', 'B')]);
    expect(laidOut(mixed, flat)).toMatchObject({ partialFrom: 'turn:t2', partialMarked: false });
    expect(laidOut(mixed, PLAIN)).toMatchObject({ partialFrom: null, partialMarked: true });
    const none = answerOf([some('t2', 'A'), some('t3', 'B')]);
    expect(laidOut(none, flat)).toMatchObject({ partialFrom: 'all', partialMarked: false });
    expect(laidOut(none, PLAIN)).toMatchObject({ partialFrom: 'all', partialMarked: false });
    // A question in plain words: whole ones stand between the others, and nothing is to be said of it.
    const asked = answerOf([
      some('t1', 'A'),
      hit('turn', 't2', 'A'),
      some('t3', 'B'),
      hit('turn', 't4', 'B'),
    ]);
    for (const options of [flat, PLAIN])
      expect(laidOut({ ...asked, wholeFirst: false }, options)).toMatchObject({
        partialFrom: null,
        partialMarked: false,
      });
  });

  it('leave out what is folded, and show all of what is unfolded once it is known', () => {
    const answer = answerOf(HITS, { A: 12 });
    const folded = laidOut(answer, { ...PLAIN, folded: new Set(['A']) });
    expect(folded.walk.map(keyOf)).toEqual(['issue:i1', 'dialogue:A', 'turn:t2']);
    expect(folded.groups?.[0]).toMatchObject({ folded: true, total: 11 });
    const unfolded = { ...PLAIN, unfolded: new Set(['A']) };
    // Until the rest has come, what is there already.
    expect(laidOut(answer, unfolded).groups?.[0]?.hits).toHaveLength(5);
    const rest = [...HITS.filter(({ dialogue }) => dialogue?.id === 'A'), hit('turn', 't9', 'A')];
    const whole = laidOut(answer, { ...unfolded, wholeOf: (id) => (id === 'A' ? rest : undefined) });
    expect(whole.groups?.[0]?.hits.map(keyOf)).toEqual([
      'turn:t1',
      'turn:t3',
      'turn:t4',
      'advice:a1',
      'turn:t5',
      'turn:t9',
    ]);
  });

  it('stand in one list where that is wished for, each once', () => {
    const shown = laidOut(answerOf(HITS), { ...PLAIN, grouped: false });
    expect(shown.groups).toBeNull();
    expect([...shown.walk].map(keyOf).sort()).toEqual(HITS.map(keyOf).sort());
    expect(shown.flat.map(keyOf)).toEqual([
      'turn:t1',
      'turn:t2',
      'turn:t3',
      'turn:t4',
      'advice:a1',
      'turn:t5',
    ]);
  });

  it('are the list itself where only issues, people or dialogues are asked for', () => {
    const issues = Array.from({ length: 9 }, (_, index) => hit('issue', `i${index}`, null));
    const shown = laidOut(answerOf(issues), { ...PLAIN, waysOnly: true });
    expect(shown.flat).toHaveLength(9);
    expect(shown.ways).toEqual([]);
    expect(laidOut(answerOf(issues), PLAIN)).toMatchObject({ moreWays: 5 });
  });
});

describe('a passage', () => {
  const turnAt = (id: string, turnNumber: number, fields: Partial<Hit> = {}): Hit => ({
    ...hit('turn', id, 'harbour'),
    turnNumber,
    ...fields,
  });
  const between = { complete: false, between: true };
  const hits = [
    turnAt('best', 5),
    turnAt('before', 4, between),
    turnAt('other', 8),
    turnAt('after', 6, between),
    turnAt('alone', 20, between),
  ];
  const answer = (): Answer => ({ ...answerOf(hits), wholeFirst: false });

  it('is one row, that of its best turn, and says which turns it takes in', () => {
    const shown = laidOut(answer(), { ...PLAIN, grouped: false });
    expect(shown.flat.map(({ id }) => id)).toEqual(['best', 'other', 'alone']);
    expect(shown.passages).toEqual(new Map([['turn:best', { first: 4, last: 6 }]]));
  });

  it('is the same by dialogue', () => {
    const shown = laidOut(answer(), { ...PLAIN, grouped: true });
    expect(shown.groups?.[0]?.hits.map(({ id }) => id)).toEqual(['best', 'other', 'alone']);
    expect(shown.passages.get('turn:best')).toEqual({ first: 4, last: 6 });
    expect(shown.walk).toHaveLength(3);
  });
});
