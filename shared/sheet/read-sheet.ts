import { askedIssues, isRecused } from '../assessment/panel.ts';
import { isBlank, type OfferedField, type OfferedRating, type RatingOffer } from '../edit/merge-ratings.ts';
import { groupBy } from '../group.ts';
import { LANGUAGE_IDS, type Language, type Translate, translator } from '../i18n/index.ts';
import { type Id, textIn } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import { origins } from '../model/lineage.ts';
import { type Param, type Problem, problem, problemOf } from '../model/problem.ts';
import type { Assessor, Round } from '../model/round.ts';
import { type ScaleSize, scaleSize } from '../model/scale.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { addressIn, addressOf, isWithin } from '../ooxml/address.ts';
import { type RawCell, type RawSheet, readWorkbook } from '../ooxml/read.ts';
import { type CellAnswer, cellAnswer, folded, type Numbering } from './answers.ts';
import { ASKED, type Asked, HEADING } from './columns.ts';
import { foreignSheet } from './foreign.ts';
import { type Marks, readMarks } from './marks.ts';
import { ProblemList, type SheetProblem } from './problems.ts';
import { dataRows, findTable, type Table, type TableRow, wordsOf } from './table.ts';
import { valueText } from './value-text.ts';

/** What of a workspace a sheet is read against. */
export type SheetState = Pick<WorkspaceState, 'workspace' | 'rounds' | 'issues'>;

export interface SheetReading {
  /** Language of the words in problems. */
  readonly language: Language;
  /** The round that is expected; a sheet of another one is not offered. */
  readonly roundId?: IdOf<'rounds'>;
}

/** What a file that came back holds. */
export interface SheetResult {
  readonly name: string;
  /** Why nothing of it can be taken in; the rest may still say what stands in it. */
  readonly failure: Problem | null;
  /** Null = it could not be told whose sheet it is. */
  readonly assessor: Pick<Assessor, 'id' | 'name'> | null;
  /** The answers that could be read, whatever stands beside them. */
  readonly offer: RatingOffer | null;
  /** What could not be read or calls for a look, in the order of the sheet, with what stands there. */
  readonly problems: readonly SheetProblem[];
}

/**
 * Reads a rating sheet that came back, cell by cell. Nothing is believed and nothing is lost: what cannot be read is
 * named with its cell and its words, and what can be read is offered. Pure; nothing is written.
 */
export function readSheet(
  file: { readonly name: string; readonly bytes: Uint8Array },
  state: SheetState,
  { language, roundId }: SheetReading,
): SheetResult {
  const nothing = (failure: Problem): SheetResult => ({
    name: file.name,
    failure,
    assessor: null,
    offer: null,
    problems: [],
  });
  const foreign = foreignSheet(file.bytes);
  if (foreign) return nothing(problem(foreign, { name: file.name }));
  let sheets: RawSheet[];
  try {
    sheets = readWorkbook(file.name, file.bytes);
  } catch (thrown) {
    return nothing(problemOf(thrown));
  }
  const found = readMarks(sheets);
  if (found.kind === 'none') return nothing(problem('sheet-unmarked', { name: file.name }));
  if (found.kind === 'newer') return nothing(problem('sheet-newer', { name: file.name }));
  const { marks, intact } = found;
  const place = placeIn(state, marks, roundId);
  if ('code' in place) return nothing(place);
  const { round } = place;
  const otherScale = scaleProblem(file.name, marks.size, round);
  if (otherScale) return nothing(otherScale);

  const problems = new ProblemList();
  if (!intact) problems.error('marks-changed', null);
  const assessor = assessorOf(round, marks.assessor, intact, problems);
  const table = findTable(sheets);
  if (!assessor || !table) {
    const failure = assessor
      ? problem('sheet-without-table', { name: file.name })
      : problem('sheet-of-unknown-assessor', { name: file.name });
    return { ...nothing(failure), assessor, problems: problems.all };
  }
  if (assessor.withdrawn)
    return { ...nothing(problem('sheet-of-withdrawn-assessor', { name: file.name })), assessor };
  const reader = new TableReader({ assessor, table, state, round, marks, intact, language, problems });
  reader.checkName();
  const ratings = reader.ratings();
  return {
    name: file.name,
    failure: round.stage === 'closed' ? problem('round-closed', { round: round.name }) : null,
    assessor,
    offer: { roundId: round.id, assessorId: assessor.id, ratings },
    problems: problems.all,
  };
}

