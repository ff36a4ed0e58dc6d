import { gridRows } from '../../figure-table/rows.ts';
import { dateText } from '../../i18n/dates.ts';
import type { Language } from '../../i18n/index.ts';
import { type Id, textIn } from '../../model/basics.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import { APPROVAL_KINDS, type ApprovalKind, approvalOf } from '../../statement/approval.ts';
import { COVER_STATES, type Covered, type CoverState, coverageOf } from '../../statement/coverage.ts';
import { Gatherer } from '../../statement/gather.ts';
import { type RestsOn, restsOn } from '../../statement/rests-on.ts';
import { readStatementId } from '../../statement/subject.ts';
import type { Omission, SourceId } from '../document.ts';
import { RowTelling, type ToldRow, writtenText } from './told-rows.ts';
import { figureTableOf, type YearTable } from './year.ts';
import { YearWords } from './year-words.ts';

/** Rows of the register that are told of one requirement; the others are counted. */
const MOST_ROWS = 40;

/** A requirement with what is said to it, as it may be printed. */
export interface StatementPart {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly asks: string;
  /** The channel or theme of which it is asked; empty = of the company. */
  readonly subject: string;
  readonly verified: boolean;
  readonly state: CoverState;
  readonly text: string;
  /** What is written is in another language than the document. */
  readonly isForeign: boolean;
  readonly why: string;
  readonly answeredVersion: string | null;
  readonly rows: readonly ToldRow[];
  readonly moreRows: number;
  /** Null = there are none. */
  readonly figures: YearTable | null;
}

export interface StatementSummary {
  readonly checklist: string;
  readonly version: string;
  readonly source: string;
  readonly note: string;
  readonly statement: string;
  readonly organisation: string;
  readonly fiscalYear: string;
  readonly years: readonly string[];
  readonly workspaceName: string;
  readonly parts: readonly StatementPart[];
  /** Numbers of the requirements of each state that there is, gaps first. */
  readonly coverage: readonly { readonly state: CoverState; readonly numbers: readonly string[] }[];
  /** Printed; empty = not noted. */
  readonly approval: Readonly<Record<ApprovalKind, { readonly text: string; readonly when: string }>>;
  readonly withheld: number;
  readonly sources: ReadonlyMap<SourceId, string>;
  readonly omissions: readonly Omission[];
}

/**
 * A statement as it may be published: what is said to each requirement, what it rests on, and where nothing is said. What
 * the register holds of a gap is not printed in its place.
 * @param subjectId which checklist, for whom and for which year (`statementId`)
 * @throws ProblemError `checklist-unknown`
 */
export function statementSummary(state: WorkspaceState, subjectId: Id, language: Language): StatementSummary {
  const { checklist, scope } = readStatementId(subjectId);
  const words = new YearWords(state, scope.fiscalYear, language);
  const telling = new RowTelling(state, words);
  const { places } = coverageOf(checklist, state, scope);
  const gatherer = new Gatherer(state, checklist, scope);
  const grid = gridRows(state);
  const withheld = new Set<Id>();
  const parts = places.map((place): StatementPart => {
    const isSaid = place.state === 'partly' || place.state === 'answered';
    const refs = isSaid ? restsOn(gatherer.of(place), place.answer) : [];
    const { rows, more } = toldRows(refs, telling, state);
    const figureIds = new Set<Id>(refs.filter(({ to }) => to === 'figure').map(({ id }) => id));
    const lines = grid.filter(
      (row) =>
        row.role === 'actual' &&
        [...row.cells.values()].some(({ standing }) => standing.some(({ id }) => figureIds.has(id))),
    );
    for (const id of figureIds) if (words.hidden.has(id)) withheld.add(id);
    return {
      ...saidOf(place, words, telling),
      rows,
      moreRows: more,
      figures: lines.length > 0 ? figureTableOf(lines, words) : null,
    };
  });
  const inLanguage = (text: { readonly en: string; readonly ja: string }) => textIn(text, language);
  return {
    checklist: inLanguage(checklist.name),
    version: checklist.version,
    source: inLanguage(checklist.source),
    note: inLanguage(checklist.note),
    statement: inLanguage(checklist.statement),
    organisation:
      words.tell(telling.naming.organisation(scope.of)) || textIn(state.workspace[0]?.company, language),
    fiscalYear: words.yearOf(scope.fiscalYear),
    years: words.years.map(words.yearOf),
    workspaceName: textIn(state.workspace[0]?.name, language),
    parts,
    coverage: COVER_STATES.map((one) => ({
      state: one,
      numbers: parts.filter((part) => part.state === one).map((part) => partName(part)),
    })).filter(({ numbers }) => numbers.length > 0),
    approval: approvalWords(approvalOf(checklist, state, scope).entries, words),
    withheld: withheld.size,
    sources: words.sources.texts,
    omissions: omissionsOf(telling, words),
  };
}

function partName({ number, subject }: StatementPart): string {
  return [number, subject].filter(Boolean).join(' ');
}

function saidOf(
  { requirement, subject, state, answer, answeredVersion }: Covered,
  words: YearWords,
  telling: RowTelling,
): Omit<StatementPart, 'rows' | 'moreRows' | 'figures'> {
  const { number, title, asks, verified } = requirement;
  const { text, isForeign } = writtenText(answer?.text ?? {}, words.language);
  return {
    id: subject === null ? number : `${number}/${subject.id}`,
    number,
    title: textIn(title, words.language),
    asks: textIn(asks, words.language),
    subject: words.tell(telling.naming.subject(subject)),
    verified,
    state,
    text: words.tell(text),
    isForeign: isForeign && text !== '',
    why: words.tell(answer?.why ?? ''),
    answeredVersion,
  };
}

/** Figures of the year stand in a table; all else in a list, targets among it. */
function toldRows(
  refs: readonly RestsOn[],
  telling: RowTelling,
  { figures }: Pick<WorkspaceState, 'figures'>,
): { readonly rows: readonly ToldRow[]; readonly more: number } {
  const actual = new Set<Id>(figures.filter(({ role }) => role === 'actual').map(({ id }) => id));
  const rows = refs
    .filter(({ to, id }) => to !== 'figure' || !actual.has(id))
    .flatMap((ref) => telling.tell(ref) ?? []);
  return { rows: rows.slice(0, MOST_ROWS), more: Math.max(0, rows.length - MOST_ROWS) };
}

/** What was left out of a document that is about no dialogue, for whoever hands it on. */
export function omissionsOf(telling: RowTelling, { disclosure }: YearWords): Omission[] {
  const counts = [
    { reason: 'off-record-row', count: telling.offRecord },
    { reason: 'withheld-name', count: disclosure.withheldNames },
  ] as const;
  return counts.filter(({ count }) => count > 0);
}

function approvalWords(
  entries: ReturnType<typeof approvalOf>['entries'],
  words: YearWords,
): StatementSummary['approval'] {
  return Object.fromEntries(
    APPROVAL_KINDS.map((kind) => [
      kind,
      {
        text: words.tell(entries[kind]?.text ?? ''),
        when: entries[kind]?.when ? dateText(entries[kind].when, words.language) : '',
      },
    ]),
  ) as StatementSummary['approval'];
}
