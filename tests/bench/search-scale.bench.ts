/** Search over 100,000 turns beside other engines: minutes, most of them theirs. */
import type { Bench } from './frame.ts';
import { FLEXSEARCH, MINISEARCH, ORAMA } from './search-peers.ts';
import { measured } from './search-speed.ts';

export const bench: Bench = {
  title: 'Search over 100,000 turns',
  run: () => measured(100_000, [MINISEARCH, FLEXSEARCH, ORAMA]),
};
