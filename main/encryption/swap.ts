/**
 * Puts a store that was built beside another one in its place. Each step is a rename within one folder, made to last
 * before the next, so that after a crash their names tell how far it came:
 *
 *     .making-ID            being built: worth nothing yet
 *     .ready-ID             whole: takes the place of ID
 *     .replaced-ID          the one before, which is removed
 */
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { noted, ProblemError } from '#shared/model/problem.ts';
import { exists, moveInPlace, syncFolder } from '../atomic.ts';

const MAKING = '.making-';
const READY = '.ready-';
const REPLACED = '.replaced-';

/** Where a store is built. */
export function buildingFolder(root: string, storeId: string): string {
  return path.join(root, MAKING + storeId);
}

/**
 * Takes what was built, and was synced, for the store; the one before is deleted.
 * @throws ProblemError `encryption-leftover` where the new one is in place but the one before could not be removed
 */
export async function replaceStore(root: string, storeId: string): Promise<void> {
  const at = places(root, storeId);
  try {
    await move(root, at.making, at.ready);
    await move(root, at.store, at.replaced);
    await move(root, at.ready, at.store);
  } catch (thrown) {
    await takeBack(root, storeId);
    throw thrown;
  }
  await rm(at.replaced, { recursive: true, force: true }).catch((cause) => {
    throw new ProblemError('encryption-leftover', { folder: at.replaced }, { cause });
  });
  await syncFolder(root).catch((thrown) => noted(thrown, 'replaced store'));
}

/** Finishes what a crash interrupted, and removes what it left of stores that were being made. */
export async function finishSwaps(root: string): Promise<void> {
  const names = await readdir(root).catch(() => [] as string[]);
  const idsOf = (prefix: string) =>
    names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  for (const storeId of idsOf(MAKING)) await remove(buildingFolder(root, storeId));
  for (const storeId of new Set([...idsOf(READY), ...idsOf(REPLACED)]))
    await finish(root, storeId).catch((thrown) => noted(thrown, 'replacing a store'));
}

async function finish(root: string, storeId: string): Promise<void> {
  const at = places(root, storeId);
  if (await exists(at.ready)) {
    if (!(await exists(at.replaced))) await move(root, at.store, at.replaced);
    await move(root, at.ready, at.store);
  } else if (!(await exists(at.store))) await move(root, at.replaced, at.store);
  await remove(at.replaced);
}

/** The store as it was, and what was built as worth nothing; where even that fails, the next start finishes what was begun. */
async function takeBack(root: string, storeId: string): Promise<void> {
  const at = places(root, storeId);
  try {
    if (await exists(at.replaced)) {
      if (await exists(at.store)) await moveInPlace(at.store, at.ready);
      await moveInPlace(at.replaced, at.store);
    }
    if (await exists(at.ready)) await moveInPlace(at.ready, at.making);
    await syncFolder(root);
  } catch (thrown) {
    noted(thrown, 'replacing a store');
  }
}

async function move(root: string, from: string, to: string): Promise<void> {
  await moveInPlace(from, to);
  await syncFolder(root);
}

function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}

function places(
  root: string,
  storeId: string,
): { store: string; making: string; ready: string; replaced: string } {
  return {
    making: buildingFolder(root, storeId),
    store: path.join(root, storeId),
    ready: path.join(root, READY + storeId),
    replaced: path.join(root, REPLACED + storeId),
  };
}
