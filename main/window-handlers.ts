import type { BrowserWindow } from 'electron';
import { ProblemError } from '#shared/model/problem.ts';
import type { AppWindow } from './app-window.ts';
import type { DetailLog } from './detail-log.ts';
import { choosePaths, openFiles, reveal, saveFile } from './dialogs.ts';
import { showFieldMenu } from './field-menu.ts';
import type { Handlers, StorageHandlers } from './handlers.ts';
import { setMenu } from './menu.ts';
import { printSheet, printView, sheetAsPdf } from './paper.ts';
import type { ProfileFile } from './profile.ts';
import { UPDATE_EXTENSION } from './update/manifest.ts';
import type { Updates } from './update/updates.ts';
import type { WindowLife } from './window-life.ts';
import { wipe } from './wiping.ts';
import type { Workspaces } from './workspaces.ts';

type WindowCall =
  | `dialog.${'open' | 'save' | 'reveal'}`
  | `page.${'pdf' | 'print'}`
  | 'view.print'
  | 'field.menu'
  | 'menu.set'
  | `update.${'choose' | 'handOver'}`
  | `window.${'replace' | 'lock' | 'wipe'}`
  | 'workspace.open'
  | `encryption.${'encrypt' | 'decrypt'}`;

export interface WindowContext {
  readonly window: AppWindow;
  readonly life: WindowLife;
  readonly log: DetailLog;
  readonly profile: ProfileFile;
  readonly workspaces: Workspaces;
  readonly updates: Updates;
  readonly storage: StorageHandlers;
}

/** The calls that are about the window itself, or about what it may keep of a workspace. */
export function windowHandlers(context: WindowContext): Handlers<WindowCall> {
  const { window, life, updates } = context;
  const shown = (): BrowserWindow => {
    if (!window.current) throw new ProblemError('call-refused', { name: 'window' });
    return window.current;
  };
  return {
    ...keepingHandlers(context),
    'dialog.open': (request) => openFiles(shown(), request),
    'dialog.save': (request) => saveFile(shown(), request),
    'dialog.reveal': ({ path: file }) => reveal(file),
    'page.pdf': async (request) => ({ bytes: await sheetAsPdf(shown(), request) }),
    'page.print': (request) => printSheet(shown(), request),
    'view.print': () => printView(shown()),
    'field.menu': (request) => showFieldMenu(shown(), request),
    'menu.set': (menus) => setMenu(window, menus),
    'update.choose': async ({ kind }) => {
      updates.requireKey();
      const filters = [{ name: kind, extensions: [UPDATE_EXTENSION] }];
      const [file] = await choosePaths(shown(), { filters, multiple: false });
      return file === undefined ? null : await updates.check(file);
    },
    'update.handOver': () => updates.handOver(),
    'window.lock': () => life.lock(),
  };
}

type KeepingCall = `window.${'replace' | 'wipe'}` | 'workspace.open' | `encryption.${'encrypt' | 'decrypt'}`;

/** An encrypted workspace is open only in a window that keeps all in memory. */
function keepingHandlers({
  window,
  log,
  profile,
  workspaces,
  storage,
}: WindowContext): Handlers<KeepingCall> {
  return {
    'workspace.open': async (request) => {
      if (!window.inMemory && (await workspaces.isSealed(request.storeId)))
        throw new ProblemError('workspace-sealed');
      return storage['workspace.open'](request);
    },
    'window.replace': async ({ storeId }) => {
      if (workspaces.openId) await workspaces.lockOpen();
      await profile.change({ lastOpen: storeId });
      const inMemory =
        storeId !== null &&
        (await workspaces.isSealed(storeId)) &&
        (await storage['encryption.status']({ storeId })).unlocked;
      await window.replace(inMemory);
    },
    'encryption.encrypt': async (request) => {
      await profile.change({ wiping: request.storeId });
      return storage['encryption.encrypt'](request);
    },
    'window.wipe': () => wipe({ log, profile, workspaces }),
    'encryption.decrypt': async (request) => {
      const entry = await storage['encryption.decrypt'](request);
      await profile.change({ emptied: [...profile.current.emptied, entry.storeId] });
      return entry;
    },
  };
}
