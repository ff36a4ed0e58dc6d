/** The unpacker of the Electron runtime keeps what makes a file runnable, and stays inside its folder. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unzip } from '../../../scripts/unzip.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hearken-unzip-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function unpack(entries: Zippable, place = (name: string): string | null => name): Promise<string> {
  const archive = path.join(folder, 'archive.zip');
  const target = path.join(folder, 'inside');
  writeFileSync(archive, zipSync(entries));
  await unzip(archive, target, place);
  return target;
}

test('contents and modes arrive; folders are made; what has no place is left out', async () => {
  const target = await unpack(
    {
      'app/run': [strToU8('#!/bin/sh'), { os: 3, attrs: 0o100755 << 16 }],
      'app/deep/er/notes.txt': [strToU8('notes'), { os: 3, attrs: 0o100644 << 16 }],
      'other/unwanted': strToU8('x'),
    },
    (name) => (name.startsWith('app/') ? name.slice(4) : null),
  );
  expect(readdirSync(target).sort()).toEqual(['deep', 'run']);
  expect(readFileSync(path.join(target, 'deep/er/notes.txt'), 'utf8')).toBe('notes');
  expect(statSync(path.join(target, 'run')).mode & 0o111).not.toBe(0);
});

test.each(['../climbed', '/absolute', 'a/../../climbed'])('an entry called %s is refused', async (name) => {
  await expect(unpack({ [name]: strToU8('x') })).rejects.toThrow();
  expect(existsSync(path.join(folder, 'climbed'))).toBe(false);
});

test('an entry that its place would lead outside is refused', async () => {
  await expect(unpack({ harmless: strToU8('x') }, () => '../climbed')).rejects.toThrow('leaves the folder');
  expect(existsSync(path.join(folder, 'climbed'))).toBe(false);
});
