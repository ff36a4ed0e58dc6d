import { describe, expect, it } from 'vitest';
import { QUICK_KEYS, quickKeys } from '#shared/coding/quick-keys.ts';

/** Codings in the order of time, one a letter: the issue. */
const codings = (issues: string) =>
  [...issues].map((issueId, index) => ({ id: `coding-${String(index).padStart(4, '0')}`, issueId }));

describe('quickKeys', () => {
  it('begins with the most used, in the order of first use', () => {
    expect(quickKeys([], codings('bacaa'))).toEqual(['b', 'a', 'c']);
    // Ten in use, one of them (d) less than all the others.
    expect(quickKeys([], codings('abcdefghij' + 'abcefghij'))).toEqual([...'abcefghij']);
  });

  it('lets an issue keep its key whatever is coded or taken away after', () => {
    const keys = quickKeys([], codings('ab'));
    expect(quickKeys(keys, codings('abbbbc'))).toEqual(['a', 'b', 'c']);
    expect(quickKeys(keys, codings('b'))).toEqual(['a', 'b']);
    expect(quickKeys(keys, codings('bb'))).toBe(keys);
  });

  it('gives a newcomer the key that was used longest ago when all are taken', () => {
    const keys = quickKeys([], codings('abcdefghi'));
    expect(keys).toHaveLength(QUICK_KEYS);
    expect(quickKeys(keys, codings('abcdefghiabj'))).toEqual([...'abjdefghi']);
    // An issue without any coding left is the first to go.
    expect(quickKeys(keys, codings('abcefghij'))).toEqual([...'abcjefghi']);
  });

  it('does not change its mind when asked twice', () => {
    const keys = quickKeys([], codings('abcdefghi'));
    const all = codings('abcdefghijklmn');
    const after = quickKeys(keys, all);
    expect(quickKeys(after, all)).toBe(after);
  });
});
