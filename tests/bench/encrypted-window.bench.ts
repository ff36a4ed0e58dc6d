/**
 * An encrypted workspace in the window, beside the same one unencrypted: from opening it to its first view, and what memory
 * all processes of the app have then. The sample, and 10,000 turns more.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { chooseInMenu, type Hearken, openSample, replacingWindow, startApp } from '../e2e/harness.ts';
import { type Bench, type Figure, median } from './frame.ts';
import { fill } from './window.ts';

const TURNS = 10_000;
const OPENINGS = 3;
const PASSPHRASE = 'four walls of banana paper';

const isShown = (page: Page) => page.locator('nav a[href^="#/"]').first().waitFor();

/** What compiles this file marks functions by a helper that the window does not have. */
const mark = ({ page }: Hearken) => page.evaluate('window.__name = (named) => named');

/** In MB, once the window has nothing more to do at once. */
async function memoryOf(hearken: Hearken): Promise<number> {
  const { app, page } = hearken;
  await mark(hearken);
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
  await page.waitForTimeout(5_000);
  const used = await app.evaluate(({ app: it }) =>
    it.getAppMetrics().map(({ memory }) => memory.workingSetSize),
  );
  return used.reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024;
}

interface Opening {
  /** From the click to the first view. */
  readonly ms: number;
  readonly mb: number;
}

async function openings(hearken: Hearken, open: () => Promise<number>): Promise<Opening> {
  const times: number[] = [];
  for (let at = 0; at < OPENINGS; at += 1) times.push(await open());
  return { ms: median(times), mb: await memoryOf(hearken) };
}

async function plainly(hearken: Hearken): Promise<number> {
  await chooseInMenu(hearken.app, 'app.closeWorkspace');
  const entry = hearken.page.getByRole('list').getByRole('button').first();
  await entry.waitFor();
  const began = performance.now();
  await entry.click();
  await isShown(hearken.page);
  return performance.now() - began;
}

async function encrypted(hearken: Hearken): Promise<number> {
  await replacingWindow(hearken, () => chooseInMenu(hearken.app, 'app.lock'));
  const { page } = hearken;
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  const began = performance.now();
  await replacingWindow(hearken, () => page.getByRole('button', { name: 'Unlock', exact: true }).click());
  await isShown(hearken.page);
  return performance.now() - began;
}

/** Encrypts what is open, past the dialogs. */
async function encrypt(hearken: Hearken): Promise<void> {
  const { page } = hearken;
  const { ticket, storeId } = await page.evaluate(async (passphrase) => {
    const prepared = await window.hearken.invoke('encryption.prepare', { passphrase });
    const read = await window.hearken.invoke('profile.read', undefined);
    if (!prepared.ok || !read.ok) throw new Error('not prepared');
    return { ticket: prepared.value.ticket, storeId: read.value.lastOpen ?? '' };
  }, PASSPHRASE);
  await chooseInMenu(hearken.app, 'app.closeWorkspace');
  await page.getByRole('list').getByRole('button').first().waitFor();
  await replacingWindow(hearken, () =>
    page.evaluate(
      async (request) => {
        await window.hearken.invoke('encryption.encrypt', { ...request, label: 'Encrypted' });
        await window.hearken.invoke('window.wipe', undefined);
        await window.hearken.invoke('window.replace', { storeId: request.storeId });
      },
      { ticket, storeId },
    ),
  );
  await isShown(hearken.page);
}

async function compared(what: string, turns: number): Promise<Figure[]> {
  const userDataDir = await mkdtemp(path.join(tmpdir(), 'hearken-encrypted-'));
  const hearken = await startApp({ userDataDir, env: { HEARKEN_E2E: '1' } });
  try {
    await mark(hearken);
    await openSample(hearken.page);
    if (turns > 0) await fill(hearken.page, turns);
    const plain = await openings(hearken, () => plainly(hearken));
    await encrypt(hearken);
    const sealed = await openings(hearken, () => encrypted(hearken));
    const against = 'unencrypted';
    return [
      {
        what: `${what}: opened encrypted, with its passphrase`,
        value: sealed.ms,
        unit: 'ms',
        against: { what: against, value: plain.ms },
      },
      {
        what: `${what}: memory of all processes, encrypted`,
        value: sealed.mb,
        unit: 'MB',
        against: { what: against, value: plain.mb },
      },
    ];
  } finally {
    await hearken.close();
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function run(): Promise<readonly Figure[]> {
  return [...(await compared('the sample', 0)), ...(await compared('10,000 turns more', TURNS))];
}

export const bench: Bench = { title: 'An encrypted workspace in the window', run };
