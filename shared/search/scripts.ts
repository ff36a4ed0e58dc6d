import { Heard } from './heard.ts';
import type { Near } from './near.ts';
import type { Plan } from './plan.ts';
import type { SearchIndex } from './search-index.ts';
import type { Group } from './segment.ts';
import { isJoined } from './terms.ts';

/**
 * A question in two scripts is often two questions: what answers its English words holds none of its Japanese ones. A
 * sentence of Japanese comes to many more pairs than one of English to words, so that all turns around the one answer
 * would come before the other. As far as no text answers both parts, each is therefore measured by the text that answers
 * it best. Where one text does answer both (a Latin name in a Japanese sentence), words count as they are.
 */
export function* balanced(plan: Plan, index: SearchIndex, near: Near): Generator<void, Plan> {
  const parts = [true, false].map((joined) => plan.groups.filter((group) => isOfJoined(group) === joined));
  if (!parts.every((part) => part.some(({ helps, quiet }) => !helps && !quiet))) return plan;
  const answers: Float64Array[] = [];
  for (const part of parts) answers.push((yield* index.search(part, new Heard(index, near))).scores);
  const [one, other] = answers as [Float64Array, Float64Array];
  const [bestOfOne, bestOfOther] = [highest(one), highest(other)];
  if (bestOfOne === 0 || bestOfOther === 0) return plan;
  // 1 = no text answers both parts, 2 = the best for one is the best for the other.
  const together = one.reduce(
    (most, score, at) => Math.max(most, score / bestOfOne + (other[at] as number) / bestOfOther),
    1,
  );
  const scale = (best: number) => (Math.max(bestOfOne, bestOfOther) / best) ** (2 - together);
  const scales = { joined: scale(bestOfOne), apart: scale(bestOfOther) };
  const scaled = (group: Group): Group => {
    const by = isOfJoined(group) ? scales.joined : scales.apart;
    return { ...group, terms: group.terms.map(({ term, boost }) => ({ term, boost: by * boost })) };
  };
  return {
    ...plan,
    groups: plan.groups.map(scaled),
    named: plan.named.map((one) => ({ ...one, groups: one.groups.map(scaled) })),
    sequence: plan.sequence.map(scaled),
  };
}

function isOfJoined({ terms }: Group): boolean {
  return isJoined(terms[0]?.term ?? '');
}

function highest(scores: Float64Array): number {
  return scores.reduce((most, score) => Math.max(most, score), 0);
}
