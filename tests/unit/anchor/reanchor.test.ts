import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorOf } from '#shared/anchor/anchor.ts';
import { reanchor, suggestRange } from '#shared/anchor/reanchor.ts';
import { mapPoint, mapRange, mapTexts, replaceAll } from '#shared/anchor/text-map.ts';

/** Words that come back, in scripts with and without spaces, with characters outside the BMP. */
const word = fc.constantFrom(
  ...'crew port fee fees pays broker before sails the a of in. debt? '.split(' '),
  '手数料',
  '港',
  'を返す。',
  '\u{20bb7}野',
  '😀',
  '\n\n',
);
const prose = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));
const scrap = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));

function passageOf(text: string, start: number, end: number, state: 'anchored' | 'unsure' = 'anchored') {
  return { ...anchorOf(text, start, end), state };
}

function at(text: string, words: string, from = 0): { start: number; end: number } {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`“${words}” is not there`);
  return { start, end: start + words.length };
}

describe('mapTexts', () => {
  it('tells runs that both texts really have, in the order of both, never half a character', () => {
    fc.assert(
      fc.property(prose, prose, (before, after) => {
        const { runs } = mapTexts(before, after);
        let [from, to] = [0, 0];
        for (const run of runs) {
          expect(run.from).toBeGreaterThanOrEqual(from);
          expect(run.to).toBeGreaterThanOrEqual(to);
          const words = before.slice(run.from, run.from + run.length);
          expect(after.slice(run.to, run.to + run.length)).toBe(words);
          expect(words).not.toMatch(/\p{Cs}/u);
          from = run.from + run.length;
          to = run.to + run.length;
        }
      }),
    );
  });

  it('finds what was left alone in texts too long to be compared letter by letter', () => {
    const sentence = (index: number) => `Crew ${index} paid broker ${index * 7} before port ${index % 13}. `;
    const olds = Array.from({ length: 4000 }, (_, index) => sentence(index));
    const news = olds.map((one, index) => (index % 5 === 0 ? one.replace('paid', 'has paid') : one));
    news.splice(1000, 3);
    news.splice(2000, 0, 'Something was said here that nobody had written down. ');
    const [before, after] = [olds.join(''), news.join('')];
    const map = mapTexts(before, after);
    const kept = map.runs.reduce((sum, run) => sum + run.length, 0);
    expect(kept / before.length).toBeGreaterThan(0.99);
    const { start, end } = at(before, 'Crew 3001 paid broker');
    const moved = mapRange(map, start, end);
    expect(after.slice(moved.start, moved.end)).toBe('Crew 3001 paid broker');
  });

  it('sends words that were replaced to the words that replaced them', () => {
    const before = 'The crew pays fees to brokers.';
    const after = 'The crew repays every fee to brokers.';
    const { start, end } = at(before, 'pays fees');
    const moved = mapRange(mapTexts(before, after), start, end);
    expect(after.slice(moved.start, moved.end)).toBe('repays every fee');
  });

  it('moves points with what stands behind them', () => {
    const before = 'One. Two. Three.';
    const { text, map } = replaceAll(before, [{ start: 5, end: 9, text: 'Second.' }]);
    expect(text).toBe('One. Second. Three.');
    expect(mapPoint(map, before.indexOf('Three'))).toBe(text.indexOf('Three'));
    expect(mapPoint(map, 5)).toBe(5);
  });
});

