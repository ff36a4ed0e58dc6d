/**
 * What Electron's own default app does, for a runtime that comes without one (see ../electron-runtime.ts):
 * `electron [switches] [-r FILE]... APP [arguments]` requires each FILE, then becomes APP.
 *
 * Electron holds back `ready` until this module has settled, so APP's main module may still register
 * privileged schemes and command-line switches at its top level, exactly as under the official runtime.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog } from 'electron';

const require = createRequire(import.meta.url);

/** Splits the command line into files to require first and the app to run. */
function readCommandLine(argv) {
  const required = [];
  let target = null;
  for (let index = 1; index < argv.length; index += 1) {
    const argument = argv[index];
    if (argument === '-r' || argument === '--require') {
      index += 1;
      if (argv[index] !== undefined) required.push(argv[index]);
    } else if (argument === '--version' || argument === '-v') {
      console.log(`v${process.versions.electron}`);
      process.exit(0);
    } else if (!argument.startsWith('-')) {
      target = argument;
      break;
    }
  }
  return { required, target };
}

/** The main module of a folder with a package.json, or the file itself. Gives the app its name and paths. */
function adopt(target) {
  const absolute = path.resolve(target);
  const folder = statSync(absolute).isDirectory() ? absolute : path.dirname(absolute);
  const manifestPath = path.join(folder, 'package.json');
  const manifest = existsSync(manifestPath) ? JSON.parse(readFileSync(manifestPath, 'utf8')) : {};
  const name = manifest.productName ?? manifest.name ?? app.name;
  app.setName(name);
  app.setVersion(manifest.version ?? process.versions.electron);
  app.setAppPath(folder);
  if (process.platform === 'linux') app.setDesktopName(manifest.desktopName ?? `${name}.desktop`);
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', path.join(app.getPath('appData'), name));
  }
  return absolute === folder ? path.join(folder, manifest.main ?? 'index.js') : absolute;
}

process.defaultApp = true;
const { required, target } = readCommandLine(process.argv);
try {
  for (const file of required) require(path.isAbsolute(file) ? file : path.resolve(file));
  if (target === null) throw new Error('Usage: electron [switches] [-r FILE]... APP [arguments]');
  await import(pathToFileURL(adopt(target)).href);
} catch (error) {
  console.error('The app could not be loaded:', error);
  dialog.showErrorBox = () => undefined;
  app.exit(1);
}
