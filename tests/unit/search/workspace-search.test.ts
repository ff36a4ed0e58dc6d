import { describe, expect, test } from 'vitest';
import { exampleWords } from '../../../renderer/features/search/example-words.ts';
import { makeDialogue, makeTurn } from '../../fixtures/state.ts';
import { ask, built, followed, talks, whole } from './workspace.ts';

const { state, turns, dialogue, passage, forcedLabour, privacy, advice, osei } = talks();
const search = built(state);
const turn = (index: number) => `turn:${turns[index]?.id}`;
const found = (query: string, typing = false) => whole(ask(search, query, { typing }));

describe('what is found', () => {
  test('turns that hold all words, in any form and order', () => {
    expect(found('auditing supplier')).toEqual([turn(2)]);
    expect(found('broker crew')).toEqual([turn(1)]);
  });

  test('a Japanese word inside a sentence', () => {
    expect(found('強制労働')).toEqual(expect.arrayContaining([turn(5), `issue:${forcedLabour.id}`]));
    expect(found('手数料')).toEqual([turn(5)]);
  });

  test('a phrase that stands nowhere is looked for by its words, and that is said; a quoted word is not', () => {
    const { unquoted, hits } = ask(search, '"remedy to right"');
    expect(unquoted).toEqual(['remedy to right']);
    expect(hits.map(({ id }) => id)).toContain(turns[3]?.id);
    expect(ask(search, '"right to remedy"').unquoted).toEqual([]);
    expect(ask(search, '"brokrs"')).toMatchObject({ unquoted: [], corrected: [], total: 0 });
  });

  test('a phrase with its small words, and only where it stands', () => {
    expect(found('"right to remedy"')).toEqual(expect.arrayContaining([turn(3), `advice:${advice.id}`]));
    expect(found('"right to remedy" cameras')).toEqual([]);
    expect(found('remedy right')).toContain(turn(3));
  });

  test('nothing with a word that is not wanted', () => {
    expect(found('audit')).toEqual(expect.arrayContaining([turn(2), turn(3)]));
    expect(found('audit -hotline')).toEqual([turn(2)]);
    expect(found('audit -"every second year"')).not.toContain(turn(2));
  });

  test('the beginning of a word while it is typed, and not after', () => {
    expect(found('remed', true)).toEqual(expect.arrayContaining([turn(3), turn(6)]));
    expect(found('hotli kind:turn', false)).toEqual([]);
    expect(found('kind:turn hotli', true)).toEqual([turn(3)]);
    expect(found('kind:turn hotli ', true)).toEqual([]);
  });

  test('words too small for the index, and signs, as they are written', () => {
    expect(found('above all of')).toContain(turn(4));
    expect(found(':')).toContain(turn(1));
  });

  test('an issue by any of its names, and what was coded to it by its name', () => {
    expect(whole(ask(search, 'debt bondage', { synonyms: false }))).toEqual([`issue:${forcedLabour.id}`]);
    expect(found('プライバシー')).toEqual([`issue:${privacy.id}`, turn(4)]);
    expect(found('forced labour')).toContain(turn(3));
    expect(found('"work at sea"')).toEqual([`issue:${forcedLabour.id}`]);
    expect(found('C29 convention')).toEqual([`issue:${forcedLabour.id}`]);
  });

  test('people by alias, and what they said by their name in another script', () => {
    expect(found('kind:person osei')).toHaveLength(1);
    expect(found('オセイ')).toEqual(expect.arrayContaining([turn(1), turn(3), turn(5)]));
  });

  test('by filters alone, and by filters with words', () => {
    expect(found('person:osei kind:turn').sort()).toEqual([turn(1), turn(3), turn(5)].sort());
    expect(found('person:"harbour workers" kind:turn audit')).toEqual([turn(3)]);
    expect(found('issue:forced kind:advice')).toEqual([`advice:${advice.id}`]);
    expect(found('-kind:turn -kind:issue -kind:person -kind:advice')).toEqual([`dialogue:${dialogue.id}`]);
  });

  test('nothing for nothing', () => {
    for (const query of ['', '  ', '　', '""', 'kind:', 'zzzz']) expect(found(query)).toEqual([]);
  });
});

