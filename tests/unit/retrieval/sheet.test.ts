import { describe, expect, it } from 'vitest';
import { Disclosure } from '#shared/attribution/disclosure.ts';
import { translator } from '#shared/i18n/index.ts';
import { ATTRIBUTION_POLICIES, type AttributionPolicy } from '#shared/model/dialogue.ts';
import { emptyState } from '#shared/model/tables.ts';
import { EMPTY_QUERY } from '#shared/model/view.ts';
import { findPassages } from '#shared/retrieval/find.ts';
import { PassageIndex } from '#shared/retrieval/passage-index.ts';
import { redactedCross, redactedSheet } from '#shared/retrieval/sheet.ts';
import { wordsOf } from '#shared/retrieval/words.ts';
import { makeDialogue, makeIssue, makeParticipant, makeTurn } from '../../fixtures/state.ts';
import { makeCoding, makePassage } from './workspace.ts';

/** A dialogue of each policy, in each of which the same two people say one thing about one issue. */
function everyPolicy() {
  const issue = makeIssue();
  const state = { ...emptyState(), issues: [issue] };
  for (const attribution of ATTRIBUTION_POLICIES) {
    const dialogue = makeDialogue({ attribution, title: `Talk ${attribution}` });
    const people = [
      makeParticipant(dialogue.id, { name: 'Mirela Osei', organisation: 'Harbour Union', personId: PERSON }),
      makeParticipant(dialogue.id, { name: 'Jun Kato', organisation: 'Dock Council', kind: 'ngo' }),
    ];
    state.dialogues.push(dialogue);
    state.participants.push(...people);
    for (const [order, { id }] of people.entries()) {
      const turn = makeTurn(dialogue.id, {
        order,
        participantId: id,
        text: `words\t${attribution}\nof ${order}`,
      });
      const passage = makePassage(turn, 0, turn.text.length);
      state.turns.push(turn);
      state.passages.push(passage);
      state.codings.push(makeCoding(passage, issue.id));
    }
  }
  const index = new PassageIndex(state);
  const disclosure = new Disclosure(state, '[name withheld]', 'en');
  return { state, index, words: wordsOf(index, translator('en'), 'en', null), disclosure };
}
const PERSON = '01900000-0000-7000-8000-000000000001';

describe('what is copied for a spreadsheet', () => {
  it('has nothing off the record, and names by each dialogue’s policy', () => {
    const { index, words, disclosure } = everyPolicy();
    const finds = findPassages(index, EMPTY_QUERY);
    const { text, rows, leftOut } = redactedSheet(finds, words, disclosure);
    expect({ rows, leftOut }).toEqual({ rows: 8, leftOut: 2 });
    expect(text).not.toContain('off-record');
    const lines = text.split('\n').slice(1);
    expect(lines).toHaveLength(8);
    const who = (policy: AttributionPolicy) =>
      lines.filter((line) => line.includes(`Talk ${policy}`)).map((line) => line.split('\t')[2]);
    expect(who('named')).toEqual(['Mirela Osei, Harbour Union', 'Jun Kato, Dock Council']);
    expect(who('affiliation')).toEqual(['Harbour Union', 'Dock Council']);
    expect(who('role')).toEqual(['Trade union, external', 'NGO or NPO, external']);
    expect(who('unattributed')).toEqual(['A participant', 'A participant']);
  });

  it('keeps its columns whatever the words hold, and starts no formula', () => {
    const { index, words, disclosure } = everyPolicy();
    const [find] = findPassages(index, EMPTY_QUERY);
    if (!find) throw new Error('nothing found');
    const { text } = redactedSheet([{ ...find, quote: '=SUM(A1)\tor\nnot' }], words, disclosure);
    const cells = text.split('\n').map((line) => line.split('\t'));
    expect(cells.map(({ length }) => length)).toEqual([7, 7]);
    expect(cells[1]?.[3]).toBe("'=SUM(A1) or not");
  });

  it('counts speakers under what may be told of them', () => {
    const { state, words, disclosure } = everyPolicy();
    const [head = '', row = ''] = redactedCross('speakers', state, EMPTY_QUERY, words, disclosure).split(
      '\n',
    );
    const counts = Object.fromEntries(head.split('\t').map((name, at) => [name, row.split('\t')[at]]));
    expect(counts).toEqual({
      Issues: 'Forced labour',
      'Mirela Osei, Harbour Union': '1',
      'Jun Kato, Dock Council': '1',
      'Harbour Union': '1',
      'Dock Council': '1',
      'Trade union, external': '1',
      'NGO or NPO, external': '1',
      'A participant': '2',
    });
    expect(redactedCross('dialogues', state, EMPTY_QUERY, words, disclosure)).not.toContain('off-record');
    expect(redactedCross('issues', state, EMPTY_QUERY, words, disclosure)).toBe(
      'Issues\tForced labour\nForced labour\t8',
    );
  });
});
