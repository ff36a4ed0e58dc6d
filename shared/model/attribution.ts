import { ATTRIBUTION_POLICIES, type AttributionPolicy, type Dialogue, type Participant } from './dialogue.ts';
import type { Passage } from './turn.ts';

/** The policy in force for a passage: the dialogue's, or the passage's own where that is stricter, never looser. */
export function policyFor(
  dialogue: Pick<Dialogue, 'attribution'>,
  passage?: Pick<Passage, 'attribution'>,
): AttributionPolicy {
  const own = passage?.attribution ?? null;
  if (own === null) return dialogue.attribution;
  return ATTRIBUTION_POLICIES.indexOf(own) > ATTRIBUTION_POLICIES.indexOf(dialogue.attribution)
    ? own
    : dialogue.attribution;
}

/** Who said it, as far as the policy lets it be said. `off-record`: the words themselves may not leave the office. */
export type Attribution =
  | { readonly policy: 'named'; readonly name: string; readonly title: string; readonly organisation: string }
  | { readonly policy: 'affiliation'; readonly organisation: string }
  | { readonly policy: 'role'; readonly kind: Participant['kind']; readonly external: boolean }
  | { readonly policy: 'unattributed' }
  | { readonly policy: 'off-record' };

/**
 * The ONE function that every output asks before it names anyone (UNGP 21).
 * An unknown speaker is never guessed: `participant` null gives `unattributed` (or `off-record`).
 */
export function attributionOf(
  dialogue: Pick<Dialogue, 'attribution'>,
  participant: Participant | null | undefined,
  passage?: Pick<Passage, 'attribution'>,
): Attribution {
  const policy = policyFor(dialogue, passage);
  if (policy === 'off-record') return { policy };
  if (!participant || policy === 'unattributed') return { policy: 'unattributed' };
  if (policy === 'role') return { policy, kind: participant.kind, external: participant.external };
  if (policy === 'affiliation') return { policy, organisation: participant.organisation };
  return { policy, name: participant.name, title: participant.title, organisation: participant.organisation };
}
