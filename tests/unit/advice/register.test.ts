import { describe, expect, it } from 'vitest';
import { translator } from '#shared/i18n/index.ts';
import type { Advice } from '#shared/model/advice.ts';
import { attributionOf } from '#shared/model/attribution.ts';
import { newId } from '#shared/model/basics.ts';
import type { Dialogue } from '#shared/model/dialogue.ts';
import type { AdviceRow } from '#shared/retrieval/advice-sheet.ts';
import { grouped, sorted } from '../../../renderer/features/advice/order.ts';
import { nextSort } from '../../../renderer/ui/column-sort.ts';
import { extended, NOTHING, toggled, within } from '../../../renderer/ui/selection.ts';
import { makeDialogue, makeParticipant, makeTurn } from '../../fixtures/state.ts';

const t = translator('en');
const words = { t, issue: (id: string) => id, year: String, day: (date: string | null) => date ?? '' };

function row(fields: Partial<Advice>, dialogue: Dialogue = makeDialogue()): AdviceRow {
  const participant = makeParticipant(dialogue.id);
  const turn = makeTurn(dialogue.id, { participantId: participant.id });
  const passage = {
    id: newId(),
    dialogueId: dialogue.id,
    turnId: turn.id,
    start: 0,
    end: 4,
    quote: turn.text.slice(0, 4),
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
      restatement: '',
      addressee: '',
      response: '',
      commitment: '',
      noCommitmentWhy: '',
      owner: '',
      due: null,
      status: 'heard',
      takenBy: '',
      at: '2024-06-02T00:00:00.000Z',
      ...fields,
    },
    quotes: [{ passage, dialogue, attribution: attributionOf(dialogue, participant, passage) }],
    later: null,
    commitments: [],
  };
}

describe('the order of the register', () => {
  it('puts what is empty last, up and down, and dates by their time', () => {
    const rows = [
      row({ due: '2025-03' }),
      row({ due: null }),
      row({ due: '2024' }),
      row({ due: '2025-01-09' }),
    ];
    const dues = (down: boolean) =>
      sorted(rows, { column: 'due', down }, words, 'en').map(({ advice }) => advice.due);
    expect(dues(false)).toEqual(['2024', '2025-01-09', '2025-03', null]);
    expect(dues(true)).toEqual(['2025-03', '2025-01-09', '2024', null]);
    expect(sorted(rows, null, words, 'en')).toEqual(rows);
  });

  it('puts statuses in the order in which they follow, not of their letters', () => {
    const rows = (['done', 'heard', 'accepted', 'considered'] as const).map((status) => row({ status }));
    expect(
      sorted(rows, { column: 'status', down: false }, words, 'en').map(({ advice }) => advice.status),
    ).toEqual(['heard', 'considered', 'accepted', 'done']);
  });

  it('a head sorts up, then down, then not at all', () => {
    const up = nextSort(null, 'owner');
    const down = nextSort(up, 'owner');
    expect([up, down, nextSort(down, 'owner')]).toEqual([
      { column: 'owner', down: false },
      { column: 'owner', down: true },
      null,
    ]);
    expect(nextSort(down, 'due')).toEqual({ column: 'due', down: false });
  });
});

describe('the groups of the register', () => {
  it('tells who owns what: nobody first, then by name, with what is open', () => {
    const rows = [
      row({ owner: 'Purchasing', status: 'done', response: 'Paid' }),
      row({ owner: 'Legal' }),
      row({ owner: 'Purchasing' }),
      row({}),
    ];
    expect(
      grouped(rows, 'owner', 'en').map(({ key, rows: own, open, unanswered }) => [
        key,
        own.length,
        open,
        unanswered,
      ]),
    ).toEqual([
      ['', 1, 1, 1],
      ['Legal', 1, 1, 1],
      ['Purchasing', 2, 1, 1],
    ]);
  });

  it('puts the newest dialogue first', () => {
    const old = makeDialogue({ fiscalYear: 2022, date: '2022-05' });
    const recent = makeDialogue({ fiscalYear: 2024, date: '2024-05' });
    const keys = grouped([row({}, old), row({}, recent), row({}, old)], 'dialogue', 'en').map(
      ({ key }) => key,
    );
    expect(keys).toEqual([recent.id, old.id]);
  });
});

describe('choosing several rows', () => {
  const order = ['a', 'b', 'c', 'd', 'e'];

  it('goes on with Shift from where it began, in the order shown, both ways', () => {
    const from = toggled(NOTHING, 'c');
    expect(within(extended(from, 'e', order), order)).toEqual(['c', 'd', 'e']);
    expect(within(extended(from, 'a', order), order)).toEqual(['a', 'b', 'c']);
    expect(within(toggled(extended(from, 'e', order), 'd'), order)).toEqual(['c', 'e']);
  });

  it('leaves out what is not shown', () => {
    const all = extended(toggled(NOTHING, 'a'), 'e', order);
    expect(within(all, ['e', 'b'])).toEqual(['e', 'b']);
  });
});
