/** Workspaces of earlier versions in the window: what is brought to another place is said, and can be undone. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { packArchive } from '#shared/archive/archive.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { newId } from '#shared/model/basics.ts';
import { emptyState, type WorkspaceState } from '#shared/model/tables.ts';
import { upgradeState } from '#shared/model/upgrade.ts';
import { stateOfVersion } from '../fixtures/earlier.ts';
import { oldSampleOf } from '../fixtures/old-sample.ts';
import { willOpen } from './files.ts';
import { chooseInMenu, goTo, type Hearken, setLanguage, startApp, workspaceState } from './harness.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const OLDEST = path.join(ROOT, 'tests', 'fixtures', 'workspaces', 'first.hearken');

let folder: string;
let hearken: Hearken;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-earlier-'));
  hearken = await startApp({ env: { HEARKEN_E2E: '1' } });
  await setLanguage(hearken, 'en');
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await hearken.page.screenshot({ path: path.join(ROOT, 'out', 'e2e-earlier-failure.png') });
});

afterAll(async () => {
  expect(hearken?.pageErrors).toEqual([]);
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

/** A workspace file as version 7 of the model would have written it. */
async function fileOfVersion7(): Promise<{ file: string; state: WorkspaceState }> {
  const sample = JSON.parse(
    await readFile(path.join(ROOT, 'resources', 'sample', 'sample.json'), 'utf8'),
  ) as WorkspaceState;
  const state = { ...emptyState(), ...stateOfVersion(7, oldSampleOf(upgradeState(sample))) };
  const stamp = { id: newId(), at: '2021-04-01T09:00:00.000Z', actor: '', device: newId() };
  const bytes = await packArchive({
    ...{ app: '0.1.0', name: 'Office of then', sample: false, state, files: [] },
    journal: [firstEntry(state, 'Office of then', stamp)],
  });
  const file = path.join(folder, 'office.hearken');
  await writeFile(file, bytes);
  return { file, state };
}

test('a workspace of version 7 opens: what was brought over is said, and one undo takes it back', async () => {
  const { page } = hearken;
  const { file, state } = await fileOfVersion7();
  await willOpen(hearken.app, [file]);
  await chooseInMenu(hearken.app, 'app.openFile');
  const notice = page.getByRole('alert').filter({ hasText: 'made by an earlier version' });
  await notice.waitFor();
  const promised = state.advice.filter(({ commitment }) => commitment !== '').length;
  expect(promised).toBeGreaterThan(0);
  const now = await workspaceState(page);
  expect(now.commitments).toHaveLength(promised);
  expect(now.figures.filter(({ value }) => value === 42)).toHaveLength(1);
  expect(now.figures.filter(({ value }) => value === 8026)).toHaveLength(1);
  expect([now.activities, now.grievances]).toEqual([[], []]);
  expect(await notice.textContent()).toContain(`${promised} commitments`);
  await goTo(page, '/follow-up/commitments');
  await expect.poll(() => page.getByTestId('commitment-row').count()).toBe(promised);

  await notice.getByRole('button', { name: 'Close' }).click();
  // The workspace takes the name of its file as it is opened: that is the last step.
  await chooseInMenu(hearken.app, 'app.undo');
  await chooseInMenu(hearken.app, 'app.undo');
  await expect.poll(async () => (await workspaceState(page)).commitments.length).toBe(0);
  const undone = await workspaceState(page);
  expect(undone.activities).toHaveLength(state.activities.length);
  expect(undone.grievances).toHaveLength(state.grievances.length);
  expect(undone.figures).toEqual([]);
  expect(undone.advice.filter(({ commitment }) => commitment !== '')).toHaveLength(promised);
});

test('the oldest workspace file opens in the window, with its dialogue', async () => {
  const { page } = hearken;
  await willOpen(hearken.app, [OLDEST]);
  await chooseInMenu(hearken.app, 'app.openFile');
  await page.getByRole('alert').filter({ hasText: 'made by an earlier version' }).waitFor();
  await goTo(page, '/follow-up/next');
  await page.getByTestId('became').first().waitFor();
  const { advice, commitments, codings, figures, activities } = await workspaceState(page);
  expect([codings.length, advice.length, activities.length]).toEqual([46, 16, 0]);
  expect(figures.filter(({ value }) => value === 42)).toHaveLength(1);
  expect(advice.every(({ commitment }) => commitment === '')).toBe(true);
  expect(commitments.every(({ madeIn }) => advice.some(({ id }) => id === madeIn.id))).toBe(true);
});
