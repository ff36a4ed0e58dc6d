import { assessRound } from '../assessment/assess-round.ts';
import { resultsShown } from '../assessment/blindness.ts';
import { besideRound, namedIn, stateOfRound } from '../assessment/frozen.ts';
import { rulesOf } from '../assessment/order.ts';
import { sumOfRatings } from '../assessment/sum.ts';
import { Disclosure } from '../attribution/disclosure.ts';
import { type Leak, type LeakChoices, leaksOfText, settledText } from '../attribution/leak.ts';
import { boardPage, type Paper } from '../chart/board-page.ts';
import type { BoardWords } from '../chart/board-words.ts';
import type { Scene } from '../chart/scene.ts';
import { dateText, dayOf, fiscalYearLabel } from '../i18n/dates.ts';
import { type Language, type Translate, translator } from '../i18n/index.ts';
import { type Id, type Instant, textIn } from '../model/basics.ts';
import { DECISION_LEVELS, type DecisionLevel } from '../model/decision.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';
import type { WorkspaceState } from '../model/tables.ts';
import { boardChanges } from './board-changes.ts';
import { boardMeasures } from './board-measures.ts';
import { type ImpactReport, impactReport } from './model/impacts.ts';
import { listed } from './section.ts';

export interface BoardRequest {
  readonly roundId: IdOf<'rounds'>;
  readonly language: Language;
  readonly paper: Paper;
  /** The date that the page bears. */
  readonly writtenAt: Instant;
}

/** A page for a board as it may be handed on, and the names that are left in it. */
export interface Board {
  readonly scene: Scene;
  /** Without its ending. */
  readonly fileName: string;
  readonly leaks: readonly Leak[];
}

/** Digits of the ratings' checksum on the page: enough to tell two rounds apart; the method note has all. */
const SUM_SHOWN = 16;

/**
 * One page of a round: matrix, issues in order, decisions and note. A closed round is drawn from its record. Every
 * text is redacted before it is laid out, so that a name is found though its words are on two lines.
 * @param choices about names that are left; their `leaks` are those of the same request without choices
 * @throws ProblemError `row-missing` when the state has no such round, `round-blind` while assessors still rate for
 * themselves
 */
export function boardOf(
  now: WorkspaceState,
  { roundId, language, paper, writtenAt }: BoardRequest,
  choices: LeakChoices = {},
): Board {
  const state = stateOfRound(now, roundId);
  const live = besideRound(now, roundId, state);
  const assessment = assessRound(now, roundId);
  const { round } = assessment;
  if (!resultsShown(round)) throw new ProblemError('round-blind', { round: round.name });
  const t = translator(language);
  const workspace = state.workspace[0];
  const yearOf = (year: number) =>
    workspace ? fiscalYearLabel(year, workspace.fiscalYear, language) : String(year);
  const disclosure = new Disclosure(state, t('report.withheldName'), language);
  const leaks: Leak[] = [];
  const tell = (text: string, id: string, place: Leak['place'] = 'text'): string => {
    const told = disclosure.anywhere(text);
    const names = disclosure.namesAnywhere(told);
    const found = leaksOfText(told, names, { id, place, part: t('report.board'), source: null });
    leaks.push(...found);
    return settledText(told, names, found, choices, disclosure.placeholder) ?? disclosure.placeholder;
  };

  // A closed round keeps the names that it was closed with; what left the list before is named as it is now.
  const names = new Map(
    namedIn(now, roundId, ({ issues = [], themes = [] }) => [...issues, ...themes]).map((one) => [
      one.id,
      textIn(one.name, language),
    ]),
  );
  const told = new Map<Id, string>();
  const nameOf = (id: Id) => {
    const known = told.get(id) ?? tell(names.get(id) ?? '', id, 'table');
    told.set(id, known);
    return known;
  };
  const decisions = live.decisions.filter((one) => one.roundId === roundId);
  const closely = decisions.filter(({ level }) => level === 'monitor-closely');
  const fiscalYear = yearOf(round.fiscalYear);
  const title = tell(
    t('report.board.title', { company: textIn(workspace?.company, language), fiscalYear }),
    'title',
    'title',
  );
  const scene = boardPage(
    { assessment, nameOf },
    {
      title,
      subtitle: [
        tell(
          t('report.aside', { text: round.name, aside: t(`report.stage.${round.stage}`) }),
          'round',
          'title',
        ),
        closely.length > 0
          ? t('report.board.closely', {
              fiscalYear: yearOf(closely[0]?.fiscalYear ?? round.fiscalYear + 1),
              names: listed(
                t,
                closely.map(({ subject }) => nameOf(subject.id)),
              ),
            })
          : t('report.board.undecided'),
      ].join(t('report.board.separator')),
      note: tell(textIn(round.note, language), 'note'),
      footer: [
        [
          tell(round.method.standard, 'standard'),
          t('report.board.method', {
            version: rulesOf(round).version,
            sum: sumOfRatings(
              round,
              state.ratings.filter((one) => one.roundId === roundId),
            ).slice(0, SUM_SHOWN),
          }),
        ]
          .filter(Boolean)
          .join(t('report.board.separator')),
        t('report.writtenAt', { date: dateText(dayOf(writtenAt), language) }),
      ],
      changes: boardChanges(live, round, { t, language, nameOf, yearOf }),
      impacts: boardImpacts(impactReport(state, assessment, { language, nameOf, disclosure }), t, tell),
      measures: boardMeasures({ state, live, round, language, writtenAt, nameOf, tell }),
      decisionOf: (issueId) => {
        const own = decisions.find(({ subject }) => subject.kind === 'issue' && subject.id === issueId);
        if (own) return t(`report.board.level.${own.level}`);
        const byTheme = closest(
          decisions
            .filter(
              ({ subject }) =>
                subject.kind === 'theme' &&
                state.themes.some(({ id, issueIds }) => id === subject.id && issueIds.includes(issueId)),
            )
            .map(({ level }) => level),
        );
        return byTheme ? t('report.board.byTheme', { level: t(`report.board.level.${byTheme}`) }) : '';
      },
    },
    { t, language, paper },
  );
  return { scene, fileName: t('report.board.fileName', { fiscalYear, paper }), leaks };
}

/** Whose harm, and where, of what is monitored, a line each in the order of the list. */
function boardImpacts(
  { lines }: ImpactReport,
  t: Translate,
  tell: (text: string, id: string) => string,
): BoardWords['impacts'] {
  const told = lines.flatMap(({ issueId, level, name, affected, site, country, connection }) => {
    if (level === null) return [];
    const parts = [affected, site, country, connection ? t(`rating.connection.${connection}`) : '']
      .filter(Boolean)
      .map((part) => part.replaceAll(/\s+/g, ' '));
    if (parts.length === 0) return [];
    const text = t('report.board.impact', { name, text: parts.join(t('report.board.separator')) });
    return [tell(text, `impact.${issueId}`)];
  });
  return told.length === 0
    ? null
    : {
        head: t('report.board.impacts'),
        lines: told,
        moreOf: (count) => t('report.board.impacts.more', { count }),
      };
}

/** The level that asks for most attention. */
function closest(levels: readonly DecisionLevel[]): DecisionLevel | undefined {
  return DECISION_LEVELS.find((level) => levels.includes(level));
}
