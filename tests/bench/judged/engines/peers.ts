import lunr from 'lunr';
import MiniSearch from 'minisearch';
import TinySegmenter from 'tiny-segmenter';
import type { JudgedDocument } from '../collection.ts';
import type { Engine, Searcher } from '../engine.ts';

/** Title, speaker and text in one: what the peers are given. */
function whole({ title, speaker, text }: JudgedDocument): string {
  return [title, speaker, text].filter(Boolean).join('\n');
}

/** Questions are prose: what lunr would take for its query language is taken out, as its manual advises. */
const SIGNS = /[+\-~^:*]/g;

export const plainLunr: Engine = {
  name: 'lunr',
  build: ({ documents }) => {
    const index = lunr((builder) => {
      builder.ref('id');
      builder.field('text');
      for (const document of documents) builder.add({ id: document.id, text: whole(document) });
    });
    return { rank: (query, limit) => refs(index.search(query.replaceAll(SIGNS, ' ')), limit) };
  },
};

export const miniSearch: Engine = {
  name: 'MiniSearch',
  build: ({ documents }) => {
    const index = new MiniSearch<{ id: string; title: string; text: string }>({ fields: ['title', 'text'] });
    index.addAll(
      documents.map((document) => ({
        id: document.id,
        title: document.title,
        text: whole({ ...document, title: '' }),
      })),
    );
    return {
      rank: (query, limit) =>
        index
          .search(query)
          .slice(0, limit)
          .map(({ id }) => String(id)),
    };
  },
};

/** BM25 as published (Robertson and Walker, 1994; k1 1.2, b 0.75), on words as they stand, without stemming or stop words. */
export const bm25: Engine = {
  name: 'BM25 as published',
  build: ({ documents }) => {
    const [K1, B] = [1.2, 0.75];
    const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const postings = new Map<string, Map<number, number>>();
    const lengths: number[] = [];
    for (const [at, document] of documents.entries()) {
      const all = words(whole(document));
      lengths.push(all.length);
      for (const word of all) {
        const list = postings.get(word) ?? new Map<number, number>();
        list.set(at, (list.get(at) ?? 0) + 1);
        postings.set(word, list);
      }
    }
    const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    return {
      rank: (query, limit) => {
        const scores = new Map<number, number>();
        for (const word of words(query)) {
          const list = postings.get(word) ?? new Map<number, number>();
          const idf = Math.log(1 + (documents.length - list.size + 0.5) / (list.size + 0.5));
          for (const [at, count] of list) {
            const length = (lengths[at] ?? 0) / average;
            const score = (idf * count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
            scores.set(at, (scores.get(at) ?? 0) + score);
          }
        }
        return [...scores]
          .sort((a, b) => b[1] - a[1])
          .slice(0, limit)
          .map(([at]) => documents[at]?.id ?? '');
      },
    };
  },
};

/** Tokens cut before lunr sees them, questions likewise: lunr's own `search` never cuts Japanese (measured). */
function cutLunr(name: string, cut: (text: string) => string[]): Engine {
  return {
    name,
    japaneseOnly: true,
    build: ({ documents }): Searcher => {
      const builder = new lunr.Builder();
      builder.ref('id');
      builder.field('text');
      builder.tokenizer = ((terms: unknown) => terms) as typeof lunr.tokenizer;
      for (const document of documents) {
        const tokens = cut(whole(document).normalize('NFKC').toLowerCase());
        builder.add({ id: document.id, text: tokens.map((term) => new lunr.Token(term, {})) });
      }
      const index = builder.build();
      return {
        rank: (query, limit) => {
          const terms = cut(query.normalize('NFKC').toLowerCase());
          return refs(
            index.query((asked) => {
              for (const term of new Set(terms)) asked.term(term, { usePipeline: false });
            }),
            limit,
          );
        },
      };
    },
  };
}

export const bigramLunr = cutLunr('lunr, bigrams', (text) =>
  (
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+|[\p{Script=Latin}\p{N}]+/gu) ?? []
  ).flatMap((run) => {
    const characters = [...run];
    if (characters.length === 1 || /^[\p{Script=Latin}\p{N}]/u.test(run)) return [run];
    return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
  }),
);

const segmenter = new TinySegmenter();

export const segmenterLunr = cutLunr('lunr, TinySegmenter', (text) =>
  segmenter.segment(text).filter((word) => /[\p{L}\p{N}]/u.test(word)),
);

function refs(results: readonly lunr.Index.Result[], limit: number): string[] {
  return results.slice(0, limit).map(({ ref }) => ref);
}
