import type { Draft } from '../change/draft.ts';
import { type Id, newId } from '../model/basics.ts';
import { ProblemError } from '../model/problem.ts';
import type { SavedSearch } from '../model/saved-search.ts';
import type { Authorship } from './coding.ts';

/** What a saved search asks, without its name and who saved it. */
export type AskedSearch = Pick<SavedSearch, 'query' | 'chosen' | 'sort' | 'synonyms'>;

/**
 * Keeps a question to the search under a name.
 * @throws ProblemError `search-name-missing`, `search-name-taken`
 */
export async function saveSearch(
  draft: Draft,
  name: string,
  asked: AskedSearch,
  author: Authorship,
): Promise<SavedSearch> {
  const search: SavedSearch = {
    id: newId(),
    name: await freeName(draft, name, null),
    ...plain(asked),
    savedBy: author.by,
    at: author.at,
  };
  await draft.put('searches', search);
  return search;
}

/** @throws ProblemError `search-name-missing`, `search-name-taken`, `row-missing` */
export async function renameSearch(draft: Draft, searchId: Id, name: string): Promise<void> {
  await draft.patch('searches', searchId, { name: await freeName(draft, name, searchId) });
}

/** Lets a saved search ask something else under its name. @throws ProblemError `row-missing` */
export async function updateSearch(draft: Draft, searchId: Id, asked: AskedSearch): Promise<void> {
  await draft.patch('searches', searchId, plain(asked));
}

/** @throws ProblemError `row-missing` */
export async function removeSearch(draft: Draft, searchId: Id): Promise<void> {
  await draft.require('searches', searchId);
  await draft.remove('searches', searchId);
}

/** Whether two ask the same, in whatever order things were ticked. */
export function asksSame(one: AskedSearch, other: AskedSearch): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

/** One way to write the same question: without blank space around it and facets in which nothing is ticked. */
function plain({ query, chosen, sort, synonyms }: AskedSearch): AskedSearch {
  const facets = Object.entries(chosen)
    .filter(([, values]) => values.length > 0)
    .map(([facet, values]): [string, string[]] => [facet, [...new Set(values)].sort()])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { query: query.trim(), chosen: Object.fromEntries(facets), sort, synonyms };
}

/** Two searches of one name could not be told apart. */
async function freeName(draft: Draft, wish: string, own: Id | null): Promise<string> {
  const name = wish.trim();
  if (name === '') throw new ProblemError('search-name-missing');
  const folded = (text: string) => text.normalize('NFKC').toLowerCase();
  for (const search of await draft.all('searches'))
    if (search.id !== own && folded(search.name) === folded(name))
      throw new ProblemError('search-name-taken', { name });
  return name;
}
