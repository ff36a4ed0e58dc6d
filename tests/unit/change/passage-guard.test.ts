import { describe, expect, it } from 'vitest';
import { anchorOf } from '#shared/anchor/anchor.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { newId } from '#shared/model/basics.ts';
import type { Passage } from '#shared/model/turn.ts';
import { smallWorkspace } from '../../fixtures/state.ts';

function setUp(state: Passage['state'] = 'anchored') {
  const workspace = smallWorkspace();
  const { turn, dialogue } = workspace;
  const passage: Passage = {
    id: newId(),
    dialogueId: dialogue.id,
    turnId: turn.id,
    ...anchorOf(turn.text, 0, 5),
    attribution: null,
    state,
  };
  workspace.state.passages.set(passage.id, passage);
  return { ...workspace, passage, draft: new Draft(stateReader(workspace.state)) };
}

const ADRIFT = { problem: { code: 'passage-adrift' } };

describe('a change set', () => {
  it('may not take an anchored passage’s words away', async () => {
    const { draft, turn } = setUp();
    await draft.patch('turns', turn.id, { text: 'Boats pay brokers.' });
    await expect(draft.finish()).rejects.toMatchObject(ADRIFT);
  });

  it('may where the passage says that it is unsure, or moves along', async () => {
    const unsure = setUp('unsure');
    await unsure.draft.patch('turns', unsure.turn.id, { text: 'Boats pay brokers.' });
    expect(await unsure.draft.finish()).toHaveLength(1);
    const { draft, turn, passage } = setUp();
    const text = `So: ${turn.text}`;
    await draft.patch('turns', turn.id, { text });
    await draft.put('passages', { ...passage, ...anchorOf(text, 4, 9) });
    expect(await draft.finish()).toHaveLength(2);
  });

  it('may not leave a passage without its turn, not even an unsure one', async () => {
    const { draft, turn } = setUp('unsure');
    await draft.remove('turns', turn.id);
    await expect(draft.finish()).rejects.toMatchObject(ADRIFT);
  });

  it('may not anchor a passage where other words stand', async () => {
    const { draft, passage } = setUp();
    await draft.put('passages', { ...passage, start: 1, end: 6 });
    await expect(draft.finish()).rejects.toMatchObject(ADRIFT);
  });
});
