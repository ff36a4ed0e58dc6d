import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACETS, SORTS } from '#shared/search/request.ts';
import {
  addressOf,
  askedFrom,
  fromSaved,
  NOTHING_ASKED,
  type Ticked,
  tickedCount,
  toggled,
  toSave,
  withFacet,
} from '../../../renderer/features/search/asked.ts';
import { exactly } from '../../../renderer/features/search/exactly.ts';
import {
  ALL_TICKED,
  isTicked,
  NONE_TICKED,
  ticked,
  tickedOf,
} from '../../../renderer/features/search/selection.ts';

const text = fc.string({
  unit: fc.constantFrom('a', 'Z', ' ', '%', '+', '&', '=', '?', '#', '"', '検', '索', '😀'),
});
const values = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 });
const chosen = fc
  .record(Object.fromEntries(FACETS.map((facet) => [facet, fc.option(values, { nil: undefined })])))
  .map(
    (record) =>
      Object.fromEntries(
        FACETS.flatMap((facet) => (record[facet] ? [[facet, record[facet]]] : [])),
      ) as Ticked,
  );
const asked = fc.record({
  query: text,
  chosen,
  sort: fc.constantFrom(...SORTS),
  synonyms: fc.constantFrom(true, false, null),
});

describe('what the address asks', () => {
  it('is read back as it was written, whatever is typed and ticked', () => {
    fc.assert(
      fc.property(asked, (one) => {
        expect(askedFrom(addressOf(one))).toEqual(one);
      }),
    );
  });

  it('is nothing where the address is of another version or of another view', () => {
    expect(askedFrom('')).toEqual(NOTHING_ASKED);
    expect(askedFrom('sort=size&colour=red&turn=1')).toEqual(NOTHING_ASKED);
    expect(askedFrom('q=x&kind=turn&kind=turn')).toMatchObject({ query: 'x', chosen: { kind: ['turn'] } });
  });

  it('is kept in a saved search, and read from it as the person likes synonyms now', () => {
    fc.assert(
      fc.property(asked, fc.boolean(), fc.boolean(), (one, then, now) => {
        const saved = { ...toSave(one, then), id: 'x', name: 'x', savedBy: '', at: '' };
        const read = fromSaved(saved, now);
        expect(read.synonyms ?? now).toBe(one.synonyms ?? then);
        expect({ ...read, synonyms: null }).toEqual({ ...one, synonyms: null });
      }),
    );
    const foreign = {
      query: 'x',
      chosen: { colour: ['red'], kind: [] },
      sort: 'date' as const,
      synonyms: true,
    };
    expect(fromSaved({ ...foreign, id: 'x', name: 'x', savedBy: '', at: '' }, true).chosen).toEqual({});
  });

  it('narrows by what is ticked, and not by a facet in which nothing is', () => {
    const one = toggled({}, 'kind', 'turn', true);
    const two = toggled(toggled(one, 'kind', 'turn', true), 'speaker', 'p', true);
    expect(two).toEqual({ kind: ['turn'], speaker: ['p'] });
    expect(tickedCount(two)).toBe(2);
    expect(toggled(two, 'kind', 'turn', false)).toEqual({ speaker: ['p'] });
    expect(withFacet(two, 'speaker', [])).toEqual({ kind: ['turn'] });
  });
});

describe('searching exactly', () => {
  it('puts the words that were corrected in quotes, and nothing else', () => {
    expect(exactly('recrutment fees', ['recrutment'])).toBe('"recrutment" fees');
    expect(exactly('Speaker:moreau Recrutment feas', ['recrutment', 'feas'])).toBe(
      'Speaker:moreau "Recrutment" "feas"',
    );
  });

  it('quotes all of it where a word is not written so', () => {
    expect(exactly('ｒｅｃｒｕｔｍｅｎｔ "fees', ['recrutment'])).toBe('"ｒｅｃｒｕｔｍｅｎｔ  fees"');
  });
});

describe('what is ticked', () => {
  const turn = (id: string) => ({ kind: 'turn' as const, id });

  it('is some turns, or all but some', () => {
    const some = ticked(ticked(NONE_TICKED, 'a', true), 'b', true);
    expect([isTicked(some, turn('a')), isTicked(some, turn('c'))]).toEqual([true, false]);
    expect(tickedOf(ticked(some, 'a', false), 10)).toBe(1);
    const rest = ticked(ALL_TICKED, 'a', false);
    expect([isTicked(rest, turn('a')), isTicked(rest, turn('c'))]).toEqual([false, true]);
    expect(tickedOf(rest, 10)).toBe(9);
    expect(ticked(rest, 'a', true)).toEqual(ALL_TICKED);
  });

  it('is never something that nobody said', () => {
    expect(isTicked(ALL_TICKED, { kind: 'issue', id: 'a' })).toBeNull();
    expect(isTicked(ALL_TICKED, { kind: 'advice', id: 'a' })).toBeNull();
  });
});
