/**
 * `tsx scripts/with-app.ts COMMAND [arguments]`: prepares the machine, builds the app, and runs COMMAND with
 * the runtime's environment and, where there is none, a virtual display. For whatever drives the real app.
 */
import { spawn } from 'node:child_process';
import { hasDisplay, startVirtualDisplay } from './display.ts';
import { electronEnvironment } from './electron-runtime.ts';
import { build, ROOT } from './electron-vite.ts';
import { prepare } from './prepare.ts';

const [command, ...args] = process.argv.slice(2);
if (!command) throw new Error('Usage: tsx scripts/with-app.ts COMMAND [arguments]');

const env = electronEnvironment(await prepare());
build();
const display = hasDisplay() ? null : await startVirtualDisplay();
if (display) {
  env.DISPLAY = display.name;
  // For those who need more than one.
  env.HEARKEN_DISPLAYS = 'virtual';
}
const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env, shell: process.platform === 'win32' });
child.once('error', (error) => console.error(error.message));
child.once('close', (code) => {
  void (display?.stop() ?? Promise.resolve()).then(() => process.exit(code ?? 1));
});
