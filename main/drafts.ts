/** What was typed into forms and not submitted, in the workspace's own folder: it goes where the workspace goes. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { noted } from '#shared/model/problem.ts';
import { moveInPlace, timeInName, writeAtomic } from './atomic.ts';
import type { Sealer } from './encryption/sealer.ts';

export const DRAFTS_FILE = 'drafts.json';
const Drafts = z.record(z.string(), z.json());
export type Drafts = z.infer<typeof Drafts>;

/** The drafts of a workspace; a file that nobody can read is set aside under another name, and there are none. */
export async function readDrafts(folder: string, sealer: Sealer): Promise<Drafts> {
  const name = sealer.fileName(DRAFTS_FILE);
  const file = path.join(folder, name);
  try {
    const bytes = sealer.open('drafts', await readFile(file));
    return Drafts.parse(JSON.parse(Buffer.from(bytes ?? []).toString('utf8')));
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return {};
    noted(thrown, name);
    const aside = sealer.fileName(`drafts-damaged-${timeInName()}.json`);
    await moveInPlace(file, path.join(folder, aside)).catch((error) => noted(error, name));
    return {};
  }
}

export async function writeDrafts(folder: string, sealer: Sealer, drafts: Drafts): Promise<void> {
  const bytes = Buffer.from(JSON.stringify(drafts), 'utf8');
  await writeAtomic(path.join(folder, sealer.fileName(DRAFTS_FILE)), sealer.seal('drafts', bytes));
}
