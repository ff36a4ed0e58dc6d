import { decisionYears, type Measure } from '../../assessment/follow-up.ts';
import type { Disclosure } from '../../attribution/disclosure.ts';
import { stepsOf } from '../../figures/change.ts';
import { countedFigures, isWhole, type Series, seriesOf } from '../../figures/series.ts';
import { withheldFigure, withheldIn } from '../../figures/small-counts.ts';
import { cellText, periodText, targetText, unitText, valueText } from '../../figures/value-text.ts';
import { type Language, type Translate, translator } from '../../i18n/index.ts';
import { ADVICE_STATUSES, type AdviceStatus } from '../../model/advice.ts';
import { type Id, type LocalText, textIn } from '../../model/basics.ts';
import type { DecisionLevel } from '../../model/decision.ts';
import type { Figure } from '../../model/figure.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Round } from '../../model/round.ts';
import type { WorkspaceState } from '../../model/tables.ts';

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
  /** Years with a figure or a note, oldest first. */
  readonly values: readonly MeasuredValue[];
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
  const hidden = withheldIn(state);
  return decisionYears(state, earlier).subjects.flatMap(({ decisions }) =>
    (decisions[0] ?? [])
      .filter(({ decision }) => decision.level !== 'none')
      .map(
        ({ decision, measures, advice }): FollowedLine => ({
          name: nameOf(decision.subject.id),
          level: decision.level,
          owner: disclosure.anywhere(decision.owner),
          measures: measures.map((one) => measureLine(one, language, { yearOf, disclosure, hidden })),
          advice: ADVICE_STATUSES.map((status) => ({ status, count: advice[status] })).filter(
            ({ count }) => count > 0,
          ),
        }),
      ),
  );
}

interface MeasureTold {
  readonly yearOf: (fiscalYear: number) => string;
  readonly disclosure: Disclosure;
  /** Figures that leave the office only as withheld. */
  readonly hidden: ReadonlySet<Id>;
}

/** An indicator as it may be told, with the figures of its lines one after the other. */
export function measureLine(
  { indicator, figures: stored }: Measure,
  language: Language,
  { yearOf, disclosure, hidden }: MeasureTold,
): MeasureLine {
  const t = translator(language);
  const figures = stored.map((one) => (hidden.has(one.id) ? withheldFigure(one) : one));
  const lines = seriesOf(figures).filter(({ role }) => role === 'actual');
  const wholes = lines.filter(isWhole);
  const restated = new Map<Id, Figure>(figures.map((one) => [one.id, one]));
  const words: MeasureWords = { t, language, yearOf, disclosure, indicator, restated };
  return {
    name: disclosure.anywhere(textIn(indicator.name, language)),
    unit: unitText(indicator, language, t),
    target: disclosure.anywhere(targetText(indicator, countedFigures(figures), language, t, yearOf)),
    values: (wholes.length > 0 ? wholes : lines).flatMap((line) => valuesOf(line, words)),
  };
}

interface MeasureWords {
  readonly t: Translate;
  readonly language: Language;
  readonly yearOf: (fiscalYear: number) => string;
  readonly disclosure: Disclosure;
  readonly indicator: Indicator;
  readonly restated: ReadonlyMap<Id, Figure>;
}

/** Periods with a number, a reason why there is none, or a note. */
function valuesOf(line: Series, words: MeasureWords): MeasuredValue[] {
  const { t, language, yearOf, disclosure, indicator, restated } = words;
  const steps = new Map(stepsOf(line, indicator).map((step) => [step.after.id, step.change]));
  const tell = (text: LocalText) => disclosure.anywhere(textIn(text, language).trim());
  return line.figures
    .map((one): MeasuredValue => {
      const change = steps.get(one.id);
      const broken =
        change?.kind === 'not-comparable' && (change.why === 'break' || change.why === 'boundary');
      const breaks = (change?.breaks ?? []).map(({ note }) => tell(note));
      const was = restated.get(one.replaces ?? '');
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
                  why: disclosure.anywhere(one.why),
                })
              : number,
        isNumber: one.value !== null,
        note: [cellText(indicator, one.cell, language), tell(one.note), ...breaks]
          .filter(Boolean)
          .join(t('report.list.separator')),
        broken,
      };
    })
    .filter(({ value, note }) => value !== '' || note !== '');
}
