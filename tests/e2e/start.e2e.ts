import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Hearken, openSample, resize, startApp } from './harness.ts';
import { walkViews } from './views.ts';

let hearken: Hearken;
/** Everything the window asked for since it was there. */
const requests: string[] = [];

beforeAll(async () => {
  hearken = await startApp();
  hearken.page.on('request', (request) => requests.push(request.url()));
});

afterAll(async () => {
  await hearken?.close();
});

test('the app opens one window with its name and without an error', async () => {
  expect(hearken.app.windows()).toHaveLength(1);
  await expect.poll(() => hearken.page.title()).toMatch(/Hearken/);
  expect(hearken.pageErrors).toEqual([]);
});

test('the window is sandboxed, isolated and cannot reach Node', async () => {
  const preferences = await hearken.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
  expect(await hearken.page.evaluate(() => [typeof globalThis.require, typeof globalThis.process])).toEqual([
    'undefined',
    'undefined',
  ]);
});

test('every view of the sample workspace opens in both languages, light and dark, without an error', async () => {
  const { page } = hearken;
  await resize(hearken, 1280, 800);
  await openSample(page);
  await walkViews(
    hearken,
    [
      ['en', 'light'],
      ['ja', 'dark'],
    ],
    async (route) => {
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        `${route} scrolls sideways`,
      ).toBeLessThanOrEqual(0);
    },
  );
});

test('the window asked for nothing but its own files', () => {
  const own = new URL(hearken.page.url()).protocol;
  const foreign = requests.filter((url) => ![own, 'blob:', 'data:'].some((scheme) => url.startsWith(scheme)));
  expect(requests.length).toBeGreaterThan(0);
  expect(foreign).toEqual([]);
});

// Last, since Playwright waits for ever for a navigation that was refused.
test('content can neither become a script, nor reach out, nor leave for another page or window', async () => {
  const { app, page } = hearken;
  const address = () =>
    app.evaluate(({ webContents }) => webContents.getAllWebContents().map((c) => c.getURL()));
  const before = await address();
  const outcome = await page.evaluate(async () => {
    const outcomes: Record<string, string> = {};
    const attempt = async (name: string, act: () => unknown) => {
      // Out of the debugger's own call, which may do what the page may not.
      await new Promise((later) => setTimeout(later));
      try {
        await act();
        outcomes[name] = 'allowed';
      } catch {
        outcomes[name] = 'refused';
      }
    };
    await attempt('eval', () => new Function('return 1')());
    await attempt('fetch', () => fetch('https://example.org/'));
    await attempt('camera', () => navigator.mediaDevices.getUserMedia({ video: true }));
    await attempt('clipboard', () => navigator.clipboard.readText());
    outcomes.window = window.open('https://example.org/') === null ? 'refused' : 'allowed';
    setTimeout(() => window.location.assign('https://example.org/'));
    return outcomes;
  });
  expect(outcome).toEqual({
    eval: 'refused',
    fetch: 'refused',
    camera: 'refused',
    clipboard: 'refused',
    window: 'refused',
  });
  // A navigation that was not refused would have begun by now.
  await new Promise((later) => setTimeout(later, 500));
  expect(await address()).toEqual(before);
});
