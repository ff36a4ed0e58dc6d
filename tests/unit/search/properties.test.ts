import fc from 'fast-check';
import lunr from 'lunr';
import { expect, test } from 'vitest';
import type { Change } from '#shared/change/change-set.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { newId } from '#shared/model/basics.ts';
import { type AnyRow, emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import type { Turn } from '#shared/model/turn.ts';
import { analyse } from '#shared/search/analysis/analyse.ts';
import type { DocumentKey } from '#shared/search/documents.ts';
import { allKeys, follow } from '#shared/search/follow.ts';
import type { Answer } from '#shared/search/request.ts';
import { SearchRows } from '#shared/search/rows.ts';
import { score } from '#shared/search/scoring.ts';
import { SearchIndex } from '#shared/search/search-index.ts';
import { WEIGHTS } from '#shared/search/weights.ts';
import { makeTurn } from '../../fixtures/state.ts';
import { ask, built, followed, type TestWorkspace, talks, whole } from './workspace.ts';

const WORDS =
  'fee fees broker crew audit remedy hotline privacy U.N. Müller company’s 1,500 naïve 労働 強制労働 手数料 ﾌﾟﾗｲﾊﾞｼｰ ＡＩ ООН a the'.split(
    ' ',
  );
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 })
  .chain((words) => fc.constantFrom(' ', '、', ', ', '\n').map((between) => words.join(between)));

test('every document that holds all words of a query is found by it, in whatever order they are asked', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 12 }),
      fc.nat(),
      fc.boolean(),
      (texts, pick, typing) => {
        const { state, dialogue } = talks();
        const turns = texts.map((one, order) => makeTurn(dialogue.id, { order, text: one }));
        const search = built({ ...state, turns });
        const meant = turns[pick % turns.length] as (typeof turns)[number];
        const words = analyse(meant.text).map(({ surface }) => surface);
        if (words.length === 0) return;
        const query = [...words].reverse().join(' ');
        expect(whole(ask(search, query, { typing }))).toContain(`turn:${meant.id}`);
      },
    ),
    { numRuns: 60 },
  );
});

test('nothing a person types makes the search fail, and ranges always lie within the text', () => {
  const { state, turns } = talks();
  const search = built(state);
  const signs = fc.constantFrom(
    ...'"-:*~^+()[]{}\\/!?. 　ae語労🙂',
    'fee',
    'kind:',
    'person:',
    'issue:',
    '__proto__',
  );
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: signs })),
      fc.boolean(),
      (query, typing) => {
        for (const hit of ask(search, query, { typing, limit: 20 }).hits) {
          const length = turns.find(({ id }) => id === hit.id)?.text.length ?? 0;
          if (hit.range) expect(hit.range.end).toBeLessThanOrEqual(length);
          for (const { end } of hit.snippet.marks) expect(end).toBeLessThanOrEqual(hit.snippet.text.length);
        }
      },
    ),
    { numRuns: 300 },
  );
});

/** What may happen to a workspace: one kind of edit, with chance to choose by. */
type Edit = { readonly kind: number; readonly pick: number; readonly text: string };
const edit: fc.Arbitrary<Edit> = fc.record({ kind: fc.nat({ max: 10 }), pick: fc.nat(), text });

/** The edit as a journal would have it. */
function changesOf(
  state: WorkspaceState,
  { osei }: TestWorkspace,
  { kind, pick, text: words }: Edit,
): Change[] {
  const one = <R>(rows: readonly R[]): R | undefined => rows[pick % Math.max(1, rows.length)];
  const put = (table: Change['table'], row: AnyRow | undefined, fields: object): Change[] =>
    row ? [{ table, id: row.id, before: row, after: { ...row, ...fields } } as Change] : [];
  const removed = (table: Change['table'], row: AnyRow | undefined): Change[] =>
    row ? [{ table, id: row.id, before: row, after: null } as Change] : [];
  const turn = one(state.turns);
  switch (kind) {
    case 0:
      return put('turns', turn, { text: words });
    case 1:
      return removed('turns', turn);
    case 2: {
      const fresh = makeTurn(state.dialogues[0]?.id ?? newId(), {
        order: 100 + pick,
        text: words,
        participantId: osei.id,
      });
      return [{ table: 'turns', id: fresh.id, before: null, after: fresh }];
    }
    case 3:
      return put('participants', one(state.participants), { name: words });
    case 4:
      return put('issues', one(state.issues), { name: { en: words } });
    case 5:
      return removed('codings', one(state.codings));
    case 6:
      return put('persons', one(state.persons), { aliases: [words] });
    case 7:
      return put('advice', one(state.advice), {
        restatement: words,
        issueIds: state.issues.map(({ id }) => id),
      });
    case 8:
      return put('themes', one(state.themes), { name: { en: words }, issueIds: [one(state.issues)?.id] });
    case 9:
      return put('instruments', one(state.instruments), { name: { en: words } });
    default:
      return put('turns', turn, { participantId: state.participants.at(-1)?.id ?? null });
  }
}

/** What an answer says about which documents come in what order; scores to nine digits. */
function ranking({ hits, counts, total, searched }: Answer): unknown {
  return {
    hits: hits.map(({ kind, id, score, complete }) => [`${kind}:${id}`, complete, score.toPrecision(9)]),
    counts,
    total,
    searched,
  };
}