describe('reanchor', () => {
  it('follows a quote through any one edit that leaves it alone, where it stood once', () => {
    fc.assert(
      fc.property(
        prose,
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        fc.nat(),
        fc.nat(),
        scrap,
        (text, a, b, behind, c, d, words) => {
          const [start, end] = [a % text.length, b % (text.length + 1)].sort((x, y) => x - y) as [
            number,
            number,
          ];
          const passage = passageOf(text, start, end);
          fc.pre(end > start && passage.quote.trim() === passage.quote && !/\p{Cs}/u.test(passage.quote));
          fc.pre(text.indexOf(passage.quote, text.indexOf(passage.quote) + 1) < 0);
          const side = behind ? [end, text.length] : [0, start];
          const span = (side[1] as number) - (side[0] as number) + 1;
          const [from, to] = [(side[0] as number) + (c % span), (side[0] as number) + (d % span)].sort(
            (x, y) => x - y,
          ) as [number, number];
          const after = text.slice(0, from) + words + text.slice(to);
          const truth = behind ? start : start + words.length - (to - from);
          fc.pre(after.indexOf(passage.quote) === after.lastIndexOf(passage.quote) && !/\p{Cs}/u.test(after));
          const outcome = reanchor(passage, mapTexts(text, after), after);
          expect(outcome).toEqual({ kind: 'kept', start: truth, end: truth + passage.quote.length });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('follows a quote of some length through any number of edits elsewhere', () => {
    const quote = 'Workers who arrive in debt cannot refuse a night shift';
    fc.assert(
      fc.property(prose, prose, prose, prose, (left, right, newLeft, newRight) => {
        const before = `${left} ${quote} ${right}`;
        const after = `${newLeft} ${quote} ${newRight}`;
        const { start, end } = at(before, quote);
        const outcome = reanchor(passageOf(before, start, end), mapTexts(before, after), after);
        expect(outcome).toEqual({ kind: 'kept', ...at(after, quote) });
      }),
      { numRuns: 500 },
    );
  });

  it('never says “kept” where other words stand, nor makes a place up outside the text', () => {
    fc.assert(
      fc.property(prose, prose, fc.nat(), fc.nat(), (before, after, a, b) => {
        const [start, end] = [a % before.length, b % (before.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        fc.pre(before.slice(start, end).trim() !== '');
        const outcome = reanchor(passageOf(before, start, end), mapTexts(before, after), after);
        if (outcome.kind === 'unsure') {
          expect(outcome.near).toBeGreaterThanOrEqual(0);
          expect(outcome.near).toBeLessThanOrEqual(after.length);
        } else {
          expect(outcome.start).toBeLessThan(outcome.end);
          expect(outcome.end).toBeLessThanOrEqual(after.length);
          if (outcome.kind === 'kept')
            expect(after.slice(outcome.start, outcome.end)).toBe(before.slice(start, end));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('tells the same words said twice apart by what stands around them', () => {
    const before = 'Miners said no. Fishers said no. Weavers said no.';
    const second = at(before, 'said no', before.indexOf('Fishers'));
    const passage = passageOf(before, second.start, second.end);
    const after = 'Miners at the second pit said no. Fishers said no. Weavers said no.';
    const outcome = reanchor(passage, mapTexts(before, after), after);
    expect(outcome).toEqual({ kind: 'kept', ...at(after, 'said no', after.indexOf('Fishers')) });
  });

  it('goes with a corrected letter, and asks where the words became others', () => {
    const before = 'They said the labur broker keeps the passports of the crew until the fee is repaid.';
    const { start, end } = at(before, 'the labur broker keeps the passports of the crew');
    const passage = passageOf(before, start, end);
    const spelt = before.replace('labur', 'labour');
    expect(reanchor(passage, mapTexts(before, spelt), spelt)).toEqual({
      kind: 'changed',
      ...at(spelt, 'the labour broker keeps the passports of the crew'),
    });
    const other = before.replace('labur broker keeps the passports of the crew', 'owner pays for everything');
    expect(reanchor(passage, mapTexts(before, other), other)).toMatchObject({ kind: 'unsure' });
    const gone = 'They said nothing of the kind.';
    expect(reanchor(passage, mapTexts(before, gone), gone)).toMatchObject({ kind: 'unsure' });
  });

  it('does not take a short word for the one that was deleted only because it stands elsewhere', () => {
    const before = 'Debt binds them. The port is far from the town, and nobody goes there at night.';
    const passage = passageOf(before, 0, 4);
    const after = 'The port is far from the town, and nobody goes there at night without a Debt.';
    expect(reanchor(passage, mapTexts(before, after), after)).toMatchObject({ kind: 'unsure' });
  });

  it('finds an unsure passage again when its words come back', () => {
    const before = 'Crews pay brokers before they sail. Repay those fees.';
    const { start, end } = at(before, 'Repay those fees');
    const lost = { ...passageOf(before, start, end), state: 'unsure' as const };
    const empty = 'Crews pay brokers before they sail.';
    expect(reanchor(lost, mapTexts(empty, before), before)).toEqual({ kind: 'kept', start, end });
  });
});

describe('suggestPlace', () => {
  it('suggests similar words where they stand, with a score that says how similar', () => {
    const before = '採用時の手数料は労働者が払ってはならない。会社が払うべきです。';
    const { start, end } = at(before, '採用時の手数料は労働者が払ってはならない');
    const passage = passageOf(before, start, end);
    const after = 'まず申し上げたいのは、採用時の手数料を労働者に払わせてはならない、ということです。';
    const place = suggestRange(passage, after, 0);
    expect(place && after.slice(place.start, place.end)).toContain(
      '採用時の手数料を労働者に払わせてはならない',
    );
    expect(place?.score).toBeLessThan(0.8);
    expect(suggestRange(passage, before, 0)?.score).toBeGreaterThan(0.95);
  });

  it('suggests what stands between the words that stood around, where the words themselves are gone', () => {
    const before = 'A permit protects the company. I would set your own limit.';
    const after = 'Permits are one thing, and wells another. I would set your own limit.';
    const first = suggestRange(passageOf(before, 0, 30), after, 0);
    expect(first && after.slice(first.start, first.end)).toBe('Permits are one thing, and wells another.');
    expect(first?.score).toBeLessThan(0.5);
    const closed = 'I would set your own limit.';
    expect(suggestRange(passageOf(before, 0, 30), closed, 0)).toBeNull();
  });

  it('suggests nothing where nothing is like it', () => {
    const passage = passageOf('Repay those fees.', 0, 16);
    expect(suggestRange(passage, '港は町から遠い。', 0)).toBeNull();
  });
});
