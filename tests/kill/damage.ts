import { appendFile, open, readdir, readFile, rm, truncate } from 'node:fs/promises';
import path from 'node:path';
import type { Random } from '../oracle/random.ts';

/** What befalls the files between a kill and the next start. */
export interface Damage {
  readonly database: 'kept' | 'gone' | 'truncated' | 'overwritten';
  readonly log: 'kept' | 'half a line added' | 'last line cut';
  readonly snapshot: 'kept' | 'newest cut';
}

export const NO_DAMAGE: Damage = { database: 'kept', log: 'kept', snapshot: 'kept' };

/** The log loses its end only where the database has it still. */
export function drawDamage(databaseGone: boolean, random: Random): Damage {
  const snapshot = random.chance(0.15) ? 'newest cut' : 'kept';
  const half = random.chance(0.15) ? 'half a line added' : 'kept';
  if (databaseGone) return { database: 'gone', log: half, snapshot };
  if (random.chance(0.3))
    return { database: random.pick(['truncated', 'overwritten'] as const), log: half, snapshot };
  return { database: 'kept', log: random.chance(0.25) ? 'last line cut' : half, snapshot };
}

export function logFile(userData: string, storeId: string): string {
  return path.join(userData, 'workspaces', storeId, 'journal.jsonl');
}

/** What holds the wrapped keys of an encrypted workspace. */
export function headerFile(userData: string, storeId: string): string {
  return path.join(userData, 'workspaces', storeId, 'encryption.key');
}

/** Does the damage. @returns what was done, in words */
export async function doDamage(
  { database, log, snapshot }: Damage,
  userData: string,
  storeId: string,
  random: Random,
): Promise<string> {
  const done: string[] = [];
  const folder = path.join(userData, 'IndexedDB');
  if (database === 'gone') {
    await rm(folder, { recursive: true, force: true });
    done.push('database gone');
  } else if (database !== 'kept') {
    done.push(`database: ${await damageFiles(folder, database === 'truncated', random)}`);
  }
  if (log !== 'kept') {
    const file = logFile(userData, storeId);
    const bytes = await readFile(file);
    const lastLine = bytes.subarray(bytes.lastIndexOf(10, -2) + 1);
    // What a write that never came to its end leaves behind, or takes away.
    const part = random.between(1, Math.max(1, lastLine.length - 2));
    if (log === 'last line cut') await truncate(file, bytes.length - part);
    else await appendFile(file, lastLine.subarray(0, part));
    done.push(`log: ${log}`);
  }
  if (snapshot !== 'kept') done.push(await cutNewestSnapshot(userData, storeId));
  return done.join(', ') || 'no damage';
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

async function cutNewestSnapshot(userData: string, storeId: string): Promise<string> {
  const folder = path.join(userData, 'workspaces', storeId, 'snapshots');
  const newest = (await readdir(folder).catch(() => [] as string[]))
    .filter((name) => /\.(gz|sealed)$/.test(name))
    .sort()
    .at(-1);
  if (!newest) return 'there was no snapshot';
  await truncate(path.join(folder, newest), 40);
  return 'newest snapshot cut';
}
