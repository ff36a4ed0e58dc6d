/**
 * `npm run package`: installers of the app in `dist/`, for the system that it runs on. Refused with a runtime that is not
 * the one package.json pins, except `--for-testing`, which says so in every name.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { packager } from '@electron/packager';
import { ensureElectron } from '../electron-runtime.ts';
import { build, ROOT } from '../electron-vite.ts';
import { type BuildNote, stageApp } from './app-folder.ts';
import { makeDeb, makeRpm, type PackedApp } from './linux.ts';
import { zipRuntime } from './runtime-zip.ts';
import { makeTar } from './tar.ts';

const require = createRequire(import.meta.url);
const DIST = path.join(ROOT, 'dist');
const FORMATS = { deb: makeDeb, rpm: makeRpm, tar: makeTar } as const;
type Format = keyof typeof FORMATS;
/** Languages of Chromium's own words that the app speaks. */
const LOCALES = ['en-US.pak', 'ja.pak'];

/** What is off in a package, so that nobody runs other code in it or looks into it from beside. */
const FUSES = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: false,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
} as const;

await main();

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'for-testing': { type: 'boolean', default: false } },
  });
  const formats = (positionals.length > 0 ? positionals : Object.keys(FORMATS)) as Format[];
  const unknown = formats.filter((one) => !Object.hasOwn(FORMATS, one));
  if (unknown.length > 0)
    fail(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(FORMATS).join(', ')}.`);
  if (process.platform !== 'linux')
    fail('Installers for this system are made by electron-builder: see README.');

  const runtime = await ensureElectron();
  const pinned = (require('electron/package.json') as { version: string }).version;
  const isPinned = runtime.electron === pinned;
  if (!isPinned && !values['for-testing'])
    fail(
      `Electron ${runtime.electron} is not the one that package.json pins (${pinned}): it has no security fixes any more, and no package for use is made with it. For a build to try out: npm run package -- --for-testing`,
    );
  const epoch = process.env.SOURCE_DATE_EPOCH;
  const date = epoch === undefined ? new Date() : new Date(Number(epoch) * 1000);
  const note: BuildNote = {
    testBuild: isPinned ? '' : `TEST BUILD, unsupported Electron ${runtime.electron.split('.')[0]}`,
    date: date.toISOString().slice(0, 10),
  };

  build();
  await rm(DIST, { recursive: true, force: true });
  await mkdir(DIST);
  const staged = path.join(DIST, 'app');
  const { version } = await stageApp(staged, note);
  const [folder = ''] = await packager({
    dir: staged,
    out: DIST,
    name: 'Hearken',
    executableName: 'hearken',
    electronVersion: runtime.electron,
    electronZipDir: await zipRuntime(runtime, path.join(DIST, 'runtime')),
    platform: 'linux',
    arch: 'x64',
    asar: true,
    prune: false,
    quiet: true,
  });
  await trim(folder);
  await flipFuses(path.join(folder, 'hearken'), FUSES);
  const app: PackedApp = {
    folder,
    target: DIST,
    version,
    date,
    mark: isPinned ? '' : `_TEST-BUILD-electron${runtime.electron.split('.')[0]}`,
  };
  const files: string[] = [];
  for (const format of formats) {
    files.push(await FORMATS[format](app));
    console.log(`${format}: ${path.relative(ROOT, files.at(-1) ?? '')}`);
  }
  await writeManifest(files, path.join(folder, 'resources/app.asar'), runtime.executable);
  if (!isPinned) console.log(`${note.testBuild}: only for trying out.`);
}

/** Leaves out languages that the app does not speak (a licence always stays), and lets everybody read what is installed. */
async function trim(folder: string): Promise<void> {
  for (const name of await readdir(path.join(folder, 'locales')))
    if (!LOCALES.includes(name)) await rm(path.join(folder, 'locales', name));
  await chmod(folder, 0o755);
  for (const name of await readdir(folder))
    if (/\.so(\.\d+)?$/.test(name)) await chmod(path.join(folder, name), 0o644);
}

/** SHA-256 of what was made and of what it was made from, for whoever checks a package or makes it again. */
async function writeManifest(files: readonly string[], asar: string, runtime: string): Promise<void> {
  const named = [...files, asar, runtime, path.join(ROOT, 'package-lock.json')];
  const lines = await Promise.all(
    named.map(async (file) => `${await sha256(file)}  ${path.basename(file)}\n`),
  );
  await writeFile(path.join(DIST, 'SHA256SUMS'), lines.join(''));
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function fail(words: string): never {
  console.error(words);
  process.exit(1);
}
