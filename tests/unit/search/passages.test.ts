import { describe, expect, test } from 'vitest';
import { emptyState } from '#shared/model/tables.ts';
import { makeDialogue, makeTurn } from '../../fixtures/state.ts';
import { ask, built } from './workspace.ts';

/** A workspace of conversations, each a list of turns; and the texts that a question finds, the best first. */
function talking(...conversations: readonly (readonly string[])[]) {
  const dialogues = conversations.map((_, at) =>
    makeDialogue({ title: '', date: null, fiscalYear: 2000 + at }),
  );
  const turns = conversations.flatMap((texts, at) =>
    texts.map((text, order) => makeTurn(dialogues[at]?.id ?? '', { order, text })),
  );
  const search = built({ ...emptyState(), dialogues, turns });
  const textOf = (id: string) => turns.find((turn) => turn.id === id)?.text ?? '';
  return {
    search,
    dialogues,
    turns,
    hits: (query: string) =>
      ask(search, query, { kinds: ['turn'] }).hits.map((hit) => ({ ...hit, said: textOf(hit.id) })),
  };
}

describe('a stretch of a conversation', () => {
  const filler = (count: number) =>
    Array.from(
      { length: count },
      (_, at) => `Something altogether different came up as item ${at}, at length.`,
    );

  test('that speaks of the matter comes before turns that each repeat one common word', () => {
    const { hits } = talking(
      Array.from({ length: 7 }, () => 'The harbour, yes, the harbour.'),
      ['Who pays the divers of the harbour?', 'The pilots pay them.', 'And the divers sign for it.'],
    );
    expect(hits('who pays the divers and pilots of the harbour in the end?')[0]?.said).toMatch(
      /divers|pilots/,
    );
  });

  test('takes in the turns between those that hold the words, and says so; a search for words does not', () => {
    const { hits } = talking([
      ...filler(40),
      'The divers asked who would pay for the lost equipment.',
      'Nobody knew.',
      'The pilots would pay for the equipment of the divers, it was said.',
      ...filler(40),
    ]);
    const found = hits('who would pay for the lost equipment of the divers?');
    const between = found.find(({ said }) => said === 'Nobody knew.');
    expect(between).toMatchObject({ between: true, complete: false });
    expect(found.filter((hit) => !hit.between).every(({ snippet }) => snippet.marks.length > 0)).toBe(true);
    expect(hits('divers equipment').map(({ said }) => said)).not.toContain('Nobody knew.');
  });

  test('ends after some words, however few the turns are', () => {
    const long = Array.from({ length: 300 }, (_, at) => `word${at}`).join(' ');
    const { hits } = talking([
      'Divers and pilots met to speak of their pay and of the lost equipment.',
      long,
      'Nobody knew.',
    ]);
    const said = hits('what did divers and pilots say about the pay for equipment?').map((hit) => hit.said);
    expect(said).not.toContain('Nobody knew.');
  });

  test('is the same after an edit as in an index made anew', () => {
    const { search, turns, dialogues } = talking([...filler(5), 'The divers wait.', ...filler(5)]);
    const turn = turns[3];
    if (!turn) throw new Error('no turn');
    const after = { ...turn, text: 'The pilots and the divers wait for their pay and their equipment.' };
    for (const _ of search.follow([{ table: 'turns', id: turn.id, before: turn, after }]));
    const anew = built({
      ...emptyState(),
      dialogues,
      turns: turns.map((one) => (one.id === turn.id ? after : one)),
    });
    const question = 'what do divers and pilots wait for in the end?';
    const ranking = (one: typeof search) =>
      ask(one, question).hits.map(({ id, score, between }) => [id, score.toPrecision(9), between]);
    expect(ranking(search)).toEqual(ranking(anew));
  });
});

describe('a word of Japanese is marked as a whole', () => {
  const texts = [
    '技能実習生の声を聞きました。技能を学ぶ実習ではなく、習生という語もあります。',
    '実習の話をしました。',
    '苦情を受け付ける窓口です。',
  ];
  const { search, turns, dialogues } = talking(texts);
  const marked = (query: string) =>
    search
      .inDialogue(
        { query, typing: false, language: 'ja', limit: 50, sort: 'relevance', synonyms: false },
        dialogues[0]?.id ?? '',
      )
      .hits.flatMap(({ turnId, ranges }) => {
        const text = turns.find(({ id }) => id === turnId)?.text ?? '';
        return ranges.map(({ start, end }) => text.slice(start, end));
      });

  test('where it stands, its fragments are no hits', () => {
    expect(marked('技能実習生')).toEqual(['技能実習生']);
  });

  test('where it stands nowhere, its parts are', () => {
    expect(marked('苦情窓口')).toEqual(['苦情', '窓口']);
  });

  test('a text that holds few of its pairs is not listed', () => {
    const found = ask(search, '技能実習生', { kinds: ['turn'], synonyms: false });
    expect(found.hits.map(({ id }) => id)).toEqual([turns[0]?.id]);
  });

  test('where nothing holds most of its pairs, a part of the word is listed, as a part', () => {
    const found = talking(['外国の労働者が働く。', '労働の話。', '別の話。']).hits('季節労働者派遣問題');
    expect(found).toMatchObject([{ said: '外国の労働者が働く。', complete: false }]);
  });

  test('a long text that was pasted finds what holds some of its words', () => {
    const pasted = '養殖業者の団体 漁港の監視員制度 燃料補助金申請書類 潜水作業手当';
    const found = talking(['潜水作業手当が払われない。', '別の話。']).hits(pasted);
    expect(found.filter(({ between }) => !between).map(({ said }) => said)).toEqual([
      '潜水作業手当が払われない。',
    ]);
  });

  test('a katakana word with one kana left out is found, and marked where it is written in full', () => {
    const one = talking(['デューデリジェンスを始めた。', 'ビジネスの話。']);
    const [hit] = one.hits('デューデリジェス');
    expect(hit?.said).toBe('デューデリジェンスを始めた。');
    expect(hit?.snippet.marks.length).toBeGreaterThan(0);
  });
});
