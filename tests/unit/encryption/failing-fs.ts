import type * as FsPromises from 'node:fs/promises';

type Fs = typeof FsPromises;

/**
 * What befalls the disk: `full` = from the nth change on nothing more can be written, though names can be changed and
 * files removed; `once` = the nth change alone fails; `crash` = from the nth on nothing at all is done any more.
 */
export type Fault = 'full' | 'once' | 'crash';

let fault: Fault | null = null;
let at = 0;
let count = 0;

/** Fails at the nth change from now on; null = never. */
export function failAt(kind: Fault | null, change = 0): void {
  fault = kind;
  at = change;
  count = 0;
}

/** Changes since `failAt`. */
export function changes(): number {
  return count;
}

function step(isWrite: boolean): void {
  count++;
  const fails =
    (fault === 'crash' && count >= at) ||
    (fault === 'once' && count === at) ||
    (fault === 'full' && count >= at && isWrite);
  if (!fails) return;
  const code = fault === 'full' ? 'ENOSPC' : 'EIO';
  throw Object.assign(new Error(`${code}: change ${count}`), { code });
}

const WRITES = new Set(['writeFile', 'appendFile', 'mkdir', 'copyFile', 'write', 'truncate', 'sync']);
const NAMES = new Set(['rename', 'rm', 'unlink', 'chmod']);

/** Stands in for `node:fs/promises`: does the same, unless it is to fail. */
export function failingFs(fs: Fs): Fs {
  return new Proxy(fs, {
    get: (_, name) => {
      const real = Reflect.get(fs, name) as unknown;
      if (typeof real !== 'function') return real;
      const known = String(name);
      if (known === 'open')
        return async (...args: Parameters<Fs['open']>) => {
          if (/[wa]/.test(String(args[1] ?? 'r'))) step(true);
          return failingHandle(await fs.open(...args));
        };
      if (!WRITES.has(known) && !NAMES.has(known)) return real;
      return async (...args: unknown[]) => {
        step(WRITES.has(known));
        return real.apply(fs, args);
      };
    },
  });
}

function failingHandle(handle: FsPromises.FileHandle): FsPromises.FileHandle {
  return new Proxy(handle, {
    get: (_, name) => {
      const real = Reflect.get(handle, name) as unknown;
      if (typeof real !== 'function') return real;
      return WRITES.has(String(name))
        ? async (...args: unknown[]) => {
            step(true);
            return real.apply(handle, args);
          }
        : real.bind(handle);
    },
  });
}
