import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Contrib, Enums, Models, Serialize, Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { PackageURL } from 'packageurl-js';
import parseSpdx from 'spdx-expression-parse';
import type { BundledPackage } from '../bundled.ts';
import { ROOT } from '../electron-vite.ts';

const require = createRequire(import.meta.url);
const SPEC = Spec.Spec1dot6;
const licences = new Contrib.License.Factories.LicenseFactory(parseSpdx);

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly integrity?: string }>>;
}

export interface Ingredients {
  readonly version: string;
  readonly bundled: readonly BundledPackage[];
  readonly lock: Lock;
  /** The Electron inside, with the SHA-256 of its program as it came. */
  readonly runtime: { readonly version: string; readonly sha256: string };
}

/** What the build left about what is in the app, for `billOfMaterials`. */
export async function readIngredients(): Promise<Pick<Ingredients, 'bundled' | 'lock'>> {
  const read = async (file: string) => JSON.parse(await readFile(path.join(ROOT, file), 'utf8'));
  return { bundled: await read('out/bundled.json'), lock: await read('package-lock.json') };
}

/** What is inside a package, as CycloneDX: the same text for the same ingredients. @throws Error where it is not valid */
export async function billOfMaterials({ version, bundled, lock, runtime }: Ingredients): Promise<string> {
  const app = new Models.Component(Enums.ComponentType.Application, 'hearken', {
    version,
    bomRef: 'hearken',
  });
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: app }) });
  const sums = integrities(lock);
  const libraries = bundled.map((one) => library(one, sums.get(`${one.name}@${one.version}`)));
  for (const component of [electron(runtime), ...libraries]) {
    bom.components.add(component);
    app.dependencies.add(component.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(SPEC));
  const text = `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
  const invalid = await new Validation.JsonStrictValidator(SPEC.version).validate(text);
  if (invalid !== null)
    throw new Error(`The list of what is inside is not valid: ${JSON.stringify(invalid)}`);
  return text;
}

function library({ name, version, licence }: BundledPackage, integrity = ''): Models.Component {
  const [group, plain] = name.startsWith('@') ? (name.split('/') as [string, string]) : [undefined, name];
  const purl = new PackageURL('npm', group, plain, version, undefined, undefined).toString();
  return new Models.Component(Enums.ComponentType.Library, plain, {
    group,
    version,
    purl,
    bomRef: purl,
    licenses: new Models.LicenseRepository(licence === '' ? [] : [licences.makeFromString(licence)]),
    hashes: new Models.HashDictionary(
      integrity === '' ? [] : [[Enums.HashAlgorithm['SHA-512'], hexOf(integrity)]],
    ),
  });
}

function electron({ version, sha256 }: Ingredients['runtime']): Models.Component {
  const { license } = require('electron/package.json') as { license: string };
  const purl = new PackageURL(
    'github',
    'electron',
    'electron',
    `v${version}`,
    undefined,
    undefined,
  ).toString();
  return new Models.Component(Enums.ComponentType.Framework, 'electron', {
    version,
    purl,
    bomRef: purl,
    licenses: new Models.LicenseRepository([licences.makeFromString(license)]),
    hashes: new Models.HashDictionary([[Enums.HashAlgorithm['SHA-256'], sha256]]),
  });
}

/** The checksums of the lockfile by `name@version`. */
function integrities({ packages }: Lock): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(packages).map(([folder, { version, integrity = '' }]) => [
      `${folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`,
      integrity,
    ]),
  );
}

function hexOf(integrity: string): string {
  return Buffer.from(integrity.slice(integrity.indexOf('-') + 1), 'base64').toString('hex');
}
