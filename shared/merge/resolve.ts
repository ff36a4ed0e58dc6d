import { dequal } from 'dequal/lite';
import type { Change } from '../change/change-set.ts';
import { lacksCommitment } from '../change/commitments.ts';
import { Draft, stateReader } from '../change/draft.ts';
import { guardChanges } from '../change/guards.ts';
import { passagesNamedIn } from '../change/passage-uses.ts';
import type { IndexedState } from '../change/state.ts';
import { amend } from '../edit/amend.ts';
import type { Authorship } from '../edit/coding.ts';
import type { Advice } from '../model/advice.ts';
import type { Coding } from '../model/coding.ts';
import { type Commitment, isSettledCommitment } from '../model/commitment.ts';
import type { Issue } from '../model/issue.ts';
import { successor } from '../model/lineage.ts';
import { ProblemError } from '../model/problem.ts';
import { type AnyRow, TABLE_NAMES, type TableName } from '../model/tables.ts';
import type { Differences } from './differences.ts';
import { type Choices, Fold, type Reason } from './fold.ts';
import { placePassages } from './place-passages.ts';
import { groupBy, type Sides } from './sides.ts';

/** What a merge comes to. */
export interface Resolution {
  /** From the state here to the merged one, as one change set; nothing in it is refused by the guards. */
  readonly changes: readonly Change[];
  /** By key of the difference: what stands otherwise than chosen, and why. */
  readonly overruled: ReadonlyMap<string, Reason>;
}

/** Who merges, and the reason of an amendment where a signed-off round is not what it was on either side. */
export type Merging = Authorship & { readonly why: string };

/**
 * Brings two workspaces together as chosen. A pure function of the three states and the choices. What is kept keeps what
 * it refers to; passages are put where their words stand; what the guards refuse is left out, and named.
 * @param stored mine as it is stored, from which the changes lead: what an earlier version wrote may still be in it
 */
export async function resolveMerge(
  sides: Sides,
  differences: Differences,
  choices: Choices,
  merging: Merging,
  stored = sides.mine,
): Promise<Resolution> {
  const fold = new Fold(sides, differences, choices);
  for (;;) {
    followIssues(fold, sides);
    placePassages(fold, sides);
    dropUnused(fold, sides);
    keepPromises(fold, sides);
    try {
      return {
        changes: await changesTo(stored, fold.state, merging),
        overruled: fold.overruled,
      };
    } catch (thrown) {
      if (!(await refuseRounds(thrown, fold, { sides, differences }))) throw thrown;
    }
  }
}

/** The change set that leads from one state to another, checked as any other. */
async function changesTo(
  mine: IndexedState,
  merged: IndexedState,
  { why, ...author }: Merging,
): Promise<Change[]> {
  const draft = new Draft(stateReader(mine));
  for (const { table, id, after } of changesOf(mine, merged))
    await (after === null ? draft.remove(table, id) : draft.put(table, after as never));
  await amend(draft, why, author);
  return draft.finish();
}

/**
 * Leaves out what came back for the rounds that a guard refused, and for no other.
 * @returns whether there was any left to leave out
 */
async function refuseRounds(
  thrown: unknown,
  fold: Fold,
  { sides: { mine }, differences }: { readonly sides: Sides; readonly differences: Differences },
): Promise<boolean> {
  const codes = ['round-closed', 'reopen-needs-reason', 'record-kept'];
  if (!(thrown instanceof ProblemError) || !codes.includes(thrown.problem.code)) return false;
  const taken = groupBy(
    differences.list
      .filter(({ table, parts }) => isOfRound(table) && parts.some((part) => fold.choiceOf(part) !== 'mine'))
      .map((one) => ({ ...one, roundId: roundOf(one.rows.mine ?? one.rows.theirs) })),
    ({ roundId }) => roundId,
  );
  const { get } = stateReader(fold.state);
  let refused = false;
  for (const [roundId, differing] of taken) {
    const own = changesOf(mine, fold.state).filter(
      ({ table, before, after }) => isOfRound(table) && roundOf(before ?? after) === roundId,
    );
    try {
      await guardChanges(own, get, async () => []);
    } catch {
      for (const one of differing) fold.refuse(one, 'round-closed');
      refused = true;
    }
  }
  return refused;
}

