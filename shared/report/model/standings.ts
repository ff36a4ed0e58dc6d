import { type StandingMeasure, type StandingTables, standingsOf } from '../../assessment/standing.ts';
import { lastWholes } from '../../figures/series.ts';
import { type TargetStatus, worstStatus } from '../../figures/target.ts';
import { periodText, unitText } from '../../figures/value-text.ts';
import type { Translate } from '../../i18n/index.ts';
import { type FiscalYear, type Id, textIn } from '../../model/basics.ts';
import type { Decision } from '../../model/decision.ts';
import type { YearWords } from './year-words.ts';

/** A measure as it may be told. */
export interface ToldMeasure {
  readonly indicatorId: Id;
  readonly name: string;
  readonly status: TargetStatus;
  /** How it stands, in words; `statusWords`. */
  readonly said: string;
  /** Printed with unit and year; empty = there is none. */
  readonly target: string;
  readonly actual: string;
  /** Why there is no target. */
  readonly why: string;
}

/** Something that is watched, as it may be told. */
export interface ToldStanding {
  readonly subjectId: Id;
  /** The worst of its measures. */
  readonly status: TargetStatus;
  readonly measures: readonly ToldMeasure[];
}

/** What is watched by measures and how it stands (`standingsOf`), with nothing that is withheld. */
export function toldStandings(
  state: StandingTables,
  decisions: readonly Decision[],
  year: FiscalYear,
  words: YearWords,
): ToldStanding[] {
  const told = { ...state, figures: words.toldFigures(state.figures) };
  return standingsOf(told, decisions, year).map(({ subject, measures }): ToldStanding => {
    const own = measures.map((one) => toldMeasure(one, words));
    const statuses = own.map(({ status }) => status);
    return { subjectId: subject.id, status: worstStatus(statuses) ?? 'no-target', measures: own };
  });
}

/** A measure in words. */
export function toldMeasure(
  { indicator, figures, status: found, line }: StandingMeasure,
  words: YearWords,
): ToldMeasure {
  const { t, language, yearOf } = words;
  const unit = words.tell(unitText(indicator, language, t));
  const aim = words.tell(indicator.aim);
  const { target = null, actual = null } = line ?? {};
  // Whether it is met would tell a count that is withheld.
  const status = actual && words.hidden.has(actual.id) ? 'not-comparable' : found;
  // Without a target whatever was counted last, by all who counted: none of them is taken for the others.
  const latest = target || actual ? [] : lastWholes(figures.filter(({ value }) => value !== null));
  const withUnit = (figure: Parameters<YearWords['value']>[0]) =>
    t('report.measured', { value: words.value(figure), unit, measured: unit === '' ? 'no' : 'yes' });
  const dated = (text: string, figure: Parameters<YearWords['value']>[0]) =>
    t('figure.target', { target: text, year: periodText(figure.period, t, yearOf) });
  const inWords = (numbers: readonly string[]) => [...new Set(numbers)].join(t('report.list.separator'));
  return {
    indicatorId: indicator.id,
    name: words.tell(textIn(indicator.name, language)),
    status,
    said: statusWords(status, aim !== '', t),
    target: target ? dated(withUnit(target), target) : aim,
    actual: actual ? withUnit(actual) : latest[0] ? dated(inWords(latest.map(withUnit)), latest[0]) : '',
    why: status === 'no-target' ? words.tell(indicator.noTargetWhy) : '',
  };
}

/** A status as it is printed. @param inWords a target is stated, though not as a figure */
export function statusWords(status: TargetStatus, inWords: boolean, t: Translate): string {
  return t(status === 'no-target' && inWords ? 'figure.status.in-words' : `figure.status.${status}`);
}
