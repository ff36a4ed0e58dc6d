import { app } from 'electron';

/** Switches by which another program looks into the app or runs its own code in it; fuses hold Node's, these are Chromium's. */
const DOORS = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'auto-open-devtools-for-tabs',
  'load-extension',
  'disable-web-security',
  'js-flags',
];

/** Whether this is the app as it is installed: packed into one file. */
export function isInstalled(): boolean {
  return app.isPackaged && app.getAppPath().endsWith('.asar');
}

/** An installed app does not obey them; from source they are how tests drive it. Before anything else is loaded. */
export function closeDoors(): void {
  if (!isInstalled()) return;
  for (const door of DOORS) app.commandLine.removeSwitch(door);
}
