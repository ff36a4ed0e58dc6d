import { describe, expect, it } from 'vitest';
import { methodNote } from '#shared/assessment/method-note.ts';
import { newId } from '#shared/model/basics.ts';
import type { Assessor, Round } from '#shared/model/round.ts';
import { makeDecision, makeDialogue, makeIssue, makeParticipant, makeTurn } from '../../fixtures/state.ts';
import { makePanel } from './panel.ts';

const AT = '2024-06-01T00:00:00.000Z';
const move = (stage: Round['stage'], by: string, why = '') => ({ stage, by, at: AT, why });

const VOICES = ['rightsholder', 'representative', 'company', 'expert'] as const;

/** A round of which each point of the note has something to say, and something that it must not count. */
function described() {
  const panel = makePanel({
    grave: [
      { scores: [5, 2, 2, 1], valueChain: 'upstream' },
      { scores: [5, 2, 2, 1], valueChain: 'upstream' },
      { scores: [5, 2, 2, 1] },
      { scores: [1, 1, 1, 1], valueChain: 'downstream' },
    ],
    // By the upper median tier 1, by the others not; and two are far from the rest.
    near: [[4, 2, 2, 2], [3, 2, 2, 2], [1, 1, 1, 1], []],
    partial: [{ scores: [2, 2, null, 2], abstained: ['irremediability'] }, [], [], []],
    silent: [[], [], [], []],
  });
  const assessors = panel.round.assessors.map(
    (one, index): Assessor => ({
      ...one,
      voice: VOICES[index] ?? 'expert',
      conflict: index === 2 ? 'Buys there.' : '',
      withdrawn: index === 3,
    }),
  );
  const [ines, omar, sol] = assessors as [Assessor, Assessor, Assessor, Assessor];
  const of = (code: string) => panel.issues.get(code)?.id ?? '';
  const heard = makeDialogue({ title: 'Heard' });
  const other = makeDialogue({ title: 'Of another year' });
  const participants = [heard, heard, other].map((dialogue, index) =>
    makeParticipant(dialogue.id, { name: `P${index}`, label: `P${index}`, external: index !== 1 }),
  );
  const turns = [heard, other].map((dialogue, index) =>
    makeTurn(dialogue.id, { text: 'Fees are high.', participantId: participants[index * 2]?.id ?? null }),
  );
  const passages = turns.map((turn) => ({
    id: newId(),
    dialogueId: turn.dialogueId,
    turnId: turn.id,
    start: 0,
    end: 4,
    quote: 'Fees',
    before: '',
    after: '',
    attribution: null,
    state: 'anchored' as const,
  }));
  const codings = passages.map((passage) => ({
    id: newId(),
    dialogueId: passage.dialogueId,
    passageId: passage.id,
    issueId: of('grave'),
    coder: '',
    at: AT,
    memo: '',
    reconciled: null,
  }));
  const merged = makeIssue({ code: 'merged', mergedInto: of('grave') });
  const retired = makeIssue({ code: 'retired', retiredAfter: 2022 });
  const unasked = makeIssue({ code: 'unasked' });
  const round: Round = {
    ...panel.round,
    assessors,
    stage: 'discussion',
    dialogueIds: [heard.id],
    recusals: [{ assessorId: sol.id, issueId: of('silent') }],
    finished: [{ assessorId: ines.id, at: AT }],
    history: [
      move('open', 'Ren'),
      move('rating', 'Aya'),
      move('closed', 'Ren'),
      move('discussion', 'Aya', 'Two were swapped.'),
    ],
  };
  const earlier = { ...panel.round, id: newId(), fiscalYear: 2023 };
  const decide = (fields: Parameters<typeof makeDecision>[1]) =>
    makeDecision(round.id, { at: AT, ...fields });
  const state = {
    ...panel.state,
    issues: [...panel.state.issues, merged, retired, unasked],
    dialogues: [heard, other],
    participants,
    turns,
    passages,
    codings,
    rounds: [round, earlier],
    decisions: [
      decide({ level: 'watch', suggested: 'monitor', reviewDate: '2025-09' }),
      decide({ level: 'monitor', suggested: 'monitor', reviewDate: '2025-03' }),
      decide({ level: 'monitor', suggested: null, reviewDate: null }),
      { ...decide({ reviewDate: '2020-01' }), roundId: earlier.id },
    ],
  };
  return { state, round, earlier, of, ids: { merged, retired, unasked }, people: { ines, omar, sol }, heard };
}

