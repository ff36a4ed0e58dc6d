import { chmod, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { packager } from '@electron/packager';
import fuses from './fuses.json' with { type: 'json' };

/** Languages of Chromium's own words that the app speaks. */
const LOCALES = ['en-US.pak', 'ja.pak'];

type Fuse = keyof typeof fuses;
const named = (fuse: Fuse) => `${fuse[0]?.toUpperCase()}${fuse.slice(1)}` as keyof typeof FuseV1Options;

/** What is off in a package, so that nobody runs other code in it or looks into it from beside. */
const FUSES = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: false,
  ...Object.fromEntries(
    (Object.keys(fuses) as Fuse[]).map((fuse) => [FuseV1Options[named(fuse)], fuses[fuse]]),
  ),
} as const;

export interface Packing {
  /** Folder of the app as `stageApp` left it. */
  readonly staged: string;
  readonly out: string;
  /** Version of the Electron inside. */
  readonly electron: string;
  /** Folder with that Electron as a zip file. */
  readonly zips: string;
}

/** Puts the app and its Electron together, with the fuses set. @returns the folder of the app */
export async function packApp({ staged, out, electron, zips }: Packing): Promise<string> {
  const [folder = ''] = await packager({
    dir: staged,
    out,
    name: 'Hearken',
    executableName: 'hearken',
    electronVersion: electron,
    electronZipDir: zips,
    platform: 'linux',
    arch: 'x64',
    asar: true,
    prune: false,
    quiet: true,
  });
  await trim(folder);
  await flipFuses(path.join(folder, 'hearken'), FUSES);
  return folder;
}

/** Where the app is in such a folder. */
export function asarIn(folder: string): string {
  return path.join(folder, 'resources/app.asar');
}

/** Leaves out languages that the app does not speak (a licence always stays), and lets everybody read what is installed. */
async function trim(folder: string): Promise<void> {
  for (const name of await readdir(path.join(folder, 'locales')))
    if (!LOCALES.includes(name)) await rm(path.join(folder, 'locales', name));
  await chmod(folder, 0o755);
  for (const name of await readdir(folder))
    if (/\.so(\.\d+)?$/.test(name)) await chmod(path.join(folder, name), 0o644);
}
