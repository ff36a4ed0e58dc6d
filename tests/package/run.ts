/**
 * `npm run test:package`: what somebody who installs the app meets. Makes packages for testing, an older version and
 * today's, installs them (by dpkg as root; else they are unpacked), and looks at what comes of it from outside.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startVirtualDisplay } from '../../scripts/display.ts';
import { ROOT } from '../../scripts/electron-vite.ts';
import { sampleFile } from '../fixtures/sample-file.ts';
import { keepsDoorsShut } from './doors.ts';
import { install, uninstall } from './install.ts';
import { own, type Place, sumUp, work } from './machine.ts';
import { isAsItSays, isMadeAgainAlike } from './made.ts';
import { keepsDataWhenItGoes, opensAFile, refusesNewer, upgrades } from './stays.ts';
import { writesAReport } from './writes.ts';

const DIST = path.join(ROOT, 'dist');
const OLDER = '0.0.1';

try {
  await run();
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exit(sumUp());

async function run(): Promise<void> {
  const older = makePackage('older.deb', ['--as-version', OLDER]);
  const earlier = path.join(work, 'app-of-older');
  cpSync(path.join(DIST, 'app'), earlier, { recursive: true });
  const today = makePackage('today.deb');
  await isAsItSays(DIST);
  await isMadeAgainAlike(DIST, earlier);

  const home = path.join(work, 'home');
  mkdirSync(home);
  // What a person would open on double click: the sample, as a workspace file.
  const file = path.join(home, 'sample.hearken');
  writeFileSync(file, await sampleFile());
  own(home);
  const display = await startVirtualDisplay();
  try {
    const place: Place = { folder: await install(older), home, display: display.name };
    await opensAFile(place, file);
    await install(today);
    await upgrades(place);
    await writesAReport(place);
    await keepsDoorsShut(place);
    await install(older);
    await refusesNewer(place);
    await keepsDataWhenItGoes(place, uninstall);
  } finally {
    await display.stop();
  }
}

/** @returns the package, put aside from what the next one overwrites */
function makePackage(name: string, more: readonly string[] = []): string {
  execFileSync('npm', ['run', '-s', 'package', '--', '--for-testing', ...more, 'deb'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  const made = readdirSync(DIST).find((one) => one.endsWith('.deb'));
  if (made === undefined) throw new Error('No package was made.');
  const file = path.join(work, name);
  cpSync(path.join(DIST, made), file);
  return file;
}
