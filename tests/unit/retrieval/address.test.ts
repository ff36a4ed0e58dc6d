import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_QUERY, PassageQuery } from '#shared/model/view.ts';
import { fromAddress, isEmptyQuery, sameQuery, toAddress } from '#shared/retrieval/address.ts';
import { anyQuestion } from './workspace.ts';

const through = (query: PassageQuery) => fromAddress(new URLSearchParams(toAddress(query).toString()));

describe('the address of a query', () => {
  it('gives the query back, and is the same for the same query', () => {
    fc.assert(
      fc.property(anyQuestion, fc.string({ unit: 'binary' }), ({ query }, text) => {
        // An address is well-formed text: half of a surrogate pair cannot stand in it.
        const asked = {
          ...query,
          text: text.replaceAll(/\p{Cs}/gu, '').trim(),
          coders: ['A & B', '=', '青木'],
        };
        expect(through(asked)).toEqual(asked);
        expect(sameQuery(asked, through(asked))).toBe(true);
        expect(PassageQuery.parse(through(asked))).toEqual(asked);
      }),
    );
  });

  it('is empty for the query that asks nothing, however near', () => {
    expect(toAddress(EMPTY_QUERY).toString()).toBe('');
    expect(isEmptyQuery({ ...EMPTY_QUERY, near: 'dialogue', text: ' ', about: [[]] })).toBe(true);
    expect(isEmptyQuery({ ...EMPTY_QUERY, side: 'company' })).toBe(false);
  });

  it('leaves out what nothing can be asked by', () => {
    const typed = 'about=no-id&near=moon&side=inside&voice=choir&year=soon&year=2024&advice=urge&status=%00';
    expect(fromAddress(new URLSearchParams(typed))).toEqual({
      ...EMPTY_QUERY,
      fiscalYears: [2024],
      adviceKinds: ['urge'],
    });
  });
});
