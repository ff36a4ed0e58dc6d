import 'fake-indexeddb/auto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bridge } from '#shared/bridge.ts';
import { answer } from '../../../main/answer.ts';
import { type Handlers, storageHandlers } from '../../../main/handlers.ts';
import { ProfileFile } from '../../../main/profile.ts';
import { Workspaces } from '../../../main/workspaces.ts';

/**
 * The real main process behind the bridge, on a folder of their own, without Electron between them: what is
 * passed is cloned as Electron clones it.
 */
export interface MainProcess {
  /** What the next calls of a name shall answer instead; for failures of the disk. */
  readonly instead: { -readonly [N in keyof Handlers]?: Handlers[N] };
  /**
   * As a new run of the app after a kill: it finds a copy of the files as they stood, nothing was closed before.
   * @param damage what befalls the files in between
   */
  restart(damage?: () => Promise<void>): Promise<void>;
  readLog(storeId: string): Promise<string>;
  writeLog(storeId: string, text: string): Promise<void>;
  removeLog(storeId: string): Promise<void>;
  remove(): Promise<void>;
}

export async function startMainProcess(): Promise<MainProcess> {
  const root = await mkdtemp(path.join(tmpdir(), 'hearken-store-'));
  const instead: MainProcess['instead'] = {};
  let runs = 0;
  let folder = path.join(root, '0');
  let workspaces = new Workspaces(folder);
  let handlers: Partial<Handlers> = {};
  const log = (storeId: string) => path.join(folder, 'workspaces', storeId, 'journal.jsonl');

  const main: MainProcess = {
    instead,
    restart: async (damage) => {
      const killed = { folder, workspaces };
      folder = path.join(root, String(++runs));
      if (runs > 1) await cp(killed.folder, folder, { recursive: true });
      await killed.workspaces.close();
      await damage?.();
      workspaces = new Workspaces(folder);
      handlers = storageHandlers({
        profile: await ProfileFile.open(folder, 'en'),
        workspaces,
        appVersion: '0.0.0',
        platform: 'test',
        trash: () => Promise.reject(new Error('no trash')),
        leaving: () => false,
      });
    },
    readLog: (storeId) => readFile(log(storeId), 'utf8'),
    writeLog: (storeId, text) => writeFile(log(storeId), text),
    removeLog: (storeId) => rm(log(storeId)),
    remove: async () => {
      await workspaces.close();
      await rm(root, { recursive: true, force: true });
    },
  };
  await main.restart();

  const bridge = {
    invoke: async (name: string, request: unknown) =>
      structuredClone(await answer({ ...handlers, ...instead }, name, structuredClone(request))),
    on: () => () => undefined,
    inMemory: false,
  } as unknown as Bridge;
  Object.assign(globalThis, { window: { hearken: bridge } });
  return main;
}
