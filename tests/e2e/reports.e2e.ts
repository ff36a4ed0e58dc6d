/**
 * Reports in three lengths: each sets the sections, a person may change them after, and the length is remembered for
 * its kind.
 */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { goTo, type Hearken, openSample, resize, setLanguage, settled, startApp } from './harness.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

let hearken: Hearken;
let page: Page;

beforeAll(async () => {
  hearken = await startApp({ env: { HEARKEN_E2E: '1' } });
  page = hearken.page;
  await setLanguage(hearken, 'en');
  await openSample(page);
  await resize(hearken, 1280, 800);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    await page.screenshot({ path: path.join(ROOT, 'out', 'e2e-reports-failure.png') });
});

afterAll(async () => {
  expect(hearken?.pageErrors).toEqual([]);
  await hearken?.close();
});

const section = (id: string) => page.locator(`[data-section="${id}"]`);
const isTicked = (id: string) => section(id).getByRole('checkbox').isChecked();
const length = (name: string) =>
  page.getByRole('radiogroup', { name: 'Length' }).getByText(name, { exact: true });
const isChosen = (name: string) =>
  page.getByRole('radiogroup', { name: 'Length' }).getByRole('radio', { name }).isChecked();

/** The outline of the chosen report, written anew. */
async function outlined(): Promise<void> {
  await page.locator('[data-testid="report-outline"][aria-busy="false"]').waitFor();
  await settled(page);
}

test('a length sets the sections; what is ticked after it is kept', async () => {
  await goTo(page, '/reports?kind=materiality');
  await outlined();
  expect(await isChosen('Full')).toBe(true);
  expect(await isTicked('method')).toBe(true);
  expect(await isTicked('shortlist')).toBe(false);

  await length('One page').click();
  await outlined();
  expect([await isTicked('method'), await isTicked('shortlist'), await isTicked('matrix')]).toEqual([
    false,
    true,
    true,
  ]);
  await section('limits').getByRole('checkbox').check();
  expect(await isTicked('limits')).toBe(true);

  await length('Board').click();
  await outlined();
  expect([await isTicked('shortlist'), await isTicked('decisions'), await isTicked('agreement')]).toEqual([
    false,
    true,
    false,
  ]);
});

test('the length is remembered, for each kind of report its own', async () => {
  await goTo(page, '/reports?kind=dialogue');
  await outlined();
  expect(await isChosen('Full')).toBe(true);
  await length('One page').click();
  await outlined();
  expect([await isTicked('discussed'), await isTicked('participants')]).toEqual([true, false]);

  await page.reload();
  await goTo(page, '/reports?kind=materiality');
  await outlined();
  expect(await isChosen('Board')).toBe(true);
  await goTo(page, '/reports?kind=dialogue');
  await outlined();
  expect(await isChosen('One page')).toBe(true);
});
