import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { Zip, ZipPassThrough } from 'fflate';
import type { ElectronRuntime } from '../electron-runtime.ts';

/** Of a runtime from a registry: the loader that stands in for Electron's default app, and notes about where it is from. */
const NOT_ELECTRON = ['resources/app', 'hearken-runtime.json'];
/** Earlier than any zip can say is refused; the same for every build, so that builds can be compared. */
const TIME = new Date('2020-01-01T00:00:00Z');
/** High half of the attributes of a zip entry: a regular file and its permissions. */
const UNIX = 3;

/**
 * A runtime as the zip file that the packager unpacks.
 * @returns the folder that holds it
 */
export async function zipRuntime({ dist, electron }: ElectronRuntime, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `electron-v${electron}-${process.platform}-${process.arch}.zip`);
  const out = createWriteStream(file);
  const zip = new Zip((error, data, last) => {
    if (error) out.destroy(error);
    else out.write(data);
    if (last) out.end();
  });
  for (const name of (await readdir(dist, { recursive: true })).sort()) {
    if (NOT_ELECTRON.some((one) => name === one || name.startsWith(`${one}/`))) continue;
    const from = path.join(dist, name);
    const { mode } = await stat(from);
    if (!(mode & 0o100000)) continue;
    const entry = new ZipPassThrough(name === 'LICENSE.electron.txt' ? 'LICENSE' : name);
    entry.mtime = TIME;
    entry.os = UNIX;
    entry.attrs = ((mode & 0o177777) << 16) >>> 0;
    zip.add(entry);
    entry.push(await readFile(from), true);
  }
  zip.end();
  await finished(out);
  return folder;
}
