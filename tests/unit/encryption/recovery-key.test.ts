import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecoveryKey, writeRecoveryKey } from '#shared/encryption/recovery-key.ts';

const KEY = fc.uint8Array({ minLength: 16, maxLength: 16 });
const bytesIn = (text: string) => {
  const read = readRecoveryKey(text);
  return 'bytes' in read ? [...read.bytes] : `group ${read.typo}`;
};

test('known keys', () => {
  expect(writeRecoveryKey(new Uint8Array(16))).toBe(Array(8).fill('000000').join('-'));
  expect(writeRecoveryKey(new Uint8Array(16).fill(255))).toBe(Array(8).fill('720885').join('-'));
  expect(writeRecoveryKey(Uint8Array.from({ length: 16 }, (_, at) => at)).slice(0, 13)).toBe('000011-005665');
});

test('what was printed is read again, however it is typed', () => {
  fc.assert(
    fc.property(KEY, (bytes) => {
      const printed = writeRecoveryKey(bytes);
      const wide = printed.replaceAll(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
      for (const typed of [
        printed,
        printed.replaceAll('-', ''),
        ` ${printed.replaceAll('-', '  ')}\n`,
        printed.replaceAll('-', '\n'),
        wide,
        wide.replaceAll('-', 'ー').replaceAll('ー', '　'),
        printed.replaceAll('-', ' – '),
      ])
        expect(bytesIn(typed)).toEqual([...bytes]);
    }),
  );
});

test('each wrong digit at each place names its group', () => {
  fc.assert(
    fc.property(KEY, (bytes) => {
      const printed = writeRecoveryKey(bytes);
      for (let at = 0; at < printed.length; at++) {
        if (printed[at] === '-') continue;
        for (const digit of '0123456789') {
          if (digit === printed[at]) continue;
          const typed = printed.slice(0, at) + digit + printed.slice(at + 1);
          expect(bytesIn(typed), typed).toBe(`group ${Math.floor(at / 7) + 1}`);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('two neighbours that were swapped name their group', () => {
  fc.assert(
    fc.property(KEY, (bytes) => {
      const printed = writeRecoveryKey(bytes);
      for (let at = 0; at + 1 < printed.length; at++) {
        const [one, two] = [printed[at], printed[at + 1]];
        if (one === two || one === '-' || two === '-') continue;
        const typed = printed.slice(0, at) + two + one + printed.slice(at + 2);
        expect(bytesIn(typed), typed).toBe(`group ${Math.floor(at / 7) + 1}`);
      }
    }),
    { numRuns: 100 },
  );
});

test('a digit or a group that is missing, or one too many, names the first group that is not right', () => {
  const printed = writeRecoveryKey(Uint8Array.from({ length: 16 }, (_, at) => 7 * at + 1));
  const groups = printed.split('-');
  for (const [index, group] of groups.entries()) {
    const others = (instead: string[]) =>
      [...groups.slice(0, index), ...instead, ...groups.slice(index + 1)].join('-');
    expect(bytesIn(others([group.slice(1)]))).toBe(`group ${index + 1}`);
    expect(bytesIn(others([`${group}0`]))).toBe(`group ${index + 1}`);
    expect(bytesIn(others([`O${group.slice(1)}`]))).toBe(`group ${index + 1}`);
    expect(bytesIn(others([]))).toBe('group 8');
  }
  expect(bytesIn(`${printed}-000000`)).toBe('group 8');
  expect(bytesIn('')).toBe('group 1');
});
