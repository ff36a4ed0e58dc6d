import { describe, expect, it } from 'vitest';
import { Disclosure } from '#shared/attribution/disclosure.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, plainState } from '#shared/change/state.ts';
import { takeAdvice } from '#shared/edit/coding.ts';
import { translator } from '#shared/i18n/index.ts';
import { attributionOf } from '#shared/model/attribution.ts';
import type { Dialogue } from '#shared/model/dialogue.ts';
import type { Passage } from '#shared/model/turn.ts';
import { type AdviceRow, redactedAdvice } from '#shared/retrieval/advice-sheet.ts';
import { toldLater } from '#shared/retrieval/told-later.ts';
import { makeDialogue, makeParticipant, smallWorkspace } from '../../fixtures/state.ts';

const AUTHOR = { by: 'Ren', at: '2024-06-02T00:00:00.000Z' };
const t = translator('en');
const words = { t, issue: (id: string) => id, year: String, day: (date: string | null) => date ?? '' };

async function advised(attribution: Dialogue['attribution'], response = '') {
  const { state, turn, dialogue, participant, forcedLabour } = smallWorkspace();
  const draft = new Draft(stateReader(state));
  const advice = await takeAdvice(
    draft,
    { turnId: turn.id, start: 0, end: 35 },
    { kind: 'urge', issueIds: [forcedLabour.id], restatement: 'Repay the fees', addressee: '' },
    AUTHOR,
  );
  applyChanges(state, await draft.finish());
  const held = { ...dialogue, attribution };
  state.dialogues.set(dialogue.id, held);
  const passage = [...state.passages.values()][0] as Passage;
  const row: AdviceRow = {
    advice: { ...advice, response },
    quotes: [{ passage, dialogue: held, attribution: attributionOf(held, participant, passage) }],
    later: null,
    commitments: [],
  };
  return { row, participant, disclosure: new Disclosure(plainState(state), '[withheld]', 'en') };
}

describe('a table of advice that leaves the office', () => {
  it('leaves out what is off the record, and says how much', async () => {
    const { row, disclosure } = await advised('off-record');
    const { cells, leftOut } = redactedAdvice([row], ['advice', 'who'], words, disclosure);
    expect(cells).toHaveLength(1);
    expect(leftOut).toBe(1);
  });

  it('names nobody whom the policy keeps unnamed, not in the response either', async () => {
    const named = await advised('named');
    const { name } = named.participant;
    expect(redactedAdvice([named.row], ['who'], words, named.disclosure).cells[1]?.[0]).toContain(name);
    const { row, disclosure } = await advised('unattributed', `We thank ${name}.`);
    const { cells } = redactedAdvice([row], ['advice', 'who', 'response'], words, disclosure);
    expect(cells[1]?.[0]).toBe('Repay the fees');
    expect(cells[1]?.join(' ')).not.toContain(name);
    expect(cells[1]?.[2]).toContain('[withheld]');
  });
});

describe('toldLater', () => {
  const early = makeDialogue({ fiscalYear: 2022, date: '2022-05-01' });
  const next = makeDialogue({ fiscalYear: 2023, date: '2023-05-01' });
  const last = makeDialogue({ fiscalYear: 2024, date: '2024-05-01' });
  const of = new Map([early, next, last].map((one) => [one.id, one]));
  const said = (dialogue: Dialogue, external: boolean, issueId = 'i1') => ({
    issueIds: new Set([issueId]),
    passage: {} as Passage,
    dialogue,
    participant: makeParticipant(dialogue.id, { external }),
    attribution: { policy: 'off-record' } as const,
  });
  const advice = { id: 'a', issueIds: ['i1'], dialogueId: early.id };

  it('is what the company said on the issue at the first dialogue after', () => {
    const all = [
      said(last, false),
      said(next, false),
      said(next, false),
      said(next, true),
      said(early, false),
    ];
    const told = toldLater([advice], of, all).get('a');
    expect(told?.dialogue.id).toBe(next.id);
    expect(told?.words).toHaveLength(2);
  });

  it('is nothing where only others spoke on it, or the company on something else', () => {
    expect(toldLater([advice], of, [said(next, true), said(last, false, 'i2')]).size).toBe(0);
  });
});
