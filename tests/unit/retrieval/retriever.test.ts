import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '#shared/i18n/index.ts';
import { EMPTY_QUERY, VIEW_FORMS } from '#shared/model/view.ts';
import { issuesByDialogue, issuesBySpeaker, issuesTogether } from '#shared/retrieval/cross.ts';
import { findPassages } from '#shared/retrieval/find.ts';
import { namesOf, PassageIndex } from '#shared/retrieval/passage-index.ts';
import {
  crossOf,
  FIRST_FINDS,
  type RetrievalRequest,
  type RetrievedRows,
  Retriever,
} from '#shared/retrieval/retriever.ts';
import { makeDialogue, makeIssue, makeParticipant, makeTurn } from '../../fixtures/state.ts';
import { anyQuery, anyWorld, makeCoding, makePassage } from './workspace.ts';

const asking = (fields: Partial<RetrievalRequest> = {}): RetrievalRequest => ({
  query: EMPTY_QUERY,
  form: 'list',
  sort: null,
  language: 'en',
  ...fields,
});

/** So many passages of one turn each, said by Aiko and Ben in turns. */
function many(count: number): RetrievedRows {
  const dialogue = makeDialogue();
  const people = ['Aiko', 'Ben'].map((name) => makeParticipant(dialogue.id, { name }));
  const issue = makeIssue();
  const turns = Array.from({ length: count }, (_, order) =>
    makeTurn(dialogue.id, { order, participantId: people[order % 2]?.id ?? null, text: `Words ${order}.` }),
  );
  const passages = turns.map((turn) => makePassage(turn, 0, turn.text.length));
  const codings = passages.map((passage) => makeCoding(passage, issue.id));
  return {
    workspace: [],
    persons: [],
    issues: [issue],
    dialogues: [dialogue],
    participants: people,
    passages,
    codings,
    advice: [],
    turns,
  };
}

describe('the retriever', () => {
  it('answers in every form what is found directly, in plain data', () => {
    fc.assert(
      fc.property(
        anyWorld.chain((world) => anyQuery(world).map((query) => ({ world, query }))),
        ({ world: { state }, query }) => {
          const retriever = new Retriever(state);
          const index = new PassageIndex(state);
          const finds = findPassages(index, query);
          for (const form of VIEW_FORMS) {
            const answer = retriever.answer(asking({ query, form }));
            expect(structuredClone(answer)).toEqual(answer);
            expect(answer.counts.finds).toBe(finds.length);
          }
          expect(retriever.answer(asking({ query })).finds).toEqual(finds);
          for (const [form, direct] of [
            ['issues', issuesTogether],
            ['speakers', issuesBySpeaker],
            ['dialogues', issuesByDialogue],
          ] as const) {
            const { cross } = retriever.answer(asking({ query, form }));
            const table = direct(index, query);
            const again = cross && crossOf(cross);
            expect(again && { rows: again.rows, columns: again.columns, highest: again.highest }).toEqual({
              rows: table.rows,
              columns: table.columns,
              highest: table.highest,
            });
            for (const row of table.rows)
              for (const column of table.columns)
                expect(again?.count(row, column)).toBe(table.count(row, column));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('goes on with rows that changed as if they had been there from the first', () => {
    fc.assert(
      fc.property(anyWorld, anyWorld, ({ state: before }, { state: after }) => {
        const retriever = new Retriever(before);
        retriever.answer(asking());
        retriever.replace(after);
        const fresh = new Retriever(after);
        expect(retriever.frame()).toEqual(fresh.frame());
        for (const form of VIEW_FORMS)
          expect(retriever.answer(asking({ form }))).toEqual(fresh.answer(asking({ form })));
      }),
      { numRuns: 60 },
    );
  });

  it('gives the beginning of a long list, and any part of it in the order asked for', () => {
    const rows = many(FIRST_FINDS + 50);
    const retriever = new Retriever(rows);
    const request = asking({ form: 'table', sort: { column: 'who', down: true } });
    const { finds, counts } = retriever.answer(request);
    expect([finds.length, counts.finds, counts.speakers]).toEqual([FIRST_FINDS, FIRST_FINDS + 50, 2]);
    const all = retriever.page(request, 0, counts.finds);
    expect(all.slice(0, FIRST_FINDS)).toEqual(finds);
    expect(retriever.page(request, 240, 260)).toEqual(all.slice(240));
    const names = all.map(({ participant }) => participant?.name);
    expect(names).toEqual([...names].sort().reverse());
    // What says the same stays in the order heard.
    expect(all.slice(0, 3).map(({ quote }) => quote)).toEqual(['Words 1.', 'Words 3.', 'Words 5.']);
  });

  it('says what there is to choose, without the passages', () => {
    fc.assert(
      fc.property(anyWorld, ({ state }) => {
        const { entries, issues } = new PassageIndex(state);
        const frame = new Retriever(state).frame();
        expect(frame.passages).toBe(entries.length);
        expect(new Set(frame.authors)).toEqual(new Set(entries.flatMap(({ authors }) => authors)));
        expect(new Set(frame.heardIds)).toEqual(
          new Set(entries.flatMap(({ speakerId }) => (speakerId === null ? [] : [speakerId]))),
        );
        const names = namesOf(frame);
        for (const id of issues.keys()) expect(names.resolve(id)).toBe(new PassageIndex(state).resolve(id));
      }),
      { numRuns: 60 },
    );
  });

  it('lets nothing off the record leave by table, cross table or picture, in any language', () => {
    const rows = many(4);
    const [dialogue] = rows.dialogues;
    if (!dialogue) throw new Error('no dialogue');
    const secret = { ...dialogue, title: 'Quiet talk', attribution: 'off-record' as const };
    const retriever = new Retriever({ ...rows, dialogues: [secret] });
    for (const language of Object.keys(LANGUAGES) as Language[]) {
      const sheet = retriever.sheet(asking({ form: 'table', language }), {});
      expect([sheet.rows, sheet.leftOut]).toEqual([0, 4]);
      expect(retriever.cross(asking({ form: 'speakers', language }))).not.toContain('Aiko');
      expect(JSON.stringify(retriever.picture(asking({ form: 'saturation', language })))).not.toContain(
        'Quiet talk',
      );
    }
    expect(() => retriever.cross(asking({ form: 'list' }))).toThrow(RangeError);
  });
});
