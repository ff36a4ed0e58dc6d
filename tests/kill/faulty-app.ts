import { copyFile, cp, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..', '..');
const FOLDER = path.join(import.meta.dirname, 'faults');
const REAL = 'from "node:fs/promises"';

/** The faults that can be built into an app, each a file of that name in `faults/`, and how each must be noticed. */
export const FAULTS: Readonly<Record<string, 'lost' | 'too little acknowledged'>> = {
  'acknowledge-before-append': 'lost',
  'skipped-line': 'lost',
  'failing-writes': 'too little acknowledged',
};

/**
 * Copies the built app into a folder of its own, with a fault between it and the file system.
 * @returns the folder, to be started and removed
 */
export async function buildFaultyApp(fault: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hearken-faulty-'));
  await cp(path.join(ROOT, 'out'), path.join(folder, 'out'), { recursive: true });
  await copyFile(path.join(ROOT, 'package.json'), path.join(folder, 'package.json'));
  await symlink(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const main = path.join(folder, 'out', 'main', 'index.js');
  const parts = (await readFile(main, 'utf8')).split(REAL);
  if (parts.length !== 2)
    throw new Error(`The app reads its files in ${parts.length - 1} places, not in one.`);
  await writeFile(main, parts.join('from "./faulty-fs.js"'));
  await copyFile(path.join(FOLDER, `${fault}.js`), path.join(folder, 'out', 'main', 'faulty-fs.js'));
  return folder;
}
