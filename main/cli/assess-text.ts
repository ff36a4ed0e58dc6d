import { agenda } from '#shared/assessment/agenda.ts';
import type { Figure, IssueAssessment } from '#shared/assessment/assess-round.ts';
import { happeningText, uncertainText } from '#shared/assessment/depends-words.ts';
import { dissentText, dividedNames } from '#shared/assessment/dissent-words.ts';
import { GROUPS, type GroupView } from '#shared/assessment/group-views.ts';
import type { Rules } from '#shared/assessment/order.ts';
import { groupBy } from '#shared/group.ts';
import { fiscalYearLabel } from '#shared/i18n/dates.ts';
import { type Translate, translator } from '#shared/i18n/index.ts';
import { textIn } from '#shared/model/basics.ts';
import { DIMENSIONS, type Dimension } from '#shared/model/round.ts';
import { buildReport } from '#shared/report/index.ts';
import { causes, comparedText } from '#shared/report/materiality/changes.ts';
import { changeLines } from '#shared/report/model/changes.ts';
import type { Assessed } from './assessed.ts';
import { cliLanguage } from './frame.ts';
import { plainText } from './plain-text.ts';

/** The result for a terminal: one line an issue, fields parted by tabs; then what to know of it. */
export async function assessmentText(assessed: Assessed): Promise<string> {
  const t = translator(cliLanguage());
  const { result } = assessed;
  const { issues, hearing, agreement, counts, oneStep, topIssues } = result;
  const alphas = DIMENSIONS.map(
    (dimension) =>
      `${t(`dimension.${dimension}`)} ${agreement[dimension]?.toFixed(4) ?? t('result.agreement.undefined')}`,
  );
  const parts = [
    headText(assessed, t),
    [
      [
        t('result.column.rank'),
        t('result.column.tier'),
        t('dimension.severity'),
        t('dimension.likelihood'),
        t('result.column.issue'),
        ...DIMENSIONS.map((dimension) => t(`dimension.${dimension}.short`)),
        t('result.column.flags'),
      ].join('\t'),
      ...issues.map((issue) => row(issue, assessed.nameOf(issue.issueId), result.rules, t).join('\t')),
      t('cli.assess.spread.says'),
    ].join('\n'),
    [
      t('result.counts', { ...counts }),
      t('result.oneStep', { kept: oneStep.kept.top, moves: oneStep.moves, k: topIssues }),
      `${t('result.agreement')}: ${alphas.join(t('chart.separator'))}`,
      t('result.hearing', { heard: hearing.heard }),
      ...(hearing.noRightsholder ? [t('matrix.noRightsholder', { heard: hearing.heard })] : []),
    ].join('\n'),
    groupsText(assessed, t),
    agendaText(assessed, t),
    changeText(assessed, t),
    assessed.method ? await methodText(assessed) : '',
  ];
  return parts.filter(Boolean).join('\n\n');
}

/** Who is how far, while nobody is to see what others gave. */
export function progressText(assessed: Assessed): string {
  const t = translator(cliLanguage());
  const { round, assessors } = assessed.result;
  const done = new Set(round.finished.map(({ assessorId }) => assessorId));
  return [
    headText(assessed, t),
    round.stage === 'open'
      ? t('matrix.blind.open')
      : t('matrix.blind.text', { done: done.size, of: assessors.length }),
    ...assessors.map(({ assessorId, voice, answered, asked }) =>
      t('cli.assess.progress', {
        voice: t(`voice.${voice}`),
        answered,
        asked,
        done: done.has(assessorId) ? 'yes' : 'no',
      }),
    ),
  ].join('\n');
}

function headText({ result: { round }, disclosure }: Assessed, t: Translate): string {
  const note = disclosure.anywhere(textIn(round.note, cliLanguage()));
  const head = [disclosure.anywhere(textIn(round.name, cliLanguage())), t(`round.stage.${round.stage}`)].join(
    ' · ',
  );
  return [head, ...(note ? [note] : [])].join('\n');
}

function row(issue: IssueAssessment, name: string, rules: Rules, t: Translate): string[] {
  const both = ({ shown, ranking }: Figure) =>
    shown === ranking
      ? t('result.value', { value: shown })
      : t('result.value.both', { value: shown, ranking });
  const flags = [
    uncertainText(t, issue, rules),
    happeningText(t, issue),
    issue.rank !== null && !issue.complete && t('result.flag.incomplete'),
    issue.delay && t('result.flag.delay'),
    ...issue.badges.map((badge) => t(`badge.${badge}`)),
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
    ...DIMENSIONS.map((dimension) => spread(issue, dimension, t)),
    flags.filter(Boolean).join(t('chart.separator')),
  ];
}

