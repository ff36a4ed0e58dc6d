import { type GridRow, gridRows } from '../../figure-table/rows.ts';
import { figureArea } from '../../figures/area.ts';
import { periodKey } from '../../figures/series.ts';
import { dateText } from '../../i18n/dates.ts';
import type { Language } from '../../i18n/index.ts';
import type { Arrangement, ArrangementKind, Cadence } from '../../model/arrangement.ts';
import { type FiscalYear, type Id, textIn } from '../../model/basics.ts';
import type { Entry, EntryKind } from '../../model/entry.ts';
import type { Instrument } from '../../model/instrument.ts';
import { ProblemError } from '../../model/problem.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import { isOwnText } from '../../statement/gather.ts';
import { type ScopeFilter, scopeFilter } from '../../statement/scope.ts';
import type { Omission, SourceId } from '../document.ts';
import { type CountingChange, changesOf } from './counting-changes.ts';
import { omissionsOf } from './statement.ts';
import { RowTelling, type ToldRow } from './told-rows.ts';
import { figureTableOf, type YearTable } from './year.ts';
import { YearWords } from './year-words.ts';

/** Something that the company keeps up, as it may be printed. */
export interface KeptUp {
  readonly name: string;
  /** Since when, who leads it, whom it is for. */
  readonly facts: readonly string[];
  readonly text: string;
  /** What happened to it in the year, or is planned. */
  readonly happened: readonly ToldRow[];
}

/** What a company did for human rights in a year, as its register tells it. */
export interface HumanRightsSummary {
  readonly fiscalYear: string;
  readonly company: string;
  readonly workspaceName: string;
  readonly years: readonly string[];
  readonly policies: readonly KeptUp[];
  readonly framework: readonly KeptUp[];
  readonly channels: readonly KeptUp[];
  readonly suppliers: readonly KeptUp[];
  readonly statements: readonly KeptUp[];
  readonly training: readonly KeptUp[];
  readonly initiatives: readonly KeptUp[];
  readonly activities: {
    readonly monitored: readonly ToldRow[];
    readonly dialogues: readonly ToldRow[];
    readonly done: readonly ToldRow[];
    readonly planned: readonly ToldRow[];
  };
  readonly figures: Readonly<Record<'training' | 'grievances' | 'suppliers', YearTable>>;
  readonly changes: readonly CountingChange[];
  readonly withheld: number;
  readonly sources: ReadonlyMap<SourceId, string>;
  readonly omissions: readonly Omission[];
}

/** What happened that is the company's own to tell; what was found at others, asked by others or told to them is not. */
const OWN_EVENTS: ReadonlySet<EntryKind> = new Set([
  'adoption',
  'revision',
  'approval',
  'publication',
  'signature',
  'training',
  'meeting',
  'milestone',
]);

/**
 * The human-rights page of a year: what is in the register, and nothing else.
 * @param year as it is stored: that in which the fiscal year begins
 * @throws ProblemError `register-empty` when the register holds nothing of the year
 */
