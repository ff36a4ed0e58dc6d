import { describe, expect, test } from 'vitest';
import { checkState } from '#shared/archive/check.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { applyChanges, type IndexedState, indexState, plainState } from '#shared/change/state.ts';
import { updateSeveral } from '#shared/edit/advice.ts';
import { codeSelection, takeAdvice } from '#shared/edit/coding.ts';
import { addCommitment } from '#shared/edit/commitment.ts';
import { removeDialogue } from '#shared/edit/dialogue-removal.ts';
import { answer } from '#shared/edit/rating.ts';
import { moveToStage, newRound } from '#shared/edit/round.ts';
import { assignSpeaker, editTurnText } from '#shared/edit/turn.ts';
import { translator } from '#shared/i18n/index.ts';
import { type Differences, differencesOf } from '#shared/merge/differences.ts';
import type { Choices } from '#shared/merge/fold.ts';
import { joinProse } from '#shared/merge/prose.ts';
import { resolveMerge } from '#shared/merge/resolve.ts';
import { reviewItems } from '#shared/merge/review.ts';
import { mergeValue } from '#shared/merge/values.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { beginning } from '../../fixtures/edits.ts';
import { makeRound } from '../../fixtures/state.ts';

const AT = '2024-06-02T00:00:00.000Z';
const AUTHOR = { by: 'Ren', at: AT };

async function after(state: IndexedState, edit: (draft: Draft) => Promise<unknown>): Promise<IndexedState> {
  const draft = new Draft(stateReader(state));
  await edit(draft);
  const next = indexState(plainState(state));
  applyChanges(next, await draft.finish());
  return next;
}

const MERGING = { by: 'Ren', at: '2024-07-01T00:00:00.000Z', why: 'Merged' };

interface Outcome {
  readonly state: WorkspaceState;
  readonly differences: Differences;
  readonly overruled: ReadonlyMap<string, string>;
  readonly shown: string;
}

async function merge(
  base: IndexedState,
  here: (draft: Draft) => Promise<unknown>,
  there: (draft: Draft) => Promise<unknown>,
  choose: (differences: Differences) => Choices = () => new Map(),
): Promise<Outcome> {
  const sides = { base, mine: await after(base, here), theirs: await after(base, there) };
  const differences = differencesOf(sides);
  const { changes, overruled } = await resolveMerge(sides, differences, choose(differences), MERGING);
  const merged = indexState(plainState(sides.mine));
  applyChanges(merged, changes);
  const state = plainState(merged);
  checkState(state);
  const shown = JSON.stringify(reviewItems(differences.list, { t: translator('en'), language: 'en', sides }));
  return { state, differences, overruled, shown };
}

const nothing = async () => undefined;

function office() {
  const state = indexState(beginning());
  const plain = plainState(state);
  const [dialogue] = plain.dialogues;
  const turns = plain.turns.filter((turn) => turn.dialogueId === dialogue?.id);
  const issue = plain.issues[0]?.id ?? '';
  return { state, dialogueId: dialogue?.id ?? '', turns, turnId: turns[0]?.id ?? '', issue, plain };
}

describe('removing and using', () => {
  test('a dialogue that was removed there and coded here stays whole, and is listed as changed on both sides', async () => {
    const { state, dialogueId, turnId, issue, turns } = office();
    const { state: merged, differences } = await merge(
      state,
      (draft) => codeSelection(draft, { turnId, start: 0, end: 5 }, [issue], AUTHOR),
      (draft) => removeDialogue(draft, dialogueId),
    );
    expect(merged.turns.filter((turn) => turn.dialogueId === dialogueId)).toHaveLength(turns.length);
    expect(merged.codings).toHaveLength(1);
    expect(differences.list.find(({ kind }) => kind === 'removed')?.at).toBe('both');
  });

  test('a dialogue that was removed there alone goes', async () => {
    const { state, dialogueId } = office();
    const { state: merged } = await merge(state, nothing, (draft) => removeDialogue(draft, dialogueId));
    expect(merged.dialogues.map(({ id }) => id)).not.toContain(dialogueId);
  });

  test('an issue that was left out comes all the same where what is taken is coded on it, and that is said', async () => {
    const { state, turnId, plain } = office();
    const added = {
      ...(plain.issues[0] as (typeof plain.issues)[number]),
      id: crypto.randomUUID(),
      code: 'new',
    };
    const { state: merged, overruled } = await merge(
      state,
      nothing,
      async (draft) => {
        await draft.put('issues', added);
        await codeSelection(draft, { turnId, start: 0, end: 5 }, [added.id], AUTHOR);
      },
      () => new Map([[`issues/${added.id}`, 'mine']]),
    );
    expect(merged.issues.map(({ id }) => id)).toContain(added.id);
    expect(overruled.get(`issues/${added.id}`)).toBe('in-use');
  });
});

