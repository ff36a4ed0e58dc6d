import { ATTRIBUTION_POLICIES, type AttributionPolicy } from '../model/dialogue.ts';

type Policy = AttributionPolicy | null;

/**
 * Of two policies for the same words the one that tells less: discretion that one side asked for is not lost. Null = the
 * dialogue's, which tells no more than `named`.
 */
export function stricter(one: Policy, other: Policy): Policy {
  const rank = (policy: Policy) => ATTRIBUTION_POLICIES.indexOf(policy ?? 'named');
  if (rank(one) === rank(other)) return null;
  return rank(other) > rank(one) ? other : one;
}
