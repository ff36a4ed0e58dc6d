import { describe, expect, test } from 'vitest';
import { emptyState } from '#shared/model/tables.ts';
import { makeDialogue, makeTurn } from '../../fixtures/state.ts';
import { ask, built } from './workspace.ts';

/** Conversations, each a list of turns; and the texts that a question finds, the best first. */
function talking(...conversations: readonly (readonly string[])[]) {
  const dialogues = conversations.map((_, at) => makeDialogue({ title: '', fiscalYear: 2000 + at }));
  const turns = conversations.flatMap((texts, at) =>
    texts.map((text, order) => makeTurn(dialogues[at]?.id ?? '', { order, text })),
  );
  const search = built({ ...emptyState(), dialogues, turns });
  return (query: string) =>
    ask(search, query, { kinds: ['turn'] }).hits.map(
      (hit) => turns.find((turn) => turn.id === hit.id)?.text ?? '',
    );
}

describe('a question in two scripts', () => {
  const japanese = [
    '港では荷役の機械が止まりました。',
    '港の荷役の機械の安全装置は点検の記録がなく、夜勤の作業員が独りで修理していました。',
    '夜勤の作業員は荷役の機械の修理の記録をつけません。',
    '安全装置の点検は夜勤の作業員が独りでします。',
  ];
  const english = ['Good morning.', 'The divers paid for lost equipment.', 'Nobody asked the pilots.'];
  const found = talking(japanese, english);

  test('has the answer to each part before what stands around one of them', () => {
    const query = 'divers lost equipment 港の荷役の機械の安全装置 夜勤の作業員が独りで修理 点検の記録';
    expect(found(query).slice(0, 2).sort()).toEqual([english[1], japanese[1]].sort());
  });

  test('in whatever order its parts are typed', () => {
    const query = '港の荷役の機械の安全装置 夜勤の作業員が独りで修理 点検の記録 divers lost equipment';
    expect(found(query).slice(0, 2).sort()).toEqual([english[1], japanese[1]].sort());
  });

  test('of which one is a lone word has the answer to the other first', () => {
    const query = 'nobody 港の荷役の機械の安全装置 夜勤の作業員が独りで修理 点検の記録';
    expect(found(query)[0]).toBe(japanese[1]);
    expect(found(query).indexOf(english[2] ?? '')).toBeGreaterThan(1);
  });

  test('that one text answers is ranked as any other', () => {
    const both = talking(
      ['Acme Robotics社の人権方針は取締役会が承認しました。', '人権方針はまだありません。'],
      ['Acme Robotics builds arms for ports.'],
    );
    expect(both('Acme Robotics社の人権方針を承認したのは誰ですか？')[0]).toMatch(/承認しました/);
  });
});

describe('a question in plain Japanese', () => {
  const found = talking(
    ['図書館の建設の費用は住民からの寄付で賄われました。'],
    ['駅は翌年に建て替えられました。'],
  );

  test('finds what holds a part of its words, as it need not be asked in those of the answer', () => {
    expect(found('誰からの寄付金が最も多かったですか？')).toEqual([
      '図書館の建設の費用は住民からの寄付で賄われました。',
    ]);
  });

  test('while a word that is searched for is found as a whole, or not at all', () => {
    expect(found('寄付金')).toEqual([]);
  });
});
