/** The app as a test drives it. */
import type { ElectronApplication, Page } from 'playwright-core';

export interface Hearken {
  app: ElectronApplication;
  /** The app's window. */
  page: Page;
  /** The profile folder; pass it to a second `startApp` to open the same data again. */
  userDataDir: string;
  /** What the app wrote to its standard output and error so far. */
  output: () => string;
  /** What the window wrote to its console as errors, and errors that nobody caught. */
  pageErrors: string[];
  /** Closes the app as a person would; removes the profile folder when `startApp` made it. */
  close: () => Promise<void>;
  /** Ends the app the hard way (SIGKILL), as a crash or a power cut would. Keeps the profile folder. */
  kill: () => Promise<void>;
}

export interface StartOptions {
  /** Profile folder; absent = a new one, removed on `close`. */
  userDataDir?: string;
  /** Further arguments of the app. */
  args?: string[];
  env?: Record<string, string>;
  /** What the system's open dialog gives, in place of the dialog. */
  openFiles?: string[];
  /** Where the system's save dialog writes, under the suggested name, in place of the dialog. */
  saveDir?: string;
  /** The built app's folder (with package.json and out/); absent = HEARKEN_APP_DIR, or this project. */
  appDir?: string;
  /** Another executable than the prepared Electron. */
  executable?: string;
}
