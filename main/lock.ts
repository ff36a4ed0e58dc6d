import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { ProblemError } from '#shared/model/problem.ts';
import { OWN_FILE } from './atomic.ts';
import { fileProblem } from './file-problem.ts';

export const LOCK_FILE = 'lock.json';
/** How often a holder says that it is alive, and how long its silence is believed to be life, in ms. */
const HEARTBEAT = 30_000;
const BELIEVED = 120_000;

/**
 * Keeps a store from being written by two machines at once, where its folder is on a shared or synchronised disk.
 * On one machine the app runs once (its single-instance lock), so a lock of this machine was left by a crash. Where
 * nothing can be written (a full disk, a folder for reading only) nothing is kept from anybody, since no change is made.
 * @returns lets the lock go
 * @throws ProblemError `workspace-locked` with the other machine's name
 */
export async function takeLock(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, LOCK_FILE);
  const holder = await readHolder(file);
  if (holder && holder.host !== hostname() && Math.abs(Date.now() - holder.seen) < BELIEVED)
    throw new ProblemError('workspace-locked', { host: holder.host });
  try {
    await writeFile(file, JSON.stringify({ host: hostname(), pid: process.pid }), { mode: OWN_FILE });
  } catch (thrown) {
    if (!fileProblem(thrown)) throw thrown;
    return async () => {};
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, HEARTBEAT);
  heartbeat.unref();
  return async () => {
    clearInterval(heartbeat);
    await rm(file, { force: true });
  };
}

async function readHolder(file: string): Promise<{ host: string; seen: number } | null> {
  try {
    const { host } = JSON.parse(await readFile(file, 'utf8')) as { host: unknown };
    return { host: String(host), seen: (await stat(file)).mtimeMs };
  } catch {
    return null;
  }
}
