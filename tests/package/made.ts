import { cpSync, existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { ensureElectron } from '../../scripts/electron-runtime.ts';
import { ROOT } from '../../scripts/electron-vite.ts';
import { asarIn, packApp } from '../../scripts/package/pack.ts';
import { sha256Of } from '../../scripts/package/sums.ts';
import { check, work } from './machine.ts';

const PACKED = 'Hearken-linux-x64';

/** What stands beside the packages tells of what is on the disk, and of all of it. */
export async function isAsItSays(dist: string): Promise<void> {
  const sbom = readdirSync(dist).find((name) => name.endsWith('.cdx.json')) ?? '';
  const deb = readdirSync(dist).find((name) => name.endsWith('.deb')) ?? '';
  const { executable } = await ensureElectron();
  const named = [
    path.join(dist, deb),
    path.join(dist, sbom),
    asarIn(path.join(dist, PACKED)),
    executable,
    path.join(ROOT, 'package-lock.json'),
  ];
  const lines = await Promise.all(
    named.map(async (file) => `${await sha256Of(file)}  ${path.basename(file)}`),
  );
  await check('the checksums are those of package, contents, app, runtime and lockfile', () => {
    const told = readFileSync(path.join(dist, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
    return told.length === lines.length && lines.every((line) => told.includes(line));
  });

  const text = readFileSync(path.join(dist, sbom), 'utf8');
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
  await check(
    'the list of what is inside is valid CycloneDX',
    async () => (await validator.validate(text)) === null,
  );
  const { components } = JSON.parse(text) as { components: { name: string; hashes?: unknown[] }[] };
  await check('it names the runtime, and libraries that only a worker uses, each with a checksum', () => {
    const summed = components.filter(({ hashes = [] }) => hashes.length > 0).map(({ name }) => name);
    return ['electron', 'docx', 'lunr', 'react', 'zod'].every((name) => summed.includes(name));
  });
}

/**
 * The app packed again is the same bytes: out of the earlier build, which had another version number, from another folder,
 * with other times.
 */
export async function isMadeAgainAlike(dist: string, earlier: string): Promise<void> {
  const staged = path.join(work, 'again');
  cpSync(earlier, staged, { recursive: true });
  cpSync(path.join(dist, 'app/package.json'), path.join(staged, 'package.json'));
  for (const name of readdirSync(staged, { recursive: true, encoding: 'utf8' }))
    utimesSync(path.join(staged, name), new Date('2031-02-03'), new Date('2031-02-03'));
  const out = path.join(work, 'packed-again');
  const { electron } = await ensureElectron(() => undefined);
  const folder = await packApp({ staged, out, electron, zips: path.join(dist, 'runtime') });
  const [first, second] = await Promise.all([asarIn(path.join(dist, PACKED)), asarIn(folder)].map(sha256Of));
  await check(
    'built and packed again, the app is the same bytes',
    () => existsSync(asarIn(folder)) && first === second,
  );
}
