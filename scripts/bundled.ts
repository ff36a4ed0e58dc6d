import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A package of which something went into the built app. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX, as its author states it; '' where they do not. */
  readonly licence: string;
  /** Its licence file; '' where it brings none. */
  readonly text: string;
}

const LICENCE_FILE = /^(licen[cs]e|copying)/i;
const isPackaged = (module: string) => !module.startsWith('\0') && module.includes('/node_modules/');

/**
 * Writes which packages went into the app, with their licences, as JSON into `file`. Vite's own list leaves out what
 * only workers use. One instance notes for every part that it is a plugin of.
 */
export function noteBundled(file: string) {
  const folders = new Set<string>();
  return {
    name: 'hearken:bundled',
    generateBundle(_: unknown, bundle: Readonly<Record<string, object>>) {
      const modules = Object.values(bundle).flatMap((chunk) =>
        'moduleIds' in chunk ? (chunk.moduleIds as readonly string[]) : [],
      );
      for (const module of modules.filter(isPackaged)) folders.add(packageFolder(module));
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify(listed(folders), null, 2)}\n`);
    },
  };
}

/** The nearest folder above a module that is a package: one with a name and a version. */
function packageFolder(module: string): string {
  const folder = path.dirname(module.split('?')[0] ?? module);
  const { name, version } = readManifest(folder);
  return name !== undefined && version !== undefined ? folder : packageFolder(folder);
}

function listed(folders: ReadonlySet<string>): BundledPackage[] {
  const packages = [...folders].map((folder): BundledPackage => {
    const { name = '', version = '', license: licence = '' } = readManifest(folder);
    const file = readdirSync(folder).find((one) => LICENCE_FILE.test(one));
    return {
      name,
      version,
      licence,
      text: file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').trim(),
    };
  });
  const byKey = new Map(packages.map((one) => [`${one.name}@${one.version}`, one]));
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}

function readManifest(folder: string): { name?: string; version?: string; license?: string } {
  const file = path.join(folder, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
