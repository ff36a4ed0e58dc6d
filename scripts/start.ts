/**
 * `npm start`: prepares the machine, builds the app and opens it. Arguments after `--` go to the app. Where
 * there is no display it says so and takes the tour instead (scripts/tour.ts).
 */
import { spawn } from 'node:child_process';
import { hasDisplay, startVirtualDisplay } from './display.ts';
import { electronEnvironment } from './electron-runtime.ts';
import { build, ROOT } from './electron-vite.ts';
import { prepare } from './prepare.ts';
import { machineSwitches } from './sandbox.ts';
import { tour } from './tour.ts';

const runtime = await prepare();
build();

if (hasDisplay()) {
  const args = [...machineSwitches(), ROOT, ...process.argv.slice(2)];
  const app = spawn(runtime.executable, args, { stdio: 'inherit', env: electronEnvironment(runtime) });
  app.once('exit', (code) => process.exit(code ?? 1));
} else {
  console.log('There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set).');
  console.log('The app runs on a virtual one (Xvfb) as a tour of the sample workspace instead.');
  Object.assign(process.env, electronEnvironment(runtime));
  const display = await startVirtualDisplay();
  process.env.DISPLAY = display.name;
  let failed = false;
  try {
    for (const file of await tour()) console.log(file);
  } catch (error) {
    failed = true;
    console.error(error);
  }
  await display.stop();
  process.exit(failed ? 1 : 0);
}
