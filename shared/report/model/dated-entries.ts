import { groupBy } from '../../group.ts';
import { dateText } from '../../i18n/dates.ts';
import type { FiscalYear, Id } from '../../model/basics.ts';
import type { Entry } from '../../model/entry.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import { fiscalYearOf } from '../../model/workspace.ts';
import { entryDisputes } from '../../register/entry-disputes.ts';
import type { SourceId } from '../document.ts';
import { citedBy } from './figure-sources.ts';
import type { YearWords } from './year-words.ts';

/** Something that happened or is planned, as one source says it. */
export interface DatedEntry {
  readonly kind: Entry['kind'];
  readonly phase: Entry['phase'];
  readonly text: string;
  /** The date or the fiscal year, as far as the source says it. */
  readonly when: string;
  /** Null = nobody wrote down where it is stated. */
  readonly source: SourceId | null;
  /** It was set aside for what another source says; empty = it was not. */
  readonly setAside: string;
  /** Other sources date the same otherwise, and nobody decided which of them stands. */
  readonly isDisputed: boolean;
}

/** What sources say of one programme, policy or text of the company, side by side. */
export interface EntriesOf {
  readonly name: string;
  /** The earliest first. */
  readonly entries: readonly DatedEntry[];
}

/** How many years ahead what is planned is told. */
const AHEAD = 2;

/**
 * What happened in the years of a report and is planned for those ahead, by what it happened to. Sources that date the
 * same thing differently stand beside one another: no date is told without its source, and none is chosen.
 */
export function entriesOfYear(state: WorkspaceState, words: YearWords): EntriesOf[] {
  const names = new Map<Id, string>([
    ...state.arrangements.map(({ id, name }) => [id, words.tell(name)] as const),
    ...state.instruments.map(({ id, name }) => [id, words.tell(name)] as const),
  ]);
  const dated = state.entries.flatMap((entry) => {
    const year = yearIn(entry, state);
    const isTold =
      year !== null &&
      isShown(year, words) &&
      isOwn(entry, words) &&
      !words.sources.isOffRecord(citedBy(entry));
    return isTold ? subjectsOf(entry).map((subject) => ({ entry, year, subject })) : [];
  });
  const told = new Map(dated.map(({ entry }) => [entry.id, entry]));
  const disputed = disputedIn([...told.values()], state);
  return [...groupBy(dated, ({ subject }) => subject)]
    .map(([subject, rows]): EntriesOf => {
      rows.sort((a, b) => a.year - b.year || (a.entry.when ?? '').localeCompare(b.entry.when ?? ''));
      return {
        name: names.get(subject) ?? '',
        entries: rows.map(({ entry }) => toldEntry(entry, words, disputed)),
      };
    })
    .filter(({ name }) => name !== '');
}

/** Whether it concerns the company alone: suppliers are named where somebody asks for it. */
function isOwn({ of, refs }: Entry, { organisations }: YearWords): boolean {
  const concerned = [of, ...refs.map(({ to, id }) => (to === 'organisation' ? id : null))];
  return concerned.every((id) => id === null || organisations.get(id)?.kind.startsWith('own') === true);
}

function isShown(year: FiscalYear, { years, year: last }: YearWords): boolean {
  return year >= (years[0] ?? last) && year <= last + AHEAD;
}

function yearIn({ fiscalYear, when }: Entry, { workspace: [workspace] }: WorkspaceState): FiscalYear | null {
  if (fiscalYear !== null || when === null || !workspace) return fiscalYear;
  return fiscalYearOf(when, workspace.fiscalYear);
}

/** The programme or policy it is an occurrence of, and the texts it is about. */
function subjectsOf({ arrangementId, refs }: Entry): Id[] {
  const texts = refs.filter(({ to }) => to === 'instrument').map(({ id }) => id);
  return arrangementId ? [arrangementId, ...texts] : texts;
}

/** Those of the entries told (what is off the record disputes nothing) that sources date differently, none of them chosen. */
function disputedIn(
  entries: readonly Entry[],
  { arrangements, workspace: [workspace] }: WorkspaceState,
): Set<Id> {
  const regular = new Set<Id>(arrangements.flatMap(({ id, cadence }) => (cadence ? [id] : [])));
  const open = entryDisputes(entries, regular, workspace?.fiscalYear.firstMonth ?? 1).filter(
    ({ why }) => why === null,
  );
  return new Set(open.flatMap((one) => one.entries.map(({ id }) => id)));
}

function toldEntry(entry: Entry, words: YearWords, disputed: ReadonlySet<Id>): DatedEntry {
  const { kind, phase, text, when, fiscalYear, standing, standingWhy } = entry;
  return {
    ...{ kind, phase },
    text: words.tell(text),
    when: when ? dateText(when, words.language) : fiscalYear === null ? '' : words.yearOf(fiscalYear),
    source: words.sources.idOf(citedBy(entry)),
    setAside: standing === 'set-aside' ? words.tell(standingWhy) : '',
    isDisputed: disputed.has(entry.id),
  };
}
