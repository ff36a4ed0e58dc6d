import { ATTRIBUTION_POLICIES, type AttributionPolicy, type Dialogue, type Participant } from './dialogue.ts';
import type { Passage } from './turn.ts';

/** The most closed of some policies; of none, the most open. */
export function strictest(policies: readonly AttributionPolicy[]): AttributionPolicy {
  const rank = Math.max(0, ...policies.map((policy) => ATTRIBUTION_POLICIES.indexOf(policy)));
  return ATTRIBUTION_POLICIES[rank] ?? 'off-record';
}

/** The policy in force for a passage: the dialogue's, or the passage's own where that is stricter, never looser. */
export function policyFor(
  dialogue: Pick<Dialogue, 'attribution'>,
  passage?: Pick<Passage, 'attribution'>,
): AttributionPolicy {
  const own = passage?.attribution ?? null;
  return own === null ? dialogue.attribution : strictest([dialogue.attribution, own]);
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
 * @param participant as called today (`called.ts`), so that a corrected name is told and not the one printed that day
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