/** The round here that ratings came back for; or why they cannot be of it. */
export function placeIn(
  state: SheetState,
  {
    workspace,
    round: sent,
  }: Pick<Marks, 'workspace'> & { readonly round: { readonly id: Id; readonly name: Param } },
  expected: Id | undefined,
): { readonly round: Round } | Problem {
  if (workspace.id !== state.workspace[0]?.id)
    return problem('sheet-of-other-workspace', { round: sent.name });
  const round = state.rounds.find(({ id }) => id === sent.id);
  if (!round || (expected !== undefined && round.id !== expected))
    return problem('sheet-of-other-round', { round: round?.name ?? sent.name });
  return { round };
}

/** Why ratings of another scale cannot be taken in: a 4 of five says something else than a 4 of four. */
export function scaleProblem(name: string, sent: ScaleSize, round: Round): Problem | null {
  const size = scaleSize(round);
  return sent === size ? null : problem('sheet-of-other-scale', { name, limit: sent, most: size });
}

/**
 * Issues that the round asks for one by one and that were split off from another since it was sent out.
 * @param sent what was asked for then
 */
export function splitSince(
  { issues }: Pick<SheetState, 'issues'>,
  round: Round,
  issueId: Id,
  sent: ReadonlySet<Id>,
): IdOf<'issues'>[] {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  return round.issueIds.filter(
    (id) => !sent.has(id) && [...origins((one) => byId.get(one), id)].includes(issueId),
  );
}

/**
 * By id; of one who was removed and named anew, by name. Where the marks were altered, the id alone is not believed:
 * ratings must not become another's.
 */
export function assessorOf(
  round: Round,
  sent: Marks['assessor'],
  intact: boolean,
  problems: ProblemList,
): Assessor | null {
  const isNamed = ({ name }: Assessor) => folded(name) === folded(sent.name);
  const own = round.assessors.find((one) => one.id === sent.id && (intact || isNamed(one)));
  if (own) return own;
  const [only, ...others] = round.assessors.filter(isNamed);
  if (!only || others.length > 0) return null;
  problems.note('assessor-by-name', null, { assessor: only.name });
  return only;
}

interface Parts {
  readonly assessor: Assessor;
  readonly table: Table;
  readonly state: SheetState;
  readonly round: Round;
  readonly marks: Marks;
  readonly intact: boolean;
  readonly language: Language;
  readonly problems: ProblemList;
}

/** A row whose issue is known, and what its cells answer. */
interface ReadRow {
  readonly issueId: IdOf<'issues'>;
  readonly row: TableRow;
  readonly answers: ReadonlyMap<Asked, CellAnswer>;
}

