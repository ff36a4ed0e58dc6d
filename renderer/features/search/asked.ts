import type { AskedSearch } from '#shared/edit/saved-search.ts';
import type { SavedSearch } from '#shared/model/saved-search.ts';
import { FACETS, type Facet, SORTS, type Sort } from '#shared/search/request.ts';

/** What was ticked, by facet; a facet in which nothing is ticked is absent. */
export type Ticked = { readonly [F in Facet]?: readonly string[] };

/** What the address asks of the search. */
export interface Asked {
  readonly query: string;
  readonly chosen: Ticked;
  readonly sort: Sort;
  /** Null: as the person likes it. */
  readonly synonyms: boolean | null;
}

export const NOTHING_ASKED: Asked = { query: '', chosen: {}, sort: 'relevance', synonyms: null };

/** Whether there is anything to answer: what is ticked alone narrows nothing. */
export function isAsked({ query }: Asked): boolean {
  return query.trim() !== '';
}

export function tickedCount(chosen: Ticked): number {
  return FACETS.reduce((sum, facet) => sum + (chosen[facet]?.length ?? 0), 0);
}

/** With or without one value of a facet. */
export function toggled(chosen: Ticked, facet: Facet, value: string, on: boolean): Ticked {
  const others = (chosen[facet] ?? []).filter((one) => one !== value);
  return withFacet(chosen, facet, on ? [...others, value] : others);
}

/** With these values of a facet alone; none = the facet narrows nothing. */
export function withFacet(chosen: Ticked, facet: Facet, values: readonly string[]): Ticked {
  return Object.fromEntries(
    FACETS.map((one) => [one, one === facet ? values : (chosen[one] ?? [])] as const).filter(
      ([, ticked]) => ticked.length > 0,
    ),
  );
}

/** As it stands behind `/search?`; the same question is always the same address. */
export function addressOf({ query, chosen, sort, synonyms }: Asked): string {
  const params = new URLSearchParams();
  if (query !== '') params.set('q', query);
  for (const facet of FACETS) for (const value of chosen[facet] ?? []) params.append(facet, value);
  if (sort !== 'relevance') params.set('sort', sort);
  if (synonyms !== null) params.set('synonyms', synonyms ? 'yes' : 'no');
  return params.toString();
}

export function askedFrom(address: string): Asked {
  const params = new URLSearchParams(address);
  const synonyms = params.get('synonyms');
  return {
    query: params.get('q') ?? '',
    chosen: Object.fromEntries(
      FACETS.map((facet) => [facet, [...new Set(params.getAll(facet))]] as const).filter(
        ([, values]) => values.length > 0,
      ),
    ),
    sort: SORTS.find((sort) => sort === params.get('sort')) ?? 'relevance',
    synonyms: synonyms === null ? null : synonyms === 'yes',
  };
}

/** What is to be saved of it. `usual`: what the person likes about synonyms. */
export function toSave({ query, chosen, sort, synonyms }: Asked, usual: boolean): AskedSearch {
  return {
    query,
    chosen: Object.fromEntries(
      FACETS.flatMap((facet) => (chosen[facet] ? [[facet, [...chosen[facet]]]] : [])),
    ),
    sort,
    synonyms: synonyms ?? usual,
  };
}

/** A facet that this version does not know narrows nothing. */
export function fromSaved({ query, chosen, sort, synonyms }: SavedSearch, usual: boolean): Asked {
  return {
    query,
    chosen: Object.fromEntries(
      FACETS.flatMap((facet) => ((chosen[facet]?.length ?? 0) > 0 ? [[facet, chosen[facet]]] : [])),
    ),
    sort,
    synonyms: synonyms === usual ? null : synonyms,
  };
}
