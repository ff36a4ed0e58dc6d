import { dateText } from '../../i18n/dates.ts';
import type { Arrangement, ArrangementKind, Cadence } from '../../model/arrangement.ts';
import type { FiscalYear, Id } from '../../model/basics.ts';
import type { Entry, EntryKind } from '../../model/entry.ts';
import type { Instrument } from '../../model/instrument.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import { isOwnText } from '../../statement/gather.ts';
import type { ScopeFilter } from '../../statement/scope.ts';
import type { RowTelling, ToldRow } from './told-rows.ts';
import type { YearWords } from './year-words.ts';

/** Something that the company keeps up, as it may be printed. */
export interface KeptUp {
  readonly name: string;
  /** Since when, who leads it, whom it is for. */
  readonly facts: readonly string[];
  readonly text: string;
  /** What happened to it in the year, or is planned. */
  readonly happened: readonly ToldRow[];
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

/** What is kept up, in words, with what happened to it in the year. */
export class KeptUpLines {
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
          happened: this.#happened(one),
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
        happened: this.#happened(one),
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

  /** What happened to something in the year; what is said of the thing itself is not said again. */
  #happened({
    id,
    name,
    of,
  }: Pick<Arrangement | Instrument, 'name' | 'of'> & { readonly id: Id }): ToldRow[] {
    const said = [this.#words.tell(name), this.#words.tell(this.#telling.naming.organisation(of))];
    return this.#events
      .filter((one) => idsOf(one).includes(id))
      .flatMap((one) => this.#telling.tell({ to: 'entry', id: one.id }) ?? [])
      .map((row) => ({ ...row, asides: row.asides.filter((one) => !said.includes(one)) }));
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
