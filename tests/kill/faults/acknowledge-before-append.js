/**
 * Stands in for `node:fs/promises` in an app that is faulty on purpose: what is written to the log is said to be
 * written at once, and is written a little later.
 */
import * as fs from 'node:fs/promises';

export * from 'node:fs/promises';

/** In ms. */
const LATER = 40;

export async function open(file, ...rest) {
  const handle = await fs.open(file, ...rest);
  if (!String(file).endsWith('journal.jsonl')) return handle;
  let written = Promise.resolve();
  let size = (await handle.stat()).size;
  const instead = {
    write: async (bytes, offset, length, at) => {
      const kept = Buffer.from(bytes.subarray(offset, offset + length));
      const from = at ?? size;
      size = Math.max(size, from + length);
      const due = new Promise((resolve) => setTimeout(resolve, LATER));
      written = written.then(() => due).then(() => handle.write(kept, 0, length, from));
      return { bytesWritten: length, buffer: bytes };
    },
    sync: async () => {},
    datasync: async () => {},
    stat: async (options) => Object.assign(await handle.stat(options), options?.bigint ? {} : { size }),
    truncate: async (to) => {
      await written;
      size = to;
      await handle.truncate(to);
    },
    read: async (...args) => {
      await written;
      return handle.read(...args);
    },
    close: async () => {
      await written;
      await handle.close();
    },
  };
  return instead;
}
