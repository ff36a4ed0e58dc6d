import type { PathLike } from 'node:fs';
import type * as FsPromises from 'node:fs/promises';
import path from 'node:path';

type Fs = typeof FsPromises;
type FileHandle = FsPromises.FileHandle;

/** What was done to the disk, in order. Files and folders are numbered; 0 is the folder that is watched. */
export type DiskCall =
  | { readonly kind: 'link'; readonly folder: number; readonly name: string; readonly node: number }
  | { readonly kind: 'unlink'; readonly folder: number; readonly name: string }
  | { readonly kind: 'rename'; readonly folder: number; readonly from: string; readonly to: string }
  | { readonly kind: 'write'; readonly node: number; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly node: number; readonly size: number }
  /** `upTo`: how many calls had been made when it began; only what they did is sure to last. */
  | { readonly kind: 'sync'; readonly node: number; readonly upTo: number }
  /** Said by the test: `asked` before it calls the store, `answered` once the store has answered. */
  | { readonly kind: 'asked' | 'answered'; readonly what: number };

export interface Recording {
  readonly calls: DiskCall[];
  /** Numbers of what are folders. */
  readonly folders: Set<number>;
}

/** Calls that change nothing on disk, and those that only touch times or rights. */
const HARMLESS = new Set([
  'access',
  'chmod',
  'lstat',
  'readFile',
  'readdir',
  'realpath',
  'stat',
  'statfs',
  'utimes',
  'opendir',
]);

let watched: { readonly root: string; readonly recording: Recording; next: number } | null = null;
/** Number by path, as the folders stand. */
const nodes = new Map<string, number>();
const sizes = new Map<number, number>();

/**
 * Records from now on what happens below a folder.
 * @param present files that are there already, by name within the folder; they are sure to last
 */
export function watch(root: string, present: ReadonlyMap<string, Uint8Array> = new Map()): Recording {
  const recording: Recording = { calls: [], folders: new Set([0]) };
  watched = { root, recording, next: 1 };
  nodes.clear();
  sizes.clear();
  nodes.set(root, 0);
  for (const [name, bytes] of present) {
    const parts = name.split('/');
    for (let depth = 1; depth <= parts.length; depth++) {
      const at = path.join(root, ...parts.slice(0, depth));
      if (nodes.has(at)) continue;
      const node = linked(at, depth < parts.length);
      if (depth === parts.length) written(node, 0, Buffer.from(bytes));
    }
  }
  for (const node of new Set([0, ...nodes.values()]))
    recording.calls.push({ kind: 'sync', node, upTo: recording.calls.length });
  return recording;
}

function note(call: DiskCall): void {
  watched?.recording.calls.push(call);
}

function numberOf(file: string): number {
  const node = nodes.get(file);
  if (node === undefined) throw new Error(`not recorded before: ${file}`);
  return node;
}

function linked(file: string, isFolder: boolean): number {
  if (!watched) throw new Error('nothing is watched');
  const node = watched.next++;
  nodes.set(file, node);
  if (isFolder) watched.recording.folders.add(node);
  else sizes.set(node, 0);
  note({ kind: 'link', folder: numberOf(path.dirname(file)), name: path.basename(file), node });
  return node;
}

function written(node: number, at: number, bytes: Buffer): void {
  note({ kind: 'write', node, at, bytes });
  sizes.set(node, Math.max(sizes.get(node) ?? 0, at + bytes.length));
}

export function stopWatching(): void {
  watched = null;
}

