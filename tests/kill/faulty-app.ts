import { copyFile, cp, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..', '..');
const FAULTS = path.join(import.meta.dirname, 'faults');
const REAL = 'from "node:fs/promises"';

/** Names of the faults that can be built into an app. */
export async function faultNames(): Promise<string[]> {
  return (await readdir(FAULTS)).map((file) => path.basename(file, '.js')).sort();
}

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
  await copyFile(path.join(FAULTS, `${fault}.js`), path.join(folder, 'out', 'main', 'faulty-fs.js'));
  return folder;
}
