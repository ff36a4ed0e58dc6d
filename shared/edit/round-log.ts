import { ProblemError } from '../model/problem.ts';
import { hasBegun, type LoggedChange, type Round } from '../model/round.ts';
import type { Authorship } from './coding.ts';

/** Who changes something of a round, when, and why. */
export interface Reason extends Authorship {
  readonly why: string;
}

type Signature = 'by' | 'at' | 'stage' | 'why';
/** A change before it is signed. */
export type RoundEvent = LoggedChange extends infer One
  ? One extends unknown
    ? Omit<One, Signature>
    : never
  : never;

/**
 * The round's log with what is changed now. Until rating begins nothing is written: the round is being set up.
 * @throws ProblemError `change-needs-reason` once rating has begun
 */
export function withLogged(round: Round, events: readonly RoundEvent[], reason?: Reason): Round['log'] {
  if (events.length === 0 || !hasBegun(round)) return round.log;
  return signedInto(round, events, requireReason(reason));
}

/** Writes into the log whatever the stage, e.g. a recusal, or what followed from a change elsewhere. */
export function signedInto(
  { log, stage }: Pick<Round, 'log' | 'stage'>,
  events: readonly RoundEvent[],
  { by, at, why }: Reason,
): Round['log'] {
  // A closed round refuses every change (`guardChanges`); it has no stage in which one could have been made.
  const signature = { by, at, why: why.trim(), stage: stage === 'closed' ? 'discussion' : stage } as const;
  return [...log, ...events.map((event) => ({ ...signature, ...event }) as LoggedChange)];
}

/** The log of a round that followed a change of the list of issues; it is said there what was done, and no reason asked. */
export function followed(round: Round, event: RoundEvent, author: Authorship): Round['log'] {
  return hasBegun(round) ? signedInto(round, [event], { ...author, why: '' }) : round.log;
}

/** @throws ProblemError `change-needs-reason` */
export function requireReason(reason: Reason | undefined): Reason {
  if (!reason || reason.why.trim() === '') throw new ProblemError('change-needs-reason');
  return reason;
}
