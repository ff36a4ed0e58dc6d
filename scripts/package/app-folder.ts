import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../electron-vite.ts';

/** What of the project the app does not read at run time, of the folders that it does read. */
const LEFT_OUT = ['screenshots', 'linux'];

/** What a package tells the app about itself, in the `package.json` inside it: nothing that differs from build to build. */
export interface BuildNote {
  /** Why this build is not for use; '' for one that is. */
  readonly testBuild: string;
  /** Public key (PEM) that updates are signed for; '' where the build takes none. */
  readonly updateKey: string;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
}

/**
 * Copies the built app, and no more than that, into a folder that is packed as it stands.
 * @param asVersion instead of the version of package.json
 */
export async function stageApp(folder: string, note: BuildNote, asVersion?: string): Promise<Manifest> {
  await rm(folder, { recursive: true, force: true });
  const parts = ['main', 'preload', 'renderer', 'bundled.json'].map((part) => path.join('out', part));
  for (const name of (await readdir(path.join(ROOT, 'resources'))).sort())
    if (!LEFT_OUT.includes(name)) parts.push(path.join('resources', name));
  for (const part of parts) await cp(path.join(ROOT, part), path.join(folder, part), { recursive: true });
  const source = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as Manifest;
  const { name, description, license } = source;
  // The name decides where data live: the same place as when the app is run from source.
  const manifest = { name, version: asVersion ?? source.version, description, license };
  const content = { ...manifest, author: 'Hearken', type: 'module', main: 'out/main/index.js', build: note };
  await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(content, null, 2)}\n`);
  return manifest;
}
