/**
 * `npm run package:sign -- --key FILE PACKAGE…`: writes the update file of packages, beside the first of them. The key is the
 * private half of the one that `npm run package -- --update-key` built in; it is never in the repository.
 */
import { createPrivateKey } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { UPDATE_EXTENSION, UpdateManifest, type UpdatePackage } from '../../main/update/manifest.ts';
import { signed } from '../../main/update/signed.ts';
import { ROOT } from '../electron-vite.ts';
import { changesIn } from './changes.ts';
import { sha256Of } from './sums.ts';

const PLATFORMS: Readonly<Record<string, UpdatePackage['platform']>> = {
  deb: 'linux',
  rpm: 'linux',
  gz: 'linux',
  AppImage: 'linux',
  exe: 'win32',
  msi: 'win32',
  dmg: 'darwin',
};

await main();

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string' }, 'for-testing': { type: 'boolean', default: false } },
  });
  const [first] = positionals;
  if (values.key === undefined || first === undefined)
    return fail('Usage: npm run package:sign -- --key PRIVATE-KEY.pem PACKAGE…');
  if (!values['for-testing'] && positionals.some((file) => path.basename(file).includes('TEST-BUILD')))
    return fail('A build for testing is not signed.');
  const key = createPrivateKey(await readFile(values.key, 'utf8'));
  if (key.asymmetricKeyType !== 'ed25519') return fail('The key must be an Ed25519 key.');

  const version = versionOf(first);
  const manifest = UpdateManifest.parse({
    format: UPDATE_EXTENSION,
    version,
    changes: changesIn(await readFile(path.join(ROOT, 'CHANGELOG.md'), 'utf8')),
    packages: await Promise.all(positionals.map((file) => described(file, version))),
  });
  const to = path.join(path.dirname(first), `hearken-${version}.${UPDATE_EXTENSION}`);
  await writeFile(to, signed(JSON.stringify(manifest), key));
  console.log(
    `${to}\nHand it out together with ${positionals.map((file) => path.basename(file)).join(', ')}, in one folder.`,
  );
}

async function described(file: string, version: string): Promise<UpdatePackage> {
  const name = path.basename(file);
  if (versionOf(file) !== version) return fail(`${name} is not of version ${version}.`);
  const platform = PLATFORMS[path.extname(name).slice(1)];
  if (platform === undefined) return fail(`${name} is no package.`);
  const arch = /arm64|aarch64/.test(name) ? 'arm64' : 'x64';
  return { platform, arch, name, sha256: await sha256Of(file) };
}

/** The version that a package's name says. */
function versionOf(file: string): string {
  const [version] = /\d+\.\d+\.\d+/.exec(path.basename(file)) ?? [];
  return version ?? fail(`The name of ${path.basename(file)} says no version.`);
}

function fail(words: string): never {
  console.error(words);
  process.exit(1);
}