describe('what comes first', () => {
  test('the issue itself before what merely bears on it', () => {
    expect(found('forced labour')[0]).toBe(`issue:${forcedLabour.id}`);
  });

  test('a turn that says the word before one that is only found by its issue', () => {
    const order = found('labour kind:turn');
    expect(order.indexOf(turn(1))).toBeLessThan(order.indexOf(turn(3)));
  });

  test('all words before some of them', () => {
    const { hits } = ask(search, 'brokers suppliers');
    expect(hits[0]).toMatchObject({ id: turns[2]?.id, complete: true });
    expect(hits.slice(1).every(({ complete }) => !complete)).toBe(true);
    expect(hits.map(({ id }) => id)).toContain(turns[1]?.id);
  });

  test('a question in plain words finds its turn though no turn holds all of them', () => {
    const { hits } = ask(search, 'How much do seafaring crews owe for recruitment fees?', {
      kinds: ['turn'],
    });
    expect(hits[0]?.id).toBe(turns[1]?.id);
  });
});

describe('a hit', () => {
  test('says who, where and when, and leads to the words in the turn', () => {
    const [hit] = ask(search, 'hotline kind:turn').hits;
    expect(hit).toMatchObject({
      speaker: { name: osei.name, organisation: osei.organisation, external: true },
      dialogue: { id: dialogue.id, date: '2024-06-01' },
      turnId: turns[3]?.id,
      turnNumber: 4,
      policy: 'named',
    });
    expect(hit?.issues.map(({ id }) => id)).toEqual([forcedLabour.id]);
    expect(turns[3]?.text.slice(hit?.range?.start, hit?.range?.end)).toBe('hotline');
  });

  test('names the issue in the reader’s language, and the other name by which it was found', () => {
    const of = (query: string, language: string, synonyms = false) =>
      ask(search, `${query} kind:issue`, { language, synonyms }).hits[0];
    expect(of('forced labour', 'en')?.title).toEqual({
      text: 'Forced labour',
      marks: [{ start: 0, end: 13 }],
    });
    expect(of('forced labour', 'ja')?.title?.text).toBe('強制労働');
    expect(of('forced labour', 'ja')?.alias?.text).toBe('Forced labour');
    expect(of('bondage', 'en')?.alias?.text).toBe('debt bondage');
    // As a synonym its own name is what was found.
    expect(of('forced labour', 'ja', true)?.title?.marks).toEqual([{ start: 0, end: 4 }]);
  });

  test('says through what it was found where its words do not', () => {
    expect(ask(search, 'C29 convention').hits[0]?.through?.text).toBe('ILO C29 2');
    expect(ask(search, 'オセイ kind:turn').hits[0]?.through?.text).toBe('ミレラ・オセイ');
    expect(ask(search, 'hotline kind:turn').hits[0]?.through).toBeNull();
  });

  test('of the examples that the search view takes from a quote is its own turn', () => {
    for (const one of turns.slice(1, 6)) {
      const { words, phrase } = exampleWords(one.text);
      for (const query of [words, phrase]) if (query) expect(found(query)).toContain(`turn:${one.id}`);
    }
    expect(exampleWords('')).toEqual({});
  });

  test('carries the strictest policy of its dialogue and passages', () => {
    const secret = talks({ attribution: 'affiliation' });
    const strict = built({
      ...secret.state,
      passages: [{ ...secret.passage, attribution: 'off-record' }],
    });
    expect(ask(strict, 'hotline kind:turn').hits[0]?.policy).toBe('off-record');
    expect(ask(strict, 'seafarers kind:advice').hits[0]?.policy).toBe('off-record');
    expect(ask(strict, 'cameras kind:turn').hits[0]?.policy).toBe('affiliation');
    expect(passage.attribution).toBeNull();
  });

  test('is counted by kind, whichever kinds are listed', () => {
    const { counts, total, hits } = ask(search, 'forced labour', { kinds: ['issue'] });
    expect(counts).toMatchObject({ issue: 1, advice: 1 });
    expect(counts.turn).toBeGreaterThan(0);
    expect([total, hits.filter(({ complete }) => complete).length]).toEqual([1, 1]);
  });
});

