/**
 * `npm run test:package`: what somebody who installs the app meets. Makes a package for testing, installs it (by dpkg as
 * root; else it is unpacked), starts it as an ordinary user on a virtual display with Chromium's sandbox on, and looks at
 * the processes, ports and files that come of it from outside: in a package, nothing drives the window from within.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startVirtualDisplay } from '../../scripts/display.ts';
import { ROOT } from '../../scripts/electron-vite.ts';
import { sampleFile } from '../fixtures/sample-file.ts';

/** How long a slow, shared machine may take for one step, in ms. */
const PATIENCE = 120_000;
const LOOK_EVERY = 200;
const DIST = path.join(ROOT, 'dist');
const isRoot = process.getuid?.() === 0;
/** An account that owns nothing and may do nothing; its home is made for the test. */
const NOBODY = 65_534;

let passed = 0;
const failed: string[] = [];

const work = mkdtempSync(path.join(tmpdir(), 'hearken-package-'));
try {
  await run();
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(`\nPackage: ${passed} passed, ${failed.length} failed`);
for (const one of failed) console.log(`  failed: ${one}`);
process.exit(failed.length > 0 ? 1 : 0);

async function run(): Promise<void> {
  execFileSync('npm', ['run', '-s', 'package', '--', '--for-testing', 'deb'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  const deb = readdirSync(DIST).find((name) => name.endsWith('.deb'));
  if (deb === undefined) throw new Error('No package was made.');
  const folder = await install(path.join(DIST, deb));
  const home = path.join(work, 'home');
  mkdirSync(home);
  // What a person would open on double click: the sample, as a workspace file.
  const file = path.join(home, 'sample.hearken');
  writeFileSync(file, await sampleFile());
  own(home);
  const display = await startVirtualDisplay();
  try {
    await opensAFile(folder, home, file, display.name);
    await keepsDoorsShut(folder, home, display.name);
    await keepsDataWhenItGoes(folder, home);
  } finally {
    await display.stop();
  }
}

/** @returns the folder in which the app is */
async function install(deb: string): Promise<string> {
  if (isRoot) {
    execFileSync('dpkg', ['-i', deb], { stdio: 'pipe' });
    await check('the desktop knows what to open .hearken with', () =>
      readFileSync('/usr/share/applications/mimeinfo.cache', 'utf8').includes(
        'application/x-hearken=hearken.desktop',
      ),
    );
    return '/usr/lib/hearken';
  }
  execFileSync('dpkg-deb', ['-x', deb, path.join(work, 'root')]);
  return path.join(work, 'root/usr/lib/hearken');
}

async function opensAFile(folder: string, home: string, file: string, display: string): Promise<void> {
  const app = start(folder, home, display, [file]);
  try {
    await until('it opens a workspace file', () =>
      logsIn(home).some((log) => readFileSync(log, 'utf8').length > 1_000),
    );
    const title = () => titlesOn(display).find((one) => one.includes('Hearken')) ?? '';
    await until('its window says that this build is for testing', () => title().includes('TEST BUILD'));
    // A person’s own account, a helper that is root’s: Chromium’s sandbox, or none where nobody may have it.
    if (isRoot)
      await check('its pages are in Chromium’s sandbox', () => {
        const pages = processesOf(folder).filter(({ line }) => line.includes('--type=renderer'));
        const isConfined = (status: string) => /Seccomp:\s+2/.test(status) && /NoNewPrivs:\s+1/.test(status);
        return (
          pages.length > 0 && pages.every(({ id }) => isConfined(readFileSync(`/proc/${id}/status`, 'utf8')))
        );
      });
    await check(
      'nobody else can look into what it keeps',
      () => (statSync(profileIn(home)).mode & 0o077) === 0,
    );
  } finally {
    await end(app);
  }
}

/** Switches and variables by which the app from source is driven do nothing here. */
async function keepsDoorsShut(folder: string, home: string, display: string): Promise<void> {
  const port = 20_000 + (process.pid % 20_000);
  const doors = [
    `--remote-debugging-port=${port}`,
    `--inspect=127.0.0.1:${port + 1}`,
    '--remote-allow-origins=*',
  ];
  const told = path.join(home, 'told');
  const app = start(folder, home, display, doors, {
    HEARKEN_E2E: '1',
    HEARKEN_SAVE_DIR: told,
    NODE_OPTIONS: `--require ${path.join(home, 'none.cjs')}`,
  });
  try {
    await until('it starts with them all the same', () =>
      titlesOn(display).some((one) => one.includes('Hearken')),
    );
    for (const [name, at] of [
      ['Chromium’s debugger', port],
      ['Node’s inspector', port + 1],
    ] as const)
      await check(`${name} does not listen`, async () => !(await listens(at)));
    await check('it hands tests nothing', () =>
      processesOf(folder).every(({ line }) => !line.includes('--hearken-test')),
    );
  } finally {
    await end(app);
  }
  const asNode = spawnSync(path.join(folder, 'hearken'), ['-e', 'console.log("ran as Node")'], {
    ...account(),
    env: { ...environment(home, ''), ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
    timeout: 5_000,
  });
  await check('it does not run as Node', () => !asNode.stdout.includes('ran as Node'));
}

async function keepsDataWhenItGoes(folder: string, home: string): Promise<void> {
  const before = logsIn(home).map((log) => readFileSync(log, 'utf8'));
  if (isRoot) execFileSync('dpkg', ['-r', 'hearken'], { stdio: 'pipe' });
  else rmSync(folder, { recursive: true });
  await check('it is gone, and what it kept is there', () => {
    const after = logsIn(home).map((log) => readFileSync(log, 'utf8'));
    return !existsSync(path.join(folder, 'hearken')) && before.length > 0 && before.join() === after.join();
  });
}

function start(
  folder: string,
  home: string,
  display: string,
  args: readonly string[],
  more = {},
): ChildProcess {
  const sandbox = isRoot ? [] : ['--no-sandbox'];
  return spawn(path.join(folder, 'hearken'), [...sandbox, ...args], {
    ...account(),
    cwd: home,
    env: { ...environment(home, display), ...more },
    stdio: 'ignore',
    detached: true,
  });
}

/** Asks the app to close, as the system does when a person logs out. */
async function end(app: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    if (app.exitCode !== null) resolve();
    app.once('exit', () => resolve());
  });
  if (app.pid !== undefined) process.kill(-app.pid, 'SIGTERM');
  await gone;
}

function account(): object {
  return isRoot ? { uid: NOBODY, gid: NOBODY } : {};
}

function environment(home: string, display: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    LANG: 'C.UTF-8',
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    DISPLAY: display,
  };
}

function own(folder: string): void {
  if (!isRoot) return;
  chmodSync(work, 0o755);
  execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, folder]);
}

function profileIn(home: string): string {
  return path.join(home, '.config/hearken');
}

/** The logs of workspaces that the app keeps. */
function logsIn(home: string): string[] {
  const folder = profileIn(home);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => path.basename(name) === 'journal.jsonl')
    .map((name) => path.join(folder, name));
}

/** The app's own processes: those of the account that it runs under. */
function processesOf(folder: string): { readonly id: string; readonly line: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      try {
        const line = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return line.includes(folder) ? [{ id, line }] : [];
      } catch {
        return [];
      }
    });
}

function titlesOn(display: string): string[] {
  const { stdout } = spawnSync('xdotool', ['search', '--onlyvisible', '--name', '.', 'getwindowname', '%@'], {
    env: { ...process.env, DISPLAY: display },
    encoding: 'utf8',
  });
  return stdout.split('\n').filter(Boolean);
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Notes whether something holds once it had the time to. */
async function until(what: string, holds: () => boolean): Promise<void> {
  const latest = Date.now() + PATIENCE;
  while (Date.now() < latest && !holds()) await pause(LOOK_EVERY);
  await check(what, holds);
}

async function check(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  if (await holds()) {
    passed++;
    console.log(`  ok: ${what}`);
  } else failed.push(what);
}
