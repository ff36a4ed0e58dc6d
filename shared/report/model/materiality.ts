import type { Mark } from '../../assessment/aggregate.ts';
import type { AmendmentWords } from '../../assessment/amendment-words.ts';
import {
  assessRound,
  type Figure,
  type IssueAssessment,
  type RoundAssessment,
} from '../../assessment/assess-round.ts';
import type { Badge } from '../../assessment/badges.ts';
import { resultsShown } from '../../assessment/blindness.ts';
import { earlierRound } from '../../assessment/change.ts';
import { happeningText, tiersText } from '../../assessment/depends-words.ts';
import { type Divergence, divergences } from '../../assessment/divergence.ts';
import { measuresOf } from '../../assessment/follow-up.ts';
import { besideRound, namedIn, stateOfRound } from '../../assessment/frozen.ts';
import type { GroupView } from '../../assessment/group-views.ts';
import { type MethodNote, methodNote } from '../../assessment/method-note.ts';
import type { Dissent } from '../../assessment/minority.ts';
import type { Rules, Tier } from '../../assessment/order.ts';
import { panelOf } from '../../assessment/panel.ts';
import type { Conclusion, OneStep } from '../../assessment/robustness.ts';
import { yearOn } from '../../assessment/standing.ts';
import { ruleText } from '../../assessment/suggestion-words.ts';
import type { Hearing, StakeholderVoice } from '../../assessment/voice.ts';
import { Disclosure } from '../../attribution/disclosure.ts';
import { countedFigures } from '../../figures/series.ts';
import type { TargetStatus } from '../../figures/target.ts';
import { targetText, unitText } from '../../figures/value-text.ts';
import { dateText, dayOf, fiscalYearLabel } from '../../i18n/dates.ts';
import { type Language, type Translate, translator } from '../../i18n/index.ts';
import { type FiscalYear, type Id, type Instant, textIn } from '../../model/basics.ts';
import { DECISION_LEVELS, type Decision, type DecisionLevel } from '../../model/decision.ts';
import { VOICES, type Voice } from '../../model/dialogue.ts';
import type { IdOf } from '../../model/id.ts';
import type { Category } from '../../model/issue.ts';
import { ProblemError } from '../../model/problem.ts';
import { DIMENSIONS, type Dimension, type Round, type Thresholds } from '../../model/round.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import type { Theme } from '../../model/theme.ts';
import type { Omission, SourceId } from '../document.ts';
import { amendmentLines } from './amendments.ts';
import { type CardLine, cardLines } from './cards.ts';
import { type ChangeLines, changeLines } from './changes.ts';
import { type FollowedLine, followedLines, type MeasureLine, measureLine } from './followed.ts';
import { type ImpactReport, impactReport, impactSource } from './impacts.ts';
import { redactedNote } from './note.ts';
import { EARLIER_RATINGS, INDICATORS, issueSources, RATINGS } from './sources.ts';
import { toldStandings } from './standings.ts';
import { YearWords } from './year-words.ts';

export interface RatedDimension {
  readonly dimension: Dimension;
  readonly median: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly n: number;
  readonly abstained: number;
  readonly divided: boolean;
}

export interface IssueLine {
  readonly issueId: IdOf<'issues'>;
  readonly name: string;
  readonly category: Category;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly tier: Tier | null;
  /** Null while a dimension is missing; `floor` then holds what is known. */
  readonly severity: Figure | null;
  readonly floor: Figure | null;
  readonly nature: 'actual' | 'potential';
  readonly likelihood: Figure | null;
  readonly delay: boolean;
  readonly near: 'above' | 'below' | null;
  readonly dividedOn: readonly Dimension[];
  readonly splits: readonly Mark[];
  readonly uncertain: boolean;
  /** What of tier, suggestion and being among the first depends on the reading. */
  readonly depends: readonly Conclusion[];
  /** The tiers of all readings, e.g. `1–2`. */
  readonly tiers: string;
  /** Where the panel is split on it: who says that it is happening, in words. */
  readonly happening: string | null;
  /** Best and worst place over all readings; null where nobody rated it. */
  readonly places: { readonly best: number; readonly worst: number } | null;
  readonly voice: StakeholderVoice;
  readonly dimensions: readonly RatedDimension[];
  /** Who stands apart, said by voice, never by name; an empty rationale = none was given. */
  readonly minority: readonly MinorityLine[];
  readonly badges: readonly Badge[];
  readonly groups: readonly GroupView[];
}

/** An assessor who dissents, and in what. */
export interface MinorityLine {
  readonly voice: Voice;
  readonly dissents: readonly Dissent[];
  readonly rationale: string;
}

