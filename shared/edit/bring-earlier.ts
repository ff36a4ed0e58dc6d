import type { Draft } from '../change/draft.ts';
import { bringCommitments } from './bring-commitments.ts';
import { bringFigures } from './figures-brought.ts';

/** How many rows were brought, by what they are now. */
export interface Brought {
  readonly figures: number;
  readonly arrangements: number;
  readonly commitments: number;
}

/**
 * Brings what earlier versions kept otherwise to where this one keeps it: one step of undo, made as a workspace is opened.
 * Where nothing is left to bring, it changes nothing.
 * @returns what was brought; null = nothing
 */
export async function bringEarlier(draft: Draft): Promise<Brought | null> {
  const figures = await bringFigures(draft);
  const commitments = await bringCommitments(draft);
  return figures || commitments > 0 ? { figures: 0, arrangements: 0, ...figures, commitments } : null;
}
