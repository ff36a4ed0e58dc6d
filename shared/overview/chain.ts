import { hasFinished } from '../assessment/blindness.ts';
import { panelOf } from '../assessment/panel.ts';
import type { Advice } from '../model/advice.ts';
import type { FiscalYear, Id } from '../model/basics.ts';
import type { Round } from '../model/round.ts';

/** Statuses after which nothing more is to be done about advice. */
export const SETTLED_STATUSES = ['done', 'declined'] as const satisfies readonly Advice['status'][];

/** Where a fiscal year's work stands, from hearing to reporting. */
export interface YearChain {
  readonly year: FiscalYear;
  readonly dialogues: number;
  /** Advice heard in the year's dialogues. */
  readonly advice: number;
  /** Of it, what is neither done nor declined and has no response yet. */
  readonly unanswered: number;
  /** The year's round; of several the one that was made last. */
  readonly round: RoundProgress | null;
  /** Decisions that stand on that round. */
  readonly decisions: number;
}

export interface RoundProgress {
  readonly round: Round;
  /** Assessors who said that they are done. */
  readonly finished: number;
  readonly assessors: number;
}

export interface ChainInput {
  readonly year: FiscalYear;
  /** Ids of the year's dialogues. */
  readonly dialogueIds: ReadonlySet<Id>;
  /** How much advice those dialogues hold. */
  readonly advice: number;
  /** Advice of any year that is not settled. */
  readonly openAdvice: readonly Pick<Advice, 'dialogueId' | 'response'>[];
  readonly rounds: readonly Round[];
  readonly decisionsOf: (roundId: Id) => number;
}

/** Where a year's work stands. */
export function chainOf({
  year,
  dialogueIds,
  advice,
  openAdvice,
  rounds,
  decisionsOf,
}: ChainInput): YearChain {
  // Ids follow time, so that the greatest is the newest.
  const round = rounds
    .filter(({ fiscalYear }) => fiscalYear === year)
    .reduce<Round | null>((last, one) => (last === null || one.id > last.id ? one : last), null);
  return {
    year,
    dialogues: dialogueIds.size,
    advice,
    unanswered: openAdvice.filter(
      ({ dialogueId, response }) => dialogueIds.has(dialogueId) && response.trim() === '',
    ).length,
    round: round && {
      round,
      finished: panelOf(round).filter(({ id }) => hasFinished(round, id)).length,
      assessors: panelOf(round).length,
    },
    decisions: round ? decisionsOf(round.id) : 0,
  };
}

/** The fiscal year that work is in: the latest with a dialogue or a round; null = there is neither. */
export function yearAtWork(years: readonly FiscalYear[]): FiscalYear | null {
  return years.length === 0 ? null : Math.max(...years);
}
