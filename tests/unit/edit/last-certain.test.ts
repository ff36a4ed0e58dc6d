import { expect, it } from 'vitest';
import type { Change } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, plainState } from '#shared/change/state.ts';
import { codeSelection } from '#shared/edit/coding.ts';
import { LastCertain } from '#shared/edit/last-certain.ts';
import { assignSpeaker, editTurnText } from '#shared/edit/turn.ts';
import { newId } from '#shared/model/basics.ts';
import { smallWorkspace } from '../../fixtures/state.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };

it('tells from the log who said words that wait, in what text, when they were certain last', async () => {
  const { state, turn, participant, forcedLabour } = smallWorkspace();
  const ilic = { ...participant, id: newId(), personId: null, name: 'Jovan Ilic' };
  state.participants.set(ilic.id, ilic);
  const log: { changes: Change[] }[] = [];
  const edit = async (recipe: (draft: Draft) => Promise<unknown>) => {
    const draft = new Draft(stateReader(state));
    await recipe(draft);
    const changes = await draft.finish();
    applyChanges(state, changes);
    log.push({ changes });
  };
  const selection = { turnId: turn.id, start: 36, end: 53 };
  await edit((draft) => codeSelection(draft, selection, [forcedLabour.id], AUTHOR));
  await edit((draft) => editTurnText(draft, turn.id, `Well. ${turn.text}`));
  await edit((draft) => assignSpeaker(draft, turn.id, ilic.id));
  await edit((draft) => editTurnText(draft, turn.id, 'Nothing of this.'));

  const { passages, turns, participants } = plainState(state);
  expect(passages.map((one) => one.state)).toEqual(['unsure']);
  const back = new LastCertain(passages, { turns, participants });
  let taken = 0;
  for (const entry of log.toReversed()) {
    if (back.done) break;
    back.back(entry);
    taken++;
  }
  expect(taken).toBe(2);
  expect(back.found.get(passages[0]?.id ?? '')).toMatchObject({
    text: `Well. ${turn.text}`,
    start: 42,
    end: 59,
    speaker: { name: participant.name },
    passage: { quote: 'Repay those fees.', state: 'anchored' },
  });
});
