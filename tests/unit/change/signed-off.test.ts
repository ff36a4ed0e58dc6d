import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { Draft, stateReader } from '#shared/change/draft.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { editEntry, inverseEntry } from '#shared/change/history.ts';
import { departedRounds } from '#shared/change/signed-off.ts';
import { applyChanges, type IndexedState, indexState, plainState } from '#shared/change/state.ts';
import { currentRows, takeBack } from '#shared/change/undo.ts';
import { newId } from '#shared/model/basics.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { dangling } from '#shared/model/references.ts';
import type { Round } from '#shared/model/round.ts';
import { type Attempt, beginning, EDITS, Picks } from '../../fixtures/edits.ts';

/** What is done around closing and amending; `takeBack` undoes any entry, as another window that undoes its own would. */
const STEPS = [
  ...['decide', 'decide', 'undecide', 'addIndicator', 'addIndicator', 'indicatorValue', 'removeIndicator'],
  ...['addFigure', 'changeFigure', 'restateFigure', 'setBreak', 'removeFigure'],
  ...['move', 'move', 'newRound', 'startFrom', 'removeRound', 'undo', 'undo', 'redo', 'takeBack', 'takeBack'],
];

const steps: fc.Arbitrary<Attempt[]> = fc.array(
  fc.record({
    edit: fc.constantFrom(...STEPS),
    picks: fc.array(fc.nat(997), { minLength: 6, maxLength: 6 }),
  }),
  { minLength: 30, maxLength: 80, size: 'max' },
);

/** A workspace at work, with its log. */
class Desk {
  readonly start = beginning();
  readonly state: IndexedState = indexState(this.start);
  readonly journal: JournalEntry[] = [firstEntry(this.start, 'Harbour office', stamp())];

  /** @returns whether it was done; what refuses changes nothing */
  async step({ edit, picks }: Attempt): Promise<boolean> {
    try {
      const draft = new Draft(stateReader(this.state));
      const last = this.journal.at(-1) as JournalEntry;
      const entry =
        edit === 'undo' || edit === 'redo' || edit === 'takeBack'
          ? await this.#back(edit, draft, picks)
          : await this.#edit(edit, draft, picks, last);
      if (!entry || entry.changes.length === 0) return false;
      applyChanges(this.state, entry.changes);
      this.journal.push(entry);
      return true;
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      return false;
    }
  }

  async #edit(
    name: string,
    draft: Draft,
    picks: readonly number[],
    last: JournalEntry,
  ): Promise<JournalEntry> {
    await EDITS[name]?.(draft, new Picks(this.state, picks));
    return editEntry(last, stamp(), { key: 'change.workspace.edit', params: {} }, await draft.finish());
  }

  async #back(
    kind: 'undo' | 'redo' | 'takeBack',
    draft: Draft,
    [pick = 0]: readonly number[],
  ): Promise<JournalEntry | null> {
    const last = this.journal.at(-1) as JournalEntry;
    const seq = kind === 'takeBack' ? 2 + (pick % Math.max(1, this.journal.length - 1)) : last[kind];
    const target = this.journal[(seq ?? 0) - 1];
    if (!target) return null;
    const { changes } = await takeBack(target.changes, currentRows(this.state));
    for (const { table, id, after } of changes)
      await (after === null ? draft.remove(table, id) : draft.put(table, after as never));
    const done = await draft.finish(true);
    return kind === 'takeBack'
      ? editEntry(last, stamp(), { key: 'change.workspace.edit', params: {} }, done)
      : inverseEntry(kind, last, target, stamp(), done);
  }
}

const stamp = () => ({ id: newId(), at: '2024-06-02T00:00:00.000Z', actor: 'Ren', device: newId() });

const ONLY_IN_ORDER = STEPS.filter((step) => step !== 'takeBack');

it('whatever is closed, amended, undone and redone, what is signed off and amended is what is decided', async () => {
  const seen = { amended: 0, amendmentUndone: 0, closingUndone: 0, reopened: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(steps, async (tried) => {
      const desk = new Desk();
      for (const attempt of tried) {
        const before = counts(desk.state);
        const made = await desk.step(attempt);
        const after = counts(desk.state);
        if (after.amendments > before.amendments) seen.amended++;
        if (after.amendments < before.amendments) seen.amendmentUndone++;
        if (after.records < before.records) seen.closingUndone++;
        if (after.closed < before.closed && after.records >= before.records) seen.reopened++;
        if (!made) seen.refused++;
        const rounds = [...desk.state.rounds.values()] as Round[];
        expect(await departedRounds(stateReader(desk.state), rounds)).toEqual([]);
        expect([...dangling(plainState(desk.state))]).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
  for (const [what, count] of Object.entries(seen)) expect([what, count > 0]).toEqual([what, true]);
});

it('undone step by step it is where it began, and redone where it was', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (tried) => {
      const desk = new Desk();
      for (const attempt of tried) if (ONLY_IN_ORDER.includes(attempt.edit)) await desk.step(attempt);
      const end = plainState(desk.state);
      let undone = 0;
      while (desk.journal.at(-1)?.undo !== null && (desk.journal.at(-1)?.undo ?? 1) > 1) {
        expect(await desk.step({ edit: 'undo', picks: [] })).toBe(true);
        undone++;
      }
      expect(plainState(desk.state)).toEqual(plainState(indexState(desk.start)));
      for (let left = undone; left > 0; left--)
        expect(await desk.step({ edit: 'redo', picks: [] })).toBe(true);
      expect(plainState(desk.state)).toEqual(end);
    }),
    { numRuns: 40 },
  );
});

function counts({ amendments, records, rounds }: IndexedState) {
  const closed = ([...rounds.values()] as Round[]).filter(({ stage }) => stage === 'closed').length;
  return { amendments: amendments.size, records: records.size, closed };
}