/** Stands in for `node:fs/promises`: does the same, and writes down what happens below the folder watched. */
export function recordedFs(fs: Fs): Fs {
  const isWatched = (file: unknown): boolean =>
    watched !== null &&
    typeof file === 'string' &&
    (file === watched.root || file.startsWith(watched.root + path.sep));

  const unlink = (file: string): void => {
    if (!nodes.has(file)) return;
    note({ kind: 'unlink', folder: numberOf(path.dirname(file)), name: path.basename(file) });
    for (const known of [...nodes.keys()])
      if (known === file || known.startsWith(file + path.sep)) nodes.delete(known);
  };
  const truncate = (node: number, size: number): void => {
    note({ kind: 'truncate', node, size });
    sizes.set(node, size);
  };
  const replaced = (file: string, bytes: Buffer): void => {
    const known = nodes.get(file);
    if (known !== undefined) truncate(known, 0);
    written(known ?? linked(file, false), 0, bytes);
  };

  const recordedHandle = (handle: FileHandle, node: number): FileHandle => {
    let position = 0;
    const sync = async (): Promise<void> => {
      const upTo = watched?.recording.calls.length ?? 0;
      await handle.sync();
      note({ kind: 'sync', node, upTo });
    };
    const put = (content: unknown): void => {
      const bytes = bufferOf(content);
      written(node, position, bytes);
      position += bytes.length;
    };
    const recorded: Record<string, unknown> = {
      sync,
      datasync: sync,
      truncate: (size = 0) => {
        truncate(node, size);
        return handle.truncate(size);
      },
      writeFile: (content: string | Uint8Array) => {
        put(content);
        return handle.writeFile(content);
      },
      appendFile: (content: string | Uint8Array) => {
        position = sizes.get(node) ?? 0;
        put(content);
        return handle.appendFile(content);
      },
      write: (buffer: Uint8Array, offset = 0, length = buffer.length - offset, at: number | null = null) => {
        const part = bufferOf(buffer.subarray(offset, offset + length));
        if (at === null) put(part);
        else written(node, at, part);
        return handle.write(buffer, offset, length, at);
      },
      read: handle.read.bind(handle),
      readFile: handle.readFile.bind(handle),
      stat: handle.stat.bind(handle),
      close: handle.close.bind(handle),
      fd: handle.fd,
    };
    return new Proxy(handle, {
      get: (_, name) => {
        if (name === 'then') return undefined;
        const known = recorded[String(name)];
        if (known === undefined) throw new Error(`a file's ${String(name)} is not recorded`);
        return known;
      },
    });
  };

  const recorded = {
    open: async (file: PathLike, flags: string | number = 'r', mode?: number): Promise<FileHandle> => {
      const handle = await fs.open(file, flags, mode);
      if (!isWatched(file) || typeof file !== 'string') return handle;
      if (!nodes.has(file)) linked(file, false);
      else if (/^w/.test(String(flags))) truncate(numberOf(file), 0);
      return recordedHandle(handle, numberOf(file));
    },
    writeFile: (file: string, content: string | Uint8Array, options?: Parameters<Fs['writeFile']>[2]) => {
      replaced(file, bufferOf(content));
      return fs.writeFile(file, content, options);
    },
    appendFile: (file: string, content: string | Uint8Array, options?: Parameters<Fs['appendFile']>[2]) => {
      const node = nodes.get(file) ?? linked(file, false);
      written(node, sizes.get(node) ?? 0, bufferOf(content));
      return fs.appendFile(file, content, options);
    },
    copyFile: async (from: string, to: string, mode?: number) => {
      await fs.copyFile(from, to, mode);
      replaced(to, await fs.readFile(to));
    },
    rename: async (from: string, to: string) => {
      await fs.rename(from, to);
      if (path.dirname(from) !== path.dirname(to))
        throw new Error('a rename between folders is not recorded');
      const folder = numberOf(path.dirname(from));
      note({ kind: 'rename', folder, from: path.basename(from), to: path.basename(to) });
      for (const [known, node] of [...nodes]) {
        if (known !== from && !known.startsWith(from + path.sep)) continue;
        nodes.delete(known);
        nodes.set(to + known.slice(from.length), node);
      }
    },
    rm: async (file: string, options?: Parameters<Fs['rm']>[1]) => {
      await fs.rm(file, options);
      unlink(file);
    },
    unlink: async (file: string) => {
      await fs.unlink(file);
      unlink(file);
    },
    mkdir: async (folder: string, options?: { recursive?: boolean; mode?: number }) => {
      const made = await fs.mkdir(folder, options);
      const missing: string[] = [];
      for (let above = folder; isWatched(above) && !nodes.has(above); above = path.dirname(above))
        missing.unshift(above);
      for (const each of missing) linked(each, true);
      return made;
    },
  };

  return new Proxy(fs, {
    get: (_, name) => {
      const real = Reflect.get(fs, name) as unknown;
      if (typeof real !== 'function' || HARMLESS.has(String(name))) return real;
      const instead = (recorded as Record<string, unknown>)[String(name)] as typeof real | undefined;
      return (...args: unknown[]) => {
        if (name === 'open') return instead?.(...args);
        if (!args.some(isWatched)) return real.apply(fs, args);
        if (!instead) throw new Error(`${String(name)} is not recorded`);
        return instead(...args);
      };
    },
  });
}

function bufferOf(content: unknown): Buffer {
  if (typeof content === 'string') return Buffer.from(content, 'utf8');
  if (content instanceof Uint8Array) return Buffer.from(content);
  throw new Error('what was written is neither text nor bytes');
}
