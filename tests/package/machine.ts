/**
 * The packaged app from outside: started as an ordinary user on a virtual display, looked at through its processes, ports,
 * windows and files, and given keys. In a package, nothing drives the window from within.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sha256 } from '../../main/files.ts';

/** How long a slow, shared machine may take for one step, in ms. */
const PATIENCE = 120_000;
const LOOK_EVERY = 200;
/** So many pictures in a row that are the same are one that stays. */
const LOOKS_ALIKE = 5;
/** An account that owns nothing and may do nothing; its home is made for the test. */
const NOBODY = 65_534;

export const isRoot = process.getuid?.() === 0;
/** Where everything of this run is. */
export const work = mkdtempSync(path.join(tmpdir(), 'hearken-package-'));

let passed = 0;
const failed: string[] = [];

/** Says what held and what did not. @returns the exit status */
export function sumUp(): number {
  console.log(`\nPackage: ${passed} passed, ${failed.length} failed`);
  for (const one of failed) console.log(`  failed: ${one}`);
  return failed.length > 0 ? 1 : 0;
}

export interface Place {
  /** Where the app is installed. */
  readonly folder: string;
  readonly home: string;
  readonly display: string;
}

export function start({ folder, home, display }: Place, args: readonly string[], more = {}): ChildProcess {
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
export async function end(app: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    if (app.exitCode !== null) resolve();
    app.once('exit', () => resolve());
  });
  if (app.pid !== undefined) process.kill(-app.pid, 'SIGTERM');
  await gone;
}

export function account(): object {
  return isRoot ? { uid: NOBODY, gid: NOBODY } : {};
}

export function environment(home: string, display: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    LANG: 'C.UTF-8',
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    DISPLAY: display,
  };
}

export function own(folder: string): void {
  if (!isRoot) return;
  chmodSync(work, 0o755);
  execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, folder]);
}

export function profileIn(home: string): string {
  return path.join(home, '.config/hearken');
}

/** The logs of workspaces that the app keeps. */
export function logsIn(home: string): string[] {
  const folder = profileIn(home);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => path.basename(name) === 'journal.jsonl')
    .map((name) => path.join(folder, name));
}

/** The app's own processes: those of the account that it runs under. */
export function processesOf(folder: string): { readonly id: string; readonly line: string }[] {
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

export function titlesOn(display: string): string[] {
  const { stdout } = spawnSync('xdotool', ['search', '--onlyvisible', '--name', '.', 'getwindowname', '%@'], {
    env: { ...process.env, DISPLAY: display },
    encoding: 'utf8',
  });
  return stdout.split('\n').filter(Boolean);
}

export function listens(port: number): Promise<boolean> {
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
export async function until(what: string, holds: () => boolean): Promise<void> {
  const latest = Date.now() + PATIENCE;
  while (Date.now() < latest && !holds()) await pause(LOOK_EVERY);
  await check(what, holds);
}

export async function check(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  if (await holds()) {
    passed++;
    console.log(`  ok: ${what}`);
  } else failed.push(what);
}

/** Gives keys to a window, by its id: there is no window manager that would give it the focus. */
export function press(display: string, window: string, ...keys: readonly string[]): void {
  xdotool(display, ['windowfocus', '--sync', window]);
  xdotool(display, ['key', '--delay', '60', ...keys]);
}

/** Ids of the windows that are shown, of any program. */
export function windowsOn(display: string): string[] {
  const { stdout } = spawnSync('xdotool', ['search', '--onlyvisible', '--class', '.'], {
    env: { ...process.env, DISPLAY: display },
    encoding: 'utf8',
  });
  return stdout.split('\n').filter(Boolean);
}

/** Waits until a window shows the same for a while: what it was loading is there. */
export async function standsStill(display: string, window: string): Promise<void> {
  const latest = Date.now() + PATIENCE;
  let before = '';
  for (let same = 0; same < LOOKS_ALIKE && Date.now() < latest; await pause(LOOK_EVERY)) {
    const { stdout } = spawnSync('import', ['-window', window, 'rgb:-'], {
      env: { ...process.env, DISPLAY: display },
      maxBuffer: 64 * 1024 * 1024,
    });
    const now = sha256(stdout);
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

/** Types words into what has the focus. */
export function type(display: string, words: string): void {
  xdotool(display, ['type', '--delay', '30', words]);
}

function xdotool(display: string, args: readonly string[]): void {
  execFileSync('xdotool', args, { env: { ...process.env, DISPLAY: display }, stdio: 'pipe' });
}
