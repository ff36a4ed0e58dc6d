import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { goTo, openSample, settled, startApp } from './harness.ts';
const DIR = '/tmp/shots-grid';
mkdirSync(DIR, { recursive: true });
const W1 = `\tFY2018\tFY2019\tFY2020
Online training*1\t8,026\t20,936\t21,150*2
Group training*2\t586\t441\t537
*1 E-learning for all employees (“Human rights and Business”) is held every year. In fiscal 2019, the training held for management-level in fiscal 2018 was held for all employees.
*2 The online training in fiscal 2020 was on “Human rights issues in the AI and biometrics business”.`;
test('shots', async () => {
  const h = await startApp();
  const { page, app } = h;
  await openSample(page, '/figures');
  await page.getByTestId('figure-legend').or(page.getByRole('grid')).first().waitFor();
  await settled(page);
  await page.screenshot({ path: `${DIR}/sample.png` });
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), W1);
  await page.keyboard.press('Control+V');
  await page.getByTestId('paste-preview').waitFor();
  await page.keyboard.type('Sustainability report 2020');
  await settled(page);
  await page.screenshot({ path: `${DIR}/paste.png` });
  while (await page.getByRole('button', { name: 'Accept', exact: true }).count()) await page.getByRole('button', { name: 'Accept', exact: true }).first().click();
  await page.screenshot({ path: `${DIR}/paste2.png` });
  await page.getByTestId('paste-bring-in').click();
  await page.getByTestId('paste-preview').waitFor({ state: 'detached' });
  await settled(page);
  await page.screenshot({ path: `${DIR}/brought.png` });
  const cell = page.getByRole('gridcell', { name: /20,936/ }).first();
  await cell.click();
  await page.keyboard.press('Control+Enter');
  await page.getByTestId('figure-value').waitFor();
  await settled(page);
  await page.screenshot({ path: `${DIR}/drawer.png` });
  console.log(h.pageErrors);
  await goTo(page, '/home');
  await h.close();
  expect(1).toBe(1);
}, 200_000);