describe('the same results by dialogue and by date', () => {
  const later = makeDialogue({ title: 'Later', date: '2025-05-05' });
  const undated = makeDialogue({ title: 'Undated', date: null });
  const more = [
    makeTurn(later.id, { order: 1, text: 'The audit again, and only the audit.' }),
    makeTurn(later.id, { order: 0, text: 'First an audit.' }),
    makeTurn(undated.id, {
      text: 'Much was said of many other things, and one word of an audit in passing.',
    }),
  ];
  const wider = built({
    ...state,
    dialogues: [...state.dialogues, undated, later],
    turns: [...more, ...state.turns],
  });

  test('the newest dialogue first, in it what was said first; without a date last', () => {
    const { hits } = ask(wider, 'audit kind:turn', { sort: 'date' });
    expect(hits.map(({ id }) => id)).toEqual(
      [more[1], more[0], turns[2], turns[3], more[2]].map((one) => one?.id),
    );
    expect(ask(wider, 'audit kind:turn', { sort: 'date', limit: 2 }).hits.map(({ id }) => id)).toEqual(
      [more[1], more[0]].map((one) => one?.id),
    );
  });

  test('a group a dialogue: the one with the best hit first, and in it that hit', () => {
    const { hits, groups } = ask(wider, 'audit kind:turn');
    expect(groups.map(({ dialogue: one, total }) => [one?.title, total])).toEqual([
      ['Later', 2],
      ['Undated', 1],
      [dialogue.title, 2],
    ]);
    expect(groups[0]?.hits[0]).toBe(hits[0]);
    expect(groups.flatMap((group) => group.hits)).toHaveLength(hits.length);
    const short = ask(wider, 'audit kind:turn', { limit: 2 });
    expect(short.groups.map((group) => [group.total, group.hits.length])).toEqual([[2, 2]]);
    expect(ask(wider, 'forced labour kind:issue').groups).toMatchObject([{ dialogue: null, total: 1 }]);
  });

  test('every dialogue on the page shows more than its best hit, the same that come first when it is asked alone', () => {
    const dialogues = Array.from({ length: 6 }, (_, at) =>
      makeDialogue({ title: `Talk ${at}`, date: `20${10 + at}-01-01` }),
    );
    // The first one speaks of nothing else: its turns alone fill the first places.
    const turns = dialogues.flatMap((one, at) =>
      Array.from({ length: 300 }, (_, order) =>
        makeTurn(one.id, {
          order,
          text: at === 0 ? 'Audit audit.' : `${'Words '.repeat(3 + (order % 7))} about an audit of ${at}.`,
        }),
      ),
    );
    const full = built({
      ...state,
      dialogues,
      turns,
      participants: [],
      passages: [],
      codings: [],
      advice: [],
    });
    for (const sort of ['relevance', 'date'] as const) {
      // Two of the second dialogue are on the page, and the others that its share allows.
      const page = ask(full, 'audit kind:turn', { limit: 302, sort });
      expect(page.groups.map(({ total, hits: own }) => [total, own.length])).toEqual([
        [300, 300],
        [300, 226],
      ]);
      for (const { dialogue: one, hits: own } of page.groups) {
        const alone = ask(full, 'audit kind:turn', { sort, chosen: { dialogue: [one?.id ?? ''] } });
        expect(own.slice(0, 40).map(({ id }) => id)).toEqual(alone.hits.slice(0, 40).map(({ id }) => id));
      }
    }
  });

  test('a dialogue that gets another date takes its place', () => {
    const changing = built({
      ...state,
      dialogues: [...state.dialogues, later],
      turns: [...more, ...state.turns],
    });
    const firstOf = () => ask(changing, 'audit kind:turn', { sort: 'date' }).hits[0]?.dialogue?.id;
    expect(firstOf()).toBe(later.id);
    followed(changing, [
      { table: 'dialogues', id: later.id, before: later, after: { ...later, date: '1999' } },
    ]);
    expect(firstOf()).toBe(dialogue.id);
  });
});