describe('the method note', () => {
  it('says who rated: the panel alone, when each was done, and what each was asked', () => {
    const { state, round, people } = described();
    const { assessors, rightsholders, perimeter } = methodNote(state, round.id);
    expect(
      assessors.map(({ assessorId, finishedAt, issues, asked, conflict }) => [
        assessorId,
        finishedAt,
        issues,
        asked,
        conflict,
      ]),
    ).toEqual([
      [people.ines.id, AT, 3, 4, ''],
      [people.omar.id, null, 2, 4, ''],
      [people.sol.id, null, 2, 3, 'Buys there.'],
    ]);
    // Those affected and those who speak for them; what a withdrawn one placed is not counted.
    expect(rightsholders.assessors).toBe(2);
    expect(perimeter.valueChain).toMatchObject({ upstream: 2, downstream: 0 });
  });

  it('says what it rests on: the dialogues of the round, and who was heard in them', () => {
    const { state, round, heard, of } = described();
    const { sources, rightsholders } = methodNote(state, round.id);
    expect(sources.dialogues).toMatchObject([{ id: heard.id, external: 1 }]);
    expect(sources.passages).toBe(1);
    expect([...rightsholders.issuesWithoutExternalVoice].sort()).toEqual(
      [of('near'), of('partial'), of('silent')].sort(),
    );
  });

  it('says what is not in the result, and why', () => {
    const { state, round, of, ids } = described();
    const { exclusions, abstention } = methodNote(state, round.id);
    expect(exclusions).toEqual([
      { issueId: ids.merged.id, reason: 'merged' },
      { issueId: ids.retired.id, reason: 'retired' },
      { issueId: ids.unasked.id, reason: 'not-assessed' },
      { issueId: of('silent'), reason: 'unrated' },
      { issueId: of('partial'), reason: 'incomplete' },
    ]);
    expect(abstention.abstained.irremediability).toBe(1);
    expect(abstention.unanswered.irremediability).toBe(4);
  });

  it('says where lines are drawn, what is close to them, who drew them, and whether they were others before', () => {
    const { state, round, earlier, of } = described();
    const { lines, robustness, aggregation } = methodNote(state, round.id);
    expect(lines.setBy).toEqual({ by: 'Aya', at: AT });
    expect(lines.changedFromEarlier).toBe(false);
    const moved = {
      ...state,
      rounds: [round, { ...earlier, thresholds: { ...earlier.thresholds, topThemes: 3 } }],
    };
    expect(methodNote(moved, round.id).lines.changedFromEarlier).toBe(true);
    expect(methodNote({ ...state, rounds: [round] }, round.id).lines.changedFromEarlier).toBeNull();
    const close = { ...round, thresholds: { ...round.thresholds, nearBand: 1 } };
    expect(lines.near).toEqual([]);
    expect(methodNote({ ...state, rounds: [close] }, round.id).lines.near).toContain(of('grave'));
    expect(robustness.divided).toEqual([of('near')]);
    expect(robustness.uncertain).toEqual([of('near')]);
    expect(aggregation.reopened.map(({ why }) => why)).toEqual(['Two were swapped.']);
  });

  it('says what was decided in the round, what departs from a suggestion, and when it is looked at again', () => {
    const { state, round } = described();
    const { decisions, review } = methodNote(state, round.id);
    expect(decisions.map(({ departs }) => departs).sort()).toEqual([false, false, true]);
    expect(decisions.find(({ level }) => level === 'watch')?.departs).toBe(true);
    expect(review).toEqual({ next: '2025-03', without: 1 });
  });

  it('says which dimensions were worded otherwise in the round before', () => {
    const { state, round, earlier } = described();
    expect(methodNote(state, round.id).scales.reworded).toEqual([]);
    const [lowest, ...upper] = earlier.scaleTexts.scope;
    const worded = {
      ...earlier,
      scaleTexts: { ...earlier.scaleTexts, scope: [{ ...lowest, en: 'Few' }, ...upper] },
    };
    expect(methodNote({ ...state, rounds: [round, worded] }, round.id).scales.reworded).toEqual(['scope']);
  });
});
