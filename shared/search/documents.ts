import type { Change } from '../change/change-set.ts';
import type { Id, LocalTerms, LocalText } from '../model/basics.ts';
import { activeCodings } from '../model/coding.ts';
import type { Rows } from '../model/tables.ts';
import { isSearched, type SearchedTable, type SearchRows } from './rows.ts';

/** What can be found. */
export const DOCUMENT_KINDS = ['turn', 'advice', 'issue', 'person', 'dialogue'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const FIELDS = ['name', 'text', 'about'] as const;
export type Field = (typeof FIELDS)[number];
/**
 * `name`: what it is called; `text`: what it says, the text in which hits are shown; `about`: what it is also found
 * by: who said it, the heading, the issues it bears on.
 */
export type Fields = Readonly<Record<Field, string>>;

/** Identity of a document: `turn:<id>`. */
export type DocumentKey = `${DocumentKind}:${Id}`;

/** Something to be found, in plain words, and where it leads. */
export interface SearchDocument extends Fields {
  readonly key: DocumentKey;
  readonly kind: DocumentKind;
  readonly id: Id;
  readonly dialogueId: Id | null;
  /** Names by which `person:` finds it. */
  readonly people: readonly string[];
  readonly issueIds: readonly Id[];
  /** Names by which `issue:` finds it. */
  readonly issues: readonly string[];
}

const everyText = (text: LocalText): string[] => Object.values(text).filter((value) => value !== '');
const everyTerm = (terms: LocalTerms): string[] => Object.values(terms).flat();
const lines = (...texts: readonly (string | null | undefined)[]): string => texts.filter(Boolean).join('\n');

/**
 * The document of a row as it stands now.
 * @returns null when there is nothing (any more) to be found under this key
 */
export function documentOf(rows: SearchRows, key: DocumentKey): SearchDocument | null {
  const at = key.indexOf(':');
  const kind = key.slice(0, at) as DocumentKind;
  const fields = BUILDERS[kind](rows, key.slice(at + 1));
  return fields && { key, kind, id: key.slice(at + 1), ...fields };
}

type Built = Omit<SearchDocument, 'key' | 'kind' | 'id'>;

const BUILDERS: Readonly<Record<DocumentKind, (rows: SearchRows, id: Id) => Built | null>> = {
  turn: (rows, id) => {
    const turn = rows.get('turns', id);
    if (!turn) return null;
    const people = peopleOf(rows, turn.participantId);
    const issues = issuesOf(
      rows,
      rows
        .referring('passages', 'turnId', id)
        .flatMap((passage) => activeCodings(rows.referring('codings', 'passageId', passage.id)))
        .map(({ issueId }) => issueId),
    );
    return {
      dialogueId: turn.dialogueId,
      name: '',
      text: turn.text,
      about: lines(turn.heading, ...people, ...issues.names),
      people,
      issueIds: issues.ids,
      issues: issues.names,
    };
  },

  advice: (rows, id) => {
    const advice = rows.get('advice', id);
    if (!advice) return null;
    const passages = advice.passageIds
      .map((one) => rows.get('passages', one))
      .filter((one) => one !== undefined);
    const speakers = new Set(passages.map(({ turnId }) => rows.get('turns', turnId)?.participantId ?? null));
    const people = [...speakers].flatMap((one) => peopleOf(rows, one));
    const issues = issuesOf(rows, advice.issueIds);
    return {
      dialogueId: advice.dialogueId,
      name: '',
      text: lines(
        advice.restatement,
        ...passages.map(({ quote }) => quote),
        advice.response,
        advice.commitment,
      ),
      about: lines(...people, advice.addressee, advice.owner, ...issues.names),
      people,
      issueIds: issues.ids,
      issues: issues.names,
    };
  },

  issue: (rows, id) => {
    const issue = rows.get('issues', id);
    // What was merged away is found under what it became.
    if (!issue || issue.mergedInto !== null) return null;
    const names = everyText(issue.name);
    return {
      dialogueId: null,
      name: lines(...names, ...everyTerm(issue.synonyms)),
      text: lines(...everyText(issue.definition)),
      about: lines(
        ...everyText(issue.sourceWording),
        ...everyText(issue.include),
        ...issue.instruments.map(({ code, provision }) => `${code} ${provision}`),
        ...[...new Set(issue.instruments.map(({ code }) => code))]
          .flatMap((code) => rows.referring('instruments', 'code', code))
          .flatMap(({ name }) => everyText(name)),
        ...rows.referring('themes', 'issueIds', id).flatMap(({ name }) => everyText(name)),
        ...issue.riskSources.flatMap(everyText),
        issue.code,
      ),
      people: [],
      issueIds: [id],
      issues: names,
    };
  },

  person: (rows, id) => {
    const person = rows.get('persons', id);
    if (!person) return null;
    const days = rows.referring('participants', 'personId', id);
    const names = [
      ...new Set([...everyText(person.name), ...person.aliases, ...days.map(({ name }) => name)]),
    ];
    return {
      dialogueId: null,
      name: lines(...names),
      text: lines(...withoutParts([...everyText(person.organisation), ...days.map(titleOf)])),
      about: '',
      people: names,
      issueIds: [],
      issues: [],
    };
  },

  dialogue: (rows, id) => {
    const dialogue = rows.get('dialogues', id);
    if (!dialogue) return null;
    const participants = rows.referring('participants', 'dialogueId', id);
    return {
      dialogueId: id,
      name: dialogue.title,
      text: dialogue.summary,
      about: lines(
        dialogue.place,
        dialogue.date,
        ...participants.map(({ name }) => name),
        ...new Set(participants.map(titleOf)),
        dialogue.sourceNote,
      ),
      people: participants.map(({ name }) => name),
      issueIds: [],
      issues: [],
    };
  },
};

function titleOf({ title, organisation }: { title: string; organisation: string }): string {
  return [title, organisation].filter(Boolean).join(', ');
}

/** Texts that no other one says already. */
function withoutParts(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => !texts.some((other) => other !== text && other.includes(text)));
}