describe('places to be coded', () => {
  const request = { typing: false, language: 'en', sort: 'relevance', synonyms: true, limit: 20 } as const;
  const words = (query: string, unit: 'sentence' | 'turn', limit = 100) => {
    const { places, more } = search.places({ ...request, query }, unit, limit);
    return {
      texts: places.map(({ turnId, start, end }) =>
        turns.find(({ id }) => id === turnId)?.text.slice(start, end),
      ),
      more,
    };
  };

  test('are the sentences with a hit, or the whole turns, in the order of the dialogue', () => {
    expect(words('audit', 'sentence').texts).toEqual([
      'We audit our suppliers every second year, and we know little about the brokers.',
      'An audit does not hear the crews.',
    ]);
    expect(words('audit', 'turn').texts).toEqual([turns[2]?.text, turns[3]?.text]);
    expect(words('手数料', 'sentence').texts).toEqual(['船員は手数料を借金で払っています。']);
  });

  test('are turns alone, and whole hits where there are any', () => {
    expect(words('brokers suppliers', 'turn').texts).toEqual([turns[2]?.text]);
    expect(words('hotline cameras', 'sentence').texts).toHaveLength(2);
    expect(words('person:osei', 'sentence').texts).toEqual([]);
    expect(words('person:osei', 'turn').texts).toHaveLength(3);
    expect(words('', 'turn').texts).toEqual([]);
  });

  test('are no more than asked for, and say how many there are beyond', () => {
    expect(words('audit', 'turn', 1)).toEqual({ texts: [turns[2]?.text], more: 1 });
    expect(words('crews', 'sentence', 1)).toMatchObject({ more: expect.any(Number) });
  });

  test('fit what was chosen', () => {
    const chosen = { speaker: [osei.personId ?? ''] };
    expect(
      search.places({ ...request, query: 'audit', chosen }, 'turn', 9).places.map((one) => one.turnId),
    ).toEqual([turns[3]?.id]);
  });
});

test('hits in a dialogue are given turn by turn, every one of them, in reading order', () => {
  const request = {
    query: 'crews audit',
    typing: false,
    language: 'en',
    sort: 'relevance',
    synonyms: true,
    limit: 1,
  } as const;
  expect(search.inDialogue(request, dialogue.id).hits).toEqual([
    {
      turnId: turns[3]?.id,
      ranges: ['audit', 'crews'].map((word) => {
        const start = turns[3]?.text.indexOf(word) ?? -1;
        return { start, end: start + word.length };
      }),
    },
  ]);
  const { hits: all } = search.inDialogue({ ...request, query: 'broker OR hotline' }, dialogue.id);
  expect(all.map(({ turnId }) => turnId)).toEqual([1, 2, 3].map((at) => turns[at]?.id));
  expect(search.inDialogue({ ...request, query: 'crews' }, String(privacy.id)).hits).toEqual([]);
  // A synonym is a hit like the word itself.
  const [bonded] = search.inDialogue({ ...request, query: 'bonded labour' }, dialogue.id).hits;
  expect(bonded?.ranges.map(({ start, end }) => turns[1]?.text.slice(start, end))).toEqual(['forced labour']);
  // A phrase that stands nowhere is looked for by its words here, too, and that is said.
  const asked = (query: string) => search.inDialogue({ ...request, query }, dialogue.id);
  expect(asked('"crews of brokers"')).toMatchObject({ unquoted: ['crews of brokers'] });
  expect(asked('"crews of brokers"').hits).not.toEqual([]);
  expect(asked('"right to remedy"').unquoted).toEqual([]);
});

test('two hiragana find nothing by themselves where something else was asked for too', () => {
  const { state, dialogue } = talks();
  const texts = ['船員のしごとを調べた。', 'ひとごとではない。', '船員に聞いた。'];
  const turns = texts.map((text, order) => makeTurn(dialogue.id, { order, text }));
  const search = built({ ...state, turns, passages: [], codings: [], advice: [] });
  const found = (query: string) => ask(search, `${query} kind:turn`).hits;
  // ごと stands in ひとごと as well: that says nothing of the work of seafarers.
  expect(found('船員しごと').map(({ id }) => id)).toEqual([turns[0]?.id, turns[2]?.id]);
  for (const { snippet } of found('船員しごと')) expect(snippet.marks).not.toEqual([]);
  expect(found('ごと').map(({ id }) => id)).toEqual(expect.arrayContaining([turns[0]?.id, turns[1]?.id]));
});

test('what is counted is what can be coded, for a question in plain words too', () => {
  const { state } = talks();
  const search = built(state);
  const query = 'what did anyone say about audits and brokers and the fees of crews?';
  const answer = ask(search, query);
  expect(answer.wholeFirst).toBe(false);
  expect(ask(search, 'broker').wholeFirst).toBe(true);
  const request = {
    query,
    typing: false,
    language: 'en',
    limit: 9,
    sort: 'relevance',
    synonyms: true,
  } as const;
  const { places } = search.places(request, 'turn', 1000);
  expect(places).toHaveLength(answer.counts.turn);
  expect(answer.counts.turn).toBeGreaterThan(1);
});
