import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Hearken, openSample, resize, type StartOptions, setLanguage, startApp } from './harness.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

/**
 * For a file whose tests all work on the sample, one after the other: opens it in English before the first, shows what
 * the window showed when a test fails (`out/e2e-<name>-failure.png`), and closes it after the last, which wants no error
 * in the window's console.
 * @param take gets the app once the sample is open
 * @param size of the window in CSS pixels; absent = as the app opens it
 */
export function onSample(
  name: string,
  take: (hearken: Hearken) => void,
  size?: readonly [width: number, height: number],
  options: StartOptions = {},
): void {
  let hearken: Hearken | undefined;

  beforeAll(async () => {
    hearken = await startApp({ ...options, env: { ...options.env, HEARKEN_E2E: '1' } });
    take(hearken);
    await setLanguage(hearken, 'en');
    await openSample(hearken.page);
    if (size) await resize(hearken, ...size);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await hearken?.page.screenshot({ path: path.join(ROOT, 'out', `e2e-${name}-failure.png`) });
  });

  afterAll(async () => {
    expect(hearken?.pageErrors).toEqual([]);
    await hearken?.close();
  });
}
