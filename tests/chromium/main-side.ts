/** What answers the window's calls in a browser: main's own handlers, and files in place of the system's dialogs. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CallRequest } from '#shared/bridge.ts';
import type { Result } from '#shared/model/problem.ts';
import { answer } from '../../main/answer.ts';
import { makeFolder, writeAtomic } from '../../main/atomic.ts';
import { safeName } from '../../main/file-name.ts';
import { type Handlers, storageHandlers } from '../../main/handlers.ts';
import { choosable, readOpened } from '../../main/opened-files.ts';
import { ProfileFile } from '../../main/profile.ts';
import { Workspaces } from '../../main/workspaces.ts';
import { ROOT } from '../../scripts/electron-vite.ts';

export interface MainSide {
  readonly answer: (name: unknown, payload: unknown) => Promise<Result<unknown>>;
  /** The names of the calls that were answered so far. */
  readonly calls: readonly string[];
  /** What the window noted of errors that it did not foresee. */
  readonly noted: readonly string[];
  /** The items of the window's menu, by what they are declared with. */
  readonly menu: () => ReadonlySet<string>;
  /** What the system's open dialog gives from now on. */
  willOpen(files: readonly string[]): void;
  /** Whether a workspace is open. */
  readonly open: () => boolean;
  /** The window is about to close: what is open then is opened again at the next start. */
  leave(): void;
  /** Lets go of the workspace that is open. */
  close(): Promise<void>;
}

/**
 * @param userData the profile folder, as Electron gives it to main
 * @param dialogs what a person would choose in them; where nothing is named, they are cancelled
 */
export async function startMainSide(
  userData: string,
  dialogs: { readonly openFiles: readonly string[]; readonly saveDir: string | null },
): Promise<MainSide> {
  const workspaces = new Workspaces(userData);
  const [profile] = await Promise.all([ProfileFile.open(userData, 'en'), workspaces.tidy()]);
  let { openFiles } = dialogs;
  let leaving = false;
  let menu: ReadonlySet<string> = new Set();
  const calls: string[] = [];
  const noted: string[] = [];
  const handlers: Partial<Handlers> = {
    ...storageHandlers({
      profile,
      workspaces,
      appVersion: '0.0.0',
      platform: process.platform,
      trash: () => Promise.reject(new Error('A browser has no trash.')),
      leaving: () => leaving,
    }),
    'dialog.open': (request) => Promise.all(choosable(openFiles, request).map(readOpened)),
    'dialog.save': (request) => saved(dialogs.saveDir, request),
    'resource.read': ({ name }) => readFile(path.join(ROOT, 'resources', name, `${name}.json`), 'utf8'),
    'log.write': ({ text }) => void noted.push(text),
    'menu.set': (menus) => {
      menu = new Set(menus.flatMap(({ items }) => items.flatMap((item) => ('id' in item ? [item.id] : []))));
    },
    'window.ready': () => undefined,
  };
  return {
    answer: (name, payload) => {
      calls.push(String(name));
      return answer(handlers, name, payload);
    },
    calls,
    noted,
    menu: () => menu,
    willOpen: (files) => {
      openFiles = files;
    },
    open: () => workspaces.openId !== null,
    leave: () => {
      leaving = true;
    },
    close: () => workspaces.close(),
  };
}

async function saved(folder: string | null, { suggestedName, bytes }: CallRequest<'dialog.save'>) {
  if (folder === null) return null;
  await makeFolder(folder);
  const file = path.join(folder, safeName(suggestedName));
  await writeAtomic(file, bytes);
  return file;
}
