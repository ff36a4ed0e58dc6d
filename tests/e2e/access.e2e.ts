/**
 * Whoever cannot see the window, use a pointer, or read small letters: axe in every view, the focus, who speaks, a
 * window at twice its size.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RunOnly } from 'axe-core';
import { expect, test } from 'vitest';
import { LANGUAGE_IDS } from '#shared/i18n/languages.ts';
import { prepareAxe, violations } from './axe.ts';
import { dropFiles } from './drop.ts';
import {
  chooseInMenu,
  goTo,
  type Hearken,
  resize,
  setLanguage,
  settled,
  startApp,
  workspaceState,
} from './harness.ts';
import { onSample } from './on-sample.ts';
import { overlaysOf, placesOf, viewsOf } from './views.ts';

const TRANSCRIPT = path.join(import.meta.dirname, '..', 'fixtures', 'transcripts', 'published-en.txt');

let hearken: Hearken;
onSample('access', (started) => {
  hearken = started;
});

/** What depends on the colours. */
const OF_COLOURS: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
/** What depends on the words. */
const OF_WORDS: RunOnly = {
  type: 'tag',
  values: ['cat.text-alternatives', 'cat.name-role-value', 'cat.forms', 'cat.language'],
};

/** Whether the focus is anywhere. */
const hasFocus = () => hearken.page.evaluate(() => document.activeElement !== document.body);

test('a round that is rated and a file that is looked over are there to be looked at', async () => {
  const { page } = hearken;
  await goTo(page, '/assessment/new');
  await page.getByRole('button', { name: 'Start round' }).click();
  await page.getByTestId('rating-form').waitFor();
  await goTo(page, '/dialogues');
  await dropFiles(page, [TRANSCRIPT]);
  await page.getByTestId('import-blocks').waitFor();
});

/** The other scheme than is shown, by the app's menu, which goes round through that of the system. */
async function flipScheme(): Promise<void> {
  const { app, page } = hearken;
  const shown = () => page.evaluate(() => document.documentElement.dataset.mantineColorScheme);
  const before = await shown();
  while ((await shown()) === before) {
    await chooseInMenu(app, 'app.colorScheme');
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  }
}

const BUSY_MACHINE = 600_000;

test.each(LANGUAGE_IDS)(
  'axe finds nothing wrong in any view (%s)',
  async (language) => {
    const { page } = hearken;
    // What is under the pointer is coloured otherwise, and looks the same wherever it is.
    await page.mouse.move(0, 0);
    await setLanguage(hearken, language);
    await prepareAxe(page);
    const state = await workspaceState(page);
    const found: string[] = [];
    const [first] = LANGUAGE_IDS;
    for (const { name, show, leave } of [...viewsOf(state), ...overlaysOf(state)]) {
      await show(hearken);
      // What does not depend on the words is the same in every language, and all but the colours in both schemes.
      const wrong = await violations(page, language === first ? undefined : OF_WORDS);
      if (language === first) {
        await flipScheme();
        wrong.push(...(await violations(page, OF_COLOURS)));
      }
      found.push(...wrong.map((line) => `${name}: ${line}`));
      await leave?.(hearken);
    }
    expect(found).toEqual([]);
  },
  BUSY_MACHINE,
);

test('a screen reader hears who speaks, and the turn that the keys have walked to', async () => {
  const { page } = hearken;
  await setLanguage(hearken, 'en');
  const state = await workspaceState(page);
  await goTo(page, placesOf(state).dialogue ?? '');
  const desk = page.getByTestId('desk');
  await desk.focus();
  const active = () => desk.getAttribute('aria-activedescendant');
  const before = await active();
  await page.keyboard.press('ArrowDown');
  await expect.poll(active).not.toBe(before);
  const turns = [...state.turns].sort((a, b) => a.order - b.order);
  const turn = turns.find(({ participantId }) => participantId !== null);
  const speaker = state.participants.find(({ id }) => id === turn?.participantId);
  if (!turn || !speaker) throw new Error('The sample has no turn with a speaker.');
  const row = page.locator(`[id="turn-${turn.id}"]`);
  const label = (await row.getAttribute('aria-label')) ?? '';
  expect(label).toContain(`Turn ${turns.indexOf(turn) + 1} of ${state.turns.length}`);
  for (const words of [speaker.name, speaker.title, speaker.organisation]) expect(label).toContain(words);
  const words = page.locator(`[id="${await row.getAttribute('aria-describedby')}"]`);
  expect(await words.textContent()).toBe(turn.text);
});