export function humanRightsSummary(
  state: WorkspaceState,
  year: FiscalYear,
  language: Language,
): HumanRightsSummary {
  const words = new YearWords(state, year, language);
  const telling = new RowTelling(state, words);
  const filter = scopeFilter(state, { of: null, fiscalYear: year });
  const kept = new KeptUpLines(state, words, telling, filter, year);
  const rows = gridRows(state).filter(({ cells }) =>
    words.years.some((one) => cells.has(periodKey({ fiscalYear: one, quarter: null }))),
  );
  const areaOf = ({ arrangement, of }: GridRow) =>
    figureArea(arrangement?.kind, words.organisations.get(of ?? '')?.kind);
  const areas = ['training', 'grievances', 'suppliers'] as const;
  const shown = rows.filter((row) => row.role === 'actual' && areas.some((area) => area === areaOf(row)));
  const table = (area: (typeof areas)[number]) =>
    figureTableOf(
      shown.filter((row) => areaOf(row) === area),
      words,
    );
  const summary: HumanRightsSummary = {
    fiscalYear: words.yearOf(year),
    company: textIn(state.workspace[0]?.company, language),
    workspaceName: textIn(state.workspace[0]?.name, language),
    years: words.years.map(words.yearOf),
    policies: kept.policies(),
    framework: kept.ofKinds('body', 'review', 'council'),
    channels: kept.ofKinds('channel'),
    suppliers: kept.ofKinds('supplier-programme'),
    statements: kept.ofKinds('statement'),
    training: kept.ofKinds('training'),
    initiatives: kept.ofKinds('membership'),
    activities: {
      monitored: decided(state, year).flatMap((id) => telling.tell({ to: 'decision', id }) ?? []),
      dialogues: state.dialogues
        .filter(({ date }) => filter.isInYear(date))
        .flatMap(({ id }) => telling.tell({ to: 'dialogue', id }) ?? []),
      done: kept.freeEvents('done'),
      planned: kept.freeEvents('planned'),
    },
    figures: { training: table('training'), grievances: table('grievances'), suppliers: table('suppliers') },
    changes: shown.flatMap((row) => changesOf(row, words)),
    withheld: shown
      .flatMap(({ cells }) => [...cells.values()].flatMap(({ standing }) => standing))
      .filter(({ id }) => words.hidden.has(id)).length,
    sources: words.sources.texts,
    omissions: [],
  };
  if (isEmpty(summary)) throw new ProblemError('register-empty', { year: summary.fiscalYear });
  return { ...summary, omissions: omissionsOf(telling, words) };
}

function isEmpty({
  policies,
  framework,
  channels,
  suppliers,
  statements,
  training,
  initiatives,
  ...rest
}: HumanRightsSummary) {
  const kept = [policies, framework, channels, suppliers, statements, training, initiatives];
  const tables = Object.values(rest.figures).map(({ rows }) => rows);
  return [...kept, ...Object.values(rest.activities), ...tables].every(({ length }) => length === 0);
}

