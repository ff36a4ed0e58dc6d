import { assessRound, type RoundAssessment } from '#shared/assessment/assess-round.ts';
import { changeBetween, type RoundChange } from '#shared/assessment/change.ts';
import { stateOfRound } from '#shared/assessment/frozen.ts';
import { type MethodNote, methodNote } from '#shared/assessment/method-note.ts';
import { panelOf } from '#shared/assessment/panel.ts';
import { Disclosure } from '#shared/attribution/disclosure.ts';
import { translator } from '#shared/i18n/index.ts';
import { type Id, textIn } from '#shared/model/basics.ts';
import type { Voice } from '#shared/model/dialogue.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { WorkspaceState } from '#shared/model/tables.ts';
import { redactedNote } from '#shared/report/model/note.ts';
import { cliLanguage } from './frame.ts';
import { roundIn } from './round.ts';

/** What was asked for; ids as a person typed them. */
export interface Asked {
  readonly round?: string;
  /** What has changed since this round. */
  readonly against?: string;
  readonly method: boolean;
}

/** A round with everything that is printed of it. A closed round is told as it was closed. */
export interface Assessed {
  readonly live: WorkspaceState;
  /** The workspace as the round sees it. */
  readonly state: WorkspaceState;
  readonly result: RoundAssessment;
  readonly change: RoundChange | null;
  readonly method: MethodNote | null;
  readonly disclosure: Disclosure;
  /** What an issue or theme is called, and its code; what is not of the round, as it is now. */
  nameOf(id: Id): string;
  codeOf(id: Id): string;
  /** Assessors are told by where they stand, as in every report. */
  voiceOf(assessorId: IdOf<'assessors'>): Voice;
}

/** @throws ProblemError `round-none`, `row-missing` */
export function assess(live: WorkspaceState, options: Asked): Assessed {
  const roundId = roundIn(live, options.round);
  const state = stateOfRound(live, roundId);
  const result = assessRound(live, roundId);
  const disclosure = new Disclosure(state, translator(cliLanguage())('report.withheldName'), cliLanguage());
  const rows = new Map(
    [...live.issues, ...live.themes, ...state.issues, ...state.themes].map((one) => [one.id, one]),
  );
  const voices = new Map(panelOf(result.round).map(({ id, voice }) => [id, voice]));
  return {
    live,
    state,
    result,
    change:
      options.against === undefined ? null : changeBetween(live, roundIn(live, options.against), roundId),
    method: options.method ? redactedNote(methodNote(live, roundId), disclosure) : null,
    disclosure,
    nameOf: (id) => textIn(rows.get(id)?.name, cliLanguage()),
    codeOf: (id) => rows.get(id)?.code ?? id,
    voiceOf: (id) => voices.get(id) ?? 'company',
  };
}
