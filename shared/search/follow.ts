import type { Change } from '../change/change-set.ts';
import type { IdOf } from '../model/id.ts';
import type { Rows } from '../model/tables.ts';
import { becomes, type DocumentKey } from './documents.ts';
import { isSearched, type SearchedTable, type SearchRows } from './rows.ts';

/** The key of every document there is. */
export function* allKeys(rows: SearchRows): Generator<DocumentKey> {
  for (const { id } of rows.all('issues')) yield `issue:${id}`;
  for (const { id } of rows.all('persons')) yield `person:${id}`;
  for (const { id } of rows.all('dialogues')) yield `dialogue:${id}`;
  for (const { id } of rows.all('indicators')) yield `indicator:${id}`;
  for (const { id } of rows.all('arrangements')) yield `arrangement:${id}`;
  for (const { id } of rows.all('organisations')) yield `organisation:${id}`;
  for (const { id } of rows.all('instruments')) yield `instrument:${id}`;
  for (const { id } of rows.all('sources')) yield `source:${id}`;
  for (const { id } of rows.all('entries')) yield `entry:${id}`;
  for (const { id } of rows.all('answers')) yield `answer:${id}`;
  for (const { id } of rows.all('advice')) yield `advice:${id}`;
  for (const { id } of rows.all('turns')) yield `turn:${id}`;
}

type Touch<T extends SearchedTable> = (rows: SearchRows, row: Rows[T]) => Iterable<DocumentKey>;

/**
 * Which documents say something else once this row is another. Asked with the row before and after the change, the
 * state being the one after it.
 */
const TOUCHED: { readonly [T in SearchedTable]: Touch<T> } = {
  turns: (rows, { id }) => [
    `turn:${id}`,
    ...rows.referring('passages', 'turnId', id).flatMap((passage) => adviceOf(rows, passage.id)),
  ],
  advice: (_, { id }) => [`advice:${id}`],
  workspace: () => [],
  issues: (rows, { id, mergedInto: target }) => [
    `issue:${id}`,
    ...(target ? ([`issue:${becomes(rows, target)}`] as const) : []),
    ...rows.referring('codings', 'issueId', id).flatMap(({ passageId }) => turnOf(rows, passageId)),
    ...rows.referring('advice', 'issueIds', id).map((one): DocumentKey => `advice:${one.id}`),
    ...rows.referring('indicators', 'issueIds', id).map((one): DocumentKey => `indicator:${one.id}`),
    ...rows.referring('arrangements', 'issueIds', id).map((one): DocumentKey => `arrangement:${one.id}`),
    ...rows.referring('sources', 'issueIds', id).map((one): DocumentKey => `source:${one.id}`),
    ...entriesOf(rows, 'refs', id),
  ],
  themes: (_, { issueIds }) => issueIds.map((id): DocumentKey => `issue:${id}`),
  instruments: (rows, { id, code }) => [
    `instrument:${id}`,
    ...rows
      .all('issues')
      .filter(({ instruments }) => instruments.some((one) => one.code === code))
      .map((one): DocumentKey => `issue:${one.id}`),
  ],
  codings: (rows, { passageId }) => turnOf(rows, passageId),
  passages: (rows, { id, turnId }) => [`turn:${turnId}`, ...adviceOf(rows, id)],
  persons: (rows, { id }) => [
    `person:${id}`,
    ...rows.referring('participants', 'personId', id).flatMap((one) => [...TOUCHED.participants(rows, one)]),
  ],
  participants: (rows, { id, dialogueId, personId }) => [
    `dialogue:${dialogueId}`,
    ...(personId ? ([`person:${personId}`] as const) : []),
    ...rows.referring('turns', 'participantId', id).flatMap((turn) => [...TOUCHED.turns(rows, turn)]),
  ],
  dialogues: (_, { id }) => [`dialogue:${id}`],
  commitments: (_, { madeIn }) => [`${madeIn.to}:${madeIn.id}`],
  entries: (rows, entry) => [
    `entry:${entry.id}`,
    ...entry.refs.flatMap(({ to, id }): DocumentKey[] => {
      if (to === 'advice') return [`advice:${id}`];
      const promised = rows.get('commitments', id);
      return promised ? [`${promised.madeIn.to}:${promised.madeIn.id}`] : [];
    }),
  ],
  answers: (_, { id }) => [`answer:${id}`],
  indicators: (_, { id }) => [`indicator:${id}`],
  figures: (_, { indicatorId }) => [`indicator:${indicatorId}`],
  organisations: (rows, { id }) => [
    `organisation:${id}`,
    ...indicatorsOf(rows.referring('figures', 'of', id)),
    ...rows.referring('organisations', 'partOf', id).map((one): DocumentKey => `organisation:${one.id}`),
    ...(['of', 'operator'] as const).flatMap((field) =>
      rows.referring('arrangements', field, id).map((one): DocumentKey => `arrangement:${one.id}`),
    ),
    ...rows.referring('instruments', 'of', id).map((one): DocumentKey => `instrument:${one.id}`),
    ...rows.referring('sources', 'publisher', id).map((one): DocumentKey => `source:${one.id}`),
    ...entriesOf(rows, 'of', id),
  ],
  arrangements: (rows, { id }) => [
    `arrangement:${id}`,
    ...indicatorsOf(rows.referring('figures', 'via', id)),
    ...entriesOf(rows, 'arrangementId', id),
  ],
  sources: (rows, { id }) => [`source:${id}`, ...entriesOf(rows, 'sourceId', id)],
};

function entriesOf(
  rows: SearchRows,
  field: 'refs' | 'arrangementId' | 'of' | 'sourceId',
  id: string,
): DocumentKey[] {
  return rows.referring('entries', field, id).map((one): DocumentKey => `entry:${one.id}`);
}

function indicatorsOf(figures: readonly Rows['figures'][]): DocumentKey[] {
  return [...new Set(figures.map(({ indicatorId }): DocumentKey => `indicator:${indicatorId}`))];
}

function turnOf(rows: SearchRows, passageId: IdOf<'passages'>): DocumentKey[] {
  const passage = rows.get('passages', passageId);
  return passage ? [`turn:${passage.turnId}`] : [];
}

function adviceOf(rows: SearchRows, passageId: IdOf<'passages'>): DocumentKey[] {
  return rows.referring('advice', 'passageIds', passageId).map((one): DocumentKey => `advice:${one.id}`);
}

/** Brings the rows up to date. @returns the documents that have to be read again */
export function follow(rows: SearchRows, changes: readonly Change[]): Set<DocumentKey> {
  for (const change of changes) rows.apply(change);
  const touched = new Set<DocumentKey>();
  for (const { table, before, after } of changes) {
    if (!isSearched(table)) continue;
    const keysOf = TOUCHED[table] as Touch<SearchedTable>;
    for (const row of [before, after]) {
      if (row) for (const key of keysOf(rows, row as Rows[SearchedTable])) touched.add(key);
    }
  }
  return touched;
}
