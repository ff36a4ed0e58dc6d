import { Disclosure } from '../attribution/disclosure.ts';
import type { LeakChoices } from '../attribution/leak.ts';
import { redactedScene } from '../chart/redacted-scene.ts';
import type { Scene } from '../chart/scene.ts';
import { type Language, translator } from '../i18n/index.ts';
import type { Id } from '../model/basics.ts';
import { calledToday } from '../model/called.ts';
import type { Rows, WorkspaceState } from '../model/tables.ts';
import type { PassageQuery, ViewForm } from '../model/view.ts';
import type { FiscalYearConvention } from '../model/workspace.ts';
import { type CoverageGroup, coverageOf } from './coverage.ts';
import { type CrossTable, issuesByDialogue, issuesBySpeaker, issuesTogether } from './cross.ts';
import { type Find, findPassages } from './find.ts';
import { PassageIndex, type TurnPlace } from './passage-index.ts';
import { type SaturationStep, saturationOf } from './saturation.ts';
import { saturationScene } from './saturation-scene.ts';
import { type RedactedSheet, redactedCross, redactedSheet, type SheetColumn, sheetCell } from './sheet.ts';
import { type RetrievalWords, wordsOf } from './words.ts';

/** The tables that retrieval reads, besides the turns in which something is marked. */
export const RETRIEVED_TABLES = [
  'workspace',
  'persons',
  'issues',
  'dialogues',
  'participants',
  'passages',
  'codings',
  'advice',
] as const;
export type RetrievedTable = (typeof RETRIEVED_TABLES)[number];
export type RetrievedRows = Pick<WorkspaceState, RetrievedTable> & { readonly turns: readonly TurnPlace[] };

/** What a question is put together from: names, and what there is to choose. Plain data. */
export interface RetrievalFrame {
  readonly issues: readonly Rows['issues'][];
  readonly dialogues: readonly Rows['dialogues'][];
  readonly participants: readonly Rows['participants'][];
  readonly persons: readonly Rows['persons'][];
  readonly convention: FiscalYearConvention | null;
  /** Passages that are coded, or taken down as advice. */
  readonly passages: number;
  readonly codedIssueIds: readonly Id[];
  /** Speakers of such passages. */
  readonly heardIds: readonly Id[];
  /** Everybody who marked some, by name. */
  readonly authors: readonly string[];
}

export interface SheetSort {
  readonly column: SheetColumn;
  readonly down: boolean;
}

/** A question, and in what form and language its answer is wanted. Plain data. */
export interface RetrievalRequest {
  readonly query: PassageQuery;
  readonly form: ViewForm;
  /** Of the table; null = as heard. */
  readonly sort: SheetSort | null;
  readonly language: Language;
}

/** A cross table as plain data; `counts` row by row. */
export interface CrossCounts {
  readonly rows: readonly Id[];
  readonly columns: readonly Id[];
  readonly counts: Uint32Array;
  readonly highest: number;
}

export interface FindCounts {
  readonly finds: number;
  readonly turns: number;
  readonly dialogues: number;
  readonly speakers: number;
}

/** What was found; of a list, the beginning. Plain data. */
export interface RetrievalAnswer {
  readonly counts: FindCounts;
  /** How many people marked what was found. */
  readonly authors: number;
  readonly finds: readonly Find[];
  readonly cross: CrossCounts | null;
  readonly coverage: readonly CoverageGroup[] | null;
  readonly saturation: readonly SaturationStep[] | null;
}

/** Finds that come with an answer; more are asked for where they come into view. */
export const FIRST_FINDS = 200;

type CrossForm = 'issues' | 'speakers' | 'dialogues';

const TABLES: Readonly<Record<CrossForm, (index: PassageIndex, query: PassageQuery) => CrossTable>> = {
  issues: issuesTogether,
  speakers: issuesBySpeaker,
  dialogues: issuesByDialogue,
};

/** Questions to the coded passages of a workspace, with plain data in and out: what a worker does for the window. */
export class Retriever {
  #rows: RetrievedRows;
  /** The passages in order, with everybody called as they are in a language. */
  #index: { readonly language: string; readonly index: PassageIndex } | null = null;
  /** The finds of the last question, in the order asked for. */
  #last: { readonly key: string; readonly finds: readonly Find[] } | null = null;

  constructor(rows: RetrievedRows) {
    this.#rows = rows;
  }

  /** Goes on with other rows; tables that are not given stay as they were. */
  replace(rows: Partial<RetrievedRows>): void {
    this.#rows = { ...this.#rows, ...rows };
    this.#index = null;
    this.#last = null;
  }

  frame(): RetrievalFrame {
    const { issues, dialogues, participants, persons, workspace } = this.#rows;
    const { entries } = this.#index?.index ?? this.#indexIn('en');
    return {
      issues,
      dialogues,
      participants,
      persons,
      convention: workspace[0]?.fiscalYear ?? null,
      passages: entries.length,
      codedIssueIds: [...new Set(entries.flatMap(({ marks }) => marks.map(({ issueId }) => issueId)))],
      heardIds: [...new Set(entries.flatMap(({ speakerId }) => speakerId ?? []))],
      authors: [...new Set(entries.flatMap(({ authors }) => authors))].sort(),
    };
  }

