/**
 * A round on a scale of four after one on a scale of five: chosen while it is set up, with its words and lines; rated by
 * its four keys; fixed once rating has begun; and nowhere drawn or told as a move from the round before.
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Round } from '#shared/model/round.ts';
import { goTo, type Hearken, workspaceState } from './harness.ts';
import { onSample } from './on-sample.ts';

let hearken: Hearken;
let page: Page;
onSample(
  'scales',
  (app) => {
    hearken = app;
    page = app.page;
  },
  [1280, 800],
);

const isTheRound = ({ name }: Round) => /2021/.test(name.en ?? '');

async function theRound() {
  const round = (await workspaceState(page)).rounds.find(isTheRound);
  if (!round) throw new Error('The round is not there.');
  return round;
}

async function openRound(tab: 'rate' | 'setUp' | 'course'): Promise<void> {
  await goTo(page, `/assessment/${(await theRound()).id}?tab=${tab}`);
}

test('the scale of the last round is taken over, and another one is chosen while the round is set up', async () => {
  await goTo(page, '/assessment/new');
  const scale = page.getByRole('radiogroup', { name: 'Points of the scales' });
  await scale.getByText('1 to 5').waitFor();
  expect(await scale.getByRole('radio', { name: '1 to 5' }).isChecked()).toBe(true);
  expect(await page.getByText('results of the two are not compared').count()).toBe(0);
  await scale.getByText('1 to 4').click();
  await page.getByText('The earlier round was rated from 1 to 5').waitFor();
  await page.getByText('Scale: 1 to 5 → 1 to 4').waitFor();
  await page.getByRole('button', { name: 'Prepare it first' }).click();
  await expect.poll(async () => (await workspaceState(page)).rounds.some(isTheRound)).toBe(true);
  const round = await theRound();
  expect(round.scaleTexts.scale).toHaveLength(4);
  expect(round.thresholds).toMatchObject({ severe: 3, likely: 2, floor: 3 });
});

test('four keys rate, the fifth does nothing, and the scale is fixed from then on', async () => {
  await openRound('course');
  await page.getByRole('button', { name: 'Start rating' }).click();
  await expect.poll(async () => (await theRound()).stage).toBe('rating');
  await openRound('rate');
  const form = page.getByTestId('rating-form');
  await form.getByText('Keys: 1–4 rate and move on').waitFor();
  await page.locator('[data-dimension="scale"] [role="radio"][tabindex="0"]').focus();
  for (const key of '54321') await page.keyboard.press(key);
  const roundIdNow = (await theRound()).id;
  const scores = async () => {
    const rating = (await workspaceState(page)).ratings.find(({ roundId }) => roundId === roundIdNow);
    return [rating?.scale, rating?.scope, rating?.irremediability, rating?.likelihood];
  };
  await expect.poll(scores).toEqual([4, 3, 2, 1]);
  await form.getByText('A 3 or 4 needs a reason.').waitFor();
  await openRound('setUp');
  await page.getByText('Rating has begun. To rate on another scale, start a new round.').waitFor();
  const scale = page.getByRole('radiogroup', { name: 'Points of the scales' });
  expect(await scale.getByRole('radio', { name: '1 to 5' }).isDisabled()).toBe(true);
});

test('no picture tells a move between the two scales, and each says why', async () => {
  await openRound('course');
  await page.getByRole('button', { name: 'Start discussion' }).click();
  await page.getByRole('button', { name: 'Start anyway' }).click();
  await expect.poll(async () => (await theRound()).stage).toBe('discussion');
  await goTo(page, `/matrix/${(await theRound()).id}?picture=change`);
  await page.getByTestId('scene').waitFor();
  const notes = page.getByTestId('change-notes');
  await notes.getByText('was rated on scales of 5 points, this round on scales of 4').waitFor();
  expect(await notes.getByText('Nothing moved').count()).toBe(0);
  await goTo(page, `/matrix/${(await theRound()).id}?picture=profile`);
  await page.getByText(/^Not shown: .*rated on another scale/).waitFor();
  expect(hearken.pageErrors).toEqual([]);
});
