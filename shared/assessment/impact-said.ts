import { CONNECTIONS, type Connection, type Rating, VALUE_CHAIN, type ValueChain } from '../model/rating.ts';
import type { Assessor } from '../model/round.ts';
import { groupOf, type VoiceGroup } from './group-views.ts';

/** How many assessors said what; only what somebody said. */
export interface Said<V> {
  readonly value: V;
  readonly count: number;
}

/** What the assessors said of an issue that belongs into its impact line: offered there, and taken over by a person. */
export interface SaidOfImpact {
  readonly connection: readonly Said<Connection>[];
  readonly valueChain: readonly Said<ValueChain>[];
  /** Their reasons, each once, by where those stand who gave them. */
  readonly reasons: readonly { readonly groups: readonly VoiceGroup[]; readonly text: string }[];
}

export function saidOfImpact(
  ratings: readonly Pick<Rating, 'assessorId' | 'connection' | 'valueChain' | 'rationale'>[],
  assessors: readonly Pick<Assessor, 'id' | 'voice'>[],
): SaidOfImpact {
  const counted = <V>(values: readonly V[], of: (rating: (typeof ratings)[number]) => V | null): Said<V>[] =>
    values
      .map((value) => ({ value, count: ratings.filter((one) => of(one) === value).length }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count);
  const reasons = new Map<string, Set<VoiceGroup>>();
  for (const { id, voice } of assessors)
    for (const { assessorId, rationale } of ratings) {
      const text = rationale.trim();
      if (assessorId === id && text !== '')
        reasons.set(text, (reasons.get(text) ?? new Set()).add(groupOf(voice)));
    }
  return {
    connection: counted(CONNECTIONS, ({ connection }) => connection),
    valueChain: counted(VALUE_CHAIN, ({ valueChain }) => valueChain),
    reasons: [...reasons].map(([text, groups]) => ({ text, groups: [...groups] })),
  };
}

/** What most of them said; null where nobody said anything, or as many said something else. */
export function mostSaid<V>(said: readonly Said<V>[]): V | null {
  const [first, second] = said;
  return first && first.count > (second?.count ?? 0) ? first.value : null;
}
