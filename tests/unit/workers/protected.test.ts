import { describe, expect, it } from 'vitest';
import { problemOf } from '#shared/model/problem.ts';
import { isProtected } from '../../../renderer/workers/archive/is-protected.ts';
import { protect, unprotect } from '../../../renderer/workers/archive/protected.ts';

const PASSPHRASE = 'correct horse バッテリー staple';
/** So that many guesses take no time here. */
const CHEAP = 8;
const WORDS = new TextEncoder().encode('The union asked for wages in writing. '.repeat(4_000));

/** Written by `age -p` 1.1.1 of Debian; its passphrase and its words stand in the test. */
const BY_AGE = [
  'YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBzUTd3YXBSMk5GQlpSYktMdHdMSVhnIDE4CjlpT1hFSHNNSFVKaG8zbW9w',
  'QnRVQWhOakxnT3IrQURjZWdkNGNFaW9jcm8KLS0tIDcramVKVG5lUXlLUGtOSktMNlBIVHIwcU5OV3FpSGtlNG8yMzhsck9GUDgK',
  '3R+mWutyV0CELKLp2vxxwZhgO3B11Rxvs36f7NTaiKSp5JxahtMG9ukqTRjboQ==',
].join('');

const codeOf = async (work: Promise<unknown>) => {
  try {
    await work;
    return 'opened';
  } catch (thrown) {
    return problemOf(thrown).code;
  }
};

const flipped = (bytes: Uint8Array, at: number) => {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

describe('a workspace file under a passphrase', async () => {
  const made = await protect(WORDS, PASSPHRASE, CHEAP);

  it('holds none of its words, and gives them back', async () => {
    expect(isProtected(made)).toBe(true);
    expect(isProtected(WORDS)).toBe(false);
    expect(new TextDecoder('latin1').decode(made)).not.toContain('union');
    expect(await unprotect(made, PASSPHRASE)).toEqual(WORDS);
  });

  it('opens with the same passphrase in other composition', async () => {
    expect(PASSPHRASE.normalize('NFD')).not.toBe(PASSPHRASE);
    expect(await codeOf(unprotect(made, PASSPHRASE.normalize('NFD')))).toBe('opened');
  });

  it('opens what another program wrote', async () => {
    const bytes = new Uint8Array(Buffer.from(BY_AGE, 'base64'));
    expect(isProtected(bytes)).toBe(true);
    const opened = await unprotect(bytes, 'stock pass phrase one two');
    expect(new TextDecoder().decode(opened)).toBe('hello from age');
  });

  it('tells another passphrase from damage', async () => {
    expect(await codeOf(unprotect(made, `${PASSPHRASE}.`))).toBe('protected-wrong-passphrase');
    const payload = made.length - WORDS.length;
    for (const at of [payload, payload + 65_536, made.length - 1])
      expect([at, await codeOf(unprotect(flipped(made, at), PASSPHRASE))]).toEqual([at, 'protected-damaged']);
    const mac = new TextDecoder('latin1').decode(made).indexOf('--- ') + 6;
    expect(await codeOf(unprotect(flipped(made, mac), PASSPHRASE))).toBe('protected-damaged');
    expect(await codeOf(unprotect(made.subarray(0, -1), PASSPHRASE))).toBe('protected-damaged');
    expect(await codeOf(unprotect(made.subarray(0, 65_536), PASSPHRASE))).toBe('protected-damaged');
  });

  it('says of what it cannot open that it cannot', async () => {
    const text = new TextDecoder('latin1').decode(made);
    const bytes = (changed: string) => Uint8Array.from(changed, (sign) => sign.charCodeAt(0));
    expect(await codeOf(unprotect(bytes(text.replace('/v1\n', '/v2\n')), PASSPHRASE))).toBe(
      'protected-unsupported',
    );
    expect(await codeOf(unprotect(bytes(text.replace('-> scrypt', '-> X25519')), PASSPHRASE))).toBe(
      'protected-unsupported',
    );
    // More memory than any computer of an office has.
    expect(await codeOf(unprotect(bytes(text.replace(/^(-> scrypt \S+) 8$/m, '$1 30')), PASSPHRASE))).toBe(
      'protected-unsupported',
    );
  });
});
