import { describe, expect, it } from 'vitest';
import type { Advice } from '#shared/model/advice.ts';
import { attributionOf } from '#shared/model/attribution.ts';
import { newId } from '#shared/model/basics.ts';
import type { AttributionPolicy } from '#shared/model/dialogue.ts';
import {
  type HeardAdvice,
  isFiltered,
  NO_FILTER,
  passes,
  speakersOf,
} from '../../../renderer/features/advice/filter.ts';
import { makeDialogue, makeParticipant, makeTurn } from '../../fixtures/state.ts';

function makeHeardAdvice(
  fields: Partial<Advice> = {},
  attribution: AttributionPolicy = 'named',
): HeardAdvice {
  const dialogue = makeDialogue({ attribution });
  const participant = makeParticipant(dialogue.id, { personId: newId() });
  const turn = makeTurn(dialogue.id, { participantId: participant.id });
  const quote = 'Repay those fees. 手数料を返してください。';
  const passage = {
    id: newId(),
    dialogueId: dialogue.id,
    turnId: turn.id,
    start: 0,
    end: quote.length,
    quote,
    before: '',
    after: '',
    attribution: null,
    state: 'anchored' as const,
  };
  return {
    advice: {
      id: newId(),
      dialogueId: dialogue.id,
      passageIds: [passage.id],
      issueIds: [],
      kind: 'urge',
      restatement: 'Give brokers’ fees back',
      addressee: 'Purchasing',
      response: '',
      commitment: '',
      noCommitmentWhy: '',
      owner: '',
      due: null,
      status: 'heard',
      takenBy: 'Ren',
      at: '2024-06-02T00:00:00.000Z',
      ...fields,
    },
    quotes: [
      { passage, turn, dialogue, participant, attribution: attributionOf(dialogue, participant, passage) },
    ],
    commitments: [],
  };
}

const TODAY = '2024-06-10';

describe('the filter of the advice list', () => {
  it('lets everything pass while nothing is chosen', () => {
    expect(passes(makeHeardAdvice(), NO_FILTER, TODAY)).toBe(true);
    expect(isFiltered(NO_FILTER)).toBe(false);
    expect(isFiltered({ ...NO_FILTER, kind: 'urge' })).toBe(true);
  });

  it('narrows by issue, person, kind and status, all at once', () => {
    const issueId = newId();
    const one = makeHeardAdvice({ issueIds: [issueId], kind: 'caution', status: 'accepted' });
    const personId = one.quotes[0]?.participant?.personId ?? null;
    const all = { ...NO_FILTER, issueId, personId, kind: 'caution', status: 'accepted' } as const;
    expect(passes(one, all, TODAY)).toBe(true);
    expect(passes(one, { ...all, issueId: newId() }, TODAY)).toBe(false);
    expect(passes(one, { ...all, personId: newId() }, TODAY)).toBe(false);
    expect(passes(one, { ...all, kind: 'urge' }, TODAY)).toBe(false);
    expect(passes(one, { ...all, status: 'done' }, TODAY)).toBe(false);
  });

  it('tells open advice without a response from what is answered or settled', () => {
    const passed = (advice: Partial<Advice>, status: 'open' | 'unanswered') =>
      passes(makeHeardAdvice(advice), { ...NO_FILTER, status }, TODAY);
    expect(passed({ status: 'accepted', response: ' ' }, 'unanswered')).toBe(true);
    expect(passed({ status: 'accepted', response: 'Paid' }, 'unanswered')).toBe(false);
    expect(passed({ status: 'declined', response: '' }, 'unanswered')).toBe(false);
    expect(passed({ status: 'accepted', response: 'Paid' }, 'open')).toBe(true);
    expect(passed({ status: 'done', response: '' }, 'open')).toBe(false);
  });

  it.each([
    ['brokers back', true],
    ['REPAY', true],
    ['手数料', true],
    ['ｆｅｅｓ', true],
    ['purchasing', true],
    ['brokers bananas', false],
  ])('finds words in advice, addressee and quote: %s', (text, expected) => {
    expect(passes(makeHeardAdvice(), { ...NO_FILTER, text }, TODAY)).toBe(expected);
  });

  it('finds words of the response', () => {
    expect(
      passes(makeHeardAdvice({ response: 'Paid in March' }), { ...NO_FILTER, text: 'march' }, TODAY),
    ).toBe(true);
  });

  it('offers nobody by name whose words may not be told by name', () => {
    expect(speakersOf(makeHeardAdvice().quotes)).toHaveLength(1);
    for (const policy of ['affiliation', 'role', 'unattributed', 'off-record'] as const) {
      const one = makeHeardAdvice({}, policy);
      expect(speakersOf(one.quotes), policy).toEqual([]);
      const personId = one.quotes[0]?.participant?.personId ?? null;
      expect(passes(one, { ...NO_FILTER, personId }, TODAY)).toBe(false);
    }
  });
});
