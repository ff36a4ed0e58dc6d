/** What a person reads when files of a workspace were damaged or are gone. */
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Hearken, openSample, startApp, workspaceState } from './harness.ts';

let profile: string;
let hearken: Hearken | null = null;

beforeEach(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'hearken-damage-'));
});

afterEach(async () => {
  await stop().catch(() => undefined);
  await rm(profile, { recursive: true, force: true });
});

async function start(): Promise<Hearken> {
  hearken = await startApp({ userDataDir: profile, env: { HEARKEN_E2E: '1' } });
  return hearken;
}

async function stop(): Promise<void> {
  await hearken?.close();
  hearken = null;
}

async function storeFolder(): Promise<string> {
  const [name = ''] = await readdir(path.join(profile, 'workspaces'));
  return path.join(profile, 'workspaces', name);
}

function addPerson(hearken: Hearken): Promise<void> {
  return hearken.page.evaluate(async () => {
    const { hearkenStore } = window as unknown as {
      hearkenStore: typeof import('../../renderer/store/index.ts');
    };
    await hearkenStore.commit({ key: 'change.workspace.edit' }, async (draft) => {
      const [row] = await draft.all('workspace');
      if (row) await draft.patch('workspace', row.id, { companyAliases: [...row.companyAliases, 'alias'] });
    });
  });
}

/** A sample workspace with four changes; one snapshot after the third. Then the app ends. */
async function prepared(): Promise<{ folder: string; log: string }> {
  await openSample((await start()).page);
  await addPerson(hearken as Hearken);
  await addPerson(hearken as Hearken);
  await stop();
  await start();
  await addPerson(hearken as Hearken);
  await hearken?.kill();
  hearken = null;
  const folder = await storeFolder();
  return { folder, log: path.join(folder, 'journal.jsonl') };
}

async function alterLine(log: string, line: number): Promise<void> {
  const lines = (await readFile(log, 'utf8')).split('\n');
  const text = lines[line - 1] ?? '';
  const at = Math.floor(text.length / 2);
  lines[line - 1] = `${text.slice(0, at)}\u0001${text.slice(at + 1)}`;
  await writeFile(log, lines.join('\n'));
}

const dropDatabase = () => rm(path.join(profile, 'IndexedDB'), { recursive: true, force: true });

test('a damaged log, its database gone: what was recovered is told, and nothing is said to be all here', async () => {
  const { log, folder } = await prepared();
  await alterLine(log, 2);
  await dropDatabase();
  const { page } = await start();
  const notice = page.getByRole('alert').filter({ hasText: 'This workspace was repaired' });
  await notice.waitFor();
  await expect.poll(() => notice.textContent()).toContain('One earlier change was recovered');
  const words = (await notice.textContent()) ?? '';
  expect(words).toContain(folder);
  expect(words).not.toContain('Everything');
  expect(
    (await workspaceState(page)).workspace[0]?.companyAliases.filter((one) => one === 'alias'),
  ).toHaveLength(3);
  await page.screenshot({ path: 'out/e2e-repaired.png' });
});

test('a damaged log, its database sound: all is had again from there, and that is said', async () => {
  const { log } = await prepared();
  await alterLine(log, 3);
  const { page } = await start();
  const notice = page.getByRole('alert').filter({ hasText: 'This workspace was repaired' });
  await notice.waitFor();
  expect(await notice.textContent()).toContain('Everything that had been saved is here.');
  expect(
    (await workspaceState(page)).workspace[0]?.companyAliases.filter((one) => one === 'alias'),
  ).toHaveLength(3);
});

test('a workspace whose folder was taken away is offered from the database', async () => {
  const { folder } = await prepared();
  await rename(folder, path.join(profile, 'taken'));
  const { page } = await start();
  const offered = page.getByTestId('orphans');
  await offered.getByText('4').waitFor();
  await page.screenshot({ path: 'out/e2e-orphans.png' });
  await offered.getByRole('button', { name: 'Restore' }).click();
  await page.locator('nav a[href^="#/"]').first().waitFor();
  expect(
    (await workspaceState(page)).workspace[0]?.companyAliases.filter((one) => one === 'alias'),
  ).toHaveLength(3);
  await stop();
  expect(await readdir(path.join(profile, 'workspaces'))).toHaveLength(1);
});

test('a workspace whose entry in the list is damaged is still listed and opens', async () => {
  const { folder } = await prepared();
  await writeFile(path.join(folder, 'store.json'), '{"name": "Offi');
  const { page } = await start();
  await page.locator('nav a[href^="#/"]').first().waitFor();
  expect(
    (await workspaceState(page)).workspace[0]?.companyAliases.filter((one) => one === 'alias'),
  ).toHaveLength(3);
});
