/** An empty workspace of a company, for tests of its figures, and what they ask of it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type TestContext } from 'vitest';
import type { Figure } from '#shared/model/figure.ts';
import { createWorkspace, type Hearken, PATIENCE, setLanguage, startApp, workspaceState } from './harness.ts';

const OUT = path.join(import.meta.dirname, '..', '..', 'out');

export interface FigureOffice {
  readonly hearken: Hearken;
  /** Where the app saves files. */
  readonly folder: string;
  readonly figures: () => Promise<Figure[]>;
  /** Waits until so many figures are stored. */
  readonly stored: (count: number) => Promise<void>;
  readonly copied: (text: string) => Promise<void>;
  /** Keeps a picture of the window where a test failed. */
  readonly afterTest: (task: TestContext['task'], name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openFigureOffice(): Promise<FigureOffice> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hearken-figures-'));
  const hearken = await startApp({ saveDir: folder, env: { HEARKEN_E2E: '1' } });
  const { page } = hearken;
  await setLanguage(hearken, 'en');
  await createWorkspace(page, 'Office', 'NEC Corporation', 'Naoki');
  const figures = async () => (await workspaceState(page)).figures;
  return {
    hearken,
    folder,
    figures,
    stored: async (count) => {
      await expect.poll(async () => (await figures()).length, { timeout: PATIENCE }).toBe(count);
    },
    copied: (text) => hearken.app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text),
    afterTest: async (task, name) => {
      if (task.result?.state === 'fail')
        await page.screenshot({ path: path.join(OUT, `e2e-${name}-failure.png`) });
    },
    close: async () => {
      expect(hearken.pageErrors).toEqual([]);
      await hearken.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