describe('words that were said', () => {
  test('corrections of different words of a turn both stand, and a passage goes with its words', async () => {
    const { state, turnId, turns, issue } = office();
    const text = turns[0]?.text ?? '';
    const { state: merged } = await merge(
      state,
      (draft) => editTurnText(draft, turnId, text.replace('Crews', 'The crews')),
      async (draft) => {
        const start = text.indexOf('brokers');
        await codeSelection(draft, { turnId, start, end: start + 7 }, [issue], AUTHOR);
        await editTurnText(draft, turnId, text.replace('fees', 'sums'));
      },
    );
    expect(merged.turns.find(({ id }) => id === turnId)?.text).toBe(
      text.replace('Crews', 'The crews').replace('fees', 'sums'),
    );
    expect(merged.passages[0]).toMatchObject({ quote: 'brokers', state: 'anchored' });
  });

  test('a quote does not change mouths silently: it waits to be reviewed', async () => {
    const { state, turnId, dialogueId, issue, plain, turns } = office();
    const person = plain.participants.find(
      (one) => one.dialogueId === dialogueId && one.id !== turns[0]?.participantId,
    );
    const { state: merged } = await merge(
      state,
      (draft) => assignSpeaker(draft, turnId, person?.id ?? null),
      (draft) => codeSelection(draft, { turnId, start: 0, end: 5 }, [issue], AUTHOR),
    );
    expect(merged.passages).toHaveLength(1);
    expect(merged.passages[0]?.state).toBe('unsure');
  });
});

describe('rounds', () => {
  async function rated() {
    const { state, issue, dialogueId } = office();
    const { method, scaleTexts, thresholds } = makeRound();
    const round = {
      fiscalYear: 2024,
      name: { en: 'Round' },
      issueIds: [issue],
      dialogueIds: [dialogueId],
      method,
      scaleTexts,
      thresholds,
      note: {},
    };
    const people = [
      { name: 'Ines', voice: 'company' as const, personId: null },
      { name: 'Tomas', voice: 'expert' as const, personId: null },
    ];
    const base = await after(state, (draft) =>
      newRound(draft, round, people, { stage: 'rating', author: AUTHOR }),
    );
    const [made] = plainState(base).rounds;
    const place = (index: number) => ({
      roundId: made?.id ?? '',
      issueId: issue,
      assessorId: made?.assessors[index]?.id ?? '',
    });
    return { base, roundId: made?.id ?? '', place };
  }

  test('ratings of who still rates are merged and not shown', async () => {
    const { base, place } = await rated();
    const { state: merged, shown } = await merge(
      base,
      (draft) => answer(draft, place(0), 'scale', 2, AT),
      async (draft) => {
        await answer(draft, place(0), 'scale', 4, AT);
        const [rating] = await draft.all('ratings');
        await draft.patch('ratings', rating?.id ?? '', { rationale: 'Only I know this.' });
      },
    );
    expect(merged.ratings).toHaveLength(1);
    expect(shown).toContain('Ines');
    expect(shown).not.toContain('Only I know this.');
    expect(shown).toContain('Hidden until all assessors are done');
  });

  test('a round that was closed there comes with the ratings that its record holds', async () => {
    const { base, roundId, place } = await rated();
    const { state: merged, overruled } = await merge(base, nothing, async (draft) => {
      await answer(draft, place(0), 'scale', 4, AT);
      await moveToStage(draft, roundId, 'discussion', AUTHOR, '');
      await moveToStage(draft, roundId, 'closed', AUTHOR, '');
    });
    expect(overruled.size).toBe(0);
    expect(merged.rounds[0]?.stage).toBe('closed');
    expect(merged.ratings[0]?.scale).toBe(4);
  });

  test('a round that is closed here does not change, and what came back for it is named', async () => {
    const { base, roundId, place } = await rated();
    const { state: merged, differences } = await merge(
      base,
      async (draft) => {
        await moveToStage(draft, roundId, 'discussion', AUTHOR, '');
        await moveToStage(draft, roundId, 'closed', AUTHOR, '');
      },
      (draft) => answer(draft, place(1), 'scale', 5, AT),
    );
    expect(merged.ratings).toEqual([]);
    const parts = differences.list.flatMap((one) => one.parts);
    expect(parts.filter(({ blocked }) => blocked)).toHaveLength(1);
  });
});

