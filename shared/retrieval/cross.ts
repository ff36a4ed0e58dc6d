import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { CATEGORIES, isActive } from '../model/issue.ts';
import type { PassageQuery } from '../model/view.ts';
import { Asked, type Place } from './find.ts';
import { type Entry, heardAt, type PassageIndex, type RetrievalNames } from './passage-index.ts';

/** A table of counts; a cell that is absent counts nothing. */
export interface CrossTable {
  readonly rows: readonly Id[];
  readonly columns: readonly Id[];
  readonly count: (row: Id, column: Id) => number;
  /** The highest count: of two different issues, where rows and columns are the same. */
  readonly highest: number;
}

/** The same question with issues that it must also be about: what a cell of a table asks. */
export function narrowed(query: PassageQuery, issueIds: readonly IdOf<'issues'>[]): PassageQuery {
  return { ...query, about: [...query.about, ...[...new Set(issueIds)].map((id) => [id])] };
}

/** Where each issue is spoken of within the query: for each, what `narrowed(query, [issue])` finds. */
export function placesByIssue(index: PassageIndex, query: PassageQuery): Map<Id, Place[]> {
  const asked = new Asked(index, query, 1);
  const places = new Map<Id, Place[]>();
  for (const scope of index.scopes(asked.near))
    for (const issueId of issuesIn(scope, asked)) {
      const found = asked.places(scope, [issueId]);
      if (found.length === 0) continue;
      const list = places.get(issueId);
      if (list) list.push(...found);
      else places.set(issueId, found);
    }
  return places;
}

/**
 * How often issues are spoken of together, counted as the query's nearness has it: places of overlapping words, turns,
 * or dialogues. A cell counts what `narrowed(query, [row, column])` finds; the diagonal what is found of one issue.
 * Symmetric; rows are the issues with anything in them, in the order of the list.
 */
export function issuesTogether(index: PassageIndex, query: PassageQuery): CrossTable {
  const order = inListOrder(index);
  const at = new Map(order.map((id, place) => [id, place]));
  const counts = new Uint32Array(order.length ** 2);
  const own = placesByIssue(index, query);
  let highest = 0;
  const add = (row: Id, column: Id, more: number) => {
    const [one, other] = [at.get(row), at.get(column)];
    if (one === undefined || other === undefined) return;
    const count = (counts[one * order.length + other] ?? 0) + more;
    counts[one * order.length + other] = count;
    counts[other * order.length + one] = count;
    if (one !== other && count > highest) highest = count;
  };
  for (const [issueId, places] of own) add(issueId, issueId, unitsOf(places, query.near));
  const asked = new Asked(index, query, 2);
  for (const scope of index.scopes(asked.near)) {
    const [first] = scope;
    if (first === undefined) continue;
    if (asked.near !== 'words') {
      // A scope is one unit: whether something is found is all that counts.
      const around = asked.issuesAround(scope);
      if (around)
        for (const [row, column] of pairs([...around.all]))
          if (around.any || around.fitting.has(row) || around.fitting.has(column)) add(row, column, 1);
    } else if (scope.length === 1) {
      if (asked.holds(first))
        for (const [row, column] of pairs([...asked.issuesOf(first)])) add(row, column, 1);
    } else {
      for (const [row, column] of pairs([...issuesIn(scope, asked)])) {
        const found = asked.places(scope, [row, column]).length;
        if (found > 0) add(row, column, found);
      }
    }
  }
  const rows = order.filter((id) => own.has(id));
  const count = (row: Id, column: Id) => {
    const [one, other] = [at.get(row), at.get(column)];
    return one === undefined || other === undefined ? 0 : (counts[one * order.length + other] ?? 0);
  };
  return { rows, columns: rows, count, highest };
}

/** Places by issue and by whatever a place belongs to, e.g. its speaker; a place that belongs to nothing is left out. */
export function issuesBy(
  index: PassageIndex,
  query: PassageQuery,
  columnOf: (place: Place) => string | null,
  columns: readonly string[],
): CrossTable {
  const counts = new Map<string, number>();
  const rows = new Set<Id>();
  const used = new Set<Id>();
  for (const [issueId, places] of placesByIssue(index, query))
    for (const place of places) {
      const column = columnOf(place);
      if (column === null) continue;
      rows.add(issueId);
      used.add(column);
      const key = keyOf(issueId, column);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return {
    rows: inListOrder(index).filter((id) => rows.has(id)),
    columns: columns.filter((id) => used.has(id)),
    count: (row, column) => counts.get(keyOf(row, column)) ?? 0,
    highest: Math.max(0, ...counts.values()),
  };
}

/** Who spoke of which issue: outsiders first, each group in the order in which they were first heard. */
export function issuesBySpeaker(index: PassageIndex, query: PassageQuery): CrossTable {
  const external = new Map<Id, boolean>();
  for (const { speakerId, participant } of index.entries)
    if (speakerId !== null && participant !== null && !external.get(speakerId))
      external.set(speakerId, participant.external);
  const speakers = [...external.keys()];
  return issuesBy(index, query, ([{ speakerId }]) => speakerId, [
    ...speakers.filter((id) => external.get(id)),
    ...speakers.filter((id) => !external.get(id)),
  ]);
}

/** Which issue came up in which dialogue, the dialogues in the order of time. */
export function issuesByDialogue(index: PassageIndex, query: PassageQuery): CrossTable {
  const dialogues = dialoguesInTime(index).map(({ id }) => id);
  return issuesBy(index, query, ([{ dialogue }]) => dialogue.id, dialogues);
}

export function dialoguesInTime({ dialogues }: Pick<RetrievalNames, 'dialogues'>) {
  return [...dialogues.values()].sort((a, b) => {
    const [one, other] = [heardAt(a), heardAt(b)];
    return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1;
  });
}

/** Ids of the issues that are on the list or have been, by category and order. */
export function inListOrder({ issues }: Pick<RetrievalNames, 'issues'>): Id[] {
  return [...issues.values()]
    .filter((issue) => issue.mergedInto === null)
    .sort(
      (a, b) =>
        CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) ||
        Number(isActive(b)) - Number(isActive(a)) ||
        a.order - b.order ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ id }) => id);
}

function issuesIn(scope: readonly Entry[], asked: Asked): Set<Id> {
  const issues = new Set<Id>();
  for (const entry of scope) for (const id of asked.issuesOf(entry)) issues.add(id);
  return issues;
}

/** What is counted: places, or the turns or dialogues that have one. */
function unitsOf(places: readonly Place[], near: PassageQuery['near']): number {
  if (near === 'words') return places.length;
  return new Set(places.map(([{ turn, dialogue }]) => (near === 'turn' ? turn.id : dialogue.id))).size;
}

function pairs(ids: readonly Id[]): (readonly [Id, Id])[] {
  return ids.flatMap((one, at) => ids.slice(at + 1).map((other) => [one, other] as const));
}

function keyOf(row: Id, column: Id): string {
  return `${row}/${column}`;
}
