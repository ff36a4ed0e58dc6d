import { type CoderAgreement, coderAgreement, type TwoCoders } from '../assessment/agreement.ts';
import type { Id } from '../model/basics.ts';
import type { Coding } from '../model/coding.ts';
import type { IdOf } from '../model/id.ts';
import { CATEGORIES, type Issue } from '../model/issue.ts';
import type { WorkspaceState } from '../model/tables.ts';

export type CodedText = Pick<WorkspaceState, 'turns' | 'passages' | 'codings' | 'issues'>;

/** Whom to compare, and over which dialogues. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly dialogueIds: readonly IdOf<'dialogues'>[];
}

export interface CodersOnIssue extends TwoCoders, CoderAgreement {
  readonly issueId: IdOf<'issues'>;
}

export interface CodersAgreement {
  /** Units compared: the turns of the dialogues. */
  readonly turns: number;
  /** Issues that at least one of the two used, in the order of the list. */
  readonly issues: readonly CodersOnIssue[];
  /** All these issues together: every turn judged once an issue. */
  readonly together: TwoCoders & CoderAgreement;
}

/**
 * How alike two coders read, issue by issue: Cohen's kappa and Krippendorff's alpha, nominal, the unit being the turn
 * (METHOD, "Agreement"). A turn has an issue where any of its words was coded so. What was rejected since counts here
 * all the same: the figures tell how two people read before they spoke about it, and settling differences must not
 * raise them.
 */
export function codersAgreement(state: CodedText, { a, b, dialogueIds }: Pair): CodersAgreement {
  const inScope = new Set(dialogueIds);
  const turns = new Set(state.turns.filter((turn) => inScope.has(turn.dialogueId)).map(({ id }) => id));
  const turnOf = new Map(state.passages.map(({ id, turnId }) => [id, turnId]));
  const used = new Map<Id, { a: Set<Id>; b: Set<Id> }>();
  for (const { coder, issueId, passageId } of state.codings) {
    const turnId = turnOf.get(passageId);
    if (turnId === undefined || !turns.has(turnId) || (coder !== a && coder !== b)) continue;
    const sets = used.get(issueId) ?? { a: new Set(), b: new Set() };
    (coder === a ? sets.a : sets.b).add(turnId);
    used.set(issueId, sets);
  }
  const issues = [...used]
    .map(([issueId, sets]): CodersOnIssue => {
      const both = [...sets.a].filter((id) => sets.b.has(id)).length;
      const onlyA = sets.a.size - both;
      const onlyB = sets.b.size - both;
      const counts = { both, onlyA, onlyB, neither: turns.size - both - onlyA - onlyB };
      return { issueId, ...counts, ...coderAgreement(counts) };
    })
    .sort(inOrderOf(state.issues));
  const together = issues.reduce<TwoCoders>(
    (sum, one) => ({
      both: sum.both + one.both,
      onlyA: sum.onlyA + one.onlyA,
      onlyB: sum.onlyB + one.onlyB,
      neither: sum.neither + one.neither,
    }),
    { both: 0, onlyA: 0, onlyB: 0, neither: 0 },
  );
  return { turns: turns.size, issues, together: { ...together, ...coderAgreement(together) } };
}

export interface Coder {
  readonly name: string;
  readonly codings: number;
}

/** Who coded, those who coded most first. */
export function codersOf(codings: readonly Pick<Coding, 'coder'>[]): Coder[] {
  const counts = new Map<string, number>();
  for (const { coder } of codings) counts.set(coder, (counts.get(coder) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, codings: count }))
    .sort((one, other) => other.codings - one.codings || (one.name < other.name ? -1 : 1));
}

/** Dialogues in which both coded: a dialogue that one has not read yet says nothing about how they agree. */
export function sharedDialogues(
  codings: readonly Pick<Coding, 'coder' | 'dialogueId'>[],
  { a, b }: Pick<Pair, 'a' | 'b'>,
): Id[] {
  const of = (name: string) =>
    new Set(codings.filter(({ coder }) => coder === name).map(({ dialogueId }) => dialogueId));
  const theirs = of(b);
  return [...of(a)].filter((id) => theirs.has(id)).sort();
}

function inOrderOf(
  issues: readonly Issue[],
): (one: { issueId: IdOf<'issues'> }, other: { issueId: IdOf<'issues'> }) => number {
  const place = new Map(
    issues
      .toSorted(
        (one, other) =>
          CATEGORIES.indexOf(one.category) - CATEGORIES.indexOf(other.category) ||
          one.order - other.order ||
          (one.id < other.id ? -1 : 1),
      )
      .map(({ id }, index) => [id, index]),
  );
  const of = (id: Id) => place.get(id) ?? issues.length;
  return (one, other) => of(one.issueId) - of(other.issueId) || (one.issueId < other.issueId ? -1 : 1);
}
