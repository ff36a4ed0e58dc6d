import type { Near } from './near.ts';
import type { Plan } from './plan.ts';
import { score } from './scoring.ts';
import type { SearchIndex } from './search-index.ts';
import type { Group } from './segment.ts';
import { isJoined } from './terms.ts';

/** So many words make a question of their own; fewer count for less, and one may be there by chance. */
const QUESTION = 3;

/**
 * A question in two scripts is often two questions: what answers its English words holds none of its Japanese ones. A
 * sentence of Japanese comes to many more pairs than one of English to words, so that all turns around the one answer
 * would come before the other. As far as no text answers both parts, each is therefore measured by the text that answers
 * it best. Where one text does answer both (a Latin name in a Japanese sentence), words count as they are.
 */
export function* balanced(plan: Plan, index: SearchIndex, near: Near): Generator<void, Plan> {
  const inScripts = [true, false].map((joined) => {
    const groups = plan.groups.filter((group) => isOfJoined(group) === joined);
    return { groups, words: groups.filter(({ helps, quiet }) => !helps && !quiet).length };
  });
  if (inScripts.some(({ words }) => words === 0)) return plan;
  const all = index.everything();
  const parts: Part[] = [];
  for (const { groups, words } of inScripts) {
    const room = index.rooms.take(index.capacity);
    yield* score(index, groups, all, room, near);
    const scores = Float64Array.from(all, (number) => room.scores[number] as number);
    index.rooms.give(room);
    const best = scores.reduce((most, score) => Math.max(most, score), 0);
    if (best === 0) return plan;
    parts.push({ scores, best, weight: Math.min(1, words / QUESTION) });
  }
  const [joined, apart] = parts as [Part, Part];
  const most = Math.max(joined.best, apart.best);
  const separate = 2 - answeredTogether(joined, apart);
  const scale = ({ best, weight }: Part) => Math.max(1, (weight * most) / best) ** separate;
  const scales = { joined: scale(joined), apart: scale(apart) };
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

/** The words of one kind of script, and how well each text answers them. */
interface Part {
  /** Of each document there is. */
  readonly scores: Float64Array;
  readonly best: number;
  readonly weight: number;
}

/** 1 = no text answers both parts, 2 = the best for one is the best for the other. */
function answeredTogether(one: Part, other: Part): number {
  return one.scores.reduce(
    (most, score, at) => Math.max(most, score / one.best + (other.scores[at] as number) / other.best),
    1,
  );
}

function isOfJoined({ terms }: Group): boolean {
  return isJoined(terms[0]?.term ?? '');
}
