import { figureArea } from '../figures/area.ts';
import { countedFigures } from '../figures/series.ts';
import type { Advice } from '../model/advice.ts';
import type { Arrangement } from '../model/arrangement.ts';
import type { Id } from '../model/basics.ts';
import { isOpen } from '../model/commitment.ts';
import type { Entry } from '../model/entry.ts';
import type { Figure } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import { INSTRUMENT_KINDS, type Instrument } from '../model/instrument.ts';
import type { Organisation } from '../model/organisation.ts';
import type { WorkspaceState } from '../model/tables.ts';
import type { Checklist, Gather } from './checklist.ts';
import type { Place, Subject } from './place.ts';
import { type RestsOn, refKey } from './rests-on.ts';
import { type Scope, type ScopeFilter, scopeFilter } from './scope.ts';

/** Tables that answers are gathered from. */
export type GatherTables = Pick<
  WorkspaceState,
  | 'workspace'
  | 'organisations'
  | 'instruments'
  | 'arrangements'
  | 'entries'
  | 'figures'
  | 'indicators'
  | 'sources'
  | 'decisions'
  | 'rounds'
  | 'advice'
  | 'commitments'
  | 'dialogues'
  | 'themes'
  | 'issues'
>;

/** Texts of the company's own. */
const OWN_TEXTS: ReadonlySet<Instrument['kind']> = new Set(
  INSTRUMENT_KINDS.filter((kind) => kind === 'policy' || kind === 'principles' || kind === 'code'),
);

export function isOwnText({ kind, of }: Pick<Instrument, 'kind' | 'of'>): boolean {
  return of !== null || OWN_TEXTS.has(kind);
}

type Rule = {
  readonly [From in Gather['from']]: (
    gather: Extract<Gather, { from: From }>,
    on: Narrowed,
  ) => readonly RestsOn[];
};

/** What a theme or channel narrows rows to; null = nothing is narrowed. */
interface Narrowed {
  readonly channelId: Id | null;
  readonly themeId: Id | null;
  /** Of the theme. */
  readonly issueIds: ReadonlySet<Id>;
}

/**
 * What the register holds of a requirement, for one organisation and year. Read once, asked for every place.
 */
export class Gatherer {
  readonly #state: GatherTables;
  readonly #scope: Scope;
  readonly #filter: ScopeFilter;
  readonly #arrangements: ReadonlyMap<Id, Arrangement>;
  readonly #indicators: ReadonlyMap<Id, Indicator>;
  readonly #organisations: ReadonlyMap<Id, Organisation>;
  readonly #dialogueIds: ReadonlySet<Id>;
  readonly #statementIds: ReadonlySet<Id>;
  readonly #figures: readonly Figure[];
  readonly #targets: readonly Figure[];
  readonly #entries: readonly Entry[];

