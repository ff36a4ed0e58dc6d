import { describe, expect, test } from 'vitest';
import { foldText } from '#shared/fold/fold.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState } from '#shared/model/tables.ts';
import { ConceptBook } from '#shared/search/concepts.ts';
import { SearchRows } from '#shared/search/rows.ts';
import { makeIssue, makeTurn } from '../../fixtures/state.ts';
import { ask, built, followed, talks, whole } from './workspace.ts';

const labour = makeIssue({
  name: { en: 'Forced labour and modern slavery', ja: '強制労働・現代奴隷' },
  synonyms: { en: ['Forced labor', 'Modern slavery', 'Recruitment fees'], ja: ['技能実習', '監視'] },
});
const hours = ['Working hours'];
const standards = makeIssue({
  name: { en: 'Labour standards' },
  synonyms: { en: [...hours, 'Living wage'], ja: ['長時間労働'] },
});
const place = makeIssue({
  name: { en: 'Working environment' },
  synonyms: { en: [...hours, 'Harassment', 'x'], ja: ['長時間労働'] },
});

function named(text: string) {
  const book = new ConceptBook(new SearchRows({ ...emptyState(), issues: [labour, standards, place] }));
  const folded = foldText(text);
  return book
    .namedIn(folded)
    .map(
      ({ start, end, names }) =>
        [
          folded.slice(start, end),
          names.flatMap(({ concept, others }) => (concept.issueId ? others.map(({ words }) => words) : [])),
        ] as const,
    );
}

describe('a concept is recognised', () => {
  test('by a whole name, the longest one, in any spelling and form', () => {
    expect(named('who spoke of Forced Labour?').map(([text]) => text)).toEqual(['forced labour']);
    expect(named('forced labour and modern slavery today').map(([text]) => text)).toEqual([
      'forced labour and modern slavery',
    ]);
    expect(named('the recruitment fee of crews').map(([text]) => text)).toEqual(['recruitment fee']);
  });

  test('not by a part of a name, nor by a single letter', () => {
    expect(named('labour')).toEqual([]);
    expect(named('modern times, labour')).toEqual([]);
    expect(named('x')).toEqual([]);
  });

  test('in Japanese within a sentence, a short name only where it is a word', () => {
    expect(named('強制労働の実態').map(([text]) => text)).toEqual(['強制労働']);
    expect(named('技能実習の目的').map(([text]) => text)).toEqual(['技能実習']);
    expect(named('監視の目').map(([text]) => text)).toEqual(['監視']);
    expect(named('監視員')).toEqual([]);
  });

  test('and stands for all its other names; a name that issues share for what they share', () => {
    const [[, others] = ['', []]] = named('modern slavery');
    expect(others).toEqual(
      expect.arrayContaining(['強制労働・現代奴隷', '強制労働', '技能実習', 'Recruitment fees']),
    );
    expect(others).not.toContain('Modern slavery');
    expect(named('working hours')).toEqual([['working hours', ['長時間労働']]]);
  });
});

describe('a search for one name of an issue', () => {
  const { state, dialogue } = talks();
  const say = (text: string, order: number) => makeTurn(dialogue.id, { order, text });
  const turns = [
    say('They came as 技能実習生 and cannot leave.', 20),
    say('A modern form of slavery, some say.', 21),
    say('The law speaks of modern slavery, in all its sections.', 22),
    say('Nobody should pay a recruitment fee; that is slavery of our modern kind.', 23),
    say('現代奴隷を禁じる法律がある。', 24),
    say('This labour was forced upon them.', 25),
  ];
  const issues = [{ ...labour, id: state.issues[0]?.id ?? '' }];
  const workspace = { ...state, issues, codings: [], advice: [], turns };
  const search = built(workspace);
  const found = (query: string, fields = {}) => whole(ask(search, query, { kinds: ['turn'], ...fields }));
  const turn = (at: number) => `turn:${turns[at]?.id}`;

  test('finds the others in every language, words in any order only where they were typed', () => {
    expect(found('modern slavery').sort()).toEqual([0, 1, 2, 3, 4].map(turn).sort());
    expect(found('強制労働').sort()).toEqual([turn(0), turn(2), turn(3), turn(4)].sort());
  });

  test('puts what was typed before what means the same', () => {
    expect(found('modern slavery')[0]).toBe(turn(2));
    expect(found('技能実習')[0]).toBe(turn(0));
  });

  test('says which of the names were met, and only those that somebody said', () => {
    const [also] = ask(search, 'forced labour').also;
    expect(also?.issueId).toBe(labour.id === also?.issueId ? labour.id : issues[0]?.id);
    expect([...(also?.terms ?? [])].sort()).toEqual(
      ['Modern slavery', 'Recruitment fees', '技能実習', '現代奴隷'].sort(),
    );
    expect(ask(search, 'sections').also).toEqual([]);
  });

  test('marks the other names in what it shows', () => {
    const hit = ask(search, 'forced labour', { kinds: ['turn'] }).hits.find(({ id }) => id === turns[3]?.id);
    const marks = hit?.snippet.marks.map(({ start, end }) => hit.snippet.text.slice(start, end));
    expect(marks).toEqual(['recruitment fee']);
  });

  test('can be kept to the words as typed: by a switch, or by quotation marks', () => {
    expect(found('強制労働', { synonyms: false })).toEqual([]);
    expect(found('"modern slavery"')).toEqual([turn(2)]);
    expect(ask(search, 'forced labour', { synonyms: false }).also).toEqual([]);
  });

  test('takes the other names for the words that named it, beside other words', () => {
    expect(found('modern slavery law')).toEqual([turn(2)]);
    expect(found('強制労働 sections')).toEqual([turn(2)]);
    expect(found('強制労働 OR nobody').sort()).toEqual([turn(0), turn(2), turn(3), turn(4)].sort());
    expect(found('-強制労働 slavery').sort()).toEqual([1, 2, 3, 4].map(turn).sort());
  });

  test('answers a question in plain words with what was said in another language, too', () => {
    const ids = ask(search, 'Where did anyone speak about recruitment fees?', { kinds: ['turn'] })
      .hits.slice(0, 4)
      .map(({ id }) => id);
    expect(ids[0]).toBe(turns[3]?.id);
    expect(ids).toContain(turns[4]?.id);
  });

  test('knows what was merged into the issue by its old names, from the next search on', () => {
    const bondage = makeIssue({ id: newId(), code: 'sc-bondage', name: { en: 'Debt bondage' } });
    const grown = built({ ...workspace, issues: [...issues, bondage] });
    const ids = () => whole(ask(grown, 'debt bondage', { kinds: ['turn'] }));
    expect(ids()).toEqual([]);
    followed(grown, [
      {
        table: 'issues',
        id: bondage.id,
        before: bondage,
        after: { ...bondage, mergedInto: issues[0]?.id ?? '' },
      },
    ]);
    expect(ids()).toContain(turn(2));
    expect(whole(ask(grown, 'debt bondage', { kinds: ['issue'] }))).toEqual([`issue:${issues[0]?.id}`]);
  });
});
