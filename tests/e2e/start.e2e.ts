import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Hearken, launch } from './harness.ts';

let hearken: Hearken;

beforeAll(async () => {
  hearken = await launch();
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
