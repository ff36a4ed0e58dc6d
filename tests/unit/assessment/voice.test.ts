import { describe, expect, it } from 'vitest';
import { countVoices } from '#shared/assessment/voice.ts';
import type { Advice } from '#shared/model/advice.ts';
import { newId } from '#shared/model/basics.ts';
import type { Passage } from '#shared/model/turn.ts';
import { makeDialogue, makeIssue, makeParticipant, makeTurn } from '../../fixtures/state.ts';

function meeting() {
  const dialogue = makeDialogue();
  const union = makeParticipant(dialogue.id);
  const lawyer = makeParticipant(dialogue.id, { name: 'Aino Berg', voice: 'expert' });
  const officer = makeParticipant(dialogue.id, { name: 'Kei Mori', voice: 'company', external: false });
  const issue = makeIssue();
  const turns = [union, lawyer, officer, null].map((speaker, order) =>
    makeTurn(dialogue.id, { order, participantId: speaker?.id ?? null }),
  );
  const passages = turns.map(
    (turn): Passage => ({
      id: newId(),
      dialogueId: dialogue.id,
      turnId: turn.id,
      start: 0,
      end: 5,
      quote: 'Crews',
      before: '',
      after: '',
      attribution: null,
      state: 'anchored',
    }),
  );
  const code = (index: number) => ({
    id: newId(),
    dialogueId: dialogue.id,
    passageId: passages[index]?.id ?? '',
    issueId: issue.id,
    coder: 'Ren',
    at: '2024-06-02T00:00:00.000Z',
    memo: '',
    reconciled: null,
  });
  const advise = (index: number, kind: Advice['kind']): Advice => ({
    id: newId(),
    dialogueId: dialogue.id,
    passageIds: [passages[index]?.id ?? ''],
    issueIds: [issue.id],
    kind,
    restatement: '',
    addressee: '',
    response: '',
    commitment: '',
    noCommitmentWhy: '',
    owner: '',
    due: null,
    status: 'heard',
    takenBy: 'Ren',
    at: '2024-06-02T00:00:00.000Z',
  });
  const state = { participants: [union, lawyer, officer], turns, passages };
  return { dialogue, union, issue, state, code, advise };
}

describe('stakeholder voice', () => {
  it('counts people from outside who raised the issue, not the company and not unknown speakers', () => {
    const { dialogue, issue, state, code } = meeting();
    const voices = countVoices({ ...state, codings: [code(0), code(0), code(2), code(3)], advice: [] }, [
      dialogue.id,
    ]);
    expect(voices.of(issue.id)).toMatchObject({ raised: 1, heard: 2, share: 0.5, passages: 1 });
  });

  it('counts urging and cautioning advice, and a passage once though it was coded as well', () => {
    const { dialogue, issue, state, code, advise } = meeting();
    const advice = [advise(0, 'urge'), advise(1, 'caution'), advise(2, 'urge')];
    const voices = countVoices({ ...state, codings: [code(0)], advice }, [dialogue.id]);
    expect(voices.of(issue.id)).toMatchObject({
      raised: 2,
      passages: 2,
      advice: 2,
      urge: 1,
      caution: 1,
      share: 1,
    });
  });

  it('knows one person across two dialogues', () => {
    const { dialogue, union, issue, state, code } = meeting();
    const personId = newId();
    const second = makeDialogue();
    const again = makeParticipant(second.id, { personId });
    const turn = makeTurn(second.id, { participantId: again.id });
    const voices = countVoices(
      {
        ...state,
        participants: [...state.participants.filter((one) => one !== union), { ...union, personId }, again],
        turns: [...state.turns, turn],
        codings: [code(0)],
        advice: [],
      },
      [dialogue.id, second.id],
    );
    expect(voices.of(issue.id)).toMatchObject({ raised: 1, heard: 2 });
  });

  it('looks only into the round’s dialogues', () => {
    const { issue, state, code } = meeting();
    const voices = countVoices({ ...state, codings: [code(0)], advice: [] }, []);
    expect(voices.of(issue.id)).toMatchObject({ raised: 0, heard: 0, share: null, passages: 0 });
  });

  it('says that experts were heard but nobody affected (UNGP 18)', () => {
    const { dialogue, state, union } = meeting();
    const none = countVoices({ ...state, codings: [], advice: [] }, [dialogue.id]).hearing;
    expect(none).toMatchObject({
      noRightsholder: true,
      byVoice: { expert: 1, representative: 1, company: 0 },
    });
    const participants = state.participants.map((one) =>
      one === union ? { ...one, voice: 'rightsholder' as const } : one,
    );
    const heard = countVoices({ ...state, participants, codings: [], advice: [] }, [dialogue.id]).hearing;
    expect(heard.noRightsholder).toBe(false);
  });
});
