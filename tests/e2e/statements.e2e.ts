/**
 * The statement on s.54 of the sample: what is said in part is told, a gap is said in the window and in Word, words are there
 * after the app was killed, and every act is one step of undo.
 */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { prepareAxe, violations } from './axe.ts';
import { savedFile, wordsOf } from './files.ts';
import {
  chooseInMenu,
  goTo,
  type Hearken,
  openSample,
  PATIENCE,
  resize,
  setColorScheme,
  settled,
  startApp,
  workspaceState,
} from './harness.ts';

const folder = path.join(tmpdir(), `hearken-statements-${process.pid}`);
const saveDir = path.join(folder, 'saved');
const userDataDir = path.join(folder, 'profile');

let hearken: Hearken;
let page: Page;

async function start(): Promise<void> {
  hearken = await startApp({ userDataDir, saveDir, env: { HEARKEN_E2E: '1' } });
  page = hearken.page;
}

beforeAll(async () => {
  await mkdir(saveDir, { recursive: true });
  await start();
  await openSample(page, '/statements');
  await resize(hearken, 1280, 800);
});
afterAll(async () => {
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const answerTo = async (requirement: string) =>
  (await workspaceState(page)).answers.find(
    (one) => one.requirement === requirement && one.fiscalYear === 2019,
  );
const counts = () => page.getByTestId('coverage').getByRole('status').innerText();
const open = async (number: string) => {
  await page.getByTestId('requirement').filter({ hasText: number }).click();
  await page
    .getByTestId('requirement-panel')
    .getByRole('heading', { level: 2 })
    .filter({ hasText: number })
    .waitFor();
};
const text = (language: 'English' | 'Japanese') => page.getByLabel(`Text (${language})`);
const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: PATIENCE, interval: 100 });

/** What the disk holds of texts that are being typed. */
async function drafts(): Promise<string> {
  const files = await readdir(userDataDir, { recursive: true });
  const kept = files.filter((name) => path.basename(name) === 'drafts.json');
  return (await Promise.all(kept.map((name) => readFile(path.join(userDataDir, name), 'utf8')))).join('\n');
}

test('gaps come first, and the bar counts every requirement', async () => {
  await goTo(page, '/statements?checklist=uk-msa-54&year=2019');
  expect(await counts()).toBe('1 answered, 2 in part, 1 gap, 5 not looked at, 0 not applicable, of 9');
  const states = await page
    .getByTestId('requirement')
    .evaluateAll((rows) => rows.map((one) => one.getAttribute('data-state')));
  expect(states).toEqual(['open', 'open', 'open', 'open', 'open', 'missing', 'partly', 'partly', 'answered']);
});

test('what is typed is an answer in part, and is undone as one step', async () => {
  await open('54(5)(f)');
  await text('English').fill('All employees are trained every year.');
  await text('Japanese').focus();
  await until(async () => expect((await answerTo('54(5)(f)'))?.state).toBe('partly'));
  await text('Japanese').blur();
  await page.keyboard.press('Control+z');
  await until(async () => expect(await answerTo('54(5)(f)')).toBeUndefined());
  await page.keyboard.press('Control+Shift+z');
  await until(async () => expect((await answerTo('54(5)(f)'))?.text.en).toContain('All employees'));
});

test('last year’s words stand beside, and are copied only where nothing is written', async () => {
  await page.getByTestId('take-over').click();
  await until(async () =>
    expect(Object.keys((await answerTo('54(5)(f)'))?.text ?? {}).sort()).toEqual(['en', 'ja']),
  );
  expect((await answerTo('54(5)(f)'))?.text.en).toContain('All employees');
  await page.getByTestId('answer-state').getByText('Answered').click();
  await until(async () => expect((await answerTo('54(5)(f)'))?.state).toBe('answered'));
});

test('a row of the register is printed or not, and leads to its place in one click', async () => {
  const rows = page.getByTestId('gathered-row');
  const figure = rows.filter({ hasText: '21,150' });
  expect(await figure.getByRole('checkbox').isChecked()).toBe(true);
  await rows
    .filter({ hasText: 'Training for recruitment interviewers' })
    .first()
    .getByRole('checkbox')
    .click();
  await until(async () => expect((await answerTo('54(5)(f)'))?.leftOut).toHaveLength(1));
  await figure.getByRole('link').click();
  await page.getByTestId('figure-value').waitFor();
  expect(await page.getByTestId('figure-value').innerText()).toContain('21,150');
  await page.keyboard.press('Escape');
});

