import type { RoundAssessment } from '../../assessment/assess-round.ts';
import type { Disclosure } from '../../attribution/disclosure.ts';
import type { Language } from '../../i18n/index.ts';
import { type Id, type LocalText, textIn } from '../../model/basics.ts';
import { DECISION_LEVELS, type Decision, type DecisionLevel } from '../../model/decision.ts';
import type { IdOf } from '../../model/id.ts';
import type { Horizon, Impact } from '../../model/impact.ts';
import type { Connection, ValueChain } from '../../model/rating.ts';
import type { GrossOrNet } from '../../model/round.ts';
import type { WorkspaceState } from '../../model/tables.ts';
import type { SourceId } from '../document.ts';
import {
  type ActivityLine,
  type ArrangementTables,
  arrangementLines,
  type ChannelLine,
} from './arrangements.ts';

/** Whose harm, and where, of an issue in a round, in one language; a text is empty where nothing was said. */
export interface ImpactLine {
  readonly issueId: IdOf<'issues'>;
  readonly name: string;
  /** Of its decision, or that of a theme it is in; null = it is not monitored. */
  readonly level: DecisionLevel | null;
  /** Follows from the ratings. */
  readonly nature: 'actual' | 'potential';
  readonly affected: string;
  readonly site: string;
  readonly country: string;
  readonly valueChain: readonly ValueChain[];
  readonly connection: Connection | null;
  readonly leverage: string;
  /** The assessors' median, 1–5. */
  readonly leverageFigure: number | null;
  readonly horizon: Horizon | null;
  readonly policy: string;
  readonly remedy: string;
  readonly source: string;
}

/** What the standards ask of whose harm it is and what is done (METHOD, "Whose harm, where"). */
export interface ImpactReport {
  /** What is monitored, and what else has a line, in salience order. */
  readonly lines: readonly ImpactLine[];
  readonly grossOrNet: GrossOrNet | null;
  readonly focus: string;
  /** Issues of tier 1 that are not monitored, with what was decided of them (UNGP RF B4). */
  readonly beyond: readonly {
    readonly issueId: IdOf<'issues'>;
    readonly name: string;
    readonly level: DecisionLevel | null;
    readonly why: string;
  }[];
  readonly activities: readonly ActivityLine[];
  readonly channels: readonly ChannelLine[];
}

/** What is printed behind the name of an issue as the source of its line. */
export const impactSource = (issueId: IdOf<'issues'>): SourceId => `impact:${issueId}`;

interface Telling {
  readonly language: Language;
  readonly nameOf: (id: Id) => string;
  readonly disclosure: Disclosure;
}

type ReportedTables = Pick<WorkspaceState, 'impacts' | 'decisions' | 'themes'> & ArrangementTables;

/** @param state as the round sees it */
export function impactReport(
  state: ReportedTables,
  assessment: RoundAssessment,
  { language, nameOf, disclosure }: Telling,
): ImpactReport {
  const { round, issues } = assessment;
  const tell = (text: LocalText | string) =>
    disclosure.anywhere((typeof text === 'string' ? text : textIn(text, language)).trim());
  const decisions = state.decisions.filter((one) => one.roundId === round.id);
  const decided = new Map(
    issues.map(({ issueId }) => [issueId, decisionOn(issueId, decisions, state.themes)]),
  );
  const said = new Map(
    state.impacts.filter((one) => one.roundId === round.id).map((one) => [one.issueId, one]),
  );
  const monitored = (issueId: IdOf<'issues'>) => isMonitored(decided.get(issueId)?.level);
  return {
    lines: issues
      .filter(({ issueId }) => monitored(issueId) || said.has(issueId))
      .map(({ issueId, nature, leverage }) => ({
        issueId,
        name: nameOf(issueId),
        level: monitored(issueId) ? (decided.get(issueId)?.level ?? null) : null,
        nature,
        leverageFigure: leverage,
        ...impactTexts(said.get(issueId), tell),
      })),
    grossOrNet: round.grossOrNet,
    focus: tell(round.focus),
    // While nothing is decided, nothing was left out.
    beyond: (decisions.length === 0 ? [] : issues)
      .filter(({ issueId, tier }) => tier === 1 && !monitored(issueId))
      .map(({ issueId }) => ({
        issueId,
        name: nameOf(issueId),
        level: decided.get(issueId)?.level ?? null,
        why: tell(decided.get(issueId)?.why ?? ''),
      })),
    ...arrangementLines(state, round, { language, tell }),
  };
}

function impactTexts(
  impact: Impact | undefined,
  tell: (text: LocalText) => string,
): Omit<ImpactLine, 'issueId' | 'name' | 'level' | 'nature' | 'leverageFigure'> {
  return {
    affected: tell(impact?.affected ?? {}),
    site: tell(impact?.site ?? {}),
    country: tell(impact?.country ?? {}),
    valueChain: impact?.valueChain ?? [],
    connection: impact?.connection ?? null,
    leverage: tell(impact?.leverage ?? {}),
    horizon: impact?.horizon ?? null,
    policy: tell(impact?.policy ?? {}),
    remedy: tell(impact?.remedy ?? {}),
    source: tell(impact?.source ?? {}),
  };
}

export function isMonitored(level: DecisionLevel | undefined): boolean {
  return level === 'monitor' || level === 'monitor-closely';
}

/** The decision on an issue: the most attentive of its own and those of the themes it is in. */
function decisionOn(
  issueId: IdOf<'issues'>,
  decisions: readonly Decision[],
  themes: ReportedTables['themes'],
): Decision | undefined {
  return decisions
    .filter(({ subject: { kind, id } }) =>
      kind === 'issue'
        ? id === issueId
        : themes.some((theme) => theme.id === id && theme.issueIds.includes(issueId)),
    )
    .sort((a, b) => DECISION_LEVELS.indexOf(a.level) - DECISION_LEVELS.indexOf(b.level))[0];
}
