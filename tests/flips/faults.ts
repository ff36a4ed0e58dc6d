import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { OpenedStore } from './adapter.ts';
import type { Failure } from './failures.ts';

/** A store that is faulty on purpose. */
export interface Fault {
  /** How it must be noticed. */
  readonly noticedAs: Failure;
  readonly build: (opened: OpenedStore, folder: string) => OpenedStore | Promise<OpenedStore>;
}

/** Tells something else of what was found. */
function saying(change: (said: OpenedStore['said']) => Partial<OpenedStore['said']>): Fault['build'] {
  return (opened) => ({ ...opened, said: { ...opened.said, ...change(opened.said) } });
}

export const FAULTS: Readonly<Record<string, Fault>> = {
  'says-nothing': {
    noticedAs: 'untrue',
    build: saying(() => ({ missing: 0, unviewable: 0, perhapsMore: false })),
  },
  'says-complete': { noticedAs: 'untrue', build: saying(() => ({ complete: true })) },
  'counts-one-too-many': {
    noticedAs: 'miscounted',
    build: saying(({ missing }) => ({ missing: missing + 1 })),
  },
  'loses-a-row': {
    noticedAs: 'lost',
    build: (opened) => ({
      ...opened,
      readState: async () => new Map([...(await opened.readState())].slice(1)),
    }),
  },
  'removes-what-is-damaged': {
    noticedAs: 'unkept',
    build: async (opened, folder) => {
      for (const name of await readdir(folder, { recursive: true }))
        if (/damaged|torn/.test(name)) await rm(path.join(folder, name), { recursive: true, force: true });
      return opened;
    },
  },
};
