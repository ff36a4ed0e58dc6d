/**
 * Checks the shared libraries, fonts and tools that Electron needs of a Linux system. As root on Debian (or a
 * relative with apt) it installs what is missing; otherwise it says in one line what to run.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Need {
  /** The Debian package. */
  package: string;
  present: (system: System) => boolean;
}

interface System {
  libraries: string;
}

const library =
  (soname: string) =>
  ({ libraries }: System) =>
    libraries.includes(`${soname} `);

const NEEDS: Need[] = [
  { package: 'libnss3', present: library('libnss3.so') },
  { package: 'libatk1.0-0', present: library('libatk-1.0.so.0') },
  { package: 'libatk-bridge2.0-0', present: library('libatk-bridge-2.0.so.0') },
  { package: 'libgtk-3-0', present: library('libgtk-3.so.0') },
  { package: 'libgbm1', present: library('libgbm.so.1') },
  { package: 'libasound2', present: library('libasound.so.2') },
  { package: 'libxss1', present: library('libXss.so.1') },
  { package: 'libcups2', present: library('libcups.so.2') },
  { package: 'libxtst6', present: library('libXtst.so.6') },
  { package: 'fonts-noto-cjk', present: hasJapaneseFont },
];

const XVFB: Need = { package: 'xvfb', present: () => commandPath('Xvfb') !== null };

const NEEDS_OF_CHROMIUM: Need[] = [
  { package: 'chromium', present: () => commandPath('chromium') !== null },
  { package: 'fonts-noto-cjk', present: hasJapaneseFont },
];

type Say = (line: string) => void;

/**
 * Makes sure that the system can run Electron; with `virtualDisplay`, also without a screen. Throws an Error
 * whose message is the one line to run when it cannot.
 */
export function ensureSystemLibraries(virtualDisplay: boolean, say: Say = console.log): void {
  ensure(virtualDisplay ? [...NEEDS, XVFB] : NEEDS, say);
}

/**
 * Makes sure that there is a Chromium of the system, for tests alone. Throws as `ensureSystemLibraries` does.
 * @returns the command that starts it
 */
export function ensureChromium(say: Say = console.log): string {
  ensure(NEEDS_OF_CHROMIUM, say);
  const command = commandPath('chromium');
  if (command === null) throw new Error('There is no Chromium here: put one on the path as `chromium`.');
  return command;
}

function ensure(needs: Need[], say: Say): void {
  if (process.platform !== 'linux') return;
  const missing = missingOf(needs);
  if (missing.length === 0) return;

  if (commandPath('apt-get') === null) {
    throw new Error(
      `Packages are needed that this system lacks. Install your distribution's own for (Debian's names): ${missing.join(' ')}`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new Error(
      `System packages are needed that are missing. Run this, then try again:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${currentNames(missing).join(' ')}`,
    );
  }

  say(`Installing the missing system packages: ${missing.join(' ')} ...`);
  apt(['update']);
  apt(['install', '-y', '--no-install-recommends', ...currentNames(missing)]);
  const still = missingOf(needs);
  if (still.length > 0)
    throw new Error(`These packages were installed but are not found: ${still.join(' ')}`);
  say('  Installed.');
}

/** Libraries that an executable asks for and the system does not have: the last word, whatever the list says. */
export function unresolvedLibraries(executable: string): string[] {
  if (process.platform !== 'linux') return [];
  const { stdout } = spawnSync('ldd', [executable], {
    encoding: 'utf8',
    env: { ...process.env, LD_LIBRARY_PATH: path.dirname(executable) },
  });
  return [...(stdout ?? '').matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
}

function missingOf(needs: Need[]): string[] {
  const system = { libraries: knownLibraries() };
  return needs.filter((need) => !need.present(system)).map((need) => need.package);
}

function knownLibraries(): string {
  for (const command of ['/sbin/ldconfig', 'ldconfig']) {
    const { stdout, status } = spawnSync(command, ['-p'], { encoding: 'utf8' });
    if (status === 0) return stdout;
  }
  return '';
}

function hasJapaneseFont(): boolean {
  if (existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')) return true;
  const { stdout, status } = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

function commandPath(name: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/sbin'];
  const found = folders.find((folder) => folder && existsSync(path.join(folder, name)));
  return found === undefined ? null : path.join(found, name);
}

/** Debian 13 and Ubuntu 24.04 renamed some of these packages (`libgtk-3-0t64`); apt knows which names exist. */
function currentNames(packages: string[]): string[] {
  const { stdout } = spawnSync('apt-cache', ['pkgnames'], { encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 });
  const known = new Set((stdout ?? '').split('\n'));
  const renamed = known.size > 1000 ? (name: string) => known.has(name) : (name: string) => isTimeT(name);
  return packages.map((name) => (renamed(`${name}t64`) ? `${name}t64` : name));
}

/** The same without package lists: by the release's number. */
function isTimeT(name: string): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const id = /^ID="?(\w+)/m.exec(release)?.[1];
  const version = Number(/^VERSION_ID="?([\d.]+)/m.exec(release)?.[1] ?? 0);
  const after = (id === 'debian' && version >= 13) || (id === 'ubuntu' && version >= 24);
  const affected = ['libatk1.0-0', 'libatk-bridge2.0-0', 'libgtk-3-0', 'libasound2', 'libcups2', 'libxtst6'];
  return after && affected.includes(name.replace(/t64$/, '')) && name !== 'libxtst6t64';
}

function apt(args: string[]): void {
  try {
    execFileSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    throw new Error(`apt-get ${args[0]} failed:\n${stderr.trim().split('\n').slice(-5).join('\n')}`);
  }
}