/** Decisions of the year's round, or that hold in the year, on what is monitored closely; the latest first. */
function decided({ decisions, rounds }: WorkspaceState, year: FiscalYear): Id[] {
  const of = new Map<Id, FiscalYear>(rounds.map(({ id, fiscalYear }) => [id, fiscalYear]));
  return decisions
    .filter(({ level }) => level === 'monitor-closely')
    .filter(({ fiscalYear, roundId }) => fiscalYear === year || of.get(roundId) === year)
    .sort((a, b) => b.fiscalYear - a.fiscalYear || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** What is kept up, in words, with what happened to it in the year. */
class KeptUpLines {
  readonly #state: WorkspaceState;
  readonly #words: YearWords;
  readonly #telling: RowTelling;
  readonly #filter: ScopeFilter;
  readonly #events: readonly Entry[];

  constructor(
    state: WorkspaceState,
    words: YearWords,
    telling: RowTelling,
    filter: ScopeFilter,
    year: FiscalYear,
  ) {
    this.#state = state;
    this.#words = words;
    this.#telling = telling;
    this.#filter = filter;
    this.#events = state.entries
      .filter((one) => one.standing === 'stands' && one.phase !== 'dropped' && OWN_EVENTS.has(one.kind))
      .filter(({ fiscalYear, when }) => (fiscalYear === null ? filter.isInYear(when) : fiscalYear === year))
      .filter(({ of }) => this.#isOwn(of))
      .sort((a, b) => (a.when ?? '').localeCompare(b.when ?? '') || (a.id < b.id ? -1 : 1));
  }

  policies(): KeptUp[] {
    const own = this.#state.instruments.filter((one) => isOwnText(one) && this.#filter.isInForce(one));
    return [
      ...own.map(
        (one): KeptUp => ({
          name: this.#words.tell(one.name),
          facts: this.#told([this.#since(one), this.#words.tell(this.#telling.naming.organisation(one.of))]),
          text: this.#words.tell(one.summary),
          happened: this.#happened(one.id),
        }),
      ),
      ...this.ofKinds('policy'),
    ];
  }

  ofKinds(...kinds: readonly ArrangementKind[]): KeptUp[] {
    return this.#state.arrangements
      .filter((one) => kinds.includes(one.kind) && this.#filter.isInForce(one) && this.#isOwn(one.of))
      .map((one) => ({
        name: this.#words.tell(one.name),
        facts: this.#facts(one),
        text: this.#words.tell(one.remit),
        happened: this.#happened(one.id),
      }));
  }

  /** Events that belong to nothing that has a section of its own. */
  freeEvents(phase: Entry['phase']): ToldRow[] {
    const told = new Set<Id>([
      ...this.#state.arrangements.filter(({ kind }) => kind !== 'other').map(({ id }) => id),
      ...this.#state.instruments.filter(isOwnText).map(({ id }) => id),
    ]);
    return this.#events
      .filter((one) => one.phase === phase && !idsOf(one).some((id) => told.has(id)))
      .flatMap(({ id }) => this.#telling.tell({ to: 'entry', id }) ?? []);
  }

  #happened(id: Id): ToldRow[] {
    return this.#events
      .filter((one) => idsOf(one).includes(id))
      .flatMap((one) => this.#telling.tell({ to: 'entry', id: one.id }) ?? []);
  }

  #facts({
    since,
    until,
    of,
    chair,
    cadence,
    reportsTo,
    audience,
    languages,
    operator,
  }: Arrangement): string[] {
    const { t } = this.#words;
    const { naming } = this.#telling;
    const body = this.#state.arrangements.find(({ id }) => id === reportsTo?.arrangementId);
    const toBody = this.#words.tell(body?.name ?? {});
    const every = (one: Cadence) => t('report.humanRights.cadence', { months: one.months });
    return this.#told([
      this.#since({ since, until }),
      this.#words.tell(naming.organisation(of)),
      chair.trim() === '' ? '' : t('report.humanRights.chair', { chair: this.#words.tell(chair) }),
      cadence ? every(cadence) : '',
      toBody === ''
        ? ''
        : reportsTo?.cadence
          ? t('report.humanRights.reportsEvery', { body: toBody, cadence: every(reportsTo.cadence) })
          : t('report.humanRights.reports', { body: toBody }),
      audience.length === 0
        ? ''
        : t('report.humanRights.audience', {
            audience: audience.map((kind) => t(`personKind.${kind}`)).join(t('report.list.separator')),
          }),
      languages.length === 0
        ? ''
        : t('report.humanRights.languages', { languages: languages.join(t('report.list.separator')) }),
      operator === null
        ? ''
        : t('report.humanRights.operator', { operator: this.#words.tell(naming.organisation(operator)) }),
    ]);
  }

  #since({ since, until }: Pick<Instrument, 'since' | 'until'>): string {
    const date = (one: string | null) => (one === null ? '' : dateText(one, this.#words.language));
    if (since === null && until === null) return '';
    return this.#words.t('statement.row.time', {
      since: date(since),
      until: date(until),
      which: since === null ? 'until' : until === null ? 'since' : 'both',
    });
  }

  #told(parts: readonly string[]): string[] {
    return parts.filter(Boolean);
  }

  /** Whether it is the company's, or nobody's that is named. */
  #isOwn(of: Entry['of']): boolean {
    const kind = this.#words.organisations.get(of ?? '')?.kind;
    return kind === undefined || kind === 'own' || kind === 'own-set';
  }
}

function idsOf({ arrangementId, refs }: Entry): Id[] {
  return [...(arrangementId === null ? [] : [arrangementId]), ...refs.map(({ id }) => id)];
}
