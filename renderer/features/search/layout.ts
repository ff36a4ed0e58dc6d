import type { Answer, Hit, HitGroup } from '#shared/search/request.ts';

/** Hits of each of so many dialogues shown before the rest is asked for: a page or so in all. */
export function shownOf(groups: number): number {
  return groups <= 1 ? 40 : groups <= 3 ? 8 : 3;
}

/** Ways to issues, people and dialogues shown above what was said. */
const FIRST_WAYS = 4;

/** A dialogue's hits as they are shown. */
export interface ShownGroup {
  readonly dialogue: NonNullable<HitGroup['dialogue']>;
  /** How many there are of what was said in it. */
  readonly total: number;
  /** How many more hold only some of the words. */
  readonly partial: number;
  readonly hits: readonly Hit[];
  readonly folded: boolean;
  /** All of them are shown. */
  readonly unfolded: boolean;
}

/** What is on the page, from top to bottom. */
export interface Shown {
  /** Issues, people and dialogues that were found by name or text. */
  readonly ways: readonly Hit[];
  /** How many of those were found beyond the ones shown. */
  readonly moreWays: number;
  /** Null: not by dialogue. */
  readonly groups: readonly ShownGroup[] | null;
  /** What was said, where it is not by dialogue. */
  readonly flat: readonly Hit[];
  /** All of the above in reading order, as the arrow keys walk. */
  readonly walk: readonly Hit[];
  /**
   * Where what holds only some of the words begins, for a line to say so: the key of the first such hit of the flat list,
   * `all` where there is nothing else, null where nothing is to be said (a question in plain words needs none whole).
   */
  readonly partialFrom: string | 'all' | null;
  /** Hits that hold only some of the words stand among those that hold all, and are told apart one by one. */
  readonly partialMarked: boolean;
}

export const keyOf = ({ kind, id }: Pick<Hit, 'kind' | 'id'>): string => `${kind}:${id}`;

const wasSaid = ({ kind }: Hit): boolean => kind === 'turn' || kind === 'advice';

export interface LayoutOptions {
  readonly grouped: boolean;
  /** Only issues, people or dialogues are wanted: they are the list itself. */
  readonly waysOnly: boolean;
  readonly folded: ReadonlySet<string>;
  readonly unfolded: ReadonlySet<string>;
  /** All hits of a dialogue, where they have been asked for. */
  readonly wholeOf: (dialogueId: string) => readonly Hit[] | undefined;
}

/** How an answer is laid out: the ways to things first, then what was said, by dialogue or one after another. */
export function laidOut(answer: Answer, options: LayoutOptions): Shown {
  if (options.waysOnly) return told(answer, { ways: [], moreWays: 0, groups: null, flat: answer.hits });
  const found = answer.hits.filter((hit) => !wasSaid(hit));
  const ways = found.slice(0, FIRST_WAYS);
  const { issue, person, dialogue } = answer.counts;
  const moreWays = Math.max(found.length, issue + person + dialogue) - ways.length;
  if (options.grouped && answer.groups.length > 0)
    return told(answer, { ways, moreWays, groups: groupsOf(answer, options), flat: [] });
  return told(answer, { ways, moreWays, groups: null, flat: answer.hits.filter(wasSaid) });
}

type Laid = Pick<Shown, 'ways' | 'moreWays' | 'groups' | 'flat'>;

/** With the way that the keys walk, and what is said of hits that hold only some of the words. */
function told({ wholeFirst }: Answer, laid: Laid): Shown {
  const { ways, groups, flat } = laid;
  const walk = [...ways, ...(groups ?? []).flatMap(({ hits }) => hits), ...flat];
  const partial = wholeFirst && walk.some(({ complete }) => !complete);
  const mixed = partial && walk.some(({ complete }) => complete);
  const first = mixed && groups === null ? flat.find(({ complete }) => !complete) : undefined;
  return {
    ...laid,
    walk,
    partialFrom: partial && !mixed ? 'all' : first ? keyOf(first) : null,
    partialMarked: mixed && groups !== null,
  };
}

function groupsOf(answer: Answer, { folded, unfolded, wholeOf }: LayoutOptions): ShownGroup[] {
  const said = answer.groups.filter((group) => group.dialogue && group.hits.some(wasSaid));
  const perGroup = shownOf(said.length);
  return said.flatMap((group): ShownGroup[] => {
    if (!group.dialogue) return [];
    const loaded = group.hits.filter(wasSaid);
    const { id } = group.dialogue;
    const all = group.total - (group.hits.length - loaded.length);
    const total = Math.min(all, wholeIn(answer, group) ?? all) || all;
    const open = unfolded.has(id) ? (wholeOf(id)?.filter(wasSaid) ?? loaded) : loaded.slice(0, perGroup);
    return [
      {
        dialogue: group.dialogue,
        total,
        partial: all - total,
        hits: folded.has(id) ? [] : open,
        folded: folded.has(id),
        unfolded: unfolded.has(id),
      },
    ];
  });
}

/** How many results of a dialogue hold all the words, the dialogue itself left out; undefined = not known. */
function wholeIn({ facets }: Answer, { dialogue, hits }: HitGroup): number | undefined {
  const count = facets.dialogue.find(({ value }) => value === dialogue?.id)?.count;
  return count === undefined ? undefined : count - hits.filter((hit) => hit.complete && !wasSaid(hit)).length;
}