export interface DecisionLine {
  readonly kind: 'issue' | 'theme';
  readonly name: string;
  readonly level: DecisionLevel;
  readonly suggested: DecisionLevel | null;
  /** The rule that suggested the level; empty where it would suggest another one now, or none. */
  readonly rule: string;
  readonly why: string;
  readonly dissent: string;
  readonly owner: string;
  readonly indicators: readonly string[];
  /** The same with their figures. */
  readonly tracked: readonly MeasureLine[];
  /** The worst of its measures, of a theme those of its issues among them; null = there are none. */
  readonly status: TargetStatus | null;
  /** What is done about it; and by when, printed. Empty = not said. */
  readonly measure: string;
  readonly due: string;
  /** Printed; empty = none. */
  readonly reviewDate: string;
  readonly fiscalYear: string;
  readonly decidedBy: string;
  /** Printed. */
  readonly decidedOn: string;
  /** The theme's members in the round, or the issue itself, in salience order. */
  readonly issues: readonly IssueLine[];
}

/** What a fiscal year's materiality summary says, in one language. Assessors are told by voice alone. */
export interface MaterialitySummary {
  readonly language: Language;
  readonly roundId: IdOf<'rounds'>;
  readonly roundName: string;
  readonly workspaceName: string;
  readonly company: string;
  readonly fiscalYear: string;
  readonly nextFiscalYear: string;
  readonly stage: 'open' | 'rating' | 'discussion' | 'closed';
  /** Printed; empty while the round is open. */
  readonly closedOn: string;
  readonly standard: string;
  readonly thresholds: Thresholds;
  readonly scaleTexts: Readonly<Record<Dimension, readonly string[]>>;
  readonly note: string;
  readonly notice: string;
  readonly assessorsByVoice: readonly { readonly voice: Voice; readonly count: number }[];
  readonly assessors: number;
  readonly dialogues: number;
  readonly hearing: Hearing;
  /** The fifteen points of method, as they may be told. */
  readonly method: MethodNote;
  /** Names of issues and themes, as the round has them. */
  readonly names: ReadonlyMap<Id, string>;
  readonly yearOf: (fiscalYear: number) => string;
  /** In salience order. */
  readonly issues: readonly IssueLine[];
  readonly counts: RoundAssessment['counts'] & { readonly tier1: number };
  readonly agreement: Readonly<Record<Dimension, number | null>>;
  readonly rules: Rules;
  readonly oneStep: Pick<OneStep, 'moves' | 'kept'>;
  /** Issues of which it depends on the reading, by what does. */
  readonly depends: Readonly<Record<Conclusion, readonly string[]>>;
  readonly topIssues: number;
  readonly uncertain: readonly string[];
  /** From most to least attention. */
  readonly decisions: readonly DecisionLine[];
  /** Whose harm, where, and what is done about it. */
  readonly impacts: ImpactReport;
  /** How sure the place of each monitored theme or issue is. */
  readonly cards: readonly CardLine[];
  /** Where those outside and the assessors differ. */
  readonly divergences: readonly (Divergence & { readonly name: string })[];
  /** Null = there is no earlier round. */
  readonly changes: ChangeLines | null;
  /** What became of the earlier round's decisions. */
  readonly followed: readonly FollowedLine[];
  /** What was changed since the round was signed off, as it may be told. */
  readonly amendments: readonly AmendmentWords[];
  readonly sources: ReadonlyMap<SourceId, string>;
  readonly omissions: readonly Omission[];
}

/** Names of issues and themes; "–" where one is not known. */
export function namesOf({ names }: Pick<MaterialitySummary, 'names'>, ids: readonly Id[]): string[] {
  return ids.map((id) => names.get(id) ?? '–');
}

/**
 * What may be handed on about a round: results, decisions and how they came about (METHOD-SOURCES 2.9).
 * @throws ProblemError `row-missing` when the state has no such round, `round-blind` while assessors still rate for
 * themselves
 */
