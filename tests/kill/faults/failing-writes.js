/**
 * Stands in for `node:fs/promises` in an app that is faulty on purpose: after a few lines the log takes no more, as
 * on a disk that fails.
 */
import * as fs from 'node:fs/promises';

export * from 'node:fs/promises';

const LINES = 4;

export async function open(file, ...rest) {
  const handle = await fs.open(file, ...rest);
  if (!String(file).endsWith('journal.jsonl')) return handle;
  let count = 0;
  return {
    write: async (...args) => {
      count++;
      if (count > LINES) throw Object.assign(new Error('the disk fails'), { code: 'EIO' });
      return handle.write(...args);
    },
    sync: () => handle.sync(),
    datasync: () => handle.datasync(),
    stat: (options) => handle.stat(options),
    truncate: (to) => handle.truncate(to),
    read: (...args) => handle.read(...args),
    close: () => handle.close(),
  };
}
