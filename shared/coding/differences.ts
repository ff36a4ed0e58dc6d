import type { Id } from '../model/basics.ts';
import type { Coding } from '../model/coding.ts';
import type { IdOf } from '../model/id.ts';
import type { Passage } from '../model/turn.ts';
import type { CodedText, Pair } from './agreement.ts';

/** How two coders can differ over the same words. */
export const DIFFERENCE_KINDS = ['only-a', 'only-b', 'extent', 'issue'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** A coding with the words it marks. */
export interface Marked {
  readonly coding: Coding;
  readonly passage: Passage;
}

/** What both coders made of one range of text: the same, or different. */
export interface Comparison {
  /** Stable while the codings are: the smallest of their ids. */
  readonly id: Id;
  readonly kind: 'same' | DifferenceKind;
  readonly dialogueId: IdOf<'dialogues'>;
  readonly turnId: IdOf<'turns'>;
  /** From the first to the last of the words, in UTF-16 units of the turn's text. */
  readonly start: number;
  readonly end: number;
  readonly a: readonly Marked[];
  readonly b: readonly Marked[];
}

export interface Difference extends Comparison {
  readonly kind: DifferenceKind;
}

/**
 * What two coders marked, put side by side, in the order of the text. Codings of one issue that overlap belong
 * together: the same words on both sides are `same`, otherwise `extent`. What then has nobody opposite is joined to the
 * other coder's unmatched coding of another issue that shares most words with it (`issue`); the rest is `only-a`,
 * `only-b`. Every coding of the two is in exactly one comparison.
 */
export function compareCoders(state: CodedText, { a, b, dialogueIds }: Pair): Comparison[] {
  const inScope = new Set(dialogueIds);
  const passages = new Map(state.passages.map((passage) => [passage.id, passage]));
  const byTurn = new Map<Id, Marked[]>();
  for (const coding of state.codings) {
    const passage = passages.get(coding.passageId);
    if (!passage || !inScope.has(coding.dialogueId) || (coding.coder !== a && coding.coder !== b)) continue;
    const list = byTurn.get(passage.turnId);
    if (list) list.push({ coding, passage });
    else byTurn.set(passage.turnId, [{ coding, passage }]);
  }
  return state.turns
    .filter(({ id }) => byTurn.has(id))
    .sort((one, other) =>
      one.dialogueId === other.dialogueId
        ? one.order - other.order
        : dialogueIds.indexOf(one.dialogueId) - dialogueIds.indexOf(other.dialogueId),
    )
    .flatMap(({ id }) => compareTurn(byTurn.get(id) ?? [], a));
}

/** Only where they differ. */
export function isDifference(comparison: Comparison): comparison is Difference {
  return comparison.kind !== 'same';
}

function compareTurn(marked: readonly Marked[], a: string): Comparison[] {
  const matched: Comparison[] = [];
  const lonely: { a: Marked[][]; b: Marked[][] } = { a: [], b: [] };
  for (const group of overlapping(marked)) {
    const ofA = group.filter(({ coding }) => coding.coder === a);
    const ofB = group.filter(({ coding }) => coding.coder !== a);
    if (ofA.length > 0 && ofB.length > 0)
      matched.push(comparison(extents(ofA) === extents(ofB) ? 'same' : 'extent', ofA, ofB));
    else if (ofA.length > 0) lonely.a.push(ofA);
    else lonely.b.push(ofB);
  }
  const pairs = lonely.a
    .flatMap((ofA) => lonely.b.map((ofB) => ({ ofA, ofB, shared: sharedLength(ofA, ofB) })))
    .filter(({ shared }) => shared > 0)
    .sort(
      (one, other) => other.shared - one.shared || inText(one.ofA, other.ofA) || inText(one.ofB, other.ofB),
    );
  const placed = new Set<Marked[]>();
  for (const { ofA, ofB } of pairs) {
    if (placed.has(ofA) || placed.has(ofB)) continue;
    placed.add(ofA).add(ofB);
    matched.push(comparison('issue', ofA, ofB));
  }
  for (const ofA of lonely.a) if (!placed.has(ofA)) matched.push(comparison('only-a', ofA, []));
  for (const ofB of lonely.b) if (!placed.has(ofB)) matched.push(comparison('only-b', [], ofB));
  return matched.sort(
    (one, other) => one.start - other.start || one.end - other.end || (one.id < other.id ? -1 : 1),
  );
}

/** Codings of one issue whose words overlap, each group in the order of the text. */
function overlapping(marked: readonly Marked[]): Marked[][] {
  const byIssue = new Map<Id, Marked[]>();
  for (const one of marked) {
    const list = byIssue.get(one.coding.issueId);
    if (list) list.push(one);
    else byIssue.set(one.coding.issueId, [one]);
  }
  return [...byIssue.values()].flatMap((all) => {
    const groups: { end: number; members: Marked[] }[] = [];
    for (const one of all.toSorted(inOrder)) {
      const last = groups.at(-1);
      if (last && one.passage.start < last.end) {
        last.members.push(one);
        last.end = Math.max(last.end, one.passage.end);
      } else groups.push({ end: one.passage.end, members: [one] });
    }
    return groups.map(({ members }) => members);
  });
}

function comparison<K extends Comparison['kind']>(
  kind: K,
  a: readonly Marked[],
  b: readonly Marked[],
): Comparison & { kind: K } {
  const all = [...a, ...b];
  const { dialogueId, turnId } = (all[0] as Marked).passage;
  return {
    id: all.map(({ coding }) => coding.id).reduce((one, other) => (one < other ? one : other)),
    kind,
    dialogueId,
    turnId,
    start: Math.min(...all.map(({ passage }) => passage.start)),
    end: Math.max(...all.map(({ passage }) => passage.end)),
    a,
    b,
  };
}

/** The places as text, so that two coders' sets of places can be compared. */
function extents(marked: readonly Marked[]): string {
  return [...new Set(marked.map(({ passage }) => `${passage.start}-${passage.end}`))].join();
}

function sharedLength(ofA: readonly Marked[], ofB: readonly Marked[]): number {
  let shared = 0;
  for (const { passage: one } of ofA)
    for (const { passage: other } of ofB)
      shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  return shared;
}

function inOrder(one: Marked, other: Marked): number {
  return (
    one.passage.start - other.passage.start ||
    one.passage.end - other.passage.end ||
    (one.coding.id < other.coding.id ? -1 : 1)
  );
}

function inText(one: readonly Marked[], other: readonly Marked[]): number {
  const [first, second] = [one[0], other[0]];
  return first && second && first !== second ? inOrder(first, second) : 0;
}
