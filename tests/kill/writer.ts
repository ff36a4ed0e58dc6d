import type { Page } from 'playwright-core';
import type { Bridge } from '#shared/bridge.ts';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState, TABLE_NAMES, type WorkspaceState } from '#shared/model/tables.ts';
import type * as Store from '../../renderer/store/index.ts';
import type { RunningApp } from './app.ts';

/** What preload, and renderer/store/test-access.ts, put on the page. */
type Door = Window & { hearken: Bridge; hearkenStore: typeof Store };

export interface WriterOptions {
  /** Pauses between changes in ms, drawn evenly; 0–0 = as fast as it goes. */
  readonly pause: readonly [least: number, most: number];
  /** Rows in all about which the changes are. */
  readonly rows: number;
}

/** Marks a console line that says that a change was acknowledged. */
export const ACKNOWLEDGED = 'acknowledged ';

/** Sets the page to changing things until it is killed; each acknowledged entry is said on the console. */
export async function startWriting(page: Page, options: WriterOptions): Promise<void> {
  // The TypeScript runner wraps named functions in a helper of this name, which the page lacks.
  await page.evaluate('globalThis.__name ??= (named) => named');
  await page.evaluate(
    ({ options: { pause, rows }, mark }) => {
      const store = (window as unknown as Door).hearkenStore;
      const written: JournalEntry[] = [];
      store.onCommitted((entry) => written.push(entry));
      const below = (limit: number) => Math.floor(Math.random() * limit);
      const words = () =>
        Array.from(
          { length: 5 + below(60) },
          () => '手数料 fees 返還 recruitment\n“audit”'[below(30)] ?? ' ',
        ).join('');
      const row = (index: number) => `0190163d-8694-7000-8000-${String(index).padStart(12, '0')}`;
      const person = (index: number) => ({
        id: row(index),
        name: { en: words(), ja: words() },
        reading: '',
        aliases: [words()],
        title: {},
        organisation: {},
        organisationId: null,
        kind: 'union' as const,
      });
      const change = async (): Promise<unknown> => {
        const what = Math.random();
        if (what < 0.12) return store.undo();
        if (what < 0.18) return store.redo();
        const label = { key: 'change.workspace.edit' } as const;
        return store.commit(label, async (draft) => {
          // Mostly one row, now and then many, as when a dialogue is imported.
          const count = what > 0.97 ? 150 : 1 + below(3);
          for (let done = 0; done < count; done++) {
            const index = below(rows);
            if (what < 0.28) await draft.remove('persons', row(index));
            else await draft.put('persons', person(index));
          }
        });
      };
      const run = async () => {
        for (;;) {
          await change();
          // Only now was it acknowledged to whoever asked for it.
          for (const entry of written.splice(0)) console.info(mark + JSON.stringify(entry));
          const wait = pause[0] + below(pause[1] - pause[0] + 1);
          if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        }
      };
      void run();
    },
    { options, mark: ACKNOWLEDGED },
  );
}

/** Waits until the workspace that was open last is open again. @returns how opening went, and all rows */
export async function readWorkspace(page: Page): Promise<{
  storeId: string;
  repair: Store.OpeningRepair;
  state: WorkspaceState;
}> {
  await page.waitForFunction(
    () => {
      const status = (window as unknown as Partial<Door>).hearkenStore?.workspaceStatus();
      if (status?.state === 'failed') throw new Error(`not opened: ${JSON.stringify(status.problem)}`);
      return status?.state === 'open';
    },
    null,
    { timeout: 60_000, polling: 50 },
  );
  return page.evaluate(async () => {
    const store = (window as unknown as Door).hearkenStore;
    const status = store.workspaceStatus();
    if (status.state !== 'open') throw new Error(status.state);
    return { storeId: status.storeId, repair: status.repair, state: await store.readState() };
  });
}

/** Makes an empty workspace and leaves it open. */
export async function makeWorkspace(page: Page, name: string): Promise<string> {
  await loaded(page);
  return page.evaluate(
    async ({ title, tables }) => {
      const { createWorkspace } = (window as unknown as Door).hearkenStore;
      const state = Object.fromEntries(tables.map((table) => [table, []]));
      return (await createWorkspace({ name: title, state: state as never })).storeId;
    },
    { title: name, tables: TABLE_NAMES },
  );
}

/** Makes an empty workspace that is encrypted, and leaves it open in a window of its own. */
export async function makeEncrypted(app: RunningApp, name: string, passphrase: string): Promise<string> {
  await loaded(app.page);
  const stamp = { id: newId(), at: new Date().toISOString(), actor: '', device: newId() };
  const journal = [firstEntry(emptyState(), name, stamp)];
  const storeId = await app.page.evaluate(
    async ({ title, text, log }) => {
      const { hearken } = window as unknown as Door;
      const prepared = await hearken.invoke('encryption.prepare', { passphrase: text });
      if (!prepared.ok) throw new Error(prepared.problem.code);
      const { ticket } = prepared.value;
      const content = { name: title, ticket, sample: false, snapshot: null, journal: log, files: [] };
      const made = await hearken.invoke('workspace.create', content);
      if (!made.ok) throw new Error(made.problem.code);
      return made.value.storeId;
    },
    { title: name, text: passphrase, log: journal },
  );
  await openElsewhere(app, storeId);
  await readWorkspace(app.page);
  return storeId;
}

/** Unlocks an encrypted workspace, which is opened in a window of its own. */
export async function unlock(app: RunningApp, storeId: string, passphrase: string): Promise<void> {
  await loaded(app.page);
  await app.page.evaluate(
    async ({ store, text }) => {
      const { hearken } = window as unknown as Door;
      const secret = { kind: 'passphrase', text } as const;
      const unlocked = await hearken.invoke('encryption.unlock', { storeId: store, secret });
      if (!unlocked.ok) throw new Error(unlocked.problem.code);
    },
    { store: storeId, text: passphrase },
  );
  await openElsewhere(app, storeId);
}

async function openElsewhere(app: RunningApp, storeId: string): Promise<void> {
  const next = app.nextPage();
  // Not waited for: the window that asks is gone before it is answered.
  await app.page.evaluate((store) => {
    void (window as unknown as Door).hearken.invoke('window.replace', { storeId: store });
  }, storeId);
  await next;
}

async function loaded(page: Page): Promise<void> {
  await page.waitForFunction(() => (window as unknown as Partial<Door>).hearkenStore !== undefined);
}
