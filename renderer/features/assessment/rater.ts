import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { hasFinished } from '#shared/assessment/blindness.ts';
import { isRecused, panelOf } from '#shared/assessment/panel.ts';
import { askedDimensions } from '#shared/assessment/progress.ts';
import type { Id } from '#shared/model/basics.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Rating } from '#shared/model/rating.ts';
import type { Assessor, Round } from '#shared/model/round.ts';
import type { Access } from '#shared/seal/names.ts';
import { actor, type RoundNames, useNames } from '../../store/index.ts';
import { go, links } from '../../ui/links.ts';
import type { RoundRows } from './round-rows.ts';

/** How an assessor rates: one issue with its evidence, or all of them in a table. */
export const DESK_VIEWS = ['issue', 'table'] as const;
export type DeskView = (typeof DESK_VIEWS)[number];

/** Who rated last in a round, so that going away and coming back does not change the name. */
const lastAssessor = new Map<Id, Id>();
const lastView = new Map<Id, DeskView>();

export interface Rater {
  /** Undefined while the round has no assessor. */
  readonly assessor: Assessor | undefined;
  readonly choose: (assessorId: IdOf<'assessors'>) => void;
  /** Those whose ratings can be made here: in a copy for one assessor, that one alone. */
  readonly choices: readonly Assessor[];
  readonly names: RoundNames;
  /** What stands between the person here and the ratings of the assessor. */
  readonly access: Access;
}

/** Whose ratings are made: the one the address names, the last one, whom the person rated as here, or the one called as they are. */
export function useRater(rows: RoundRows): Rater {
  const { round, copy } = rows;
  const [params] = useSearchParams();
  const [chosen, setChosen] = useState<Id | null>(null);
  const made = copy?.roundId === round.id ? copy.assessorId : null;
  const names = useNames(rows);
  const choices = made ? panelOf(round).filter(({ id }) => id === made) : panelOf(round);
  const named = choices.find(({ name }) => name.trim() === actor().trim())?.id;
  const wished = [chosen, params.get('as'), lastAssessor.get(round.id), names.own, named];
  const assessor = wished.flatMap((id) => choices.find((one) => one.id === id) ?? [])[0] ?? choices[0];
  return {
    assessor,
    choices,
    names,
    access: assessor ? names.accessOf(assessor.id) : 'open',
    choose: (id) => {
      lastAssessor.set(round.id, id);
      setChosen(id);
    },
  };
}

/** Kept in the address, so that going back leads to the same; without one, the view that was used last. */
export function useDeskView(round: Round): [DeskView, (view: DeskView) => void] {
  const [params] = useSearchParams();
  const wished = DESK_VIEWS.find((one) => one === params.get('view'));
  const view = wished ?? (params.has('issue') ? 'issue' : (lastView.get(round.id) ?? 'issue'));
  return [
    view,
    (next) => {
      lastView.set(round.id, next);
      go(`${links.round(round.id)}?tab=rate&view=${next}`);
    },
  ];
}

/** The place where an assessor rates an issue. */
export function ratingPlace(
  roundId: IdOf<'rounds'>,
  issueId: IdOf<'issues'>,
  assessorId?: IdOf<'assessors'>,
): string {
  return `${links.rating(roundId, issueId)}&tab=rate${assessorId ? `&as=${assessorId}` : ''}`;
}

/** Shows where an assessor rates an issue, as themselves. */
export function goRate(
  roundId: IdOf<'rounds'>,
  issueId: IdOf<'issues'>,
  assessorId: IdOf<'assessors'>,
): void {
  lastAssessor.set(roundId, assessorId);
  go(ratingPlace(roundId, issueId, assessorId));
}

/**
 * Why an assessor's ratings cannot be changed now; null = they can.
 * @param issueId the issue that is meant; absent = any
 */
export function whyFixed(
  round: Round,
  assessorId: IdOf<'assessors'>,
  issueId?: IdOf<'issues'>,
): 'open' | 'finished' | 'closed' | 'recused' | null {
  if (round.stage === 'open' || round.stage === 'closed') return round.stage;
  if (issueId && isRecused(round, assessorId, issueId)) return 'recused';
  return round.stage === 'rating' && hasFinished(round, assessorId) ? 'finished' : null;
}

/** Whether every dimension that is asked has a score or "can't judge". */
export function isAnswered(rating: Rating | undefined): boolean {
  return (
    rating !== undefined &&
    askedDimensions(rating).every(
      (dimension) => rating[dimension] !== null || rating.abstained.includes(dimension),
    )
  );
}
