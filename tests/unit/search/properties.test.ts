import fc from 'fast-check';
import lunr from 'lunr';
import { expect, test } from 'vitest';
import type { Change } from '#shared/change/change-set.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { newId } from '#shared/model/basics.ts';
import type { AnyRow, WorkspaceState } from '#shared/model/tables.ts';
import type { Turn } from '#shared/model/turn.ts';
import { analyse } from '#shared/search/analysis/analyse.ts';
import { allKeys, type DocumentKey, follow } from '#shared/search/documents.ts';
import { SearchRows } from '#shared/search/rows.ts';
import { SearchIndex } from '#shared/search/search-index.ts';
import { Segment, tokensOf } from '#shared/search/segment.ts';
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
  const gone = (table: Change['table'], row: AnyRow | undefined): Change[] =>
    row ? [{ table, id: row.id, before: row, after: null } as Change] : [];
  const turn = one(state.turns);
  switch (kind) {
    case 0:
      return put('turns', turn, { text: words });
    case 1:
      return gone('turns', turn);
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
      return gone('codings', one(state.codings));
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

test('an index that followed the journal finds what one built anew finds', () => {
  fc.assert(
    fc.property(
      fc.array(edit, { minLength: 1, maxLength: 30 }),
      fc.array(text, { minLength: 3, maxLength: 6 }),
      (edits, queries) => {
        const workspace = talks();
        const indexed = indexState(workspace.state);
        const search = built(workspace.state);
        for (const one of edits) {
          const changes = changesOf(plainState(indexed), workspace, one);
          applyChanges(indexed, changes);
          followed(search, changes);
        }
        const anew = built(plainState(indexed));
        for (const query of [...queries, 'osei', 'crew', '強制労働', 'kind:turn']) {
          expect(whole(ask(search, query)).sort()).toEqual(whole(ask(anew, query)).sort());
          expect(ask(search, query).counts).toEqual(ask(anew, query).counts);
        }
        expect(ask(search, 'x').searched).toBe(ask(anew, 'x').searched);
      },
    ),
    { numRuns: 40 },
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
  expect(index.segments).toBeLessThan(6);
});

test('a segment scores as lunr itself does', () => {
  const none = { name: '', about: '' };
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 2, maxLength: 10 }),
      fc.array(fc.constantFrom(...WORDS)),
      (texts, asked) => {
        const entries = texts.map((one, ref) => ({ ref, tokens: tokensOf({ ...none, text: one }) }));
        const average = { name: 1, text: 5, about: 1 };
        const wanted = [...new Set(analyse(asked.join(' ')).map(({ term }) => term))].map((term, index) => ({
          term,
          boost: 1 + index,
        }));
        const segment = new Segment(entries, average);
        const ours = new Map(
          segment.find(wanted.map((one) => ({ terms: [one] }))).map((hit) => [hit.ref, hit.score]),
        );

        const library = lunr as unknown as { idf: () => number };
        const { idf } = library;
        library.idf = () => 1;
        const builder = new lunr.Builder();
        builder.ref('ref');
        builder.field('text');
        builder.tokenizer = ((terms: unknown) => terms) as typeof lunr.tokenizer;
        (builder as unknown as { calculateAverageFieldLengths: () => void }).calculateAverageFieldLengths =
          () => {
            (builder as unknown as { averageFieldLength: object }).averageFieldLength = { text: 5 };
          };
        for (const { ref, tokens } of entries)
          builder.add({ ref, text: tokens.text.map(({ term }) => term) });
        const index = builder.build();
        library.idf = idf;
        const known = Object.keys((index as unknown as { invertedIndex: object }).invertedIndex);
        const here = wanted.filter(({ term }) => known.includes(term));
        const results = index.query((query) => {
          for (const { term, boost } of here) query.term(term, { boost, usePipeline: false });
        });
        const theirs = here.length === 0 ? [] : results;
        expect(ours.size).toBe(theirs.length);
        const magnitude = Math.hypot(...here.map(({ boost }) => boost));
        for (const { ref, score } of theirs) expect(ours.get(Number(ref))).toBeCloseTo(score * magnitude, 4);
      },
    ),
    { numRuns: 60 },
  );
});
