import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '#shared/change/change-set.ts';
import { emptyState } from '#shared/model/tables.ts';
import type { Turn } from '#shared/model/turn.ts';
import { analyse } from '#shared/search/analysis/analyse.ts';
import { type Marker, marksIn } from '#shared/search/highlight.ts';
import { WEIGHTS } from '#shared/search/weights.ts';
import { makeDialogue, makeTurn } from '../../fixtures/state.ts';
import { ask, built } from './workspace.ts';

/** What is quick is held to what is plain: every text read as a whole, and everything counted anew. */

const WORDS =
  'fees broker audit hotline kerb curb e-mail U.N. Müller company’s 1,500 naïve 労働 強制労働 手数料を サーバー 取り扱い 々 ﾌﾟﾗｲﾊﾞｼｰ ＡＩ ООН α線 the'.split(
    ' ',
  );
const said = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 })
  .chain((words) => fc.constantFrom(' ', '', '、', ', ', '。').map((between) => words.join(between)));

test('marks are those that reading every word finds', () => {
  fc.assert(
    fc.property(said, said, fc.constantFrom('', 'aud', 'ho', 'サ', 'mu'), (text, asked, beginning) => {
      const terms = new Set(analyse(asked).map(({ term }) => term));
      const prefixes = beginning === '' ? [] : [beginning];
      const marker: Marker = { terms, prefixes, phrases: [] };
      const plainly = analyse(text)
        .filter(({ term, surface }) => terms.has(term) || prefixes.some((one) => surface.startsWith(one)))
        .map(({ start, term }) => `${start} ${terms.has(term) ? term : beginning}`);
      const quickly = marksIn(text, marker).map(({ start, of }) => `${start} ${of}`);
      expect(quickly.sort()).toEqual(plainly.sort());
    }),
    { numRuns: 400 },
  );
});

const WHOLE = 64;

function termOf(word: string): string {
  return analyse(word).find(({ surface }) => surface === word)?.term ?? word;
}

/** What each turn of a dialogue scores for a word, worked out from the texts alone. */
function plainScores(turns: readonly Turn[], documents: number, wanted: string): Map<string, number> {
  const { k1, b, reach, beside } = WEIGHTS;
  const tokens = turns.map(({ text }) => analyse(text).map(({ term }) => term));
  const words = turns.map(({ text }) => {
    const joined = text.slice(0, 60).match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0;
    return text.length / (joined * 2 > Math.min(60, text.length) ? 2.5 : 5.5);
  });
  let before = 0;
  const middles = words.map((count) => {
    before += count;
    return before - count / 2;
  });
  const share = (one: number, other: number): number => {
    const distance = Math.abs((middles[one] ?? 0) - (middles[other] ?? 0));
    if (one === other) return WHOLE;
    return distance < reach ? Math.round(WHOLE * beside * (1 - distance / reach)) : 0;
  };
  const around = (one: number, counts: readonly number[]) =>
    counts.reduce((sum, count, other) => sum + (count * share(one, other)) / WHOLE, 0);
  const own = tokens.map((all) => all.filter((term) => term === wanted).length);
  const lengths = turns.map((_, at) =>
    around(
      at,
      tokens.map((all) => all.length),
    ),
  );
  const speaking = lengths.filter((length) => length > 0);
  const average = speaking.reduce((sum, length) => sum + length, 0) / speaking.length;
  const df = own.filter((count) => count > 0).length;
  const rarity = Math.log(1 + (documents - df + 0.5) / (df + 0.5));
  return new Map(
    turns.flatMap(({ id }, at) => {
      if (own[at] === 0) return [];
      const count = around(at, own);
      const long = k1 * (1 - b) + (k1 * b * (lengths[at] ?? 0)) / average;
      return [[id, (rarity * (k1 + 1) * count) / (long + count)] as const];
    }),
  );
}

test('a turn scores what its words and those around it come to, also after edits', () => {
  const talk = fc.array(said, { minLength: 2, maxLength: 12 });
  const edits = fc.array(fc.tuple(fc.nat(), fc.option(said)), { maxLength: 4 });
  fc.assert(
    fc.property(talk, edits, fc.constantFrom('broker', 'hotline', '労働'), (texts, changes, word) => {
      const dialogue = makeDialogue({ title: 'Talk', summary: '' });
      let turns = texts.map((text, order) => makeTurn(dialogue.id, { order, text, participantId: null }));
      const search = built({ ...emptyState(), dialogues: [dialogue], turns });
      const answer = () => ask(search, word, { synonyms: false, limit: 50 });
      const found = () => answer().hits.map(({ id, score }) => [id, score] as const);
      const check = () => {
        const plainly = plainScores(turns, turns.length + 1, termOf(word));
        const { corrected } = answer();
        // A word that stands nowhere is taken for one that is nearly it, such as “broker1”.
        if (corrected.length > 0) return expect(plainly.size).toBe(0);
        const quickly = new Map(found());
        expect([...quickly.keys()].sort()).toEqual([...plainly.keys()].sort());
        // Besides, both kanji of 労働 by themselves help to rank.
        if (word !== '労働') for (const [id, score] of plainly) expect(quickly.get(id)).toBeCloseTo(score, 9);
      };
      check();
      for (const [pick, text] of changes) {
        const before = turns[pick % turns.length];
        if (!before) continue;
        const after = text === null ? null : { ...before, text };
        const change: Change<'turns'> = { table: 'turns', id: before.id, before, after };
        for (const _ of search.follow([change]));
        turns = turns.flatMap((one) => (one.id === before.id ? (after ? [after] : []) : [one]));
        if (turns.length === 0) return;
        check();
        const anew = built({ ...emptyState(), dialogues: [dialogue], turns });
        expect(found()).toEqual(
          ask(anew, word, { synonyms: false, limit: 50 }).hits.map(({ id, score }) => [id, score]),
        );
      }
    }),
    { numRuns: 60 },
  );
});
