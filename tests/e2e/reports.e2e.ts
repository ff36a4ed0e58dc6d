/**
 * Reports in three lengths: each sets the sections, a person may change them after, and the length is remembered for
 * its kind.
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, settled } from './harness.ts';
import { onSample } from './on-sample.ts';

let page: Page;

onSample(
  'reports',
  (opened) => {
    page = opened.page;
  },
  [1280, 800],
);

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
