import type { Id } from '../model/basics.ts';
import type { Voice } from '../model/dialogue.ts';
import type { IdOf } from '../model/id.ts';
import { hasBegun, type LoggedChange, type LoggedKind, type Round, type StageMove } from '../model/round.ts';
import { isUnlogged } from './discussions.ts';
import { panelOf } from './panel.ts';

/** What of a round can be said to have stayed as it was. */
const GROUPS = {
  thresholds: ['thresholds'],
  levels: ['level'],
  issues: ['issue-added', 'issue-removed', 'issue-merged', 'issue-split'],
  panel: ['assessor-added', 'assessor-withdrawn', 'assessor-returned', 'capacity'],
} as const satisfies Readonly<Record<string, readonly LoggedKind[]>>;
export type LoggedGroup = keyof typeof GROUPS;

/** What follows from a round's log, and no more than that. */
export interface LogFindings {
  /**
   * `whole`: all that was changed after rating began is in it; `partly`: rating began under a version that wrote none;
   * `none`: such a version closed the round, and it is told as that version told it.
   */
  readonly kept: 'whole' | 'partly' | 'none';
  /** The move with which rating began; null = it has not begun, or its moves were not recorded. */
  readonly began: Pick<StageMove, 'by' | 'at'> | null;
  /** What has not been changed since rating began, where the log shows that. */
  readonly unchanged: Readonly<Record<LoggedGroup, boolean>>;
  readonly changes: readonly LoggedChange[];
  /** Who is left out of every figure now. */
  readonly withdrawn: readonly { readonly assessorId: IdOf<'assessors'>; readonly voice: Voice }[];
  /** Who does not rate an issue of the round now, and their interest in it. */
  readonly recused: readonly {
    readonly issueId: IdOf<'issues'>;
    readonly assessorId: IdOf<'assessors'>;
    readonly voice: Voice;
    readonly why: string;
  }[];
  /** Of whom a change speaks: in what capacity they rate. */
  readonly voices: ReadonlyMap<Id, Voice>;
  /** Assessors of the panel who went on rating after they could see ratings of others. */
  readonly resumed: number;
  /** Assessors of the panel whose ratings others could open before they were done. */
  readonly notBlind: number;
}

/** What the method note may say of changes in a round (METHOD, "The round's own log"). */
export function logFindings(round: Round): LogFindings {
  const { log, assessors, recusals, history } = round;
  const whole = round.logWhole;
  const began = history.find(({ stage }) => stage !== 'open');
  const untouched = (kinds: readonly LoggedKind[]) => !log.some(({ kind }) => kinds.includes(kind));
  const unchanged = (group: LoggedGroup) => whole && hasBegun(round) && untouched(GROUPS[group]);
  const panel = panelOf(round);
  const voices = new Map<Id, Voice>(assessors.map(({ id, voice }) => [id, voice]));
  return {
    kept: whole ? 'whole' : isUnlogged(round) ? 'none' : 'partly',
    began: began ? { by: began.by, at: began.at } : null,
    unchanged: {
      thresholds: unchanged('thresholds'),
      levels: unchanged('levels'),
      issues: unchanged('issues'),
      panel: unchanged('panel'),
    },
    changes: log,
    withdrawn: assessors
      .filter(({ withdrawn }) => withdrawn)
      .map(({ id, voice }) => ({ assessorId: id, voice })),
    recused: recusals.flatMap(({ assessorId, issueId }) => {
      const assessor = panel.find(({ id }) => id === assessorId);
      if (!assessor || !round.issueIds.includes(issueId)) return [];
      const said = log.findLast(
        (one) => one.kind === 'recused' && one.assessorId === assessorId && one.issueId === issueId,
      );
      return [{ issueId, assessorId, voice: assessor.voice, why: said?.why ?? '' }];
    }),
    voices,
    resumed: panel.filter(({ id }) => log.some((one) => one.kind === 'resumed' && one.assessorId === id))
      .length,
    notBlind: panel.filter(({ id }) => log.some((one) => one.kind === 'not-blind' && one.assessorId === id))
      .length,
  };
}