describe('values', () => {
  test('sets keep what either added and lose what either removed; lists by key the same', () => {
    const set = mergeValue('set', { base: ['a', 'b'], mine: ['b', 'c'], theirs: ['a', 'b', 'd'] });
    expect(set).toEqual({ value: ['b', 'c', 'd'] });
    const list = mergeValue(
      { list: 'id' },
      {
        base: [{ id: '1', name: 'a', note: '' }],
        mine: [{ id: '1', name: 'b', note: '' }],
        theirs: [
          { id: '1', name: 'a', note: 'n' },
          { id: '2', name: 'c', note: '' },
        ],
      },
    );
    expect(list).toEqual({
      value: [
        { id: '1', name: 'b', note: 'n' },
        { id: '2', name: 'c', note: '' },
      ],
    });
  });

  test('a plain field that was changed apart is a person’s to choose; names are, by language', () => {
    expect(mergeValue('plain', { base: 'a', mine: 'b', theirs: 'c' })).toBeNull();
    expect(
      mergeValue('plain', {
        base: { en: 'a', ja: 'あ' },
        mine: { en: 'b', ja: 'あ' },
        theirs: { en: 'a', ja: 'い' },
      }),
    ).toEqual({ value: { en: 'b', ja: 'い' } });
  });

  test('texts are joined where different words were changed, whoever is first', () => {
    const base = 'Crews pay brokers before they sail. Repay those fees.';
    const [one, other] = [base.replace('Crews', 'Men'), base.replace('fees', 'sums')];
    expect(joinProse(base, one, other)).toBe('Men pay brokers before they sail. Repay those sums.');
    expect(joinProse(base, other, one)).toBe(joinProse(base, one, other));
    expect(joinProse(base, base.replace('fees', 'sums'), base.replace('fees', 'money'))).toBeNull();
  });
});

describe('advice and what was promised in answer', () => {
  const accept = { status: 'accepted' as const, response: 'Yes', commitment: { text: 'Repay' } };

  test('what is done here and promised further there is accepted, and both promises stand', async () => {
    const { state, turnId, issue } = office();
    const fields = { kind: 'urge' as const, issueIds: [issue], restatement: 'Repay', addressee: '' };
    let id = '';
    const accepted = await after(state, async (draft) => {
      id = (await takeAdvice(draft, { turnId, start: 0, end: 5 }, fields, AUTHOR)).id;
      await updateSeveral(draft, [id], accept, AUTHOR);
    });
    const { state: merged } = await merge(
      accepted,
      (draft) => updateSeveral(draft, [id], { status: 'done', kept: true }, AUTHOR),
      (draft) => addCommitment(draft, { to: 'advice', id }, { text: 'Warn others' }, AUTHOR),
    );
    expect(merged.advice[0]?.status).toBe('accepted');
    expect(merged.commitments.map(({ text, status }) => [text, status]).sort()).toEqual([
      ['Repay', 'kept'],
      ['Warn others', 'promised'],
    ]);
  });
});
