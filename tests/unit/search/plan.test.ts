import { expect, test } from 'vitest';
import { emptyState } from '#shared/model/tables.ts';
import { MOST_WORDS } from '#shared/search/compile.ts';
import { makeDialogue, makeTurn } from '../../fixtures/state.ts';
import { ask, built, talks, whole } from './workspace.ts';

const { state, turns } = talks();
const search = built(state);
const turn = (at: number) => `turn:${turns[at]?.id}`;
const found = (query: string) => whole(ask(search, query, { kinds: ['turn'], synonyms: false }));

test('either of two, both of two, one without the other', () => {
  expect(found('hotline OR cameras').sort()).toEqual([turn(3), turn(4)].sort());
  expect(found('suppliers brokers OR cameras privacy').sort()).toEqual([turn(2), turn(4)].sort());
  expect(found('audit (hotline OR cameras)')).toEqual([turn(3)]);
  expect(found('(hotline audit) OR (cameras -children) OR "every second year"').sort()).toEqual(
    [turn(2), turn(3)].sort(),
  );
  expect(found('audit NOT (hotline OR cameras)')).toEqual([turn(2)]);
  expect(found('手数料 OR hotline').sort()).toEqual([turn(3), turn(5)].sort());
});

test('a beginning with a star, wherever it stands', () => {
  expect(found('remed*').sort()).toEqual([turn(3), turn(6)].sort());
  expect(found('remed* crews')).toEqual([turn(3)]);
  expect(found('remedia')).toEqual([]);
});

test('a star by itself is anything', () => {
  expect(found('*')).toHaveLength(turns.length);
  expect(found('* speaker:osei').sort()).toEqual([turn(1), turn(3), turn(5)].sort());
  expect(found('hotline *')).toEqual([turn(3)]);
});

test('alternatives hold everything that belongs to them, others are not listed at all', () => {
  const ids = ask(search, 'hotline cameras OR brokers suppliers', { synonyms: false }).hits.map(
    ({ id }) => id,
  );
  expect(ids).toEqual([turns[2]?.id]);
});

test('a query of too many words looks for the rarest that stand anywhere, and says so', () => {
  const characters = Array.from({ length: MOST_WORDS + 60 }, (_, at) =>
    String.fromCodePoint(0x4e00 + 7 * at),
  );
  const meant = makeTurn('', { text: `${characters.slice(60).join('')}。` });
  const dialogue = makeDialogue();
  const texts = Array.from({ length: 9 }, (_, order) =>
    makeTurn(dialogue.id, { order, text: characters.slice(0, 60).join('') }),
  );
  const filled = built({
    ...emptyState(),
    dialogues: [dialogue],
    turns: [...texts, { ...meant, dialogueId: dialogue.id, order: 50 }],
  });
  const { bounded, hits } = ask(filled, characters.join(''));
  expect(bounded?.code).toBe('search.bounded.words');
  expect(bounded?.params.kept).toBe(MOST_WORDS);
  expect(hits.map(({ id }) => id)).toContain(meant.id);
});

test.each([
  ['a star', '*'],
  ['many stars', '*a* **b** *** c*d*e*'.repeat(20)],
  ['ten thousand characters', 'brokers and fees '.repeat(600)],
  ['ten thousand characters without a space', '強制労働'.repeat(2_500)],
  ['thousands of alternatives', Array.from({ length: 3_000 }, (_, at) => `fee${at}`).join(' OR ')],
  ['thousands of parentheses', '('.repeat(5_000)],
  ['thousands of things not wanted', '-a '.repeat(3_000)],
  ['one letter many times', 'a b c d e f g h i j k l m n o p q r s t u v w x y z'],
  ['open quotes', '"'.repeat(999)],
  ['slips everywhere', 'brokrs suplier hotlnie cmaeras privcay childern borkers audti'.repeat(9)],
])('%s is answered', (_, query) => {
  for (const typing of [false, true]) {
    const answer = ask(search, query, { typing, limit: 20 });
    expect(answer.searched).toBeGreaterThan(0);
    expect(answer.bounded === null).toBe(query.length < 2_000);
    expect(new Set(answer.corrected.map(({ from }) => from)).size).toBeLessThanOrEqual(8);
  }
});
