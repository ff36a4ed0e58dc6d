import { describe, expect, test } from 'vitest';
import words from '#resources/vocabulary/human-rights.json' with { type: 'json' };
import { emptyState } from '#shared/model/tables.ts';
import { makeDialogue, makeTurn } from '../../fixtures/state.ts';
import { ask, built } from './workspace.ts';

type Forms = Readonly<Record<string, (name: string) => string>>;

/** How people write a name in English … */
const ENGLISH: Forms = {
  'as it is': (name) => name,
  'in capitals': (name) => name.toUpperCase(),
  'with hyphens': (name) => name.replaceAll(' ', '-'),
  'without hyphens': (name) => name.replaceAll('-', ' '),
  'hyphens left out': (name) => name.replaceAll('-', ''),
  'two words as one': (name) => (/^[A-Za-z]+ [A-Za-z]+$/.test(name) ? name.replace(' ', '') : name),
  'full width': (name) =>
    name.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  plural: (name) => (/[a-z]{3,}(?<![sy])$/.test(name) ? `${name}s` : name),
  'with a word that adds nothing': (name) => `${name} system`,
};

/** … and in Japanese. */
const JAPANESE: Forms = {
  'as it is': (name) => name,
  'without dots': (name) => name.replaceAll('・', ''),
  'half width': (name) => name.replaceAll('・', '･'),
  制度: (name) => `${name}制度`,
  窓口: (name) => `${name}窓口`,
  体制: (name) => `${name}体制`,
  の仕組み: (name) => `${name}の仕組み`,
};

describe('every term of the vocabulary', () => {
  const dialogues = words.terms.map(({ en }) => makeDialogue({ title: '', summary: en[0] ?? '' }));
  const said = words.terms.map(({ en, ja }, at) => ({
    english: makeTurn(dialogues[at]?.id ?? '', { order: 0, text: `It was about ${en[0] ?? ''} this time.` }),
    japanese: makeTurn(dialogues[at]?.id ?? '', { order: 1, text: `今回は「${ja[0] ?? ''}」についてです。` }),
  }));
  const search = built({
    ...emptyState(),
    dialogues,
    turns: said.flatMap(({ english, japanese }) => [english, japanese]),
  });
  const found = (query: string, at: number) =>
    ask(search, query, { kinds: ['turn'], limit: 2, chosen: { dialogue: [dialogues[at]?.id ?? ''] } })
      .hits.filter(({ between }) => !between)
      .map(({ id }) => id);

  test.each(Object.entries(ENGLISH))('is found from each of its English names: %s', (_, form) => {
    const missed = words.terms.flatMap(({ en }, at) =>
      en.map(form).filter((query) => !found(query, at).includes(said[at]?.japanese.id ?? '')),
    );
    expect(missed).toEqual([]);
  });

  test.each(Object.entries(JAPANESE))('is found from each of its Japanese names: %s', (_, form) => {
    const missed = words.terms.flatMap(({ ja }, at) =>
      ja.map(form).filter((query) => !found(query, at).includes(said[at]?.english.id ?? '')),
    );
    expect(missed).toEqual([]);
  });
});
