/** Runs electron-vite, the builder, with the runtime's environment and quiet unless it fails. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

export const ROOT = path.dirname(import.meta.dirname);

/** Builds the app into `out/`; ends the process with the builder's messages when it cannot. */
export function build(): void {
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [electronVite(), 'build'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) {
    console.error(`${stdout}\n${stderr}\nThe app could not be built.`);
    process.exit(1);
  }
  console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

export function electronVite(): string {
  return path.join(path.dirname(require.resolve('electron-vite/package.json')), 'bin', 'electron-vite.js');
}
