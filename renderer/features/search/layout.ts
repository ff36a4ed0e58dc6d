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
  /** By key of a hit: the numbers of the first and the last turn of its passage, where it is longer than the turn. */
  readonly passages: ReadonlyMap<string, Passage>;
  /** Hits that hold only some of the words stand among those that hold all, and are told apart one by one. */
  readonly partialMarked: boolean;
}

export const keyOf = ({ kind, id }: Pick<Hit, 'kind' | 'id'>): string => `${kind}:${id}`;

/** Turns one after another that answer a question together. */
export interface Passage {
  readonly first: number;
  readonly last: number;
}

/** Hits with the turns between them folded in: a passage is one row, that of its best turn. */
function inPassages(hits: readonly Hit[]): { hits: Hit[]; passages: ReadonlyMap<string, Passage> } {
  const byPlace = new Map(hits.map((hit) => [placeOf(hit.dialogue?.id, hit.turnNumber), hit]));
  const taken = new Set<Hit>();
  const passages = new Map<string, Passage>();
  for (const hit of hits) {
    const { turnNumber, dialogue, kind, between } = hit;
    if (kind !== 'turn' || between || turnNumber === null) continue;
    const end = (by: 1 | -1): number => {
      let at = turnNumber;
      for (;;) {
        const next = byPlace.get(placeOf(dialogue?.id, at + by));
        if (!next?.between || taken.has(next)) return at;
        taken.add(next);
        at += by;
      }
    };
    const passage = { first: end(-1), last: end(1) };
    if (passage.first < passage.last) passages.set(keyOf(hit), passage);
  }
  return { hits: hits.filter((hit) => !taken.has(hit)), passages };
}

function placeOf(dialogueId: string | undefined, turnNumber: number | null): string {
  return `${dialogueId ?? ''} ${turnNumber ?? ''}`;
}

const wasSaid = ({ kind }: Hit): boolean => kind === 'turn' || kind === 'advice';

export interface LayoutOptions {
  readonly grouped: boolean;
  /** Only issues, people, dialogues, indicators or answers are wanted: they are the list itself. */
  readonly waysOnly: boolean;
  readonly folded: ReadonlySet<string>;
  readonly unfolded: ReadonlySet<string>;
  /** All hits of a dialogue, where they have been asked for. */
  readonly wholeOf: (dialogueId: string) => readonly Hit[] | undefined;
}

/** How an answer is laid out: the ways to things first, then what was said, by dialogue or one after another. */
export function laidOut(answer: Answer, options: LayoutOptions): Shown {
  if (options.waysOnly)
    return told(answer, { ways: [], moreWays: 0, groups: null, flat: answer.hits, passages: new Map() });
  const found = answer.hits.filter((hit) => !wasSaid(hit));
  const ways = found.slice(0, FIRST_WAYS);
  const { issue, person, dialogue, indicator, answer: stated } = answer.counts;
  const moreWays = Math.max(found.length, issue + person + dialogue + indicator + stated) - ways.length;
  if (options.grouped && answer.groups.length > 0)
    return told(answer, { ways, moreWays, ...groupsOf(answer, options), flat: [] });
  const { hits: flat, passages } = inPassages(answer.hits.filter(wasSaid));
  return told(answer, { ways, moreWays, groups: null, flat, passages });
}

type Laid = Pick<Shown, 'ways' | 'moreWays' | 'groups' | 'flat' | 'passages'>;

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

function groupsOf(
  answer: Answer,
  { folded, unfolded, wholeOf }: LayoutOptions,
): { groups: ShownGroup[]; passages: ReadonlyMap<string, Passage> } {
  const passages = new Map<string, Passage>();
  const said = answer.groups.filter((group) => group.dialogue && group.hits.some(wasSaid));
  const perGroup = shownOf(said.length);
  const groups = said.flatMap((group): ShownGroup[] => {
    if (!group.dialogue) return [];
    const folding = inPassages(group.hits.filter(wasSaid));
    const loaded = folding.hits;
    const { id } = group.dialogue;
    const all = group.total - group.hits.filter((hit) => !wasSaid(hit)).length;
    const total = Math.min(all, wholeIn(answer, group) ?? all) || all;
    const every = unfolded.has(id) ? wholeOf(id)?.filter(wasSaid) : undefined;
    const whole = every ? inPassages(every) : folding;
    for (const [key, passage] of whole.passages) passages.set(key, passage);
    const open = unfolded.has(id) ? whole.hits : loaded.slice(0, perGroup);
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
  return { groups, passages };
}

/** How many results of a dialogue hold all the words, the dialogue itself left out; undefined = not known. */
function wholeIn({ facets }: Answer, { dialogue, hits }: HitGroup): number | undefined {
  const count = facets.dialogue.find(({ value }) => value === dialogue?.id)?.count;
  return count === undefined ? undefined : count - hits.filter((hit) => hit.complete && !wasSaid(hit)).length;
}