export function materialitySummary(
  now: WorkspaceState,
  roundId: IdOf<'rounds'>,
  language: Language,
  writtenAt: Instant,
): MaterialitySummary {
  const state = stateOfRound(now, roundId);
  const live = besideRound(now, roundId, state);
  const assessment = assessRound(now, roundId);
  const { round } = assessment;
  if (!resultsShown(round)) throw new ProblemError('round-blind', { round: round.name });
  const workspace = state.workspace[0];
  const t = translator(language);
  const yearOf = (value: number) =>
    workspace ? fiscalYearLabel(value, workspace.fiscalYear, language) : String(value);
  const disclosure = new Disclosure(state, t('report.withheldName'), language);
  // A closed round keeps the names that it was closed with; what is not of it is named as it is now.
  const names = new Map(
    namedIn(now, roundId, ({ issues = [], themes = [] }) => [...issues, ...themes]).map((one) => [
      one.id,
      textIn(one.name, language),
    ]),
  );
  const nameOf = (id: Id) => names.get(id) ?? '';
  const issues = assessment.issues.map((one) =>
    issueLine(one, nameOf(one.issueId), assessment, disclosure, t),
  );
  const dependent = (conclusion: Conclusion) =>
    issues.filter(({ depends }) => depends.includes(conclusion)).map(({ name }) => name);
  const method = redactedNote(methodNote(now, roundId), disclosure);
  const earlier = earlierRound(live.rounds, round);
  const decisions = live.decisions.filter((one) => one.roundId === roundId);
  const words = new YearWords(state, round.fiscalYear + 1, language);
  const year = yearOn(round, workspace?.fiscalYear, writtenAt);
  const lines = decisionLines(state, assessment, {
    ...{ language, issues, yearOf, nameOf, disclosure, words, year },
  });
  const roundSource = (one: Round) =>
    t('report.source.round', {
      round: one.name,
      fiscalYear: yearOf(one.fiscalYear),
      assessors: panelOf(one).length,
      closed: one.closedAt ? dateText(dayOf(one.closedAt), language) : '',
      dated: one.closedAt ? 'yes' : 'no',
    });
  const impacts = impactReport(state, assessment, { language, nameOf, disclosure });
  const sources = new Map<SourceId, string>([
    [RATINGS, roundSource(round)],
    ...(earlier ? [[EARLIER_RATINGS, roundSource(earlier)] as const] : []),
    [INDICATORS, t('report.source.indicators')],
    ...impacts.lines
      .map(({ issueId, source }) => [impactSource(issueId), source] as const)
      .filter(([, text]) => text !== ''),
    ...issueSources(
      state,
      method.sources.dialogues.map(({ id }) => id),
      { t, language, disclosure },
      { external: true },
    ),
  ]);
  const followed = followedLines(state, earlier, { nameOf, disclosure, words, year });
  return {
    language,
    roundId,
    roundName: textIn(round.name, language),
    workspaceName: textIn(workspace?.name, language),
    company: textIn(workspace?.company, language),
    fiscalYear: yearOf(round.fiscalYear),
    nextFiscalYear: yearOf(round.fiscalYear + 1),
    stage: round.stage,
    closedOn: round.closedAt ? dateText(dayOf(round.closedAt), language) : '',
    standard: round.method.standard,
    thresholds: round.thresholds,
    scaleTexts: {
      scale: round.scaleTexts.scale.map((one) => textIn(one, language)),
      scope: round.scaleTexts.scope.map((one) => textIn(one, language)),
      irremediability: round.scaleTexts.irremediability.map((one) => textIn(one, language)),
      likelihood: round.scaleTexts.likelihood.map((one) => textIn(one, language)),
    },
    note: textIn(round.note, language),
    notice: textIn(workspace?.notice, language),
    assessorsByVoice: VOICES.map((voice) => ({
      voice,
      count: panelOf(round).filter((one) => one.voice === voice).length,
    })).filter(({ count }) => count > 0),
    assessors: panelOf(round).length,
    dialogues: method.sources.dialogues.length,
    hearing: assessment.hearing,
    method,
    names,
    yearOf,
    issues,
    counts: {
      ...assessment.counts,
      tier1: issues.filter((one) => one.tier === 1).length,
    },
    agreement: assessment.agreement,
    rules: assessment.rules,
    oneStep: { moves: assessment.oneStep.moves, kept: assessment.oneStep.kept },
    depends: { tier: dependent('tier'), level: dependent('level'), top: dependent('top') },
    topIssues: assessment.topIssues,
    uncertain: issues.filter((one) => one.uncertain).map((one) => one.name),
    decisions: lines,
    impacts,
    cards: cardLines(assessment, decisions, nameOf),
    divergences: divergences(assessment).map((one) => ({ ...one, name: nameOf(one.issueId) })),
    changes: changeLines(live, method.change, earlier, nameOf, yearOf, language),
    followed,
    amendments: amendmentLines(now, roundId, language, { nameOf, yearOf, disclosure }),
    sources,
    omissions:
      disclosure.withheldNames > 0 ? [{ reason: 'withheld-name', count: disclosure.withheldNames }] : [],
  };
}

