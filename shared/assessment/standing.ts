import {
  type IndicatorStanding,
  indicatorStanding,
  type TargetStatus,
  worstStatus,
} from '../figures/target.ts';
import { dayOf } from '../i18n/dates.ts';
import type { FiscalYear, Id, Instant } from '../model/basics.ts';
import type { Decision } from '../model/decision.ts';
import type { Round } from '../model/round.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { type FiscalYearConvention, fiscalYearOf } from '../model/workspace.ts';
import { type Measure, measuresOf } from './follow-up.ts';

/** A measure of something that is watched, and how it stands. */
export interface StandingMeasure extends Measure, IndicatorStanding {}

/** An issue or theme that is watched by measures; the status is the worst of theirs, never a mean. */
export interface Standing {
  readonly subject: Decision['subject'];
  readonly status: TargetStatus;
  readonly measures: readonly StandingMeasure[];
}

export type StandingTables = Pick<WorkspaceState, 'indicators' | 'figures'> & {
  readonly themes: readonly { readonly id: Id; readonly issueIds: readonly Id[] }[];
};

/**
 * How what was decided to be watched stands by its measures. A theme stands as the worst of its own and of its issues'
 * measures, as it ranks as the gravest of its issues. What has no measure is left out.
 * @param decisions of one round, or of several: measures of the same subject come together
 * @param year the fiscal year that is on
 */
export function standingsOf(
  { themes, ...tables }: StandingTables,
  decisions: readonly Pick<Decision, 'subject' | 'level' | 'indicatorIds'>[],
  year: FiscalYear,
): Standing[] {
  const watched = decisions.filter(({ level }) => level !== 'none');
  const measureOf = measuresOf(tables);
  const members = new Map<Id, readonly Id[]>(themes.map(({ id, issueIds }) => [id, issueIds]));
  const subjects = new Map<Id, Decision['subject']>(watched.map(({ subject }) => [subject.id, subject]));
  return [...subjects.values()].flatMap((subject): Standing[] => {
    const own = new Set<Id>([
      subject.id,
      ...(subject.kind === 'theme' ? (members.get(subject.id) ?? []) : []),
    ]);
    const ids = new Set(watched.flatMap((one) => (own.has(one.subject.id) ? one.indicatorIds : [])));
    const measures = [...ids].flatMap((id): StandingMeasure[] => {
      const measure = measureOf(id);
      return measure ? [{ ...measure, ...indicatorStanding(measure.figures, year) }] : [];
    });
    const status = worstStatus(measures.map((one) => one.status));
    return status === null ? [] : [{ subject, status, measures }];
  });
}

/**
 * The fiscal year that is on where a round is reported on, by which a target is over or not. A closed round keeps the
 * one in which it was closed: what it says of its targets is what was known then, whenever it is printed, and what
 * became of them is told by the round after it and by the figures of the year.
 */
export function yearOn(
  { stage, closedAt, fiscalYear }: Pick<Round, 'stage' | 'closedAt' | 'fiscalYear'>,
  convention: FiscalYearConvention | undefined,
  writtenAt: Instant,
): FiscalYear {
  const at = stage === 'closed' ? closedAt : writtenAt;
  return at && convention ? fiscalYearOf(dayOf(at), convention) : fiscalYear + 1;
}
