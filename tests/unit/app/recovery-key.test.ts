import { expect, it } from 'vitest';
import { groupsOf, plainGroup, twoOf } from '../../../renderer/app/encryption/recovery-key.ts';

it('a recovery key is shown in its groups, and a group is compared however it was typed', () => {
  expect(groupsOf('123453-000011-999999')).toEqual(['123453', '000011', '999999']);
  for (const typed of ['000011', ' 000 011 ', '０００-０１１', '000011.'])
    expect(plainGroup(typed)).toBe('000011');
  expect(plainGroup('00011')).not.toBe('000011');
});

it('two different groups are asked for, in their order, and each can be', () => {
  const asked = new Set<number>();
  for (let first = 0; first < 8; first += 1) {
    for (let second = 0; second < 7; second += 1) {
      const draws = [(first + 0.5) / 8, (second + 0.5) / 7];
      const [a, b] = twoOf(8, () => draws.shift() ?? 0);
      expect(a).toBeLessThan(b);
      for (const one of [a, b]) asked.add(one);
    }
  }
  expect([...asked].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});