function issueLine(
  one: IssueAssessment,
  name: string,
  { round }: RoundAssessment,
  disclosure: Disclosure,
  t: Translate,
): IssueLine {
  return {
    issueId: one.issueId,
    name,
    category: one.category,
    rank: one.rank,
    tied: one.tied,
    tier: one.tier,
    severity: one.severity,
    floor: one.severityFloor,
    nature: one.nature,
    likelihood: one.likelihood,
    delay: one.delay,
    near: one.near,
    dividedOn: one.dividedOn,
    splits: one.splits,
    uncertain: one.uncertain,
    depends: one.depends,
    tiers: one.robustness ? tiersText(one.robustness.tiers) : '',
    happening: happeningText(t, one),
    places: one.robustness ? { best: one.robustness.best, worst: one.robustness.worst } : null,
    voice: one.voice,
    dimensions: DIMENSIONS.map((dimension) => {
      const { median, min, max, n, abstained, divided } = one.dimensions[dimension];
      return { dimension, median, min, max, n, abstained: abstained.length, divided };
    }),
    minority: panelOf(round).flatMap(({ id, voice }): MinorityLine[] => {
      const own = one.minority.filter(({ assessorId }) => assessorId === id);
      const [first] = own;
      return first
        ? [
            {
              voice,
              dissents: own.map(({ assessorId: _by, rationale: _why, ...dissent }) => dissent),
              rationale: disclosure.anywhere(first.rationale),
            },
          ]
        : [];
    }),
    badges: one.badges,
    groups: one.groups,
  };
}

function decisionLines(
  state: WorkspaceState,
  assessment: RoundAssessment,
  {
    language,
    issues,
    yearOf,
    nameOf,
    disclosure,
    words,
    year,
  }: {
    readonly language: Language;
    readonly issues: readonly IssueLine[];
    readonly yearOf: (value: number) => string;
    readonly nameOf: (id: Id) => string;
    readonly disclosure: Disclosure;
    readonly words: YearWords;
    readonly year: FiscalYear;
  },
): DecisionLine[] {
  const t = translator(language);
  const themes = new Map<string, Theme>(state.themes.map((one) => [one.id, one]));
  const measureOf = measuresOf(state);
  const own = state.decisions.filter((one) => one.roundId === assessment.round.id);
  const standings = new Map(toldStandings(state, own, year, words).map((one) => [one.subjectId, one.status]));
  const lines = own.map((decision: Decision): DecisionLine => {
    const { kind, id } = decision.subject;
    const members = kind === 'theme' ? (themes.get(id)?.issueIds ?? []) : [id];
    return {
      kind,
      name: nameOf(id),
      level: decision.level,
      suggested: decision.suggested,
      rule: ruleOf(decision, assessment, t),
      why: disclosure.anywhere(decision.why.trim()),
      dissent: disclosure.anywhere(decision.dissent.trim()),
      owner: disclosure.anywhere(decision.owner),
      indicators: decision.indicatorIds.flatMap((indicatorId) => {
        const measured = measureOf(indicatorId);
        if (!measured) return [];
        const { indicator, figures } = measured;
        const target = targetText(indicator, countedFigures(figures), language, t, yearOf);
        const measure = [unitText(indicator, language, t), target]
          .filter(Boolean)
          .join(t('report.list.separator'));
        const name = textIn(indicator.name, language);
        return [disclosure.anywhere(measure ? t('report.aside', { text: name, aside: measure }) : name)];
      }),
      tracked: decision.indicatorIds.flatMap((id) => {
        const measured = measureOf(id);
        return measured ? [measureLine(measured, { words, year })] : [];
      }),
      status: standings.get(id) ?? null,
      measure: disclosure.anywhere(textIn(decision.measure, language).trim()),
      due: decision.due ? dateText(decision.due, language) : '',
      reviewDate: decision.reviewDate ? dateText(decision.reviewDate, language) : '',
      fiscalYear: yearOf(decision.fiscalYear),
      decidedBy: disclosure.anywhere(decision.decidedBy),
      decidedOn: dateText(dayOf(decision.at), language),
      issues: issues.filter((one) => members.includes(one.issueId)),
    };
  });
  const place = (line: DecisionLine) => line.issues[0]?.rank ?? Infinity;
  return lines.sort(
    (a, b) =>
      DECISION_LEVELS.indexOf(a.level) - DECISION_LEVELS.indexOf(b.level) ||
      Number(b.kind === 'theme') - Number(a.kind === 'theme') ||
      place(a) - place(b) ||
      0,
  );
}

/** The rule as it is now, where it still suggests what it did when the decision was made. */
function ruleOf(
  { subject: { kind, id }, suggested }: Pick<Decision, 'subject' | 'suggested'>,
  { round, issues, themes }: RoundAssessment,
  t: Translate,
): string {
  const issue = kind === 'issue' ? issues.find(({ issueId }) => issueId === id) : undefined;
  const theme = kind === 'theme' ? themes.find(({ themeId }) => themeId === id) : undefined;
  const own = issue ?? theme;
  if (!own || own.suggestion.level !== suggested) return '';
  return ruleText(t, own.suggestion, {
    kind,
    rank: own.rank,
    of: kind === 'theme' ? themes.length : issues.length,
    tier: own.tier,
    severity: own.severityFloor?.ranking ?? null,
    thresholds: round.thresholds,
  });
}
