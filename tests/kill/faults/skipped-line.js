/**
 * Stands in for `node:fs/promises` in an app that is faulty on purpose: every fifth line of the log is said to be
 * written and is not.
 */
import * as fs from 'node:fs/promises';

export * from 'node:fs/promises';

const EVERY = 5;

export async function open(file, ...rest) {
  const handle = await fs.open(file, ...rest);
  if (!String(file).endsWith('journal.jsonl')) return handle;
  let count = 0;
  /** Bytes that the app takes to be in the file and that are not. */
  let skipped = 0;
  return {
    write: async (bytes, offset, length, at) => {
      count++;
      if (count % EVERY !== 0) return handle.write(bytes, offset, length, at === null ? null : at - skipped);
      skipped += length;
      return { bytesWritten: length, buffer: bytes };
    },
    sync: () => handle.sync(),
    datasync: () => handle.datasync(),
    stat: async (options) => {
      const found = await handle.stat(options);
      return options?.bigint ? found : Object.assign(found, { size: found.size + skipped });
    },
    truncate: (to) => handle.truncate(to - skipped),
    read: (bytes, offset, length, at) => handle.read(bytes, offset, length, at - skipped),
    close: () => handle.close(),
  };
}
