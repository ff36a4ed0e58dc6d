import type { Command } from 'commander';
import { assessRound, type IssueAssessment, type RoundAssessment } from '#shared/assessment/assess-round.ts';
import { Discretion } from '#shared/attribution/discretion.ts';
import { type Translate, translator } from '#shared/i18n/index.ts';
import { type Id, textIn } from '#shared/model/basics.ts';
import { DIMENSIONS } from '#shared/model/round.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { cliLanguage, print, printJson } from './frame.ts';
import { roundIn } from './round.ts';
import { readWorkspaceFile } from './workspace.ts';

export function addAssess(program: Command): void {
  program
    .command('assess')
    .description('what follows from the ratings of a round: order, tiers, agreement, robustness')
    .argument('<workspace>', 'a .hearken file')
    .option('--round <id>', 'the assessment round (default: the latest one)')
    .option('--json', 'print the result as JSON', false)
    .action(async (file: string, options: { json: boolean; round?: string }) => {
      const state = await readWorkspaceFile(file);
      const result = assessRound(state, roundIn(state, options.round));
      const discretion = new Discretion(state, translator(cliLanguage())('report.withheldName'));
      await (options.json
        ? printJson(asJson(state, result, discretion))
        : print(asText(state, result, translator(cliLanguage()), discretion)));
    });
}

function asJson(
  state: WorkspaceState,
  { round, issues, themes, oneStep, ...rest }: RoundAssessment,
  discretion: Discretion,
) {
  const issueOf = new Map(state.issues.map((issue) => [issue.id, issue]));
  const themeOf = new Map(state.themes.map((theme) => [theme.id, theme]));
  const codeOf = (id: Id) => issueOf.get(id)?.code ?? id;
  return {
    round: {
      id: round.id,
      name: discretion.anywhere(round.name),
      fiscalYear: round.fiscalYear,
      stage: round.stage,
      method: round.method,
      thresholds: round.thresholds,
      note: discretion.anywhere(textIn(round.note, cliLanguage())),
    },
    issues: issues.map(({ dimensions, ...issue }) => ({
      code: codeOf(issue.issueId),
      name: textIn(issueOf.get(issue.issueId)?.name, cliLanguage()),
      ...issue,
      minority: issue.minority.map((view) => ({ ...view, rationale: discretion.anywhere(view.rationale) })),
      dimensions: Object.fromEntries(
        DIMENSIONS.map((dimension) => {
          const { n, median, upper, mean, min, max, divided, abstained, unrated } = dimensions[dimension];
          return [
            dimension,
            {
              n,
              median,
              upper,
              mean,
              min,
              max,
              divided,
              abstained: abstained.length,
              unrated: unrated.length,
            },
          ];
        }),
      ),
    })),
    themes: themes.map((theme) => ({
      code: themeOf.get(theme.themeId)?.code ?? theme.themeId,
      name: textIn(themeOf.get(theme.themeId)?.name, cliLanguage()),
      ...theme,
      members: theme.memberIds.map(codeOf),
      best: theme.bestIssueId === null ? null : codeOf(theme.bestIssueId),
    })),
    oneStep: {
      ...oneStep,
      critical: oneStep.critical.map((move) => ({ ...move, code: codeOf(move.issueId) })),
    },
    ...rest,
  };
}

/** One line an issue, as a table that a terminal can show; then what to know of it. */
function asText(
  state: WorkspaceState,
  result: RoundAssessment,
  t: Translate,
  discretion: Discretion,
): string {
  const { round, issues, hearing, agreement, counts, oneStep, topIssues } = result;
  const names = new Map(state.issues.map((issue) => [issue.id, textIn(issue.name, cliLanguage())]));
  const lines = issues.map((issue) => row(issue, names.get(issue.issueId) ?? '', t).join('\t'));
  const alphas = DIMENSIONS.map(
    (dimension) =>
      `${t(`dimension.${dimension}`)} ${agreement[dimension]?.toFixed(4) ?? t('result.agreement.undefined')}`,
  );
  const note = discretion.anywhere(textIn(round.note, cliLanguage()));
  return [
    [discretion.anywhere(round.name), t(`round.stage.${round.stage}`)].join(' · '),
    ...(note ? [note] : []),
    '',
    [
      t('result.column.rank'),
      t('result.column.tier'),
      t('dimension.severity'),
      t('dimension.likelihood'),
      t('result.column.issue'),
      t('result.column.flags'),
    ].join('\t'),
    ...lines,
    '',
    t('result.counts', { ...counts }),
    t('result.oneStep', { kept: oneStep.kept, moves: oneStep.moves, k: topIssues }),
    `${t('result.agreement')}: ${alphas.join(t('chart.separator'))}`,
    t('result.hearing', { heard: hearing.heard }),
    ...(hearing.noRightsholder ? [t('matrix.noRightsholder', { heard: hearing.heard })] : []),
  ].join('\n');
}

function row(issue: IssueAssessment, name: string, t: Translate): string[] {
  const both = ({ shown, ranking }: { shown: number; ranking: number }) =>
    shown === ranking
      ? t('result.value', { value: shown })
      : t('result.value.both', { value: shown, ranking });
  const flags = [
    issue.divided && t('result.flag.divided'),
    issue.uncertain &&
      issue.robustness &&
      t('result.flag.uncertain', { best: issue.robustness.best, worst: issue.robustness.worst }),
    issue.rank !== null && !issue.complete && t('result.flag.incomplete'),
    issue.delay && t('result.flag.delay'),
  ];
  return [
    issue.rank === null ? '–' : t(issue.tied ? 'result.rank.tied' : 'result.rank', { rank: issue.rank }),
    issue.tier === null ? '–' : String(issue.tier),
    issue.severity
      ? both(issue.severity)
      : issue.severityFloor
        ? t('result.floor', { value: issue.severityFloor.shown })
        : '–',
    issue.rank !== null && issue.nature === 'actual'
      ? t('result.happening')
      : issue.likelihood
        ? both(issue.likelihood)
        : '–',
    name,
    flags.filter(Boolean).join(t('chart.separator')),
  ];
}
