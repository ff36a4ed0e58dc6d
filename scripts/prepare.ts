/**
 * The step behind `npm start` and `npm test`: what has to be on the machine besides `npm ci`.
 * Run by itself: `npm run prepare:machine`.
 */
import { pathToFileURL } from 'node:url';
import { hasDisplay } from './display.ts';
import { type ElectronRuntime, ensureElectron, toldOf } from './electron-runtime.ts';
import { ensureSystemLibraries, unresolvedLibraries } from './system-libraries.ts';

/** Prepares the machine or ends the process, having said in plain words what is missing. */
export async function prepare(): Promise<ElectronRuntime> {
  try {
    ensureSystemLibraries(!hasDisplay());
    const runtime = await ensureElectron();
    const unresolved = unresolvedLibraries(runtime.executable);
    if (unresolved.length > 0) {
      throw new Error(`Electron needs libraries that this system lacks: ${unresolved.join(', ')}`);
    }
    console.log(toldOf(runtime));
    return runtime;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await prepare();
