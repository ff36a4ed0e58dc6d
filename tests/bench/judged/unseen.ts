import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import words from '#resources/vocabulary/human-rights.json' with { type: 'json' };
import { sentences } from '#shared/anchor/units.ts';
import { chance } from '../search-corpus.ts';
import type { Collection, JudgedDocument, JudgedQuery } from './collection.ts';
import { isJapanese, remembered, sentencesOf, shuffled, turnsOf, withSlip } from './known-items.ts';

/** Texts that no figure of ranking was ever looked at on: manuals, and conversations recorded by machines. */
const MANUALS = ['.', 'refi/spec'];
const RECORDED = ['transcripts/zoom', 'transcripts/nasty', 'import-cases'];
const HEARING = ['transcripts/ja/kokkai_2025-02-19_sustainability_committee.utf8.txt'];
const EVERYTHING = [...HEARING, ...RECORDED, 'seeds', 'transcripts/published'];

const MOST = 200;
const SEED = 7_041_776;

interface Asked {
  readonly text: string;
  readonly of: JudgedDocument;
}

/** Collections made after the ranking was settled: its questions are words of one text, none quite as they stand there. */
export async function unseen(shared: string): Promise<Collection[]> {
  const next = chance(SEED);
  const hearing = await turnsOf(shared, HEARING);
  const everything = withoutCopies(await turnsOf(shared, EVERYTHING));
  return [
    collection('manuals, inflected', paragraphsOf(shared), (document) => {
      const kept = wordsOf(document, next);
      return kept && shuffled(kept.map(inflected), next).join(' ');
    }),
    collection('recordings, misspelt', withoutCopies(await turnsOf(shared, RECORDED)), (document) => {
      const kept = wordsOf(document, next);
      return kept && (isJapanese(document.text) ? kept : withSlip(kept, next)).join(' ');
    }),
    collection('hearing, reordered', hearing, (document) => {
      const kept = wordsOf(document, next);
      return kept && shuffled(kept, next).join(' ');
    }),
    collection('hearing, other kana', hearing, (document) => {
      const kept = wordsOf(document, next);
      return kept?.some((word) => KATAKANA.test(word)) ? kept.map(otherKana).join('') : null;
    }),
    collection('the other language', everything, (document) => translated(document, next)),
  ];
}

function collection(
  name: string,
  documents: readonly JudgedDocument[],
  ask: (document: JudgedDocument) => string | null,
): Collection {
  const asked = shuffled(documents, chance(SEED + documents.length))
    .flatMap((of): Asked[] => {
      const text = ask(of);
      return text ? [{ text, of }] : [];
    })
    .slice(0, MOST);
  return {
    name,
    documents,
    queries: asked.map(({ text }, at): JudgedQuery => ({ id: `${at}`, text, meeting: null })),
    relevant: new Map(asked.map(({ of }, at) => [`${at}`, new Set([of.id])])),
    japanese: documents.filter(({ text }) => isJapanese(text)).length * 2 > documents.length,
  };
}

/** Several files hold the same conversation in different formats. */
function withoutCopies(documents: readonly JudgedDocument[]): JudgedDocument[] {
  const seen = new Set<string>();
  return documents.filter(({ text }) => {
    const letters = text.replaceAll(/[^\p{L}]/gu, '').toLowerCase();
    return !seen.has(letters) && seen.add(letters);
  });
}

/** Half the words of one of its sentences. */
function wordsOf(document: JudgedDocument, next: () => number): string[] | null {
  const all = sentencesOf(document);
  const one = all[Math.floor(next() * all.length)];
  return one ? remembered(one, next) : null;
}

/** Paragraphs of the manuals, those of one file in their order. */
function paragraphsOf(shared: string): JudgedDocument[] {
  return MANUALS.flatMap((folder) => {
    const place = path.join(shared, folder);
    if (!existsSync(place)) return [];
    return readdirSync(place)
      .filter((name) => /\.(?:md|txt)$/.test(name))
      .sort()
      .flatMap((meeting) =>
        readFileSync(path.join(place, meeting), 'utf8')
          .split(/\n\s*\n/)
          .filter((text) => text.trim() !== '')
          .map(
            (text, order): JudgedDocument => ({
              id: `${meeting}-${order}`,
              title: '',
              text: text.trim(),
              speaker: '',
              meeting,
              order,
            }),
          ),
      );
  });
}

/** The other number, or person. */
function inflected(word: string): string {
  if (!/^[a-z]{5,}$/i.test(word)) return word;
  if (/[^aeiou]ies$/i.test(word)) return word.replace(/ies$/i, 'y');
  if (/s$/i.test(word)) return /(?:ss|us|is)$/i.test(word) ? word : word.slice(0, -1);
  return /[^aeiou]y$/i.test(word) ? word.replace(/y$/i, 'ies') : `${word}s`;
}

const KATAKANA = /[ァ-ヶ]{3}/;

/** Katakana in hiragana, as some type it. */
function otherKana(word: string): string {
  return word.replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

const TERMS = words.terms.filter(({ en, ja }) => en.length > 0 && ja.length > 0);

/** The other words of a sentence in which a term of the field stands, with the term in the other language. */
function translated(document: JudgedDocument, next: () => number): string | null {
  const own = isJapanese(document.text) ? 'ja' : 'en';
  const other = own === 'ja' ? 'en' : 'ja';
  for (const { start, end } of shuffled(sentences(document.text, own), next)) {
    const sentence = document.text.slice(start, end);
    const term = TERMS.find((one) => one[own].some((name) => stands(name, sentence)));
    if (!term) continue;
    const name = term[own].find((one) => stands(one, sentence)) ?? '';
    const rest = sentencesOf({ ...document, text: sentence.replace(name, ' ') })[0];
    return rest ? [term[other][0], ...remembered(rest, next).slice(0, 4)].join(' ') : null;
  }
  return null;
}

function stands(name: string, sentence: string): boolean {
  return name.length >= 3 && sentence.includes(name);
}
