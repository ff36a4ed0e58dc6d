import { open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Random } from './random.ts';

/** What befalls the files between a kill and the next start. */
export const DAMAGES = [
  'none',
  'indexeddb-deleted',
  'indexeddb-truncated',
  'indexeddb-overwritten',
  'indexeddb-deleted-and-snapshot-damaged',
  'log-half-line-added',
  'log-last-line-cut',
] as const;
export type Damage = (typeof DAMAGES)[number];

export function logFile(userData: string, storeId: string): string {
  return path.join(userData, 'workspaces', storeId, 'journal.jsonl');
}

/** Does the damage. @returns what was done, in words */
export async function doDamage(
  damage: Damage,
  userData: string,
  storeId: string,
  random: Random,
): Promise<string> {
  const database = path.join(userData, 'IndexedDB');
  switch (damage) {
    case 'none':
      return 'no damage';
    case 'indexeddb-deleted':
      await rm(database, { recursive: true, force: true });
      return 'IndexedDB deleted';
    case 'indexeddb-truncated':
    case 'indexeddb-overwritten':
      return `IndexedDB: ${await damageFiles(database, damage === 'indexeddb-truncated', random)}`;
    case 'indexeddb-deleted-and-snapshot-damaged':
      await rm(database, { recursive: true, force: true });
      return `IndexedDB deleted, ${await damageNewestSnapshot(userData, storeId)}`;
    case 'log-half-line-added': {
      // What a write that never came to its end leaves behind.
      const log = await readFile(logFile(userData, storeId));
      const line = log.subarray(log.lastIndexOf(10, -2) + 1);
      const half = Buffer.concat([log, line.subarray(0, random.between(1, Math.max(1, line.length - 2)))]);
      await writeFile(logFile(userData, storeId), half);
      return 'half a line added to the log';
    }
    case 'log-last-line-cut': {
      const log = await readFile(logFile(userData, storeId));
      const lastLine = log.length - log.lastIndexOf(10, -2) - 1;
      await truncate(logFile(userData, storeId), log.length - random.between(1, Math.max(1, lastLine - 1)));
      return 'last line of the log cut';
    }
  }
}

async function damageFiles(folder: string, cut: boolean, random: Random): Promise<string> {
  const names = (await readdir(folder, { recursive: true }).catch(() => [] as string[])).filter((name) =>
    /\.(log|ldb)$|MANIFEST|CURRENT/.test(name),
  );
  const done: string[] = [];
  for (let count = random.between(1, 2); count > 0 && names.length > 0; count--) {
    const name = random.pick(names);
    const handle = await open(path.join(folder, name), 'r+');
    const { size } = await handle.stat();
    if (cut) await handle.truncate(random.between(0, size));
    else {
      const noise = Buffer.from(Array.from({ length: Math.min(size, 256) }, () => random.between(0, 255)));
      await handle.write(noise, 0, noise.length, random.between(0, Math.max(0, size - noise.length)));
    }
    await handle.close();
    done.push(`${path.basename(name)} ${cut ? 'truncated' : 'overwritten in part'}`);
  }
  return done.join(', ') || 'there was none';
}

async function damageNewestSnapshot(userData: string, storeId: string): Promise<string> {
  const folder = path.join(userData, 'workspaces', storeId, 'snapshots');
  const newest = (await readdir(folder).catch(() => [] as string[]))
    .filter((name) => name.endsWith('.gz'))
    .sort()
    .at(-1);
  if (!newest) return 'there was no snapshot';
  await truncate(path.join(folder, newest), 40);
  return 'newest snapshot cut';
}