class TableReader {
  readonly #parts: Parts;
  readonly #t: Translate;
  readonly #numbering: Numbering;
  /** By issue: every name that it goes by, folded. */
  readonly #names: ReadonlyMap<Id, ReadonlySet<string>>;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#t = translator(parts.language);
    const { passages } = parts.marks;
    this.#numbering = {
      passageOf: passages,
      numberOf: new Map([...passages].map(([number, id]) => [id, number])),
    };
    const exported = new Map(parts.marks.issues.map(({ id, name }) => [id, name]));
    this.#names = new Map(
      parts.state.issues.map(({ id, name }) => [
        id,
        new Set([...Object.values(name), exported.get(id) ?? ''].map(folded).filter(Boolean)),
      ]),
    );
  }

  /** Whether the sheet still says that it is this assessor's. */
  checkName(): void {
    const { table, marks, problems } = this.#parts;
    const leads = LANGUAGE_IDS.map((one) =>
      folded(translator(one)('sheet.of', { assessor: '\u0000', voice: '' }).split('\u0000')[0] ?? ''),
    );
    for (const cell of table.sheet.cells.values()) {
      if (cell.place.row > table.headRow) continue;
      const text = folded(cell.text);
      if (leads.some((lead) => text.startsWith(lead)) && !text.includes(folded(marks.assessor.name)))
        problems.error('assessor-renamed', this.#at(cell), { assessor: marks.assessor.name }, cell.text);
    }
  }

  ratings(): OfferedRating[] {
    const { round, marks, problems, assessor } = this.#parts;
    this.#checkColumns();
    const rows = dataRows(this.#parts.table).flatMap((row): ReadRow[] => {
      const issueId = this.#issueOf(row);
      return issueId === null || this.#isRecused(issueId, row)
        ? []
        : [{ issueId, row, answers: this.#answers(row) }];
    });
    const byIssue = groupBy(rows, ({ issueId }) => issueId);
    const sent = new Set<Id>(marks.issues.map(({ id }) => id));
    const offered = [...byIssue].flatMap(([issueId, same]): OfferedRating[] => {
      const row = this.#oneOf(same);
      if (row) this.#checkSplit(row, sent);
      return row ? [{ issueId, fields: this.#fields(row) }] : [];
    });
    for (const id of askedIssues(round, assessor.id))
      if (!byIssue.has(id))
        problems.note(sent.has(id) ? 'row-missing' : 'issue-added', null, { issue: this.#name(id) });
    return offered;
  }

  /** Whether what a row rates was split since: its answers were given of the whole. */
  #checkSplit({ issueId, row }: ReadRow, sent: ReadonlySet<Id>): void {
    const { state, round, problems, table } = this.#parts;
    const parts = splitSince(state, round, issueId, sent).map((id) => this.#name(id));
    if (parts.length === 0 || !ASKED.some((field) => row.cells.has(field))) return;
    const at = addressIn(table.sheet.name, { row: row.row, column: table.columns.get('issue') ?? 1 });
    problems.note('issue-split', at, {
      issue: this.#name(issueId),
      parts: parts.join(this.#t('chart.separator')),
    });
  }

  #checkColumns(): void {
    const { table, problems } = this.#parts;
    for (const { code, column, heading, known } of table.faults)
      problems.add(code === 'column-extra' || code === 'heading-renamed' ? 'note' : 'error', code, {
        cell: heading ? this.#at(heading) : addressIn(table.sheet.name, { row: table.headRow, column }),
        params: { column: known ? this.#t(HEADING[known]) : '' },
        raw: [
          heading?.text ?? '',
          ...(code === 'column-extra' || code === 'heading-renamed' ? [] : wordsOf(table, column)),
        ]
          .filter(Boolean)
          .join(' | '),
      });
    for (const field of ASKED)
      if (!table.columns.has(field) && !table.faults.some(({ known }) => known === field))
        problems.note('column-missing', null, { column: this.#t(HEADING[field]) });
  }

  /** Whether a row is about an issue that the assessor does not rate; what is answered in it is named. */
  #isRecused(issueId: Id, row: TableRow): boolean {
    const { round, problems, table, assessor } = this.#parts;
    if (!isRecused(round, assessor.id, issueId)) return false;
    const at = addressIn(table.sheet.name, { row: row.row, column: table.columns.get('issue') ?? 1 });
    const answered = ASKED.some((field) => row.cells.has(field));
    problems.add(answered ? 'error' : 'note', 'issue-recused', {
      cell: at,
      params: { issue: this.#name(issueId) },
      raw: row.words.join(' | '),
    });
    return true;
  }

  /** Which issue a row is about; null = none that can be rated, which is named. */
  #issueOf(row: TableRow): Id | null {
    const { round, problems, table } = this.#parts;
    const idCell = row.cells.get('id');
    const nameCell = row.cells.get('issue');
    const id = idCell?.text.trim() ?? '';
    const name = folded(nameCell?.text ?? '');
    const at = addressIn(table.sheet.name, {
      row: row.row,
      column: table.columns.get('issue') ?? table.columns.get('id') ?? 1,
    });
    const raw = row.words.join(' | ');
    const named = name === '' ? [] : round.issueIds.filter((one) => this.#names.get(one)?.has(name));
    if (round.issueIds.includes(id)) {
      if (name === '' || this.#names.get(id)?.has(name)) return id;
      if (named.length > 0) {
        problems.error('row-mismatch', at, { issue: this.#name(id) }, raw);
        return null;
      }
      problems.note('issue-renamed', at, { issue: this.#name(id) }, nameCell?.text);
      return id;
    }
    if (this.#names.has(id)) {
      problems.error('issue-not-in-round', at, { issue: this.#name(id) }, raw);
      return null;
    }
    const [only] = named;
    if (only !== undefined && named.length === 1) {
      problems.note('issue-by-name', idCell ? this.#at(idCell) : at, { issue: this.#name(only) }, id);
      return only;
    }
    const answered = ASKED.some((field) => row.cells.has(field));
    problems.add(answered ? 'error' : 'note', 'row-unknown', { cell: at, params: {}, raw });
    return null;
  }

  /** Of several rows about one issue, one where they say the same; else none: which one was meant, only a person knows. */
  #oneOf(rows: readonly ReadRow[]): ReadRow | null {
    const { problems, table } = this.#parts;
    const [first, ...others] = rows;
    if (!first || others.length === 0) return first ?? null;
    const said = ({ answers }: ReadRow) => JSON.stringify([...answers]);
    const alike = others.every((one) => said(one) === said(first));
    for (const { row, issueId } of alike ? others : rows) {
      const at = addressIn(table.sheet.name, { row: row.row, column: table.columns.get('issue') ?? 1 });
      problems.add(alike ? 'note' : 'error', alike ? 'row-repeated' : 'row-twice', {
        cell: at,
        params: { issue: this.#name(issueId) },
        raw: row.words.join(' | '),
      });
    }
    return alike ? first : null;
  }

  #answers(row: TableRow): ReadonlyMap<Asked, CellAnswer> {
    const size = scaleSize(this.#parts.round);
    return new Map(
      ASKED.map((field) => [field, cellAnswer(field, row.cells.get(field), this.#numbering, size)]),
    );
  }

  #fields({ issueId, row, answers }: ReadRow): OfferedField[] {
    const { problems, marks, intact, table } = this.#parts;
    const base = marks.issues.find(({ id }) => id === issueId)?.base;
    const nature = answers.get('nature');
    const happening = nature?.kind === 'value' && nature.value === 'actual';
    return ASKED.flatMap((field): OfferedField[] => {
      const column = table.columns.get(field);
      const answer = answers.get(field);
      if (column === undefined || !answer) return [];
      const place = { row: row.row, column };
      const cell = addressIn(table.sheet.name, place);
      const raw = row.cells.get(field);
      const params = { issue: this.#name(issueId), column: this.#t(HEADING[field]) };
      const merged = table.sheet.merged.find((range) => isWithin(place, range));
      if (merged) {
        const range = `${addressOf(merged.from)}:${addressOf(merged.to)}`;
        const shown = table.sheet.cells.get(addressOf(merged.from));
        problems.error('merged', cell, { ...params, range }, written(shown));
        return [];
      }
      if (answer.kind === 'fault') {
        const { code, ...more } = answer.fault;
        problems.error(code, cell, { ...params, ...more }, written(raw));
        return [];
      }
      const before = base?.[field];
      if (answer.kind === 'blank') {
        if (before !== undefined && !isBlank(before))
          problems.note('blank-kept', cell, { ...params, before: valueText(this.#t, field, before) });
        return [];
      }
      if (answer.loosely)
        problems.note('read-as-abstain', cell, { ...params, word: this.#t('rating.abstain') }, written(raw));
      if (field === 'likelihood' && happening) {
        const left = before === answer.value;
        problems.add(left ? 'note' : 'error', 'likelihood-of-actual', { cell, params, raw: written(raw) });
        return [];
      }
      return [{ field, value: answer.value, base: intact ? before : undefined, cell }];
    });
  }

  #name(issueId: IdOf<'issues'>): string {
    const issue = this.#parts.state.issues.find(({ id }) => id === issueId);
    return textIn(issue?.name, this.#parts.language) || issue?.code || issueId;
  }

  #at({ place }: RawCell): string {
    return addressIn(this.#parts.table.sheet.name, place);
  }
}

/** What stands in a cell, a formula as it is typed. */
function written(cell: RawCell | undefined): string {
  return cell ? (cell.formula === null ? cell.text : `=${cell.formula}`) : '';
}
