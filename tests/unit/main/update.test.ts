import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sha256 } from '../../../main/files.ts';
import { isNewer, type UpdateManifest } from '../../../main/update/manifest.ts';
import { readPublicKey, readSigned, signed } from '../../../main/update/signed.ts';
import { type UpdateContext, Updates } from '../../../main/update/updates.ts';

const ours = generateKeyPairSync('ed25519');
const another = generateKeyPairSync('ed25519');
const PACKAGE = 'hearken_0.2.0_amd64.deb';
const CONTENT = Buffer.from('the package');

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-update-'));
  await writeFile(path.join(folder, PACKAGE), CONTENT);
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function pem(key: KeyObject): string {
  return String(key.export({ type: 'spki', format: 'pem' }));
}

function manifest(more: Partial<UpdateManifest> = {}): UpdateManifest {
  return {
    format: 'hearken-update',
    version: '0.2.0',
    changes: [
      { version: '0.3.0', points: ['Not in it yet.'] },
      { version: '0.2.0', points: ['New.'] },
      { version: '0.1.5', points: ['Passed over.'] },
      { version: '0.1.0', points: ['Known.'] },
    ],
    packages: [{ platform: 'linux', arch: 'x64', name: PACKAGE, sha256: sha256(CONTENT) }],
    ...more,
  };
}

/** Puts an update file beside the package. @returns its path */
async function updateFile(content: UpdateManifest, key = ours.privateKey): Promise<string> {
  const file = path.join(folder, 'hearken-0.2.0.hearken-update');
  await writeFile(file, signed(JSON.stringify(content), key));
  return file;
}

function updates(more: Partial<UpdateContext> = {}): Updates {
  return new Updates({
    key: pem(ours.publicKey),
    version: '0.1.0',
    platform: 'linux',
    arch: 'x64',
    folder: path.join(folder, 'handed-over'),
    open: async () => '',
    show: () => undefined,
    ...more,
  });
}

const refusedAs = (code: string) => expect.objectContaining({ problem: expect.objectContaining({ code }) });

describe('a signed file', () => {
  const file = signed(JSON.stringify(manifest()), ours.privateKey);

  it('is read with the key that it was signed for, and with no other', () => {
    expect(JSON.parse(readSigned(file, ours.publicKey)?.content ?? '')).toEqual(manifest());
    expect(readSigned(file, another.publicKey)).toEqual({ content: null });
  });

  it('is refused with any bit of any byte changed', () => {
    for (let at = 0; at < file.length; at++)
      for (let bit = 0; bit < 8; bit++) {
        const changed = Buffer.from(file);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        expect(readSigned(changed, ours.publicKey)?.content ?? null, `byte ${at}, bit ${bit}`).toBeNull();
      }
  });

  it('is refused cut off anywhere, or with anything behind it', () => {
    for (let length = 0; length < file.length; length++)
      expect(readSigned(file.subarray(0, length), ours.publicKey)?.content ?? null).toBeNull();
    for (const more of ['\n', ' ', 'a'])
      expect(
        readSigned(Buffer.concat([file, Buffer.from(more)]), ours.publicKey)?.content ?? null,
      ).toBeNull();
  });
});

describe('a key to build in', () => {
  it('is the public half of an Ed25519 key', () => {
    expect(readPublicKey(pem(ours.publicKey)).asymmetricKeyType).toBe('ed25519');
    const priv = String(ours.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    expect(() => readPublicKey(priv)).toThrow('private');
    expect(() => readPublicKey(pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey))).toThrow(
      'Ed25519',
    );
    expect(() => readPublicKey('nothing')).toThrow();
  });
});

