/** Nothing that stands in a text, and that a person would type, is answered with nothing. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { analyse } from '#shared/search/analysis/analyse.ts';
import type { WorkspaceSearch } from '#shared/search/workspace-search.ts';
import { makeDialogue, makeTurn } from '../../fixtures/state.ts';
import { ask, built } from './workspace.ts';

/** A workspace of these texts, and which of its turns are whole hits for a query. */
function saying(texts: readonly string[]): (query: string) => Set<string> {
  const dialogue = makeDialogue({ title: '' });
  const turns = texts.map((text, order) => makeTurn(dialogue.id, { order, text }));
  const textOf = new Map(turns.map(({ id, text }) => [id, text]));
  const search: WorkspaceSearch = built({ ...emptyState(), dialogues: [dialogue], turns });
  return (query) =>
    new Set(
      ask(search, query, { limit: 1_000, kinds: ['turn'], synonyms: false })
        .hits.filter(({ complete }) => complete)
        .map(({ id }) => textOf.get(id) ?? ''),
    );
}

/** Every run of two to six characters of kanji or of katakana in a text, beginning and ending where a word can. */
function wordsIn(text: string): string[] {
  return [...text.matchAll(/[\p{Script=Han}々]{2,}|[ァ-ヺー]{2,}/gu)].flatMap(([run]) => {
    const characters = [...run];
    return characters.flatMap((first, at) =>
      /[々ァィゥェォッャュョヮヵヶー]/.test(first)
        ? []
        : [2, 3, 4, 5, 6]
            .filter(
              (length) =>
                at + length <= characters.length && !/[ァィゥェォ々]/.test(characters[at + length] ?? ''),
            )
            .map((length) => characters.slice(at, at + length).join('')),
    );
  });
}

/** Every word of Japanese in the texts is found in every text where it stands. */
function expectRecall(texts: readonly string[]): number {
  const found = saying(texts);
  const words = new Set(texts.flatMap(wordsIn));
  for (const word of words) {
    const hits = found(word);
    for (const text of texts) if (text.includes(word)) expect(hits, word).toContain(text);
  }
  return words.size;
}

const kanji = fc.constantFrom(...'人権労働強制取扱引渡申込支払国際条約髙邊勞々');
const katakana = fc.constantFrom(...'サーバハラスメントプイシヴァェッ');
const hiragana = fc.constantFrom(...'のをにりいしきけえれ');
const japanese = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: kanji },
      { weight: 3, arbitrary: katakana },
      hiragana,
      fc.constantFrom('、', ' ', 'A', '9'),
    ),
    {
      minLength: 2,
      maxLength: 24,
    },
  )
  // Two marks repeat two characters: what a part of such a word repeats, the part alone does not tell.
  .map((characters) => characters.join('').replaceAll(/々{2,}/gu, '々'));

describe('Japanese', () => {
  test('every word of two to six kanji or katakana is found wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(japanese, { minLength: 1, maxLength: 4 }), (texts) => {
        expectRecall([...new Set(texts)]);
      }),
      { numRuns: 40 },
    );
  });

  test('so it is in the sample that ships', { timeout: 60_000 }, () => {
    const sample = JSON.parse(
      readFileSync(path.resolve(import.meta.dirname, '../../../resources/sample/sample.json'), 'utf8'),
    ) as WorkspaceState;
    const texts = [
      ...sample.issues.flatMap(({ name, definition, include }) => [name.ja, definition.ja, include.ja]),
      ...sample.instruments.map(({ name }) => name.ja),
    ].filter((text) => text !== undefined && text !== '') as string[];
    expect(expectRecall([...new Set(texts)])).toBeGreaterThan(200);
  });

  const folder = path.resolve(import.meta.dirname, '../../../../shared/search-eval/jsquad-ja');
  test.runIf(existsSync(folder))('and in an encyclopaedia', { timeout: 60_000 }, () => {
    const lines = readFileSync(path.join(folder, 'corpus.jsonl'), 'utf8').trim().split('\n');
    const texts = lines
      .filter((_, at) => at % 100 === 0)
      .map((line) => (JSON.parse(line) as { text: string }).text);
    expect(expectRecall([...new Set(texts)])).toBeGreaterThan(500);
  });
});

describe('English, figures and codes', () => {
  const TEXT =
    'To be or not to be paid: 12.5% of crews owe USD 1,500 under C111 and C.029; see UNGP 13, ISO45001, SA8000:2014, 第9条, write to a.osei@union.example — it’s the workers’ U.N. e-mail, AT&T (co-operation) and/or 24/7 “who am I?”';

  test.each([
    'to be',
    'to be or not to be',
    'not to',
    '%',
    '12.5%',
    '12.5',
    '1,500',
    '1500',
    'USD 1,500',
    'C111',
    'c111',
    'C.029',
    'UNGP 13',
    'ISO45001',
    'SA8000:2014',
    '第9条',
    '9条',
    'a.osei@union.example',
    'union.example',
    'it’s',
    "it's",
    'workers’',
    'U.N.',
    'UN',
    'e-mail',
    'email',
    'AT&T',
    'co-operation',
    'cooperation',
    'and/or',
    '24/7',
    'who am I?',
    'to',
    'I',
    '&',
    '@',
  ])('%s is found where it stands', (query) => {
    expect(saying([TEXT, 'Nothing of it here.'])(query)).toContain(TEXT);
  });

  test('any words copied out of a text find it', () => {
    const word = fc.constantFrom(
      ...TEXT.split(' '),
      'the',
      'of',
      'it',
      'labour',
      'audited',
      'ILO',
      'No.',
      '190',
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.nat(),
        (words, first, length) => {
          const text = words.join(' ');
          const from = first % words.length;
          const query = words.slice(from, from + 1 + (length % 3)).join(' ');
          fc.pre(!/["“”:]|^-/.test(query) && /[\p{L}\p{N}]/u.test(query));
          expect(saying([text])(query), query).toContain(text);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('every word of a text has a term of its own or is a word too small for the index', () => {
    const known = analyse(TEXT).map(({ start, end }) => TEXT.slice(start, end));
    expect(known).toEqual(expect.arrayContaining(['paid', '12.5', 'C111', 'ISO45001', '第', 'UNGP', '13']));
  });
});
