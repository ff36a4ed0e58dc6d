import { readFileSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import { isInstalled } from './package-doors.ts';

/** What a package says of itself, in the `package.json` inside it (`scripts/package/app-folder.ts`). */
const Packed = z.object({ build: z.object({ testBuild: z.string(), updateKey: z.string() }) });

/** Why this build is not for use, e.g. because of the Electron it is made with; '' where it is, and from source. */
export function testBuild(): string {
  return isInstalled() ? packed().testBuild : '';
}

/** The public key that updates are signed for; '' where none is built in. From source, tests may give one. */
export function updateKey(): string {
  return isInstalled() ? packed().updateKey : (process.env.HEARKEN_UPDATE_KEY ?? '');
}

function packed(): z.infer<typeof Packed>['build'] {
  const file = path.join(app.getAppPath(), 'package.json');
  return Packed.parse(JSON.parse(readFileSync(file, 'utf8'))).build;
}
