/**
 * `npm run package`: installers of the app in `dist/`, for the system that it runs on. Refused with a runtime that is not
 * the one package.json pins, except `--for-testing`, which says so in every name.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readPublicKey } from '../../main/update/signed.ts';
import { ensureElectron } from '../electron-runtime.ts';
import { build, ROOT } from '../electron-vite.ts';
import { type BuildNote, stageApp } from './app-folder.ts';
import { drawIcons, makeDeb, makeRpm, type PackedApp } from './linux.ts';
import { asarIn, packApp } from './pack.ts';
import { zipRuntime } from './runtime-zip.ts';
import { billOfMaterials, readIngredients } from './sbom.ts';
import { sha256Of, writeSums } from './sums.ts';
import { makeTar } from './tar.ts';

const require = createRequire(import.meta.url);
const DIST = path.join(ROOT, 'dist');
const FORMATS = { deb: makeDeb, rpm: makeRpm, tar: makeTar } as const;
/** Only what electron-builder makes its installers of. */
const APP_ONLY = 'app';
type Format = keyof typeof FORMATS;

await main();

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'for-testing': { type: 'boolean', default: false },
      'as-version': { type: 'string' },
      'update-key': { type: 'string' },
    },
  });
  const isForTesting = values['for-testing'];
  const isAppOnly = positionals.join() === APP_ONLY;
  const formats = isAppOnly
    ? []
    : ((positionals.length > 0 ? positionals : Object.keys(FORMATS)) as Format[]);
  const unknown = formats.filter((one) => !Object.hasOwn(FORMATS, one));
  if (unknown.length > 0)
    fail(`Unknown: ${unknown.join(', ')}. There are: ${[...Object.keys(FORMATS), APP_ONLY].join(', ')}.`);
  if (process.platform !== 'linux' && !isAppOnly)
    fail('Installers for this system are made by electron-builder: see README.');
  if (values['as-version'] !== undefined && !isForTesting)
    fail('Another version than that of package.json is for --for-testing only.');

  const runtime = await ensureElectron();
  const pinned = (require('electron/package.json') as { version: string }).version;
  const isPinned = runtime.electron === pinned;
  const major = runtime.electron.split('.')[0];
  if (!isPinned && !isForTesting)
    fail(
      `Electron ${runtime.electron} is not the one that package.json pins (${pinned}): it has no security fixes any more, and no package for use is made with it. For a build to try out: npm run package -- --for-testing`,
    );
  const note: BuildNote = {
    testBuild: isPinned ? '' : `TEST BUILD, unsupported Electron ${major}`,
    updateKey: await updateKey(values['update-key']),
  };

  build();
  await rm(DIST, { recursive: true, force: true });
  await mkdir(DIST);
  const staged = path.join(DIST, 'app');
  const { version } = await stageApp(staged, note, values['as-version']);
  if (isAppOnly) {
    await drawIcons(path.join(DIST, 'icons'));
    console.log(`app: ${path.relative(ROOT, staged)}`);
    return;
  }
  const folder = await packApp({
    staged,
    out: DIST,
    electron: runtime.electron,
    zips: await zipRuntime(runtime, path.join(DIST, 'runtime')),
  });
  const app: PackedApp = {
    folder,
    target: DIST,
    version,
    date: buildDate(),
    mark: isPinned ? '' : `_TEST-BUILD-electron${major}`,
    compression: isForTesting ? 'fast' : 'small',
  };
  const files: string[] = [];
  for (const format of formats) {
    files.push(await FORMATS[format](app));
    console.log(`${format}: ${path.relative(ROOT, files.at(-1) ?? '')}`);
  }
  const sbom = path.join(DIST, `hearken-${version}${app.mark}.cdx.json`);
  const inside = { version: runtime.electron, sha256: await sha256Of(runtime.executable) };
  await writeFile(sbom, await billOfMaterials({ version, runtime: inside, ...(await readIngredients()) }));
  const sources = [asarIn(folder), runtime.executable, path.join(ROOT, 'package-lock.json')];
  await writeSums(path.join(DIST, 'SHA256SUMS'), [...files, sbom, ...sources]);
  if (!isPinned) console.log(`${note.testBuild}: only for trying out.`);
}

/** The key by which the app knows its updates; '' = it takes none. */
async function updateKey(file: string | undefined): Promise<string> {
  if (file === undefined) return '';
  const pem = await readFile(file, 'utf8');
  readPublicKey(pem);
  return pem;
}

function buildDate(): Date {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return epoch === undefined ? new Date() : new Date(Number(epoch) * 1000);
}

function fail(words: string): never {
  console.error(words);
  process.exit(1);
}