  answer(request: RetrievalRequest): RetrievalAnswer {
    const { query, form } = request;
    const finds = this.#finds(request);
    const index = this.#indexIn(request.language);
    return {
      counts: countsOf(finds),
      authors: new Set(finds.flatMap(({ coders }) => coders)).size,
      finds: form === 'list' || form === 'table' ? finds.slice(0, FIRST_FINDS) : [],
      cross: isCross(form) ? countsOfCross(TABLES[form](index, query)) : null,
      coverage: form === 'coverage' ? coverageOf(index, query) : null,
      saturation: form === 'saturation' ? saturationOf(index, query) : null,
    };
  }

  /** The finds `[from, to)` of an answer. */
  page(request: RetrievalRequest, from: number, to: number): readonly Find[] {
    return this.#finds(request).slice(from, to);
  }

  /** The table of passages as it may leave the office. */
  sheet(request: RetrievalRequest, choices: LeakChoices): RedactedSheet {
    const words = this.#words(request.language);
    return redactedSheet(this.#finds(request), words, this.#disclosure(words), choices);
  }

  /** A cross table as it may leave the office. @throws RangeError for another form */
  cross({ form, query, language }: RetrievalRequest): string {
    if (!isCross(form)) throw new RangeError(form);
    const words = this.#words(language);
    const { participants, persons } = this.#rows;
    const named = { ...this.#rows, participants: calledToday(participants, persons, language) };
    return redactedCross(form, named, query, words, this.#disclosure(words));
  }

  /** The picture of new issues as it may leave the office, at the size of a page. */
  picture({ query, language }: RetrievalRequest): Scene {
    const index = this.#indexIn(language);
    const words = this.#words(language);
    const disclosure = this.#disclosure(words);
    const redactedWords: RetrievalWords = {
      ...words,
      dialogue: (id) => disclosure.title(id) ?? words.t('attribution.off-record'),
    };
    return redactedScene(saturationScene(saturationOf(index, query), index, redactedWords), disclosure);
  }

  #indexIn(language: string): PassageIndex {
    if (this.#index?.language !== language) {
      const { participants, persons } = this.#rows;
      const named = { ...this.#rows, participants: calledToday(participants, persons, language) };
      this.#index = { language, index: new PassageIndex(named) };
    }
    return this.#index.index;
  }

  #finds({ query, form, sort, language }: RetrievalRequest): readonly Find[] {
    const order = form === 'table' ? sort : null;
    const key = JSON.stringify([query, order, language]);
    if (this.#last?.key !== key) {
      const found = findPassages(this.#indexIn(language), query);
      this.#last = { key, finds: order ? sorted(found, order, this.#words(language)) : found };
    }
    return this.#last.finds;
  }

  #words(language: Language): RetrievalWords {
    const convention = this.#rows.workspace[0]?.fiscalYear ?? null;
    return wordsOf(this.#indexIn(language), translator(language), language, convention);
  }

  #disclosure({ t, language }: RetrievalWords): Disclosure {
    return new Disclosure(this.#rows, t('report.withheldName'), language);
  }
}

/** By what a column says; what says the same stays in the order heard. */
function sorted(finds: readonly Find[], { column, down }: SheetSort, words: RetrievalWords): Find[] {
  const collator = new Intl.Collator(words.language, { numeric: true });
  const keyed = finds.map((find) => ({ find, key: sheetCell(find, column, words) }));
  keyed.sort((a, b) => collator.compare(a.key, b.key) * (down ? -1 : 1));
  return keyed.map(({ find }) => find);
}

function countsOf(finds: readonly Find[]): FindCounts {
  return {
    finds: finds.length,
    turns: new Set(finds.map(({ turn }) => turn.id)).size,
    dialogues: new Set(finds.map(({ dialogue }) => dialogue.id)).size,
    speakers: new Set(finds.flatMap(({ speakerId }) => speakerId ?? [])).size,
  };
}

function isCross(form: ViewForm): form is CrossForm {
  return form === 'issues' || form === 'speakers' || form === 'dialogues';
}

function countsOfCross({ rows, columns, count, highest }: CrossTable): CrossCounts {
  const counts = new Uint32Array(rows.length * columns.length);
  for (const [at, row] of rows.entries())
    for (const [place, column] of columns.entries()) counts[at * columns.length + place] = count(row, column);
  return { rows, columns, counts, highest };
}

/** The table again, out of plain data. */
export function crossOf({ rows, columns, counts, highest }: CrossCounts): CrossTable {
  const rowOf = new Map(rows.map((id, at) => [id, at]));
  const columnOf = new Map(columns.map((id, at) => [id, at]));
  const count = (row: Id, column: Id) => {
    const [at, place] = [rowOf.get(row), columnOf.get(column)];
    return at === undefined || place === undefined ? 0 : (counts[at * columns.length + place] ?? 0);
  };
  return { rows, columns, count, highest };
}
