import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sentences } from '#shared/anchor/units.ts';
import { readTranscript } from '#shared/transcript/registry.ts';
import { chance } from '../search-corpus.ts';
import type { Collection, JudgedDocument, JudgedQuery } from './collection.ts';

/** What people said, with words of it as they are remembered: nobody judged these, and no figure was chosen by them. */
const SOURCES = [
  'seeds',
  'transcripts/published',
  'transcripts/otter/mannheimer_BSR01_otter.txt',
  'transcripts/ja/kokkai_2025-02-19_sustainability_committee.utf8.txt',
];
const READ = /\.(?:txt|docx|vtt)$/;

/** Questions of each kind asked of each language at most. */
const MOST = 150;
/** Share of a sentence's words that is remembered. */
const REMEMBERED = 0.5;
const FEWEST = 3;
/** Words of a sentence worth remembering at least. */
const LONG = 6;
/** Words that nobody remembers: they only join others. */
const SMALL = /^(?:\p{Script=Hiragana}+|[a-z']{1,3})$/iu;
const SEED = 20_261_130;

/**
 * Collections over the turns of the transcripts beside the project, in both languages together: questions are half the
 * words of a sentence in their order; half the words of two sentences of one turn, mixed; words of an English turn with
 * words of a Japanese one, of which either answers; words of a sentence with a slip in one of them; and words of a
 * sentence with one of another turn, in any order.
 */
export async function knownItems(shared: string): Promise<Collection[]> {
  const documents = await turnsOf(shared);
  const next = chance(SEED);
  const told = documents.map((document) => ({ document, sentences: sentencesOf(document) }));
  const english = shuffled(
    told.filter(({ document, sentences: all }) => all.length > 0 && !isJapanese(document.text)),
    next,
  ).slice(0, MOST);
  const japanese = shuffled(
    told.filter(({ document, sentences: all }) => all.length > 0 && isJapanese(document.text)),
    next,
  ).slice(0, MOST);
  const one = (words: readonly string[]) => remembered(words, next);
  const either = <T>(all: readonly (readonly T[])[]) => all[Math.floor(next() * all.length)] ?? [];
  const collection = (name: string, asked: readonly { words: string[]; of: readonly JudgedDocument[] }[]) => {
    const queries = asked.map(
      ({ words }, at): JudgedQuery => ({ id: `${at}`, text: written(words), meeting: null }),
    );
    return {
      name,
      documents,
      queries,
      relevant: new Map(asked.map(({ of }, at) => [`${at}`, new Set(of.map(({ id }) => id))])),
      japanese: false,
    };
  };
  const both = [...english, ...japanese];
  return [
    collection(
      'words of a sentence',
      both.map(({ document, sentences: all }) => ({ words: one(either(all)), of: [document] })),
    ),
    collection(
      'words mixed',
      both.map(({ document, sentences: all }) => ({
        words: shuffled([...one(either(all)), ...one(either(all))], next),
        of: [document],
      })),
    ),
    collection(
      'two languages',
      english.slice(0, japanese.length).map((asked, at) => {
        const other = japanese[at] ?? asked;
        return {
          words: [...one(either(asked.sentences)), ...one(either(other.sentences))],
          of: [asked.document, other.document],
        };
      }),
    ),
    collection(
      'a letter wrong',
      english.map(({ document, sentences: all }) => ({
        words: withSlip(one(either(all)), next),
        of: [document],
      })),
    ),
    collection(
      'a word amiss',
      both.map(({ document, sentences: all }) => ({
        words: shuffled(
          [...one(either(all)), ...either(either(told.map((other) => other.sentences))).slice(0, 1)],
          next,
        ),
        of: [document],
      })),
    ),
  ].filter(({ queries }) => queries.length > 0);
}

/** The turns of transcripts, file by file. @param sources files and folders below `shared` */
export async function turnsOf(
  shared: string,
  sources: readonly string[] = SOURCES,
): Promise<JudgedDocument[]> {
  const files = sources
    .map((source) => path.join(shared, source))
    .flatMap((source) =>
      READ.test(source)
        ? [source]
        : existsSync(source)
          ? readdirSync(source).map((name) => path.join(source, name))
          : [],
    );
  const documents: JudgedDocument[] = [];
  for (const file of files.filter((name) => READ.test(name) && existsSync(name)).sort()) {
    const meeting = path.basename(file);
    const { blocks } = await readTranscript({ name: meeting, bytes: new Uint8Array(readFileSync(file)) }, {});
    for (const [order, { text, speaker }] of blocks.entries())
      documents.push({ id: `${meeting}-${order}`, title: '', text, speaker: speaker ?? '', meeting, order });
  }
  return documents;
}

/** The sentences of a text that are long enough, in words. */
export function sentencesOf({ text }: JudgedDocument): string[][] {
  const language = isJapanese(text) ? 'ja' : 'en';
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return sentences(text, language)
    .map(({ start, end }) =>
      [...segmenter.segment(text.slice(start, end))]
        .filter(({ isWordLike, segment }) => isWordLike && !SMALL.test(segment))
        .map(({ segment }) => segment),
    )
    .filter((words) => words.length >= LONG);
}

/** Some of the words, in their order. */
export function remembered(words: readonly string[], next: () => number): string[] {
  const least = Math.max(FEWEST, Math.round(REMEMBERED * words.length));
  const kept = new Set(shuffled([...words.keys()], next).slice(0, least));
  return words.filter((_, at) => kept.has(at));
}

/** Two letters of the longest word change places. */
export function withSlip(words: readonly string[], next: () => number): string[] {
  const longest = words.reduce((long, word) => (word.length > long.length ? word : long), '');
  const at = 1 + Math.floor(next() * Math.max(1, longest.length - 2));
  const slipped = `${longest.slice(0, at)}${longest[at + 1] ?? ''}${longest[at] ?? ''}${longest.slice(at + 2)}`;
  return words.map((word) => (word === longest ? slipped : word));
}

export function shuffled<T>(items: readonly T[], next: () => number): T[] {
  return items
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Words of an alphabet apart; Japanese as it is typed. */
function written(words: readonly string[]): string {
  return words.reduce((text, word) => text + (text === '' ? '' : ' ') + word, '');
}

export function isJapanese(text: string): boolean {
  return (
    (text.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu)?.length ?? 0) * 3 > text.length
  );
}
