/**
 * Search over 1,000 and 10,000 turns, from what is asked to what the window shows, beside other engines, which only
 * list what they find. For 100,000 turns: `npm run bench -- search-scale`.
 */
import type { Bench } from './frame.ts';
import { FLEXSEARCH, LUNR, MINISEARCH, ORAMA } from './search-peers.ts';
import { measured } from './search-speed.ts';

const peers = [LUNR, MINISEARCH, FLEXSEARCH, ORAMA];

export const bench: Bench = {
  title: 'Search over 1,000 and 10,000 turns',
  run: async () => [...(await measured(1_000, peers)), ...(await measured(10_000, peers))],
};
