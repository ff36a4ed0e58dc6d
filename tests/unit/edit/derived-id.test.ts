import { expect, test } from 'vitest';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, type IndexedState, indexState } from '#shared/change/state.ts';
import { codeSelection, removeCoding } from '#shared/edit/coding.ts';
import { mergeIssues } from '#shared/edit/issue-merge.ts';
import { emptyState } from '#shared/model/tables.ts';
import { makeDialogue, makeIssue, makeTurn } from '../../fixtures/state.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };

const dialogue = makeDialogue();
const turn = makeTurn(dialogue.id, { text: 'Crews pay brokers before they sail.' });
const [fees, labour] = [makeIssue({ name: { en: 'Fees' } }), makeIssue({ name: { en: 'Labour' } })];
const begun = () =>
  indexState({ ...emptyState(), dialogues: [dialogue], turns: [turn], issues: [fees, labour] });

const author = { by: 'Ines', at: '2026-11-29T09:00:00.000Z' };
const whole = { turnId: turn.id, start: 0, end: turn.text.length };

async function edit(state: IndexedState, recipe: (draft: Draft) => Promise<unknown>): Promise<void> {
  const draft = new Draft(stateReader(state));
  await recipe(draft);
  applyChanges(state, await draft.finish());
}

test('two machines that code the same passage to the same issue make the same row', async () => {
  const here = begun();
  await edit(here, (draft) => codeSelection(draft, whole, [fees.id], author));
  const [passage] = here.passages.values();
  const there = indexState({ ...emptyState(), dialogues: [dialogue], turns: [turn], issues: [fees, labour] });
  if (passage) there.passages.set(passage.id, passage);
  await edit(there, (draft) =>
    codeSelection(draft, whole, [fees.id], { ...author, at: '2026-11-30T09:00:00.000Z' }),
  );
  expect([...there.codings.keys()]).toEqual([...here.codings.keys()]);
  await edit(there, (draft) => codeSelection(draft, whole, [fees.id], { ...author, by: 'Ren' }));
  expect(there.codings.size).toBe(2);
});

test('a row that was moved keeps its id, and another made at its former place does not replace it', async () => {
  const state = begun();
  await edit(state, (draft) => codeSelection(draft, whole, [fees.id], author));
  const [moved = ''] = state.codings.keys();
  await edit(state, (draft) => mergeIssues(draft, [fees.id], labour.id, AUTHOR));
  await edit(state, async (draft) => {
    await draft.patch('issues', fees.id, { mergedInto: null });
    await codeSelection(draft, whole, [fees.id], author);
  });
  expect(state.codings.size).toBe(2);
  expect(state.codings.get(moved)).toMatchObject({ issueId: labour.id });
});

test('the passage goes with the last thing that refers to it, whoever took that away', async () => {
  const state = begun();
  await edit(state, (draft) => codeSelection(draft, whole, [fees.id, labour.id], author));
  const [first = '', second = ''] = state.codings.keys();
  await edit(state, (draft) => removeCoding(draft, first));
  expect(state.passages.size).toBe(1);
  await edit(state, (draft) => draft.remove('codings', second));
  expect(state.passages.size).toBe(0);
});
