import { decisionYears } from '../../assessment/follow-up.ts';
import type { Disclosure } from '../../attribution/disclosure.ts';
import type { Language } from '../../i18n/index.ts';
import { ADVICE_STATUSES, type AdviceStatus } from '../../model/advice.ts';
import { type Id, textIn } from '../../model/basics.ts';
import type { DecisionLevel } from '../../model/decision.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Round } from '../../model/round.ts';
import type { WorkspaceState } from '../../model/tables.ts';

/** An indicator with its figures. */
export interface MeasureLine {
  readonly name: string;
  readonly unit: string;
  readonly target: string;
  /** Years with a figure or a note, oldest first. */
  readonly values: readonly {
    readonly year: string;
    readonly value: number | null;
    readonly note: string;
  }[];
}

/** What became of a decision of the round before. */
export interface FollowedLine {
  readonly name: string;
  readonly level: DecisionLevel;
  readonly owner: string;
  readonly measures: readonly MeasureLine[];
  readonly advice: readonly { readonly status: AdviceStatus; readonly count: number }[];
}

/** The decisions of an earlier round with what became of them. */
export function followedLines(
  state: WorkspaceState,
  earlier: Round | undefined,
  language: Language,
  {
    nameOf,
    yearOf,
    disclosure,
  }: {
    readonly nameOf: (id: Id) => string;
    readonly yearOf: (fiscalYear: number) => string;
    readonly disclosure: Disclosure;
  },
): FollowedLine[] {
  if (!earlier) return [];
  return decisionYears(state, earlier).subjects.flatMap(({ decisions }) =>
    (decisions[0] ?? [])
      .filter(({ decision }) => decision.level !== 'none')
      .map(
        ({ decision, indicators, advice }): FollowedLine => ({
          name: nameOf(decision.subject.id),
          level: decision.level,
          owner: disclosure.anywhere(decision.owner),
          measures: indicators.map((one) => measureLine(one, language, { yearOf, disclosure })),
          advice: ADVICE_STATUSES.map((status) => ({ status, count: advice[status] })).filter(
            ({ count }) => count > 0,
          ),
        }),
      ),
  );
}

/** An indicator as it may be told. */
export function measureLine(
  { name, unit, target, values }: Indicator,
  language: Language,
  {
    yearOf,
    disclosure,
  }: { readonly yearOf: (fiscalYear: number) => string; readonly disclosure: Disclosure },
): MeasureLine {
  return {
    name: disclosure.anywhere(textIn(name, language)),
    unit,
    target: disclosure.anywhere(target),
    values: [...values]
      .sort((a, b) => a.fiscalYear - b.fiscalYear)
      .filter(({ value, note }) => value !== null || note.trim() !== '')
      .map(({ fiscalYear, value, note }) => ({
        year: yearOf(fiscalYear),
        value,
        note: disclosure.anywhere(note.trim()),
      })),
  };
}
