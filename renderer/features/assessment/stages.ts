import { hasFinished } from '#shared/assessment/blindness.ts';
import { askedIssues, panelOf } from '#shared/assessment/panel.ts';
import { type LeftOpen, leftOpen } from '#shared/edit/rating.ts';
import type { IdOf } from '#shared/model/id.ts';
import type { Assessor, Round } from '#shared/model/round.ts';
import { type Access, isBlind } from '#shared/seal/names.ts';
import type { RoundRows } from './round-rows.ts';

/** A round's stages, in order. */
export const STAGES = ['open', 'rating', 'discussion', 'closed'] as const satisfies readonly Round['stage'][];
export type Stage = (typeof STAGES)[number];

/** How far an assessor is. */
export interface Standing extends LeftOpen {
  readonly assessor: Assessor;
  /** Issues that they are asked to rate: all but those they recused themselves from. */
  readonly asked: number;
  /** Issues answered whole. */
  readonly answered: number;
  /** When they said that they are done; null = not yet. */
  readonly finishedAt: string | null;
}

/**
 * How far each assessor is: counts alone, nothing of what they rated. Which of their scores lack a reason says how high
 * they are: before they have finished, that is told of those alone whose ratings are open here.
 */
export function standings(
  { round, ratings }: Pick<RoundRows, 'round' | 'ratings'>,
  accessOf: (assessorId: IdOf<'assessors'>) => Access = () => 'open',
): Standing[] {
  return panelOf(round).map((assessor) => {
    const hidden = isBlind(round) && !hasFinished(round, assessor.id) && accessOf(assessor.id) !== 'open';
    const found = leftOpen(round, ratings, assessor.id);
    const left = hidden ? { ...found, unexplained: [] } : found;
    return {
      assessor,
      ...left,
      asked: askedIssues(round, assessor.id).length,
      answered: askedIssues(round, assessor.id).length - left.unanswered.length,
      finishedAt: round.finished.find(({ assessorId }) => assessorId === assessor.id)?.at ?? null,
    };
  });
}

export function finishedCount(round: Round): number {
  return panelOf(round).filter(({ id }) => hasFinished(round, id)).length;
}