function isOfRound(table: TableName): boolean {
  return ['rounds', 'ratings', 'records'].includes(table);
}

function roundOf(row: AnyRow | null): string {
  if (row === null) return '';
  return 'roundId' in row ? row.roundId : row.id;
}

function changesOf(mine: IndexedState, merged: IndexedState): Change[] {
  return TABLE_NAMES.flatMap((table) => {
    const [was, is]: ReadonlyMap<string, AnyRow>[] = [mine[table], merged[table]];
    return [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])]
      .map((id) => ({ table, id, before: was?.get(id) ?? null, after: is?.get(id) ?? null }) as Change)
      .filter(({ before, after }) => !dequal(before, after));
  });
}

/** What one side coded on an issue that the other merged into another bears on that one. */
function followIssues(fold: Fold, { mine, theirs }: Sides): void {
  const mergedInto = (state: IndexedState, id: string) =>
    (state.issues.get(id) as Issue | undefined)?.mergedInto ?? null;
  const issues = fold.state.issues as ReadonlyMap<string, Issue>;
  /** The issue now; the same one where a side that has the row had it merged already. */
  const now = (id: string, table: 'codings' | 'advice', rowId: string) => {
    if (mergedInto(fold.state, id) === null) return id;
    const known = [mine, theirs].some((side) => side[table].has(rowId) && mergedInto(side, id) !== null);
    return known ? id : successor((one) => issues.get(one), id);
  };
  for (const coding of [...fold.state.codings.values()] as Coding[]) {
    const issueId = now(coding.issueId, 'codings', coding.id);
    if (issueId !== coding.issueId) fold.put('codings', { ...coding, issueId });
  }
  for (const advice of [...fold.state.advice.values()] as Advice[]) {
    const issueIds = [...new Set(advice.issueIds.map((id) => now(id, 'advice', advice.id)))];
    if (!dequal(issueIds, advice.issueIds)) fold.put('advice', { ...advice, issueIds });
  }
}

/** Takes away passages that came for what was left out: they live as long as something refers to them. */
function dropUnused(fold: Fold, { mine, theirs }: Sides): void {
  const [used, usedThere] = [usedIn(fold.state), usedIn(theirs)];
  for (const id of [...fold.state.passages.keys()])
    if (!used.has(id) && usedThere.has(id) && !mine.passages.has(id)) fold.state.passages.delete(id);
}

/**
 * Where one side settled advice and the other promised something more, or what was promised is not taken, the advice goes
 * back to what still holds (`guardCommitments`): what is open is not lost, and nothing is done that is not.
 */
function keepPromises(fold: Fold, { mine }: Sides): void {
  const promisedIn = ({ commitments }: IndexedState) =>
    groupBy([...commitments.values()] as Commitment[], ({ madeIn }) => madeIn.id);
  const [promised, promisedHere] = [promisedIn(fold.state), promisedIn(mine)];
  for (const advice of [...fold.state.advice.values()] as Advice[]) {
    const own = promised.get(advice.id) ?? [];
    const here = mine.advice.get(advice.id) as Advice | undefined;
    const lackedHere = here && lacksCommitment(here, promisedHere.get(advice.id) ?? []);
    if (advice.status === 'done' && !own.every(isSettledCommitment))
      fold.put('advice', { ...advice, status: 'accepted' });
    else if (lacksCommitment(advice, own) && !lackedHere)
      fold.put('advice', { ...advice, status: 'considered' });
  }
}

function usedIn(state: IndexedState): Set<string> {
  return new Set<string>(
    TABLE_NAMES.flatMap((table) =>
      [...state[table].values()].flatMap((row) => [...passagesNamedIn(table, row as AnyRow)]),
    ),
  );
}