/** Every name of a participant, and the organisation for which they spoke. */
function peopleOf(rows: SearchRows, participantId: Id | null): string[] {
  const participant = rows.get('participants', participantId);
  if (!participant) return [];
  const person = rows.get('persons', participant.personId);
  return [
    ...new Set([
      participant.name,
      participant.label,
      ...(person ? [...everyText(person.name), ...person.aliases] : []),
      participant.organisation,
    ]),
  ].filter(Boolean);
}

function issuesOf(rows: SearchRows, ids: readonly Id[]): { ids: Id[]; names: string[] } {
  const known = [...new Set(ids)].map((id) => rows.get('issues', id)).filter((issue) => issue !== undefined);
  return { ids: known.map(({ id }) => id), names: known.flatMap(({ name }) => everyText(name)) };
}

/** The key of every document there is. */
export function* allKeys(rows: SearchRows): Generator<DocumentKey> {
  for (const { id } of rows.all('issues')) yield `issue:${id}`;
  for (const { id } of rows.all('persons')) yield `person:${id}`;
  for (const { id } of rows.all('dialogues')) yield `dialogue:${id}`;
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
  issues: (rows, { id }) => [
    `issue:${id}`,
    ...rows.referring('codings', 'issueId', id).flatMap(({ passageId }) => turnOf(rows, passageId)),
    ...rows.referring('advice', 'issueIds', id).map((one): DocumentKey => `advice:${one.id}`),
  ],
  themes: (_, { issueIds }) => issueIds.map((id): DocumentKey => `issue:${id}`),
  instruments: (rows, { code }) =>
    rows
      .all('issues')
      .filter(({ instruments }) => instruments.some((one) => one.code === code))
      .map(({ id }): DocumentKey => `issue:${id}`),
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
};

function turnOf(rows: SearchRows, passageId: Id): DocumentKey[] {
  const passage = rows.get('passages', passageId);
  return passage ? [`turn:${passage.turnId}`] : [];
}

function adviceOf(rows: SearchRows, passageId: Id): DocumentKey[] {
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