  constructor(state: GatherTables, checklist: Pick<Checklist, 'law'>, scope: Scope) {
    this.#state = state;
    this.#scope = scope;
    this.#filter = scopeFilter(state, scope);
    const { isOf, isInYear } = this.#filter;
    this.#arrangements = new Map(state.arrangements.map((one) => [one.id, one]));
    this.#indicators = new Map(state.indicators.map((one) => [one.id, one]));
    this.#organisations = new Map(state.organisations.map((one) => [one.id, one]));
    this.#dialogueIds = new Set(state.dialogues.filter(({ date }) => isInYear(date)).map(({ id }) => id));
    this.#statementIds = new Set(statementsOf(state.arrangements, checklist.law).map(({ id }) => id));
    const counted = countedFigures(state.figures).filter(({ of }) => isOf(of));
    const { fiscalYear } = scope;
    this.#figures = counted.filter((one) => one.role === 'actual' && one.period.fiscalYear === fiscalYear);
    this.#targets = counted.filter((one) => one.role === 'target' && one.period.fiscalYear >= fiscalYear);
    this.#entries = state.entries.filter(
      (one) =>
        one.standing === 'stands' &&
        one.phase !== 'dropped' &&
        isOf(one.of) &&
        (one.fiscalYear === null ? isInYear(one.when) : one.fiscalYear === fiscalYear),
    );
  }

  /** The rows that a requirement gathers, each once, in the order of its rules. */
  of({ requirement, subject }: Pick<Place, 'requirement' | 'subject'>): RestsOn[] {
    const on = this.#narrowed(subject);
    const found = requirement.gathers.flatMap((gather) => this.#byRule(gather, on));
    return [...new Map(found.map((ref) => [refKey(ref), ref])).values()];
  }

  #byRule<From extends Gather['from']>(gather: Extract<Gather, { from: From }>, on: Narrowed) {
    const rule = this.#rules[gather.from as From] as (gather: Gather, on: Narrowed) => readonly RestsOn[];
    return rule(gather, on);
  }

  readonly #rules: Rule = {
    policies: (_gather, on) => [
      ...refs(
        'instrument',
        this.#state.instruments.filter((one) => this.#isPolicy(one, on)),
      ),
      ...refs('arrangement', this.#kept(['policy'], on)),
    ],
    arrangements: ({ kinds }, on) => refs('arrangement', this.#kept(kinds, on)),
    entries: ({ kinds, about }, on) =>
      refs(
        'entry',
        this.#entries.filter(
          (one) => kinds.includes(one.kind) && this.#isAbout(one, about) && this.#entryBears(one, on),
        ),
      ),
    figures: ({ kinds }, on) =>
      refs(
        'figure',
        this.#figures.filter((one) => kinds.includes(this.#areaOf(one)) && this.#figureBears(one, on)),
      ),
    targets: (_gather, on) =>
      refs(
        'figure',
        this.#targets.filter((one) => this.#figureBears(one, on)),
      ),
    organisations: ({ kinds }) =>
      refs(
        'organisation',
        this.#state.organisations.filter(
          ({ id, kind, until }) =>
            kinds.includes(kind) && this.#filter.isOf(id) && this.#filter.isInForce({ since: null, until }),
        ),
      ),
    sources: ({ kinds }, { themeId, issueIds }) =>
      refs(
        'source',
        this.#state.sources.filter(
          (one) =>
            kinds.includes(one.kind) &&
            this.#filter.isByYearEnd(one.seen ?? one.published) &&
            (themeId === null || one.issueIds.some((id) => issueIds.has(id))),
        ),
      ),
    decisions: (_gather, { themeId, issueIds }) => {
      const rounds = new Map(this.#state.rounds.map(({ id, fiscalYear }) => [id, fiscalYear]));
      const { fiscalYear } = this.#scope;
      return refs(
        'decision',
        this.#state.decisions.filter(
          (one) =>
            one.level !== 'none' &&
            (one.fiscalYear === fiscalYear || rounds.get(one.roundId) === fiscalYear) &&
            (themeId === null || one.subject.id === themeId || issueIds.has(one.subject.id)),
        ),
      );
    },
    advice: (_gather, { themeId, issueIds }) =>
      refs(
        'advice',
        this.#state.advice.filter(
          (one) =>
            this.#dialogueIds.has(one.dialogueId) &&
            (themeId === null || one.issueIds.some((id) => issueIds.has(id))),
        ),
      ),
    commitments: (_gather, { themeId, issueIds }) => {
      const advice = new Map<Id, Advice>(this.#state.advice.map((one) => [one.id, one]));
      return refs(
        'commitment',
        this.#state.commitments.filter(({ madeIn, due, ...one }) => {
          const answered = madeIn.to === 'advice' ? advice.get(madeIn.id) : undefined;
          const dialogueId = answered?.dialogueId ?? madeIn.id;
          const isOfYear = this.#dialogueIds.has(dialogueId) || (isOpen(one) && this.#filter.isInYear(due));
          return (
            isOfYear && (themeId === null || (answered?.issueIds.some((id) => issueIds.has(id)) ?? false))
          );
        }),
      );
    },
    dialogues: () =>
      refs(
        'dialogue',
        this.#state.dialogues.filter(({ id }) => this.#dialogueIds.has(id)),
      ),
  };

  #narrowed(subject: Subject): Narrowed {
    if (subject === null) return { channelId: null, themeId: null, issueIds: new Set() };
    if (subject.to === 'arrangement') return { channelId: subject.id, themeId: null, issueIds: new Set() };
    const theme = this.#state.themes.find(({ id }) => id === subject.id);
    return { channelId: null, themeId: subject.id, issueIds: new Set(theme?.issueIds ?? [subject.id]) };
  }

  /** Arrangements of some kinds that were kept up in the year. */
  #kept(kinds: readonly Arrangement['kind'][], { channelId, themeId, issueIds }: Narrowed): Arrangement[] {
    return this.#state.arrangements.filter((one) => {
      if (!kinds.includes(one.kind) || !this.#filter.isOf(one.of) || !this.#filter.isInForce(one))
        return false;
      if (one.kind === 'statement') return this.#statementIds.has(one.id);
      if (channelId !== null) return one.kind !== 'channel' || one.id === channelId;
      return themeId === null || bearsOnTheme(one, themeId, issueIds) || isForAll(one);
    });
  }

  #isPolicy(one: Instrument, { themeId, issueIds }: Narrowed): boolean {
    if (!isOwnText(one) || !this.#filter.isOf(one.of) || !this.#filter.isInForce(one)) return false;
    if (themeId === null) return true;
    return this.#state.issues.some(
      ({ id, instruments }) => issueIds.has(id) && instruments.some(({ code }) => code === one.code),
    );
  }

  #areaOf({ via, of }: Figure) {
    return figureArea(this.#arrangements.get(via ?? '')?.kind, this.#organisations.get(of ?? '')?.kind);
  }

  #figureBears({ via, indicatorId }: Figure, { channelId, themeId, issueIds }: Narrowed): boolean {
    if (channelId !== null) return via === channelId;
    if (themeId === null) return true;
    const indicator = this.#indicators.get(indicatorId);
    const through = this.#arrangements.get(via ?? '');
    return [indicator, through].some((one) => one !== undefined && bearsOnTheme(one, themeId, issueIds));
  }

  #isAbout({ arrangementId, refs: own }: Entry, about: 'statement' | 'policy' | undefined): boolean {
    if (about === undefined) return true;
    const ids = [...(arrangementId === null ? [] : [arrangementId]), ...own.map(({ id }) => id)];
    if (about === 'statement') return ids.some((id) => this.#statementIds.has(id));
    return (
      own.some(({ to }) => to === 'instrument') ||
      ids.some((id) => this.#arrangements.get(id)?.kind === 'policy')
    );
  }

  #entryBears({ arrangementId, refs: own }: Entry, { channelId, themeId, issueIds }: Narrowed): boolean {
    const ids: Id[] = [...(arrangementId === null ? [] : [arrangementId]), ...own.map(({ id }) => id)];
    if (channelId !== null) return ids.includes(channelId);
    if (themeId === null) return true;
    return ids.some((id) => {
      if (id === themeId || issueIds.has(id)) return true;
      const through = this.#arrangements.get(id);
      return through !== undefined && bearsOnTheme(through, themeId, issueIds);
    });
  }
}

/** Statements that answer a law: those that name it, else those that name none. */
export function statementsOf(arrangements: readonly Arrangement[], law: string): Arrangement[] {
  const own = arrangements.filter(({ kind }) => kind === 'statement');
  const named = own.filter(({ instruments }) => instruments.some(({ code }) => code === law));
  return named.length > 0 ? named : own.filter(({ instruments }) => instruments.length === 0);
}

function refs<To extends RestsOn['to']>(to: To, rows: readonly { readonly id: Id }[]): RestsOn[] {
  return rows.map(({ id }) => ({ to, id }));
}

function bearsOnTheme(
  { themeIds, issueIds: own }: Pick<Arrangement, 'themeIds' | 'issueIds'>,
  themeId: Id,
  issueIds: ReadonlySet<Id>,
): boolean {
  return themeIds.includes(themeId) || own.some((id) => issueIds.has(id));
}

/** A channel or committee that is tied to no issue is there for all of them. */
function isForAll({ kind, themeIds, issueIds }: Arrangement): boolean {
  const isGeneral = kind === 'channel' || kind === 'body' || kind === 'review';
  return isGeneral && themeIds.length === 0 && issueIds.length === 0;
}
