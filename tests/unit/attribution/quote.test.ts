import { expect, test } from 'vitest';
import { Disclosure } from '#shared/attribution/disclosure.ts';
import { redactedQuote } from '#shared/attribution/redacted-quote.ts';
import { translator } from '#shared/i18n/index.ts';
import { emptyState } from '#shared/model/tables.ts';
import { makeDialogue, makeParticipant, makeTurn } from '../../fixtures/state.ts';

const t = translator('en');

function quoteOf(text: string, attribution: 'named' | 'off-record' = 'named') {
  const dialogue = makeDialogue({ attribution, title: 'Fees & <wages>', date: '2023-06-01' });
  const participant = makeParticipant(dialogue.id);
  const turn = makeTurn(dialogue.id, { participantId: participant.id, text });
  const state = { ...emptyState(), dialogues: [dialogue], participants: [participant], turns: [turn] };
  const disclosure = new Disclosure(state, '[name withheld]', 'en');
  const place = { turnId: turn.id, start: 0, end: text.length };
  return { name: participant.name, told: redactedQuote(disclosure, dialogue, place, text, t).told };
}

test('a quotation is told as text and as HTML, in which nothing that was said is taken for a tag', () => {
  const { name, told } = quoteOf('They <b>owe</b> & pay.\nEvery month.');
  expect(told?.text).toBe(`“They <b>owe</b> & pay.\nEvery month.” (${source(name)})`);
  expect(told?.html).toContain(
    '<blockquote><p>They &lt;b&gt;owe&lt;/b&gt; &amp; pay.<br>Every month.</p></blockquote>',
  );
  expect(told?.html).toContain('Fees &amp; &lt;wages&gt;, 2023-06-01</p>');
  expect(told?.html).toContain(name);
});

/** Who, where and when, as `told.text` says it. */
function source(name: string): string {
  const text = quoteOf('x').told?.text ?? '';
  const said = text.slice(text.indexOf('(') + 1, -1);
  expect(said).toContain(name);
  return said;
}

test('what is off the record is told in neither', () => {
  expect(quoteOf('Not for the minutes.', 'off-record').told).toBeNull();
});
