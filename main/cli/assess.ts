import type { Command } from 'commander';
import { agenda } from '#shared/assessment/agenda.ts';
import type { RoundAssessment } from '#shared/assessment/assess-round.ts';
import { resultsShown } from '#shared/assessment/blindness.ts';
import { divergences } from '#shared/assessment/divergence.ts';
import { rulesOf } from '#shared/assessment/order.ts';
import type { Disclosure } from '#shared/attribution/disclosure.ts';
import { textIn } from '#shared/model/basics.ts';
import { DIMENSIONS, type Round } from '#shared/model/round.ts';
import { assessmentText, progressText } from './assess-text.ts';
import { type Asked, type Assessed, assess } from './assessed.ts';
import { cliLanguage, print, printJson } from './frame.ts';
import { readWorkspaceFile } from './workspace.ts';

interface AssessOptions extends Asked {
  readonly json: boolean;
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

function roundJson(round: Round, disclosure: Disclosure) {
  return {
    id: round.id,
    name: disclosure.anywhere(textIn(round.name, cliLanguage())),
    fiscalYear: round.fiscalYear,
    stage: round.stage,
    basedOn: round.basedOn,
    closedAt: round.closedAt,
    method: { ...round.method, version: rulesOf(round).version },
    thresholds: round.thresholds,
    note: disclosure.anywhere(textIn(round.note, cliLanguage())),
  };
}

/** Who is how far, and no figure: nobody who still rates is led by others (METHOD-SOURCES 2.4). */
function progressJson({ result: { round, assessors }, disclosure }: Assessed) {
  return { round: roundJson(round, disclosure), shown: false, assessors: assessors.map(unnamed) };
}

function unnamed({ name: _, ...assessor }: RoundAssessment['assessors'][number]) {
  return assessor;
}

function asJson(assessed: Assessed) {
  const { result, change, method, disclosure, nameOf, codeOf, voiceOf } = assessed;
  const { round, issues, themes, oneStep, assessors, ...rest } = result;
  return {
    round: roundJson(round, disclosure),
    shown: true,
    issues: issues.map(({ dimensions, ...issue }) => ({
      code: codeOf(issue.issueId),
      name: nameOf(issue.issueId),
      ...issue,
      minority: issue.minority.map((view) => ({
        ...view,
        voice: voiceOf(view.assessorId),
        rationale: disclosure.anywhere(view.rationale),
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
