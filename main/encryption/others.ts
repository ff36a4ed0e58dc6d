/**
 * What else lies in a store's folder: logs and snapshots that were found damaged and kept, torn lines, files of a
 * later version. They hold words as well, so an encrypted store keeps each sealed under `kept/`, its name inside.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '#shared/model/basics.ts';
import { ProblemError } from '#shared/model/problem.ts';
import { makeFolder, writeAtomic } from '../atomic.ts';
import { lineStart, readLineStart } from '../journal-line.ts';
import { STORE_FILE } from '../library-entry.ts';
import { LOCK_FILE } from '../lock.ts';
import { HEADER_FILES } from './header-file.ts';
import type { Place, Sealer } from './sealer.ts';
import { KEYCHAIN_FILE } from './store-keys.ts';

const KEPT = 'kept';
/** Made anew for the new store, or of use to the old one alone. */
const OWN: readonly string[] = [STORE_FILE, LOCK_FILE, KEYCHAIN_FILE, ...HEADER_FILES];
/** What a crash left of a file that was being written. */
const UNFINISHED = /^\..*\.tmp$/;

/** @param copied files that were written to the new store already, by their names in the old one */
export async function copyOthers(from: Place, to: Place, copied: ReadonlySet<string>): Promise<void> {
  const found = await readdir(from.folder, { recursive: true, withFileTypes: true });
  for (const one of found) {
    const name = path.relative(from.folder, path.join(one.parentPath, one.name));
    if (!one.isFile() || copied.has(name) || OWN.includes(name) || UNFINISHED.test(one.name)) continue;
    const bytes = await readFile(path.join(from.folder, name));
    await writeOther(to, from.sealer.isSealed ? unsealed(from.sealer, name, bytes) : { name, bytes });
  }
}

interface Other {
  /** Path within the folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function writeOther(to: Place, { name, bytes }: Other): Promise<void> {
  const stated = Buffer.from(`${JSON.stringify(name.replaceAll(path.sep, '/'))}\n`, 'utf8');
  const file = to.sealer.isSealed ? path.join(KEPT, to.sealer.fileName(newId())) : name;
  const content = to.sealer.isSealed ? to.sealer.seal('kept', Buffer.concat([stated, bytes])) : bytes;
  await makeFolder(path.dirname(path.join(to.folder, file)));
  await writeAtomic(path.join(to.folder, file), content);
  if (!(await readFile(path.join(to.folder, file))).equals(content))
    throw new ProblemError('encryption-unverified', { name: path.basename(file) });
}

/** As it was before it was sealed; what cannot be opened stays as it is. */
function unsealed(sealer: Sealer, name: string, bytes: Buffer): Other {
  const opened = path.dirname(name) === KEPT ? sealer.open('kept', bytes) : null;
  if (!opened) return { name, bytes: withLinesOpened(sealer, bytes) };
  const whole = Buffer.from(opened);
  const lineEnd = whole.indexOf(10);
  const stated = path.normalize(String(JSON.parse(whole.toString('utf8', 0, lineEnd))));
  const isWithin = !path.isAbsolute(stated) && !stated.startsWith('..');
  return { name: isWithin ? stated : name, bytes: whole.subarray(lineEnd + 1) };
}

/** A damaged log that was kept: its sealed lines as plain ones, whatever else is in it as it is. */
function withLinesOpened(sealer: Sealer, bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let before = '';
  for (let from = 0, to = 0; from < bytes.length; from = to) {
    const lineEnd = bytes.indexOf(10, from);
    to = lineEnd === -1 ? bytes.length : lineEnd + 1;
    const line = bytes.subarray(from, to);
    const start = readLineStart(line);
    const json = start && sealer.openLine(start.seq, before, line.subarray(start.content, -2));
    parts.push(
      json ? Buffer.concat([lineStart(start.seq, start.sum, 'entry'), json, line.subarray(-2)]) : line,
    );
    before = start?.sum ?? before;
  }
  return Buffer.concat(parts);
}
