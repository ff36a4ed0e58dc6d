/** `npm run dev`: the app with live reload of the renderer. Needs a display. */
import { spawn } from 'node:child_process';
import { electronEnvironment } from './electron-runtime.ts';
import { electronVite, ROOT } from './electron-vite.ts';
import { prepare } from './prepare.ts';
import { canSandbox } from './sandbox.ts';

const runtime = await prepare();
const sandbox = canSandbox() ? [] : ['--noSandbox'];
const dev = spawn(process.execPath, [electronVite(), 'dev', ...sandbox, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: electronEnvironment(runtime),
});
dev.once('exit', (code) => process.exit(code ?? 1));