test('a search that followed the journal answers exactly as one that read everything anew', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ edit, tidied: fc.nat({ max: 30 }) }), { minLength: 1, maxLength: 40 }),
      fc.array(text, { minLength: 3, maxLength: 6 }),
      (edits, queries) => {
        const workspace = talks();
        const indexed = indexState(workspace.state);
        const search = built(workspace.state);
        for (const { edit: one, tidied } of edits) {
          const changes = changesOf(plainState(indexed), workspace, one);
          applyChanges(indexed, changes);
          // Some way into putting segments together, the next edit comes.
          const steps = search.tidy();
          for (let step = 0; step < tidied && !steps.next().done; step++);
          followed(search, changes);
          for (let step = 0; step < tidied && !steps.next().done; step++);
        }
        const anew = built(plainState(indexed));
        const everyQuery = [
          ...queries,
          'osei',
          'crew',
          'f',
          '強制労働',
          '労',
          '-fee',
          '"broker crew"',
          'kind:turn',
          '',
        ];
        for (const query of everyQuery) {
          for (const typing of [false, true])
            expect(ranking(ask(search, query, { typing }))).toEqual(ranking(ask(anew, query, { typing })));
        }
      },
    ),
    { numRuns: 20 },
  );
});

test('a change and its inverse leave nothing behind', () => {
  const workspace = talks();
  const search = built(workspace.state);
  const before = ask(search, 'broker');
  const turn = workspace.turns[1];
  if (!turn) return;
  const change: Change = { table: 'turns', id: turn.id, before: turn, after: { ...turn, text: 'Silence.' } };
  followed(search, [change]);
  expect(whole(ask(search, 'broker'))).not.toContain(`turn:${turn.id}`);
  expect(whole(ask(search, 'silence'))).toEqual([`turn:${turn.id}`]);
  followed(search, [{ ...change, before: change.after, after: change.before }]);
  expect(whole(ask(search, 'broker')).sort()).toEqual(whole(before).sort());
  expect(whole(ask(search, 'silence'))).toEqual([]);
});

test('many edits of the same row do not make the index grow', () => {
  const workspace = talks();
  const rows = new SearchRows(workspace.state);
  const index = new SearchIndex();
  const update = (keys: Iterable<DocumentKey>) => {
    for (const _ of index.update(rows, keys));
  };
  update(allKeys(rows));
  const { size } = index;
  let turn = workspace.turns[1] as Turn;
  for (let round = 0; round < 300; round++) {
    const after = { ...turn, text: `Round ${round} of the broker` };
    update(follow(rows, [{ table: 'turns', id: turn.id, before: turn, after }]));
    turn = after;
  }
  expect(index.get(`turn:${turn.id}`)?.text).toBe('Round 299 of the broker');
  expect([index.frequency('299'), index.frequency('298')]).toEqual([1, 0]);
  expect(index.size).toBe(size);
  for (const _ of index.tidy());
  expect(index.segments.length).toBeLessThan(12);
  expect(index.segments.reduce((sum, segment) => sum + segment.size, 0)).toBeLessThan(2 * size);
});

test('the index scores as lunr itself does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ text, about: text }), { minLength: 2, maxLength: 10 }),
      fc.array(fc.constantFrom(...WORDS)),
      (documents, asked) => {
        const { state, dialogue } = talks();
        const said = documents.map(({ text: words, about }, order) =>
          makeTurn(dialogue.id, { order, text: words, heading: about }),
        );
        const rows = new SearchRows({ ...emptyState(), turns: said });
        const index = new SearchIndex();
        // In as many segments as there are documents.
        for (const key of allKeys(rows)) for (const _ of index.update(rows, [key]));

        // lunr's average takes in documents that have nothing in a field; a document without such there is none here.
        const filled = said.filter(
          ({ text: words, heading }) => analyse(words).length * analyse(heading ?? '').length,
        );
        fc.pre(filled.length === said.length && state.turns.length > 0);
        const fields = ['text', 'about'] as const;
        const terms = (words: string | null) => analyse(words ?? '').map(({ term }) => term);
        const theirs = new lunr.Builder();
        theirs.ref('id');
        theirs.k1(WEIGHTS.k1);
        theirs.b(WEIGHTS.b);
        for (const field of fields) theirs.field(field, { boost: WEIGHTS.fields[field] });
        theirs.tokenizer = ((words: unknown) => words) as typeof lunr.tokenizer;
        for (const { id, text: words, heading } of said)
          theirs.add({ id, text: terms(words), about: terms(heading) });
        const built = theirs.build();

        const known = (built as unknown as { invertedIndex: Record<string, object> }).invertedIndex;
        const rarity = (posting: object) =>
          (lunr as unknown as { idf(posting: object, count: number): number }).idf(posting, said.length);
        const wanted = [...new Set(terms(asked.join(' ')))].filter((term) => term in known);
        const groups = wanted.map((term) => ({
          terms: [{ term, boost: rarity(known[term] as object) }],
        }));
        const room = index.rooms.take(index.capacity);
        for (const _ of index.meet(groups, room));
        const found = room.numbers();
        for (const _ of score(index, groups, found, room, null));
        const ours = new Map(
          Array.from(found, (number) => [index.documentAt(number)?.id ?? '', room.scores[number] ?? 0]),
        );
        const results = wanted.map((term) =>
          built.query((query) => query.term(term, { usePipeline: false })),
        );
        const sums = new Map<string, number>();
        for (const { ref, score } of results.flat()) sums.set(ref, (sums.get(ref) ?? 0) + score);
        expect([...ours.keys()].sort()).toEqual([...sums.keys()].sort());
        // lunr rounds the weight of each term in each field to three digits.
        const rounded = 0.0005 * fields.length * wanted.length + 1e-9;
        for (const [ref, score] of sums)
          expect(Math.abs((ours.get(ref) ?? 0) - score)).toBeLessThanOrEqual(rounded);
      },
    ),
    { numRuns: 60 },
  );
});