test('words that were being typed are there after the app was killed', async () => {
  await goTo(page, '/statements?checklist=uk-msa-54&year=2019&at=54(5)(a)');
  await text('English').fill('Half a sentence about the group');
  await until(async () => expect(await drafts()).toContain('Half a sentence'));
  await hearken.kill();
  await start();
  await goTo(page, '/statements?checklist=uk-msa-54&year=2019&at=54(5)(a)');
  expect(await text('English').inputValue()).toBe('Half a sentence about the group');
  await text('English').focus();
  await text('English').blur();
  await until(async () => expect((await answerTo('54(5)(a)'))?.text.en).toContain('Half a sentence'));
});

test('the approval is noted once, and the questions of readers see it', async () => {
  await page.getByRole('button', { name: 'Approval and publication', exact: true }).click();
  await page.getByLabel('Approved by').fill('Board of Directors');
  await page.getByLabel('Date').first().fill('30 September 2020');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await until(async () => {
    const { entries } = await workspaceState(page);
    expect(entries.filter(({ kind, fiscalYear }) => kind === 'approval' && fiscalYear === 2019)).toHaveLength(
      1,
    );
  });
  await page.getByRole('button', { name: 'Readers’ questions' }).click();
  const board = page.getByTestId('hint').filter({ hasText: 'Did the board approve it?' });
  await board.getByText('Found', { exact: true }).waitFor();
});

test('once it is published it is kept as it stood, and says what would read otherwise since', async () => {
  await page.getByRole('button', { name: 'Approval and publication', exact: true }).click();
  await page.getByLabel('Published at').fill('example.com/statement');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await until(async () => expect((await workspaceState(page)).editions).toHaveLength(1));
  await page.getByRole('button', { name: 'As published', exact: true }).click();
  await page.getByText('The statement still reads as in this edition.').waitFor();
  await open('54(5)(f)');
  await text('English').fill('Nobody is trained any more.');
  await text('English').blur();
  await page.getByRole('button', { name: 'As published', exact: true }).click();
  await page
    .getByTestId('since-edition')
    .getByText(/54\(5\)\(f\)/)
    .waitFor();
  const edition = page.getByTestId('edition');
  await edition.getByRole('button', { name: 'Read', exact: true }).click();
  await edition.getByText('All employees are trained every year.').waitFor();
  await page.getByRole('button', { name: 'Approval and publication', exact: true }).click();
  // Else the undo would be that of a text field.
  await page.getByLabel('Approved by').waitFor();
  await chooseInMenu(hearken.app, 'app.undo');
  await until(async () =>
    expect(JSON.stringify((await workspaceState(page)).answers)).not.toContain('Nobody is trained'),
  );
});

test('Word is one click away, and says the gaps', async () => {
  await page.getByTestId('statement-create').click();
  const written = wordsOf(await savedFile(saveDir, '.docx'));
  expect(written).toContain('54(5)(d) Where the risk is, and how it is managed');
  expect(written).toContain('Nothing is said on this yet.');
  expect(written).toContain('All employees are trained every year.');
  expect(written).toContain('21,150');
  expect(written).toContain('Board of Directors, 30 September 2020');
  await settled(page);
});

test('the next gap is a key away while one types', async () => {
  await open('54(4)');
  await text('English').focus();
  await page.keyboard.press('Alt+g');
  await page
    .getByTestId('requirement-panel')
    .getByRole('heading', { name: /54\(5\)\(d\)/ })
    .waitFor();
});

test('axe finds nothing in the panels, light and dark', async () => {
  await prepareAxe(page);
  for (const scheme of ['light', 'dark'] as const) {
    await setColorScheme(hearken, scheme);
    for (const at of ['54(5)(f)', '54(6)', 'approval', 'editions', 'hints', 'about']) {
      await goTo(page, `/statements?checklist=uk-msa-54&year=2019&at=${encodeURIComponent(at)}`);
      expect(await violations(page), `${at}, ${scheme}`).toEqual([]);
    }
    await goTo(page, '/statements?checklist=ungp-rf&year=2019&at=B1');
    expect(await violations(page), `ungp-rf, ${scheme}`).toEqual([]);
    await goTo(page, '/reports?kind=human-rights');
    await page.getByTestId('report-create').waitFor();
    expect(await violations(page), `report, ${scheme}`).toEqual([]);
  }
});
