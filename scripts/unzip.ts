/** Unpacks a zip file without loading it into memory and without a system `unzip`. */
import { createWriteStream } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

const KIND = 0o170000;
const LINK = 0o120000;

/**
 * Writes the entries of `archive` into `folder`. `place` gives each entry's path in the folder, or null to
 * leave it out. Modes and symbolic links are kept; an entry that would land outside the folder is an error.
 */
export async function unzip(
  archive: string,
  folder: string,
  place: (name: string) => string | null,
): Promise<void> {
  const zip = await openPromise(archive);
  try {
    for await (const entry of zip.eachEntry()) {
      const name = place(entry.fileName);
      if (name === null || name === '' || name.endsWith('/')) continue;
      const target = path.resolve(folder, name);
      if (!target.startsWith(path.resolve(folder) + path.sep)) throw new Error(`${name} leaves the folder.`);
      await mkdir(path.dirname(target), { recursive: true });
      const mode = entry.externalFileAttributes >>> 16;
      const content = await zip.openReadStreamPromise(entry);
      if ((mode & KIND) === LINK) await symlink(await text(content), target);
      else await pipeline(content, createWriteStream(target, { mode: mode & 0o777 || 0o644 }));
    }
  } finally {
    zip.close();
  }
}
