/** Installers for Linux out of a packed app: what the makers leave out (MIME type, every icon size, a desktop entry in both languages) is added. */

import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-wasm';
import { gzipSync } from 'fflate';
import { loadRaster } from '../../main/cli/raster.ts';
import { ROOT } from '../electron-vite.ts';

const require = createRequire(import.meta.url);
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const RESOURCES = path.join(ROOT, 'resources');

const MAINTAINER = 'Hearken <hearken@example.com>';

/** What Debian asks of its own packages and Chromium's binaries are not: stripped, and linked to Debian's libraries. */
const LINTIAN_OVERRIDES = [
  'unstripped-binary-or-object',
  'embedded-library',
  'elevated-privileges',
  'no-manual-page',
];

interface Installer {
  readonly stagingDir: string;
  readonly options: { readonly packagePaths: readonly string[] };
  readonly contentFunctions: readonly string[];
  readonly baseAppDir: string;
  readonly specPath: string;
  createSpec?(): Promise<void>;
  generateDefaults(): Promise<unknown>;
  generateOptions(): unknown;
  createStagingDir(): Promise<void>;
  createContents(): Promise<void>;
  createPackage(): Promise<void>;
  movePackage(): Promise<void>;
}
type InstallerClass = new (options: object) => Installer;

export interface PackedApp {
  readonly folder: string;
  readonly target: string;
  readonly version: string;
  readonly date: Date;
  /** Stands in the file's name, e.g. `_TEST-BUILD-electron33`; '' for a build that is for use. */
  readonly mark: string;
  /** `fast` makes larger files, for those that are tried once. */
  readonly compression: 'small' | 'fast';
}

/** @returns the file of the package */
export async function makeDeb(app: PackedApp): Promise<string> {
  if (app.compression === 'fast') process.env.DPKG_DEB_COMPRESSOR_LEVEL = '1';
  return await make('electron-installer-debian', app, {
    arch: 'amd64',
    compression: app.compression === 'small' ? 'xz' : 'gzip',
    section: 'misc',
    maintainer: MAINTAINER,
    depends: ['libc6', 'libasound2 | libasound2t64', 'desktop-file-utils', 'shared-mime-info'],
    lintianOverrides: LINTIAN_OVERRIDES,
    rename: () => path.join(app.target, `hearken_${app.version}${app.mark}_amd64.deb`),
  });
}

/** @returns the file of the package */
export async function makeRpm(app: PackedApp): Promise<string> {
  return await make('electron-installer-redhat', app, {
    arch: 'x86_64',
    license: 'Proprietary',
    compressionLevel: app.compression === 'small' ? 6 : 0,
    rename: () => path.join(app.target, `hearken-${app.version}${app.mark}.x86_64.rpm`),
  });
}

async function make(library: string, app: PackedApp, more: object): Promise<string> {
  const { Installer: Base } = require(library) as { Installer: InstallerClass };
  class WithMimeType extends Base {
    override get contentFunctions() {
      return [...super.contentFunctions, 'addMimeType', 'addChangelog'];
    }

    async addMimeType(): Promise<void> {
      const folder = path.join(this.stagingDir, this.baseAppDir, 'share/mime/packages');
      await mkdir(folder, { recursive: true });
      await copyFile(path.join(RESOURCES, 'linux/hearken.xml'), path.join(folder, 'hearken.xml'));
    }

    async addChangelog(): Promise<void> {
      const folder = path.join(this.stagingDir, this.baseAppDir, 'share/doc/hearken');
      await mkdir(folder, { recursive: true });
      const date = `${app.date.toUTCString().slice(0, -4)} +0000`;
      const words = `hearken (${app.version}) stable; urgency=low\n\n  * Version ${app.version}.\n\n -- ${MAINTAINER}  ${date}\n`;
      await writeFile(
        path.join(folder, 'changelog.gz'),
        gzipSync(Buffer.from(words), { level: 9, mtime: 0 }),
      );
    }

    override async createSpec(): Promise<void> {
      await super.createSpec?.();
      await writeFile(this.specPath, completeSpec(await readFile(this.specPath, 'utf8'), app));
    }
  }
  const installer = new WithMimeType({
    src: app.folder,
    dest: app.target,
    name: 'hearken',
    productName: 'Hearken',
    genericName: 'Human Rights Register',
    bin: 'hearken',
    icon: await drawIcons(path.join(app.target, 'icons')),
    description: 'Human-rights dialogues, issues and reports',
    productDescription: [
      'Keeps expert dialogues, the advice heard in them and the issues they bear',
      'on; draws the materiality matrix and writes the Word documents for the',
      'report. Works offline.',
    ].join('\n'),
    desktopTemplate: path.join(RESOURCES, 'linux/hearken.desktop'),
    categories: ['Office'],
    mimeType: ['application/x-hearken'],
    logger: () => undefined,
    ...more,
  });
  await installer.generateDefaults();
  installer.generateOptions();
  await installer.createStagingDir();
  await installer.createContents();
  await installer.createPackage();
  await installer.movePackage();
  const [file] = installer.options.packagePaths;
  if (file === undefined) throw new Error(`${library} made no file.`);
  return file;
}

/**
 * What the maker leaves out of the description of an RPM. It names each of its files; the helper of the sandbox must be
 * root's, whoever builds; libraries are asked for by what is loaded, which distributions do not name differently.
 */
function completeSpec(spec: string, { version, date }: PackedApp): string {
  const [day, on, month, year] = date.toUTCString().replace(',', '').split(' ');
  return spec
    .replace(/^Release: .*$/m, `$&\nGroup: Applications/Productivity\nPackager: ${MAINTAINER}`)
    .replace(/\blibdrm\b/, 'libdrm.so.2()(64bit)')
    .replace(
      '%files\n',
      '%files\n/usr/share/mime/packages/hearken.xml\n%attr(4755, root, root) /usr/lib/hearken/chrome-sandbox\n',
    )
    .concat(
      `\n\n%changelog\n* ${day} ${month} ${on} ${year} ${MAINTAINER} - ${version}-1\n- Version ${version}.\n`,
    );
}

/** The icon in every size that desktops ask for, drawn from the one vector. */
export async function drawIcons(folder: string): Promise<Readonly<Record<string, string>>> {
  const vector = path.join(RESOURCES, 'icons/icon.svg');
  const svg = await readFile(vector, 'utf8');
  await mkdir(folder, { recursive: true });
  await loadRaster();
  const drawn = SIZES.map(async (size) => {
    const file = path.join(folder, `${size}.png`);
    await writeFile(file, new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng());
    return [`${size}x${size}`, file] as const;
  });
  return { ...Object.fromEntries(await Promise.all(drawn)), scalable: vector };
}
