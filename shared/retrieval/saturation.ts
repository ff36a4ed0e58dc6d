import type { Id } from '../model/basics.ts';
import type { IdOf } from '../model/id.ts';
import type { PassageQuery } from '../model/view.ts';
import { dialoguesInTime, inListOrder, placesByIssue } from './cross.ts';
import type { PassageIndex } from './passage-index.ts';

/** What one dialogue added to the issues that were heard of. */
export interface SaturationStep {
  readonly dialogueId: IdOf<'dialogues'>;
  /** Issues spoken of in it. */
  readonly heard: readonly Id[];
  /** Those that no earlier dialogue had spoken of. */
  readonly fresh: readonly Id[];
  /** Different issues heard up to and with this dialogue. */
  readonly total: number;
}

/**
 * New issues by dialogue in the order of time, within a query: where nothing new is heard any more, more talks of the
 * same kind will hardly add issues. Only dialogues in which something is found.
 */
export function saturationOf(index: PassageIndex, query: PassageQuery): SaturationStep[] {
  const heard = new Map<Id, Set<Id>>();
  for (const [issueId, places] of placesByIssue(index, query))
    for (const [{ dialogue }] of places) {
      const issues = heard.get(dialogue.id);
      if (issues) issues.add(issueId);
      else heard.set(dialogue.id, new Set([issueId]));
    }
  const order = inListOrder(index);
  const known = new Set<Id>();
  return dialoguesInTime(index).flatMap(({ id }): SaturationStep[] => {
    const issues = heard.get(id);
    if (!issues) return [];
    const listed = order.filter((issueId) => issues.has(issueId));
    const fresh = listed.filter((issueId) => !known.has(issueId));
    for (const issueId of fresh) known.add(issueId);
    return [{ dialogueId: id, heard: listed, fresh, total: known.size }];
  });
}
