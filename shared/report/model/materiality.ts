import {
  assessRound,
  type Figure,
  type IssueAssessment,
  type RoundAssessment,
} from '../../assessment/assess-round.ts';
import { stateOfRound } from '../../assessment/frozen.ts';
import type { Tier } from '../../assessment/order.ts';
import type { Hearing, StakeholderVoice } from '../../assessment/voice.ts';
import { Discretion } from '../../attribution/discretion.ts';
import { dateText, dayOf } from '../../i18n/dates.ts';
import { type Language, translator } from '../../i18n/index.ts';
import { type Id, textIn } from '../../model/basics.ts';
import { DECISION_LEVELS, type Decision, type DecisionLevel } from '../../model/decision.ts';
import { VOICES, type Voice } from '../../model/dialogue.ts';
import type { Category } from '../../model/issue.ts';
import { DIMENSIONS, type Dimension, SEVERITY_DIMENSIONS, type Thresholds } from '../../model/round.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import { fiscalYearLabel } from '../../model/workspace.ts';
import type { Omission } from '../document.ts';
import { type Comparison, compareWithEarlier } from './comparison.ts';

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
  readonly issueId: Id;
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
  readonly uncertain: boolean;
  /** Best and worst place over all readings; null where nobody rated it. */
  readonly places: { readonly best: number; readonly worst: number } | null;
  readonly voice: StakeholderVoice;
  readonly dimensions: readonly RatedDimension[];
  /** Reasons of those who are far from the others: said by voice, never by name. */
  readonly minority: readonly { readonly voice: Voice; readonly rationale: string }[];
}

export interface DecisionLine {
  readonly kind: 'issue' | 'theme';
  readonly name: string;
  readonly level: DecisionLevel;
  readonly suggested: DecisionLevel | null;
  readonly why: string;
  readonly owner: string;
  readonly indicators: readonly string[];
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
  readonly roundId: Id;
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
  readonly dialogues: readonly {
    readonly title: string;
    readonly date: string;
    readonly offRecord: boolean;
  }[];
  readonly hearing: Hearing;
  readonly grievanceYears: number;
  /** Sources of risk information that the list names; which of them were used is not recorded. */
  readonly riskSources: number;
  readonly otherSources: readonly string[];
  /** In salience order. */
  readonly issues: readonly IssueLine[];
  /** Active issues of the workspace that are not in the round. */
  readonly notAssessed: readonly string[];
  readonly counts: RoundAssessment['counts'] & { readonly tier1: number; readonly abstentions: number };
  readonly agreement: Readonly<Record<Dimension, number | null>>;
  readonly oneStep: { readonly moves: number; readonly kept: number };
  readonly topIssues: number;
  readonly uncertain: readonly string[];
  /** From most to least attention. */
  readonly decisions: readonly DecisionLine[];
  readonly comparison: Comparison | null;
  readonly comparisonYear: string;
  /** SHA-256 of the ratings; empty = not computed. */
  readonly fingerprint: string;
  readonly omissions: readonly Omission[];
}

/**
 * What may be handed on about a round: results, decisions and how they came about (METHOD-SOURCES 2.9).
 * @param fingerprint of the ratings, see `fingerprintOf`
 * @throws ProblemError `row-missing` when the state has no such round
 */
export function materialitySummary(
  live: WorkspaceState,
  roundId: Id,
  language: Language,
  fingerprint = '',
): MaterialitySummary {
  const state = stateOfRound(live, roundId);
  const assessment = assessRound(live, roundId);
  const { round } = assessment;
  const workspace = state.workspace[0];
  const t = translator(language);
  const year = (value: number) =>
    workspace ? fiscalYearLabel(value, workspace.fiscalYear, language) : String(value);
  const discretion = new Discretion(state, t('report.withheldName'));
  const names = new Map(state.issues.map((one) => [one.id, textIn(one.name, language)]));
  const issues = assessment.issues.map((one) =>
    issueLine(one, names.get(one.issueId) ?? '', assessment, state, discretion),
  );
  const comparison = compareWithEarlier(live, assessment, language, state);
  const ratings = state.ratings.filter((one) => one.roundId === roundId);
  const inRound = new Set(round.issueIds);
  return {
    language,
    roundId,
    roundName: round.name,
    workspaceName: textIn(workspace?.name, language),
    company: textIn(workspace?.company, language),
    fiscalYear: year(round.fiscalYear),
    nextFiscalYear: year(round.fiscalYear + 1),
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
      count: round.assessors.filter((one) => one.voice === voice).length,
    })).filter(({ count }) => count > 0),
    assessors: round.assessors.length,
    dialogues: dialogueLines(state, round.dialogueIds, language, discretion),
    hearing: assessment.hearing,
    grievanceYears: new Set(state.grievances.map((one) => one.fiscalYear)).size,
    riskSources: distinct(
      state.issues
        .filter((one) => inRound.has(one.id))
        .flatMap((one) => one.riskSources.map((text) => textIn(text, language))),
    ).length,
    otherSources: distinct(ratings.flatMap((one) => one.evidence.sources)).map((text) =>
      discretion.anywhere(text),
    ),
    issues,
    notAssessed: state.issues
      .filter((one) => one.retiredAfter === null && one.mergedInto === null && !inRound.has(one.id))
      .map((one) => textIn(one.name, language)),
    counts: {
      ...assessment.counts,
      tier1: issues.filter((one) => one.tier === 1).length,
      abstentions: ratings.reduce((sum, one) => sum + one.abstained.length, 0),
    },
    agreement: assessment.agreement,
    oneStep: { moves: assessment.oneStep.moves, kept: assessment.oneStep.kept },
    topIssues: assessment.topIssues,
    uncertain: issues.filter((one) => one.uncertain).map((one) => one.name),
    decisions: decisionLines(state, roundId, language, issues, year).map((one) => ({
      ...one,
      why: discretion.anywhere(one.why),
    })),
    comparison,
    comparisonYear: comparison ? year(comparison.fiscalYear) : '',
    fingerprint,
    omissions:
      discretion.withheldNames > 0 ? [{ reason: 'withheld-name', count: discretion.withheldNames }] : [],
  };
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()).filter(Boolean))];
}