test('the focus is never lost: not with a view, nor with a row, nor with what closes', async () => {
  const { page } = hearken;
  const state = await workspaceState(page);
  for (const [list, first] of [
    ['/issues', 'main a[id^="issue-row"]'],
    ['/people', '[data-testid="person-row"] a'],
    ['/assessment', 'main tbody :is(a, button)'],
    ['/dialogues', 'main tbody :is(a, button)'],
  ] as const) {
    await goTo(page, list);
    await page.locator(first).first().focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction((hash) => !window.location.hash.endsWith(hash), list);
    await settled(page);
    expect(await hasFocus(), `after opening something of ${list}`).toBe(true);
    await page.keyboard.press('Alt+ArrowLeft');
    await page.waitForFunction((hash) => window.location.hash.endsWith(hash), list);
    await settled(page);
    expect(await hasFocus(), `back at ${list}`).toBe(true);
  }
  for (const { name, show, leave } of overlaysOf(state).filter((one) => one.leave)) {
    await show(hearken);
    await leave?.(hearken);
    expect(await hasFocus(), `after ${name}`).toBe(true);
  }
});

test('at twice its size no view is cut off at its side, and the navigation opens from its icons', async () => {
  const { app, page } = hearken;
  await resize(hearken, 1024, 700);
  const zoom = (factor: number) =>
    app.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to),
      factor,
    );
  await zoom(2);
  await page.waitForFunction(() => window.innerWidth === 512);
  const cut: string[] = [];
  for (const { name, show } of viewsOf(await workspaceState(page))) {
    await show(hearken);
    cut.push(...(await page.evaluate(buttonsBeyondTheEdge)).map((words) => `${name}: ${words}`));
  }
  expect(cut).toEqual([]);

  await goTo(page, '/home');
  const navigation = page.getByRole('navigation', { name: 'Views' });
  const words = navigation.getByText('Decisions', { exact: true });
  expect(await words.count()).toBe(0);
  await page.keyboard.press('Control+B');
  await words.waitFor();
  await words.click();
  await page.getByRole('heading', { level: 1, name: 'Decisions' }).waitFor();
  await words.waitFor({ state: 'detached' });
  await zoom(1);
});

/** Buttons that stand beyond the right edge, and in nothing that scrolls sideways. Runs in the page. */
function buttonsBeyondTheEdge(): string[] {
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    element.id !== 'content' &&
    ((/auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth) ||
      scrolls(element.parentElement));
  return [...document.querySelectorAll('#content button, #content input, #content a[href]')]
    .filter((element) => {
      const { right, width } = element.getBoundingClientRect();
      return width > 0 && right > window.innerWidth + 1 && !scrolls(element);
    })
    .map((element) => element.ariaLabel || element.textContent || element.tagName);
}

test('a restart shows the window, its size and its zoom as they were left', async () => {
  const userDataDir = await mkdtemp(path.join(tmpdir(), 'hearken-access-'));
  const bounds = { x: 40, y: 30, width: 1100, height: 720 };
  try {
    const first = await startApp({ userDataDir });
    await first.app.evaluate(({ BrowserWindow }, wanted) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setBounds(wanted);
      window?.webContents.setZoomFactor(1.25);
    }, bounds);
    await first.page.waitForFunction(() => window.devicePixelRatio === 1.25);
    await first.close();
    const second = await startApp({ userDataDir });
    const found = await second.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return { bounds: window?.getBounds(), zoom: window?.webContents.getZoomFactor() };
    });
    await second.close();
    expect(found).toEqual({ bounds, zoom: 1.25 });
  } finally {
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
});
