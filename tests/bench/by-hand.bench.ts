/** What it costs to enter by hand all that a company publishes on human rights, from an empty workspace on. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createWorkspace, setLanguage, startApp, workspaceState } from '../e2e/harness.ts';
import { Newcomer } from './by-hand.ts';
import { NUMBERS, PAGE, ROWS, STATEMENT, TRAINING } from './company-rows.ts';
import type { Bench, Figure } from './frame.ts';

/** Seconds of a practised hand: a key, a click with pointing at it, one look at what to do next (keystroke-level model). */
const KEY = 0.2;
const CLICK = 1.3;
const LOOK = 1.35;

async function run(): Promise<Figure[]> {
  const folder = process.env.HAND_SAVED ?? (await mkdtemp(path.join(tmpdir(), 'hearken-by-hand-')));
  const hearken = await startApp({ saveDir: folder, env: { HEARKEN_E2E: '1' } });
  const { page } = hearken;
  try {
    await setLanguage(hearken, 'en');
    await createWorkspace(page, 'Office', 'NEC Corporation', 'Naoki');
    const newcomer = new Newcomer(page);
    const { hand } = newcomer;
    const began = performance.now();
    for (const row of ROWS) {
      await newcomer.attempt(row.name, () => newcomer.row(row));
    }
    const rows = hand.cost;
    console.log('  register', JSON.stringify(rows), `${Math.round((performance.now() - began) / 1000)} s`);
    await hearken.app.evaluate(({ clipboard }, words) => clipboard.writeText(words), TRAINING);
    await hand.click(page.locator('nav').getByRole('link', { name: 'Figures', exact: true }).first());
    await page.getByText('No figures yet').waitFor();
    await hand.press('Control+V');
    await page.getByTestId('paste-preview').waitFor();
    await hand.type(PAGE);
    for (const hint of [0, 1]) await hand.click(page.getByTestId('paste-hint').nth(hint).getByRole('button'));
    await hand.click(page.getByRole('button', { name: 'Bring in 6 figures' }));
    await page.getByRole('grid').waitFor();
    for (const number of NUMBERS) await newcomer.attempt(number.name, () => newcomer.number(number));
    const numbers = hand.cost;
    await newcomer.attempt('statement', () => newcomer.statement(STATEMENT));
    const seconds = (performance.now() - began) / 1000;
    const { clicks, keys, letters } = hand.cost;
    const state = await workspaceState(page);
    const stored =
      state.arrangements.length +
      state.organisations.length +
      state.sources.length +
      state.entries.length +
      state.figures.length;
    for (const one of newcomer.stuck) console.log(`  stuck: ${one}`);
    return [
      { what: 'clicks', value: clicks, unit: 'count' },
      { what: 'keys', value: keys, unit: 'count' },
      { what: 'letters', value: letters, unit: 'count' },
      { what: 'of these for the register: clicks', value: rows.clicks, unit: 'count' },
      { what: 'of these for the register: keys', value: rows.keys, unit: 'count' },
      { what: 'of these for the statement: clicks', value: clicks - numbers.clicks, unit: 'count' },
      { what: 'times stuck', value: newcomer.stuck.length, unit: 'count' },
      {
        what: 'a practised hand (keystroke-level model)',
        value: (keys + letters) * KEY + clicks * (CLICK + LOOK),
        unit: 's',
      },
      { what: 'this machine', value: seconds, unit: 's' },
      { what: 'rows in the register', value: stored, unit: 'count' },
    ];
  } catch (error) {
    await page.screenshot({ path: 'out/by-hand-failure.png' });
    throw error;
  } finally {
    await hearken.close();
  }
}

export const bench: Bench = { title: 'A company’s page entered by hand', run };
