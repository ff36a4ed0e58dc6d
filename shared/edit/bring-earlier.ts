import type { Draft } from '../change/draft.ts';
import { bringCommitments } from './bring-commitments.ts';
import { bringFigures } from './figures-brought.ts';

/** What brings rows that an earlier version kept otherwise to where this one keeps them: a line each. */
const BRINGS: readonly ((draft: Draft) => Promise<unknown>)[] = [bringFigures, bringCommitments];

/**
 * Brings what earlier versions kept otherwise to where this one keeps it: one step of undo, made as a workspace is opened.
 * Where nothing is left to bring, it changes nothing.
 */
export async function bringEarlier(draft: Draft): Promise<void> {
  for (const bring of BRINGS) await bring(draft);
}
