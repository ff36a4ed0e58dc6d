/** How results were being looked at, so that coming back finds them so. */
export interface Looking {
  readonly scrollTop: number;
  readonly active: string | null;
  /** How high that row stood over the top of the list when it was left from, in CSS pixels; null = it was not. */
  readonly height: number | null;
  readonly limit: number;
  /** Dialogues of which all hits are shown, and of which none are. */
  readonly unfolded: ReadonlySet<string>;
  readonly folded: ReadonlySet<string>;
}

/** A few screens of results: what is not seen while one types is not worth waiting for. */
export const FRESH: Looking = {
  scrollTop: 0,
  active: null,
  height: null,
  limit: 25,
  unfolded: new Set(),
  folded: new Set(),
};

const MOST = 200;
const remembered = new Map<string, Looking>();

/** Remembers it for an address; the addresses used longest ago are forgotten. */
export function remember(address: string, looking: Looking): void {
  remembered.delete(address);
  remembered.set(address, looking);
  for (const oldest of remembered.keys()) {
    if (remembered.size <= MOST) return;
    remembered.delete(oldest);
  }
}

export function recall(address: string): Looking {
  return remembered.get(address) ?? FRESH;
}
