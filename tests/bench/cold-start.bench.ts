/**
 * From starting the process to a window that can be worked in, against a bare Electron window with one button. Both
 * are timed the same way, from outside, without a debugger: a file that Electron requires first (`-r`) watches for
 * the element and says so. Runs take turns; the disk cache is warm; each first start has a profile of its own.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { machineSwitches } from '../../scripts/sandbox.ts';
import { openSample, startApp } from '../e2e/harness.ts';
import { type Bench, type Figure, median } from './frame.ts';

const APP = process.env.HEARKEN_APP_DIR ?? path.join(import.meta.dirname, '..', '..');
const RUNS = 9;
const LIMIT_MS = 60_000;
const USABLE = 'HEARKEN-USABLE';

const BARE: Record<string, string> = {
  'package.json': JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.cjs' }),
  'main.cjs': `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  window.loadFile('index.html');
});
`,
  'index.html': '<!doctype html><title>Bare</title><button>Start</button>\n',
};

/** Says USABLE when the window is shown and has an element that can be pressed: a button, or a link of a navigation. */
const WATCH = `const { app } = require('electron');
app.on('browser-window-created', (event, window) => {
  window.webContents.once('dom-ready', async () => {
    const selector = JSON.stringify(process.env.HEARKEN_BENCH_SELECTOR);
    await window.webContents.executeJavaScript(
      'new Promise((done) => { const look = () => document.querySelector(' + selector + ') ? done() : setTimeout(look, 4); look(); })',
    );
    const look = () => (window.isVisible() ? process.stdout.write('${USABLE}\\n') : setTimeout(look, 2));
    look();
  });
});
`;

let folder = '';

/** Starts the app once; gives the milliseconds until it was usable. */
function start(appDir: string, profile: string, selector: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const executable = path.join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '', 'electron');
    const began = performance.now();
    const child = spawn(
      executable,
      [...machineSwitches(), '-r', path.join(folder, 'watch.cjs'), appDir, `--user-data-dir=${profile}`],
      { env: { ...process.env, HEARKEN_BENCH_SELECTOR: selector }, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    let took: number | null = null;
    const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    child.stdout.on('data', (chunk: Buffer) => {
      if (took !== null || !chunk.toString().includes(USABLE)) return;
      took = performance.now() - began;
      child.kill('SIGTERM');
      clearTimeout(limit);
      setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
    });
    child.once('error', reject);
    child.once('exit', () => {
      clearTimeout(limit);
      if (took === null) reject(new Error(`${appDir} was not usable within ${LIMIT_MS / 1000} s.`));
      else resolve(took);
    });
  });
}

/** A profile in which the sample workspace was open last. */
async function sampleProfile(): Promise<string> {
  const userDataDir = path.join(folder, 'sample');
  const hearken = await startApp({ userDataDir });
  await openSample(hearken.page, '/home');
  await hearken.close();
  return userDataDir;
}

async function run(): Promise<readonly Figure[]> {
  folder = mkdtempSync(path.join(tmpdir(), 'hearken-bench-'));
  try {
    const bare = path.join(folder, 'bare');
    mkdirSync(bare);
    for (const [name, content] of Object.entries(BARE)) writeFileSync(path.join(bare, name), content);
    writeFileSync(path.join(folder, 'watch.cjs'), WATCH);
    const sample = await sampleProfile();

    const times = { bare: [] as number[], first: [] as number[], again: [] as number[] };
    for (let turn = 0; turn <= RUNS; turn += 1) {
      const profile = (name: string) => path.join(folder, `${name}-${turn}`);
      cpSync(sample, profile('again'), { recursive: true });
      const measured = {
        bare: await start(bare, profile('bare'), 'button'),
        first: await start(APP, profile('first'), 'button'),
        again: await start(APP, profile('again'), 'nav a[href^="#/"]'),
      };
      for (const name of ['bare', 'first', 'again'] as const) {
        // The first turn fills the disk cache.
        if (turn > 0) times[name].push(measured[name]);
        rmSync(profile(name), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      }
    }
    const against = { what: 'a bare window', value: median(times.bare) };
    return [
      { what: 'bare Electron window with a button', value: against.value, unit: 'ms' },
      { what: 'first start to the welcome screen', value: median(times.first), unit: 'ms', against },
      { what: 'start to the open sample workspace', value: median(times.again), unit: 'ms', against },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

export const bench: Bench = { title: `Cold start (median of ${RUNS})`, run };