function issueLine(
  one: IssueAssessment,
  name: string,
  assessment: RoundAssessment,
  state: Pick<WorkspaceState, 'ratings'>,
  discretion: Discretion,
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
    uncertain: one.uncertain,
    places: one.robustness ? { best: one.robustness.best, worst: one.robustness.worst } : null,
    voice: one.voice,
    dimensions: DIMENSIONS.map((dimension) => {
      const { median, min, max, n, abstained, divided } = one.dimensions[dimension];
      return { dimension, median, min, max, n, abstained: abstained.length, divided };
    }),
    minority: minorityOf(one, assessment, state).map(({ voice, rationale }) => ({
      voice,
      rationale: discretion.anywhere(rationale),
    })),
  };
}

/** Rationales of assessors who are far from the median, or at the ends of a wide range. */
function minorityOf(
  one: IssueAssessment,
  { round }: RoundAssessment,
  state: Pick<WorkspaceState, 'ratings'>,
): IssueLine['minority'] {
  const far = new Set(SEVERITY_DIMENSIONS.flatMap((dimension) => farFromOthers(one, dimension)));
  return round.assessors.flatMap(({ id, voice }) => {
    if (!far.has(id)) return [];
    const rating = state.ratings.find(
      (own) => own.roundId === round.id && own.issueId === one.issueId && own.assessorId === id,
    );
    const rationale = rating?.rationale.trim() ?? '';
    return rationale ? [{ voice, rationale }] : [];
  });
}

function farFromOthers(one: IssueAssessment, dimension: Dimension): readonly Id[] {
  const { divided, farOff, scores, min, max } = one.dimensions[dimension];
  if (!divided || farOff.length > 0) return farOff;
  return scores.filter(({ value }) => value === min || value === max).map(({ assessorId }) => assessorId);
}

/** The dialogues whose evidence was considered. Of one held off the record only that it was held is told. */
function dialogueLines(
  state: WorkspaceState,
  dialogueIds: readonly Id[],
  language: Language,
  discretion: Discretion,
): MaterialitySummary['dialogues'] {
  const inScope = new Set(dialogueIds);
  return state.dialogues
    .filter((one) => inScope.has(one.id))
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))
    .map((one) => ({
      title: one.attribution === 'off-record' ? '' : discretion.text(one.title, one.id),
      date: one.date ? dateText(one.date, language) : '',
      offRecord: one.attribution === 'off-record',
    }));
}

function decisionLines(
  state: WorkspaceState,
  roundId: Id,
  language: Language,
  issues: readonly IssueLine[],
  year: (value: number) => string,
): DecisionLine[] {
  const t = translator(language);
  const themes = new Map(state.themes.map((one) => [one.id, one]));
  const issueNames = new Map(state.issues.map((one) => [one.id, textIn(one.name, language)]));
  const indicators = new Map(state.indicators.map((one) => [one.id, one]));
  const lines = state.decisions
    .filter((one) => one.roundId === roundId)
    .map((decision: Decision) => {
      const theme = decision.subject.kind === 'theme' ? themes.get(decision.subject.id) : undefined;
      const members = theme ? theme.issueIds : [decision.subject.id];
      const line: DecisionLine = {
        kind: decision.subject.kind,
        name: theme ? textIn(theme.name, language) : (issueNames.get(decision.subject.id) ?? ''),
        level: decision.level,
        suggested: decision.suggested,
        why: decision.why.trim(),
        owner: decision.owner,
        indicators: decision.indicatorIds.flatMap((id) => {
          const indicator = indicators.get(id);
          if (!indicator) return [];
          const measure = [indicator.unit, indicator.target].filter(Boolean).join(t('report.list.separator'));
          const name = textIn(indicator.name, language);
          return [measure ? t('report.aside', { text: name, aside: measure }) : name];
        }),
        reviewDate: decision.reviewDate ? dateText(decision.reviewDate, language) : '',
        fiscalYear: year(decision.fiscalYear),
        decidedBy: decision.decidedBy,
        decidedOn: dateText(dayOf(decision.at), language),
        issues: issues.filter((one) => members.includes(one.issueId)),
      };
      return line;
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
