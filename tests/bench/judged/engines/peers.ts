import lunr from 'lunr';
import MiniSearch from 'minisearch';
import TinySegmenter from 'tiny-segmenter';
import { analyse } from '#shared/search/analysis/analyse.ts';
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
    return within(documents, (query) =>
      index.search(query.replaceAll(SIGNS, ' ')).map(({ ref, score }) => ({ id: ref, score })),
    );
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
    return within(documents, (query) =>
      index.search(query).map(({ id, score }) => ({ id: String(id), score })),
    );
  },
};

/**
 * BM25 (Robertson and Walker, 1994) with the customary figures, on the best words we know how to cut: stems without
 * stop words, pairs of characters in Japanese. What ranking by meaning has to beat.
 */
export const bm25: Engine = {
  name: 'BM25 1.2/.75',
  build: ({ documents }) => {
    const [K1, B] = [1.2, 0.75];
    const postings = new Map<string, Map<number, number>>();
    const lengths: number[] = [];
    for (const [at, document] of documents.entries()) {
      const all = wordsOf(whole(document));
      lengths.push(all.length);
      for (const word of all) {
        const list = postings.get(word) ?? new Map<number, number>();
        list.set(at, (list.get(at) ?? 0) + 1);
        postings.set(word, list);
      }
    }
    const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    return within(documents, (query) => {
      const scores = new Map<number, number>();
      for (const word of wordsOf(query)) {
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
        .map(([at, score]) => ({ id: documents[at]?.id ?? '', score }));
    });
  },
};

/** Stems, and of scripts without spaces only the pairs. */
function wordsOf(text: string): string[] {
  return analyse(text)
    .filter(({ term, joined }) => !joined || [...term].length > 1)
    .map(({ term }) => term);
}

/** The best of what an engine finds, the best first; of one meeting, where it is asked about one. */
function within(
  documents: readonly JudgedDocument[],
  search: (query: string) => readonly { readonly id: string; readonly score: number }[],
): Searcher {
  const meetingOf = new Map(documents.map(({ id, meeting }) => [id, meeting]));
  return {
    rank: (query, limit, meeting = null) =>
      search(query)
        .filter(({ id }) => meeting === null || meetingOf.get(id) === meeting)
        .slice(0, limit)
        .map(({ id }) => id),
  };
}

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
      return within(documents, (query) => {
        const terms = cut(query.normalize('NFKC').toLowerCase());
        return index
          .query((asked) => {
            for (const term of new Set(terms)) asked.term(term, { usePipeline: false });
          })
          .map(({ ref, score }) => ({ id: ref, score }));
      });
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
