import type { Command } from 'commander';
import { agenda } from '#shared/assessment/agenda.ts';
import { assessRound, type RoundAssessment } from '#shared/assessment/assess-round.ts';
import { resultsShown } from '#shared/assessment/blindness.ts';
import { changeBetween, type RoundChange } from '#shared/assessment/change.ts';
import { divergences } from '#shared/assessment/divergence.ts';
import { stateOfRound } from '#shared/assessment/frozen.ts';
import { type MethodNote, methodNote } from '#shared/assessment/method-note.ts';
import { Discretion } from '#shared/attribution/discretion.ts';
import { translator } from '#shared/i18n/index.ts';
import { type Id, textIn } from '#shared/model/basics.ts';
import type { Voice } from '#shared/model/dialogue.ts';
import { DIMENSIONS, type Round } from '#shared/model/round.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { toldNote } from '#shared/report/model/note.ts';
import { assessmentText, progressText } from './assess-text.ts';
import { cliLanguage, print, printJson } from './frame.ts';
import { roundIn } from './round.ts';
import { readWorkspaceFile } from './workspace.ts';

interface AssessOptions {
  readonly json: boolean;
  readonly round?: string;
  readonly against?: string;
  readonly method: boolean;
}

export function addAssess(program: Command): void {
  program
    .command('assess')
    .description('what follows from the ratings of a round: order, tiers, groups, agreement, robustness')
    .argument('<workspace>', 'a .hearken file')
    .option('--round <id>', 'the assessment round (default: the latest one)')
    .option('--against <id>', 'what has changed since this other round')
    .option('--method', 'how the result came about, point by point', false)
    .option('--json', 'print the result as JSON', false)
    .action(async (file: string, options: AssessOptions) => {
      const assessed = assess(await readWorkspaceFile(file), options);
      const { json } = options;
      if (!resultsShown(assessed.result.round))
        await (json ? printJson(progressJson(assessed)) : print(progressText(assessed)));
      else await (json ? printJson(asJson(assessed)) : print(await assessmentText(assessed)));
    });
}

/** A round with everything that is printed of it. A closed round is told as it was closed. */
export interface Assessed {
  readonly live: WorkspaceState;
  /** The workspace as the round sees it. */
  readonly state: WorkspaceState;
  readonly result: RoundAssessment;
  readonly change: RoundChange | null;
  readonly method: MethodNote | null;
  readonly discretion: Discretion;
  /** What an issue or theme is called, and its code; what is not of the round, as it is now. */
  nameOf(id: Id): string;
  codeOf(id: Id): string;
  /** Assessors are told by where they stand, as in every report. */
  voiceOf(assessorId: Id): Voice;
}

/** @throws ProblemError `round-none`, `row-missing` */
function assess(live: WorkspaceState, options: AssessOptions): Assessed {
  const roundId = roundIn(live, options.round);
  const state = stateOfRound(live, roundId);
  const result = assessRound(live, roundId);
  const discretion = new Discretion(state, translator(cliLanguage())('report.withheldName'));
  const rows = new Map(
    [...live.issues, ...live.themes, ...state.issues, ...state.themes].map((one) => [one.id, one]),
  );
  const voices = new Map(result.round.assessors.map(({ id, voice }) => [id, voice]));
  return {
    live,
    state,
    result,
    change:
      options.against === undefined ? null : changeBetween(live, roundIn(live, options.against), roundId),
    method: options.method ? toldNote(methodNote(live, roundId), discretion) : null,
    discretion,
    nameOf: (id) => textIn(rows.get(id)?.name, cliLanguage()),
    codeOf: (id) => rows.get(id)?.code ?? id,
    voiceOf: (id) => voices.get(id) ?? 'company',
  };
}

function roundJson(round: Round, discretion: Discretion) {
  return {
    id: round.id,
    name: discretion.anywhere(round.name),
    fiscalYear: round.fiscalYear,
    stage: round.stage,
    basedOn: round.basedOn,
    closedAt: round.closedAt,
    method: round.method,
    thresholds: round.thresholds,
    note: discretion.anywhere(textIn(round.note, cliLanguage())),
  };
}

/** Who is how far, and no figure: nobody who still rates is led by others (METHOD-SOURCES 2.4). */
function progressJson({ result: { round, assessors }, discretion }: Assessed) {
  return { round: roundJson(round, discretion), shown: false, assessors: assessors.map(unnamed) };
}

function unnamed({ name: _, ...assessor }: RoundAssessment['assessors'][number]) {
  return assessor;
}

function asJson(assessed: Assessed) {
  const { result, change, method, discretion, nameOf, codeOf, voiceOf } = assessed;
  const { round, issues, themes, oneStep, assessors, ...rest } = result;
  return {
    round: roundJson(round, discretion),
    shown: true,
    issues: issues.map(({ dimensions, ...issue }) => ({
      code: codeOf(issue.issueId),
      name: nameOf(issue.issueId),
      ...issue,
      minority: issue.minority.map((view) => ({
        ...view,
        voice: voiceOf(view.assessorId),
        rationale: discretion.anywhere(view.rationale),
      })),
      dimensions: Object.fromEntries(
        DIMENSIONS.map((dimension) => {
          const { n, median, upper, mean, min, max, quartiles, consensus, divided, abstained, unrated } =
            dimensions[dimension];
          return [
            dimension,
            {
              n,
              median,
              upper,
              mean,
              min,
              max,
              quartiles,
              consensus,
              divided,
              abstained: abstained.length,
              unrated: unrated.length,
            },
          ];
        }),
      ),
    })),
    themes: themes.map((theme) => ({
      code: codeOf(theme.themeId),
      name: nameOf(theme.themeId),
      ...theme,
      members: theme.memberIds.map(codeOf),
      best: theme.bestIssueId === null ? null : codeOf(theme.bestIssueId),
    })),
    assessors: assessors.map(unnamed),
    oneStep: {
      ...oneStep,
      critical: oneStep.critical.map((move) => ({ ...move, code: codeOf(move.issueId) })),
    },
    agenda: agenda(result).map(({ minority: _, ...item }) => ({ code: codeOf(item.issueId), ...item })),
    divergences: divergences(result).map((one) => ({ code: codeOf(one.issueId), ...one })),
    change: change && {
      ...change,
      issues: change.issues.map((one) => ({
        code: codeOf(one.issueId),
        name: nameOf(one.issueId),
        ...one,
      })),
    },
    method,
    ...rest,
  };
}