describe('an update that is offered', () => {
  it('says its version, its package, and what is new since the version that runs', async () => {
    expect(await updates().check(await updateFile(manifest()))).toEqual({
      version: '0.2.0',
      own: '0.1.0',
      name: PACKAGE,
      changes: [
        { version: '0.2.0', points: ['New.'] },
        { version: '0.1.5', points: ['Passed over.'] },
      ],
    });
  });

  it.each(['0.2.0', '0.2.1', '0.10.0', '1.0.0'])(
    'is refused by version %s, which is as new',
    async (version) => {
      const file = await updateFile(manifest());
      await expect(updates({ version }).check(file)).rejects.toEqual(refusedAs('update-not-newer'));
    },
  );

  it('is refused where it is signed by another, or where no key is built in', async () => {
    const file = await updateFile(manifest(), another.privateKey);
    await expect(updates().check(file)).rejects.toEqual(refusedAs('update-signature'));
    await expect(updates({ key: '' }).check(file)).rejects.toEqual(refusedAs('update-none-taken'));
  });

  it('is refused on another system', async () => {
    const file = await updateFile(manifest());
    await expect(updates({ platform: 'win32' }).check(file)).rejects.toEqual(refusedAs('update-platform'));
    await expect(updates({ arch: 'arm64' }).check(file)).rejects.toEqual(refusedAs('update-platform'));
  });

  it('is refused without its package, and with any byte of that changed', async () => {
    const file = await updateFile(manifest());
    for (let at = 0; at < CONTENT.length; at++) {
      const changed = Buffer.from(CONTENT);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await writeFile(path.join(folder, PACKAGE), changed);
      await expect(updates().check(file)).rejects.toEqual(refusedAs('update-package-changed'));
    }
    await rm(path.join(folder, PACKAGE));
    await expect(updates().check(file)).rejects.toEqual(refusedAs('update-package-missing'));
  });

  it.each(['../elsewhere.deb', '/etc/passwd', '.hidden', 'a b'])(
    'names no file elsewhere: %s',
    async (name) => {
      const [one] = manifest().packages;
      if (!one) throw new Error('no package');
      const file = await updateFile(manifest({ packages: [{ ...one, name }] }));
      await expect(updates().check(file)).rejects.toEqual(refusedAs('update-not-one'));
    },
  );

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a workspace file', Buffer.from('PK\u0003\u0004 and so on')],
    ['a very large one', Buffer.alloc(1024 * 1024 + 1, 10)],
  ])('is none: %s', async (_, bytes) => {
    const file = path.join(folder, 'other.hearken-update');
    await writeFile(file, bytes);
    await expect(updates().check(file)).rejects.toEqual(refusedAs('update-not-one'));
  });
});

describe('handing an update over', () => {
  it('gives the system a copy of what was checked', async () => {
    const open = vi.fn(async (_file: string) => '');
    const one = updates({ open });
    await one.check(await updateFile(manifest()));
    expect(await one.handOver()).toBe('opened');
    const [given = ''] = open.mock.calls[0] ?? [];
    expect(path.dirname(given)).toBe(path.join(folder, 'handed-over'));
    expect(await readFile(given)).toEqual(CONTENT);
    await one.tidy();
    expect(await readdir(folder)).not.toContain('handed-over');
  });

  it('opens nothing that was changed after it was checked', async () => {
    const open = vi.fn(async () => '');
    const one = updates({ open });
    await one.check(await updateFile(manifest()));
    await writeFile(path.join(folder, PACKAGE), 'another one');
    await expect(one.handOver()).rejects.toEqual(refusedAs('update-package-changed'));
    expect(open).not.toHaveBeenCalled();
  });

  it('opens nothing where nothing was checked, or the last one was refused', async () => {
    const one = updates();
    await expect(one.handOver()).rejects.toEqual(refusedAs('call-refused'));
    await one.check(await updateFile(manifest()));
    await expect(one.check(await updateFile(manifest({ version: '0.0.1' })))).rejects.toBeDefined();
    await expect(one.handOver()).rejects.toEqual(refusedAs('call-refused'));
  });

  it('shows in its folder what the system does not open, and what would run if it were opened', async () => {
    const show = vi.fn();
    const without = updates({ show, open: async () => 'no program for it' });
    await without.check(await updateFile(manifest()));
    expect(await without.handOver()).toBe('shown');

    const open = vi.fn(async () => '');
    const program = 'hearken-0.2.0.AppImage';
    await writeFile(path.join(folder, program), CONTENT);
    await chmod(path.join(folder, program), 0o755);
    const packages = [{ platform: 'linux', arch: 'x64', name: program, sha256: sha256(CONTENT) }] as const;
    const one = updates({ show, open });
    await one.check(await updateFile(manifest({ packages: [...packages] })));
    expect(await one.handOver()).toBe('shown');
    expect(open).not.toHaveBeenCalled();
    expect(show).toHaveBeenCalledTimes(2);
  });
});

it('compares versions by their numbers', () => {
  expect(isNewer('0.10.0', '0.9.9')).toBe(true);
  expect(isNewer('1.0.0', '0.99.99')).toBe(true);
  expect(isNewer('0.1.0', '0.1.0')).toBe(false);
  expect(isNewer('0.1.0', '0.1.1')).toBe(false);
});