function spread(issue: IssueAssessment, dimension: Dimension, t: Translate): string {
  const { median, quartiles } = issue.dimensions[dimension];
  if (median === null || !quartiles) return '–';
  if (dimension === 'likelihood' && issue.nature === 'actual') return '–';
  return t('cli.assess.spread', { median, low: quartiles.q1, high: quartiles.q3 });
}

/** One line an issue, one column a group that rated. */
function groupsText({ result: { issues }, nameOf }: Assessed, t: Translate): string {
  const rated = issues.filter(({ rank }) => rank !== null);
  const present = GROUPS.filter((group) =>
    rated.some((issue) => issue.groups.some((view) => view.group === group && view.n > 0)),
  );
  if (present.length < 2) return '';
  return [
    t('cli.assess.groups'),
    [...present.map((group) => t(`report.group.${group}`)), t('result.column.issue')].join('\t'),
    ...rated.map(({ issueId, groups }) =>
      [
        ...present.map((group) =>
          groupText(
            groups.find((view) => view.group === group),
            t,
          ),
        ),
        nameOf(issueId),
      ].join('\t'),
    ),
  ].join('\n');
}

function groupText(view: GroupView | undefined, t: Translate): string {
  if (!view || view.n === 0) return '–';
  const figure = (value: number | null) => (value === null ? '–' : t('result.value', { value }));
  return t('cli.assess.group', {
    severity: figure(view.severity),
    values: DIMENSIONS.map((dimension) => figure(view.dimensions[dimension].median)).join(' · '),
  });
}

function agendaText({ result, nameOf, voiceOf, disclosure }: Assessed, t: Translate): string {
  const items = agenda(result);
  if (items.length === 0) return [t('cli.assess.agenda'), t('cli.assess.agenda.none')].join('\n');
  return [
    t('cli.assess.agenda'),
    ...items.flatMap(({ issueId, reason, range, dimensions, splits, minority }, index) => {
      const names = dividedNames(t, { dividedOn: dimensions, splits }).join(t('report.list.separator'));
      const why =
        reason === 'divided'
          ? t(range > 0 ? 'cli.assess.agenda.divided' : 'cli.assess.agenda.split', {
              dimensions: names,
              range,
            })
          : reason === 'incomplete'
            ? t('cli.assess.agenda.incomplete', { dimensions: names })
            : t('cli.assess.agenda.unrated');
      return [
        `${index + 1}. ${nameOf(issueId)}${t('report.colon')}${why}`,
        ...[...groupBy(minority, ({ assessorId }) => assessorId)].map(([assessorId, views]) => {
          const stands = t('cli.assess.minority', {
            voice: t(`voice.${voiceOf(assessorId)}`),
            stands: views.map((view) => dissentText(t, view)).join(t('report.list.separator')),
          });
          const said = disclosure.anywhere(views[0]?.rationale ?? '');
          return `   ${said ? t('cli.assess.minority.reason', { stands, said }) : stands}`;
        }),
      ];
    }),
  ].join('\n');
}

/** What became of each place since another round; what did not move is counted alone. */
function changeText({ live, change, nameOf, disclosure }: Assessed, t: Translate): string {
  if (!change) return '';
  const convention = live.workspace[0]?.fiscalYear;
  const yearOf = (year: number) =>
    convention ? fiscalYearLabel(year, convention, cliLanguage()) : String(year);
  const earlier = live.rounds.find(({ id }) => id === change.earlierId);
  const lines = changeLines(live, change, earlier, nameOf, yearOf, cliLanguage());
  if (!lines) return '';
  const place = (rank: number | null | undefined) => (rank === null || rank === undefined ? '–' : rank);
  return [
    disclosure.anywhere(comparedText(lines, t)),
    ...lines.issues.map((one) =>
      [
        t('cli.assess.move', { from: place(one.from?.rank), to: place(one.to?.rank) }),
        one.name,
        causes(one, yearOf, t).join(' '),
      ].join('\t'),
    ),
    ...(lines.unchanged > 0 ? [t('report.changes.unchanged', { count: lines.unchanged })] : []),
  ].join('\n');
}

/** The method note in the words of the Word summary. */
async function methodText({ live, result: { round } }: Assessed): Promise<string> {
  const { sections } = await buildReport(live, {
    kind: 'materiality',
    subjectId: round.id,
    language: cliLanguage(),
    creator: '',
    writtenAt: round.closedAt ?? new Date(0).toISOString(),
    pictures: [],
  });
  return sections
    .filter(({ id }) => id === 'method')
    .map(plainText)
    .join('\n\n');
}
