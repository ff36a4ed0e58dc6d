import { describe, expect, test } from 'vitest';
import { emptyState } from '#shared/model/tables.ts';
import { makeDialogue, makeIssue, makeTurn } from '../../fixtures/state.ts';
import { ask, built, talks } from './workspace.ts';

/** A workspace of these turns, each in a dialogue of its own; what a query finds of them, in order. */
function saying(...texts: readonly string[]) {
  const dialogues = texts.map(() => makeDialogue({ title: '' }));
  const turns = texts.map((text, at) => makeTurn(dialogues[at]?.id ?? '', { text }));
  const workspace = {
    id: 'workspace',
    name: {},
    company: {},
    companyAliases: [],
    languages: ['en', 'ja'],
    fiscalYear: { firstMonth: 4, namedBy: { en: 'end', ja: 'start' } },
  };
  const search = built({
    ...emptyState(),
    workspace: [workspace as never],
    dialogues,
    turns,
    issues: [makeIssue({ synonyms: { 'ja-Latn': ['kyousei roudou'] } })],
  });
  return (query: string, synonyms = true) =>
    ask(search, query, { synonyms, kinds: ['turn'] })
      .hits.filter(({ complete }) => complete)
      .map(({ id }) => turns.findIndex((turn) => turn.id === id));
}

describe('what was said in one language is found from the other', () => {
  const found = saying(
    'A grievance mechanism was set up in the port.',
    '港に苦情処理メカニズムが置かれました。',
    'Nothing of the kind.',
  );

  test.each([
    ['grievance mechanism', [0, 1]],
    ['苦情処理メカニズム', [1, 0]],
  ])('%s, in its own words first', (query, order) => {
    expect(found(query)).toEqual(order);
    expect(found(query, false)).toEqual(order.slice(0, 1));
  });

  test('an abbreviation and what it stands for', () => {
    const said = saying('国連の指導原則を読み直した。', 'The UNGPs were read again.', 'We read the guide.');
    expect(said('UN Guiding Principles').sort()).toEqual([0, 1]);
    expect(said('指導原則')[0]).toBe(0);
  });

  test('and the answer says by what it was widened', () => {
    const { state } = talks();
    const turn = makeTurn(state.dialogues[0]?.id ?? '', { order: 30, text: '結社の自由が守られていない。' });
    const search = built({ ...state, turns: [...state.turns, turn] });
    const { also } = ask(search, 'freedom of association');
    expect(also).toEqual([expect.objectContaining({ issueId: null, terms: ['結社の自由'] })]);
    expect(ask(search, 'freedom of association', { synonyms: false }).also).toEqual([]);
  });
});

test('a rare synonym does not come before the word that was typed', () => {
  const found = saying(
    ...Array.from(
      { length: 12 },
      (_, at) => `A freelancer told us of her ${at + 1} contracts and of late pay.`,
    ),
    'フリーランスの話。',
  );
  expect(found('freelancer').at(-1)).toBe(12);
  expect(found('フリーランス')[0]).toBe(12);
});

test('what joins two names is not asked for', () => {
  const found = saying('苦情処理メカニズムを現代奴隷法で定めた。', '港では船が待つ。');
  expect(found('苦情処理メカニズムの現代奴隷法')).toEqual([0]);
});

test('a word written both as one and in two has not been said more for that', () => {
  const found = saying(
    'The handoff, a hand off as some write it, was late.',
    'Hand off papers, hand off keys.',
    'Another matter altogether, and nothing of it here.',
  );
  expect(found('hand off')[0]).toBe(1);
});

describe('a fiscal year by all its names', () => {
  const found = saying(
    'It was drafted in fiscal 2020.',
    '2019年度に策定しました。',
    '令和元年度の研修です。',
    'FY2021 was another matter.',
    '2020年度は別です。',
  );
  test.each(['FY2020', 'fiscal 2020', 'fiscal year 2020', '2019年度', '令和元年度', '令和1年度'])(
    '%s',
    (query) => {
      expect(found(query).sort()).toEqual([0, 1, 2]);
    },
  );
});

describe('words as others write them', () => {
  test.each([
    ['hand off', 'They handoff the papers at noon.'],
    ['handoff', 'They hand off the papers at noon.'],
    ['hand-off', 'They handoff the papers at noon.'],
    ['dont', 'We don’t know.'],
    ['don’t', 'We dont know.'],
    ['第3次', '第三次の計画を読む。'],
    ['第三次', '第3次の計画を読む。'],
    ['第二十三回', '第23回の会合でした。'],
    ['kyosei rodo', 'ここには強制労働がある。'],
    ['kyousei roudou', 'ここには強制労働がある。'],
    ['ﾊﾗｽﾒﾝﾄ', 'ハラスメントの相談が増えた。'],
    ['サプライヤ', 'サプライヤーと話した。'],
  ])('%s finds %s', (query, text) => {
    expect(saying('Something else was said.', text, '別の話です。')(query)).toEqual([1]);
  });
});

describe('a name set off otherwise', () => {
  test('counts as the words that were typed: before what has only one of them, or is another name', () => {
    const found = saying(
      'The crowdworkers asked for a contract.',
      'The workers, the other workers and all workers who work with workers.',
      'クラウドワーカーが契約を求めた。',
    );
    expect(found('crowd workers')).toEqual([0, 2]);
    expect(found('crowd-workers')).toEqual([0, 2]);
  });

  test.each([
    ['whistle blowing', '内部通報が三件ありました。'],
    ['supplychain', '供給網を調べました。'],
    ['供給網', 'We looked along the supplychain.'],
    ['サプライヤ宣言', 'The supplier declaration was signed.'],
    ['supplier declaration', 'サプライヤ宣言に署名しました。'],
  ])('%s finds: %s', (query, text) => {
    expect(saying(text, 'Nothing of the kind.')(query)).toEqual([0]);
  });
});

describe('a word behind a name that says no more', () => {
  const found = saying(
    'Whistleblowing is rare here.',
    'A surveillance camera was found.',
    '監督が来ました。',
  );

  test('is not asked of what has another name', () => {
    for (const query of ['内部通報制度', '内部通報体制', '内部通報の仕組み', '公益通報の窓口'])
      expect(found(query), query).toEqual([0]);
    expect(found('監視体制')).toEqual([1]);
  });

  test('nor makes a part of another word a name', () => {
    expect(found('監視員制度')).toEqual([]);
    expect(found('監視体制図')).toEqual([]);
  });
});
