import { earlierRound } from '../assessment/change.ts';
import { yearOn } from '../assessment/standing.ts';
import type { BoardWords } from '../chart/board-words.ts';
import { gridRows } from '../figure-table/rows.ts';
import { TARGET_STATUSES } from '../figures/target.ts';
import type { Language } from '../i18n/index.ts';
import type { Id, Instant } from '../model/basics.ts';
import type { Round } from '../model/round.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { type ToldMeasure, toldStandings } from './model/standings.ts';
import { trendLines } from './model/trend-lines.ts';
import { YearWords } from './model/year-words.ts';

/** What the measures of a board page are told from. */
export interface Measured {
  /** The workspace as the round sees it, and what it reads beside that (`besideRound`). */
  readonly state: WorkspaceState;
  readonly live: WorkspaceState;
  readonly round: Round;
  readonly language: Language;
  readonly writtenAt: Instant;
  readonly nameOf: (id: Id) => string;
  readonly tell: (text: string, id: string) => string;
}

/**
 * How what is monitored stands by its measures: what this round decided on, and the round before it, whose year it looks
 * back on. Figures are those that the round sees: a closed round's page says of a target what was known when it was
 * closed, and the page of the next round what became of it.
 */
export function boardMeasures(measured: Measured): BoardWords['measures'] {
  const { state, live, round, language, writtenAt, nameOf, tell } = measured;
  const words = new YearWords(state, round.fiscalYear + 1, language);
  const { t } = words;
  const of = new Set<Id | undefined>([round.id, earlierRound(live.rounds, round)?.id]);
  const decisions = live.decisions.filter(({ roundId }) => of.has(roundId));
  const year = yearOn(round, state.workspace[0]?.fiscalYear, writtenAt);
  const place = new Map(TARGET_STATUSES.map((status, index) => [status, index] as const));
  const standings = toldStandings(state, decisions, year, words).toSorted(
    (a, b) => (place.get(a.status) ?? 0) - (place.get(b.status) ?? 0),
  );
  if (standings.length === 0) return null;
  const lines = standings.map(({ subjectId, status, measures }) =>
    t('report.board.standing', {
      name: nameOf(subjectId),
      status: measures.length === 1 ? (measures[0]?.said ?? '') : t(`figure.status.${status}`),
      measures: measures
        .map((one) => measureText(one, measures.length > 1, words))
        .join(t('report.board.level.separator')),
    }),
  );
  const ids = new Set<Id>(
    decisions.filter(({ level }) => level !== 'none').flatMap(({ indicatorIds }) => indicatorIds),
  );
  // The pictures in the order of the lines: what has no room is what stands best.
  const order = standings.flatMap(({ measures }) => measures.map(({ indicatorId }) => indicatorId));
  const rows = gridRows({ ...state, figures: state.figures.filter((one) => ids.has(one.indicatorId)) });
  const trends = trendLines(
    rows.toSorted((a, b) => order.indexOf(a.indicatorId) - order.indexOf(b.indicatorId)),
    words,
    (id) => ids.has(id),
  );
  return {
    head: t(trends.length > 0 ? 'report.board.measures.drawn' : 'report.board.measures'),
    lines: lines.map((line, index) => tell(line, `standing.${index}`)),
    moreOf: (count) => t('report.board.impacts.more', { count }),
    trends: {
      years: words.years.map(words.yearOf),
      lines: trends.map((line) => ({
        ...line,
        name: tell(line.name, `trend.${line.id}`),
        aside: tell(line.aside, `trend.aside.${line.id}`),
      })),
      words: { target: t('report.year.trends.target'), broken: t('report.year.trends.broken') },
    },
  };
}

/** @param several its status is said too, since the line begins with the worst of them */
function measureText({ name, said, target, actual, why }: ToldMeasure, several: boolean, { t }: YearWords) {
  const aside = [target === '' ? '' : t('report.board.target', { target }), several ? said : '', why].filter(
    Boolean,
  );
  const text = actual === '' ? name : t('report.board.measure', { name, actual });
  return aside.length === 0
    ? text
    : t('report.aside', { text, aside: aside.join(t('report.list.separator')) });
}
