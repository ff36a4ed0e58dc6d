import { decisionYears, type Measure } from '../../assessment/follow-up.ts';
import type { Disclosure } from '../../attribution/disclosure.ts';
import { stepsOf } from '../../figures/change.ts';
import { countedFigures, isWhole, type Series, seriesOf } from '../../figures/series.ts';
import { indicatorStanding, type TargetStatus } from '../../figures/target.ts';
import { cellText, periodText, targetText, unitText, valueText } from '../../figures/value-text.ts';
import { ADVICE_STATUSES, type AdviceStatus } from '../../model/advice.ts';
import type { FiscalYear, Id } from '../../model/basics.ts';
import type { DecisionLevel } from '../../model/decision.ts';
import type { Figure } from '../../model/figure.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Round } from '../../model/round.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import { toldMeasure, toldStandings } from './standings.ts';
import type { YearWords } from './year-words.ts';

/** What an indicator came to in a period. */
export interface MeasuredValue {
  readonly year: string;
  /** Printed, with its marks; empty = there is a note alone. */
  readonly value: string;
  readonly isNumber: boolean;
  readonly note: string;
  /** It does not mean what the one before it does. */
  readonly broken: boolean;
}

/** An indicator with its figures. */
export interface MeasureLine {
  readonly name: string;
  readonly unit: string;
  readonly target: string;
  /** Whether the target is met, in words. */
  readonly status: string;
  /** Why there is no target; empty = not said. */
  readonly why: string;
  /** Years with a figure or a note, oldest first. */
  readonly values: readonly MeasuredValue[];
}

/** What became of a decision of the round before. */
export interface FollowedLine {
  readonly name: string;
  readonly level: DecisionLevel;
  readonly owner: string;
  /** The worst of its measures; null = it has none. */
  readonly status: TargetStatus | null;
  readonly measures: readonly MeasureLine[];
  readonly advice: readonly { readonly status: AdviceStatus; readonly count: number }[];
}

/** The decisions of an earlier round with what became of them. */
export function followedLines(
  state: WorkspaceState,
  earlier: Round | undefined,
  {
    nameOf,
    disclosure,
    words,
    year,
  }: {
    readonly nameOf: (id: Id) => string;
    readonly disclosure: Disclosure;
    readonly words: YearWords;
    readonly year: FiscalYear;
  },
): FollowedLine[] {
  if (!earlier) return [];
  const own = state.decisions.filter(({ roundId }) => roundId === earlier.id);
  const standings = new Map(toldStandings(state, own, year, words).map((one) => [one.subjectId, one.status]));
  return decisionYears(state, earlier).subjects.flatMap(({ decisions }) =>
    (decisions[0] ?? [])
      .filter(({ decision }) => decision.level !== 'none')
      .map(
        ({ decision, measures, advice }): FollowedLine => ({
          name: nameOf(decision.subject.id),
          level: decision.level,
          owner: disclosure.anywhere(decision.owner),
          status: standings.get(decision.subject.id) ?? null,
          measures: measures.map((one) => measureLine(one, { words, year })),
          advice: ADVICE_STATUSES.map((status) => ({ status, count: advice[status] })).filter(
            ({ count }) => count > 0,
          ),
        }),
      ),
  );
}

/**
 * An indicator as it may be told, with the figures of its lines one after the other.
 * @param year the fiscal year that is on (`yearOn`)
 */
export function measureLine(
  measure: Measure,
  { words, year }: { readonly words: YearWords; readonly year: FiscalYear },
): MeasureLine {
  const { indicator } = measure;
  const figures = words.toldFigures(measure.figures);
  const { t, language, yearOf } = words;
  const lines = seriesOf(figures).filter(({ role }) => role === 'actual');
  const wholes = lines.filter(isWhole);
  const restated = new Map<Id, Figure>(figures.map((one) => [one.id, one]));
  const told = toldMeasure({ ...measure, figures, ...indicatorStanding(figures, year) }, words);
  return {
    name: told.name,
    unit: unitText(indicator, language, t),
    target: words.tell(targetText(indicator, countedFigures(figures), language, t, yearOf)),
    status: told.said,
    why: told.why,
    values: (wholes.length > 0 ? wholes : lines).flatMap((line) =>
      valuesOf(line, { words, indicator, restated }),
    ),
  };
}

interface MeasureWords {
  readonly words: YearWords;
  readonly indicator: Indicator;
  readonly restated: ReadonlyMap<Id, Figure>;
}

/** Periods with a number, a reason why there is none, or a note. */
function valuesOf(line: Series, { words, indicator, restated }: MeasureWords): MeasuredValue[] {
  const { t, language, yearOf } = words;
  const steps = new Map(stepsOf(line, indicator).map((step) => [step.after.id, step.change]));
  return line.figures
    .map((one): MeasuredValue => {
      const change = steps.get(one.id);
      const broken =
        change?.kind === 'not-comparable' && (change.why === 'break' || change.why === 'boundary');
      const breaks = (change?.breaks ?? []).map(({ note }) => words.tell(note));
      const was = one.value === null ? undefined : restated.get(one.replaces ?? '');
      const number = valueText(one, t);
      return {
        year: periodText(one.period, t, yearOf),
        // What is merely awaited was never printed as more than its note.
        value:
          one.status === 'awaited'
            ? ''
            : was
              ? t('figure.restated', {
                  number,
                  before: valueText(was, t),
                  why: words.tell(one.why),
                })
              : number,
        isNumber: one.value !== null,
        note: [cellText(indicator, one.cell, language), words.tell(one.note), ...breaks]
          .filter(Boolean)
          .join(t('report.list.separator')),
        broken,
      };
    })
    .filter(({ value, note }) => value !== '' || note !== '');
}
