/** Other search engines, each as its documentation has it, beside which ours is measured. */
import { create, insertMultiple, load, type Orama, save, search, update } from '@orama/orama';
import { Index } from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import type { Turn } from '#shared/model/turn.ts';

export const ASKED = ['1 term', '3 terms', 'prefix'] as const;
export type Asked = (typeof ASKED)[number];

/** Hits described at most, as in the window. */
export const LIMIT = 50;

export interface Engine {
  readonly name: string;
  build(turns: readonly Turn[]): Promise<Searchable>;
}

export interface Searchable {
  ask(query: string, asked: Asked): unknown;
  /** The turn says something else from now on; null = the index has to be built anew. */
  readonly edit: ((turn: Turn) => unknown) | null;
  /** The index as text, and how it is read back; null = there is no such way that takes one call. */
  readonly stored: (() => { readonly text: string; open(text: string): Promise<Searchable> }) | null;
}

const miniOptions = { fields: ['text'] };

function mini(index: MiniSearch): Searchable {
  return {
    ask: (query, asked) => index.search(query, { prefix: asked === 'prefix' }).slice(0, LIMIT),
    edit: ({ id, text }) => index.replace({ id, text }),
    stored: () => ({
      text: JSON.stringify(index),
      open: async (text) => mini(MiniSearch.loadJSON(text, miniOptions)),
    }),
  };
}

const schema = { id: 'string', text: 'string' } as const;
type Base = Orama<typeof schema>;

function orama(base: Base): Searchable {
  return {
    ask: (term) => search(base, { term, properties: ['text'], limit: LIMIT }),
    edit: ({ id, text }) => update(base, id, { id, text }),
    stored: () => ({
      text: JSON.stringify(save(base)),
      open: async (text) => {
        const fresh = create({ schema });
        load(fresh, JSON.parse(text) as ReturnType<typeof save>);
        return orama(fresh);
      },
    }),
  };
}

function plainLunr(index: lunr.Index): Searchable {
  return {
    ask: (query, asked) => index.search(asked === 'prefix' ? `${query}*` : query).slice(0, LIMIT),
    edit: null,
    stored: () => ({
      text: JSON.stringify(index),
      open: async (text) => plainLunr(lunr.Index.load(JSON.parse(text) as object)),
    }),
  };
}

export const MINISEARCH: Engine = {
  name: 'MiniSearch',
  build: async (turns) => {
    const index = new MiniSearch(miniOptions);
    index.addAll(turns.map(({ id, text }) => ({ id, text })));
    return mini(index);
  },
};

/** Unranked: it lists what holds all words, those first that hold them near the beginning. */
export const FLEXSEARCH: Engine = {
  name: 'FlexSearch',
  build: async (turns) => {
    const index = new Index({ tokenize: 'forward' });
    for (const [number, { text }] of turns.entries()) index.add(number, text);
    const numberOf = new Map(turns.map(({ id }, number) => [id, number]));
    return {
      ask: (query) => index.search(query, { limit: LIMIT }),
      edit: ({ id, text }) => index.update(numberOf.get(id) ?? 0, text),
      stored: null,
    };
  },
};

export const ORAMA: Engine = {
  name: 'Orama',
  build: async (turns) => {
    const base = create({ schema });
    await insertMultiple(
      base,
      turns.map(({ id, text }) => ({ id, text })),
    );
    return orama(base);
  },
};

export const LUNR: Engine = {
  name: 'lunr as it comes',
  build: async (turns) =>
    plainLunr(
      lunr(function build() {
        this.field('text');
        for (const { id, text } of turns) this.add({ id, text });
      }),
    ),
};
