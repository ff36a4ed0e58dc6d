/** What was said of a pasted table is there again after the app was killed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createWorkspace, goTo, type Hearken, setLanguage, startApp, workspaceState } from './harness.ts';

const TABLE = 'KPI\tWho\tFY2019\tFY2020\nVisits\tgroup\t12\t14\nCalls\tgroup\t7\t9';

let folder = '';
let hearken: Hearken | null = null;

afterAll(async () => {
  await hearken?.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function pasted({ app, page }: Hearken) {
  await goTo(page, '/figures');
  await app.evaluate(({ clipboard }, words) => clipboard.writeText(words), TABLE);
  await page.getByText('No figures yet').waitFor();
  await page.keyboard.press('Control+V');
  await page.getByTestId('paste-preview').waitFor();
  return {
    source: page.getByRole('combobox', { name: 'Source of the table' }),
    who: page.getByLabel('What the column Who is'),
    calls: page.getByLabel('Indicator of the row Calls'),
  };
}

test('rows, columns and source that were chosen for a table are kept, and nothing is stored', async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearken-kept-paste-'));
  const first = await startApp({ userDataDir: folder, env: { HEARKEN_E2E: '1' } });
  await setLanguage(first, 'en');
  await createWorkspace(first.page, 'Office', 'NEC Corporation', 'Naoki');
  const before = await pasted(first);
  await first.page.keyboard.type('Data book');
  await before.who.selectOption({ label: 'Leave out' });
  await before.calls.selectOption({ label: 'Leave out' });
  await first.page.getByRole('dialog').getByText('Draft kept').waitFor();
  await first.kill();

  hearken = await startApp({ userDataDir: folder, env: { HEARKEN_E2E: '1' } });
  const after = await pasted(hearken);
  expect(await after.source.inputValue()).toBe('Data book');
  await expect.poll(() => after.who.inputValue()).toBe('none');
  expect(await after.calls.inputValue()).toBe('none');
  expect((await workspaceState(hearken.page)).figures).toEqual([]);
});
