import type { Draft } from '../change/draft.ts';
import { ATTRIBUTION_POLICIES, type AttributionPolicy } from '../model/dialogue.ts';
import type { IdOf } from '../model/id.ts';
import { ProblemError } from '../model/problem.ts';

/** The policies that a passage of a dialogue may have of its own: the stricter ones. */
export function stricterThan(policy: AttributionPolicy): AttributionPolicy[] {
  return ATTRIBUTION_POLICIES.slice(ATTRIBUTION_POLICIES.indexOf(policy) + 1);
}

/**
 * Says how closely the words of a passage are held.
 * @param policy null = as their dialogue
 * @throws ProblemError `attribution-looser` where it would be no stricter than the dialogue's, `row-missing`
 */
export async function setPassageAttribution(
  draft: Draft,
  passageId: IdOf<'passages'>,
  policy: AttributionPolicy | null,
): Promise<void> {
  const passage = await draft.require('passages', passageId);
  const dialogue = await draft.require('dialogues', passage.dialogueId);
  if (policy !== null && !stricterThan(dialogue.attribution).includes(policy))
    throw new ProblemError('attribution-looser');
  await draft.patch('passages', passageId, { attribution: policy });
}
