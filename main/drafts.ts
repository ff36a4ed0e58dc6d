/** What was typed into forms and not submitted, in the workspace's own folder: it goes where the workspace goes. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { noted } from '#shared/model/problem.ts';
import { moveInPlace, timeInName, writeAtomic } from './atomic.ts';

const NAME = 'drafts.json';
const Drafts = z.record(z.string(), z.json());
export type Drafts = z.infer<typeof Drafts>;

/** The drafts of a workspace; a file that nobody can read is set aside under another name, and there are none. */
export async function readDrafts(folder: string): Promise<Drafts> {
  const file = path.join(folder, NAME);
  try {
    return Drafts.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return {};
    noted(thrown, NAME);
    await moveInPlace(file, path.join(folder, `drafts-damaged-${timeInName()}.json`)).catch((error) =>
      noted(error, NAME),
    );
    return {};
  }
}

export function writeDrafts(folder: string, drafts: Drafts): Promise<void> {
  return writeAtomic(path.join(folder, NAME), JSON.stringify(drafts));
}
