/** Files that the app opened or wrote for a test, by the folder that stands in for the system's dialog. */
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { ElectronApplication } from 'playwright-core';
import { expect } from 'vitest';

/** What the system's open dialog gives from now on, in place of the dialog. */
export function willOpen(app: ElectronApplication, files: readonly string[]): Promise<void> {
  return app.evaluate((_, list) => {
    process.env.HEARKEN_OPEN_FILES = list;
  }, files.join(path.delimiter));
}

/** Waits for the one file with this ending, and takes it out of the folder. */
export async function savedFile(folder: string, ending: string): Promise<Uint8Array> {
  const found = async () =>
    (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(ending) && !name.startsWith('.'));
  await expect.poll(found, { timeout: 60_000 }).toHaveLength(1);
  const file = path.join(folder, (await found())[0] ?? '');
  const bytes = new Uint8Array(await readFile(file));
  await rm(file);
  return bytes;
}

/** The words of a Word document, runs put together. */
export function wordsOf(docx: Uint8Array): string {
  const document = unzipSync(docx)['word/document.xml'];
  expect(document).toBeDefined();
  return strFromU8(document ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '');
}
